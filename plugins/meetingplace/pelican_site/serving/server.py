"""The site over HTTP on this computer, and a stream that tells open pages when there is a new one."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Self

from .answers import Answer, answer


STREAM = "/-/changes"
SCRIPT = "/-/follow.js"
EVERYWHERE = "0.0.0.0"  # noqa: S104 -- looked for, never bound to unless asked
HEARTBEAT = 15  # seconds: how long a page that was closed is still held to be open


class News:
    """What open pages are told: which build they should show, and what stood in the way of a later one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._start = secrets.token_hex(4)
        self._number = 0
        self._problems: dict[str, str] | None = None

    @property
    def version(self) -> str:
        """A word that no other build has, not even one before the server was started again."""
        return f"{self._start}-{self._number}"

    def built(self) -> None:
        with self._changed:
            self._number += 1
            self._problems = None
            self._changed.notify_all()

    def failed(self, title: str, problems: str) -> None:
        with self._changed:
            self._problems = {"title": title, "text": problems}
            self._changed.notify_all()

    def messages(self) -> Iterator[str]:
        """What holds now, then each change, as text/event-stream (WHATWG HTML 9.2); comments between."""
        told = self._message()
        yield told
        while True:
            with self._changed:
                changed = self._changed.wait_for(lambda: self._message() != told, HEARTBEAT)  # noqa: B023
            told = self._message()
            yield told if changed else ":\n\n"

    def _message(self) -> str:
        return f"data: {json.dumps({'version': self.version, 'problems': self._problems})}\n\n"


class Server(ThreadingHTTPServer):
    """Serves a published folder at an address of this computer, in threads of its own. A context manager.

    Raises OSError where the port is taken.
    """

    daemon_threads = True

    def __init__(self, bind: str, port: int, root: Path) -> None:
        self.root = root
        self.news = News()
        super().__init__((bind, port), _Request)

    @property
    def address(self) -> str:
        """`http://127.0.0.1:8000`; what listens everywhere is reached here too."""
        host, port = self.socket.getsockname()
        return f"http://{'127.0.0.1' if host == EVERYWHERE else host}:{port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        with suppress(ConnectionError):  # the page was closed while it was answered
            if self.path == STREAM:
                self._stream()
            elif self.path == SCRIPT:
                script = files(__package__).joinpath("follow.js").read_bytes()
                self._send(Answer(HTTPStatus.OK, {"Content-Type": "text/javascript; charset=utf-8"}, script))
            else:
                self._send(self._followed(answer(self.server.root, self.path)))

    do_HEAD = do_GET  # noqa: N815 -- its name in the standard library

    def _followed(self, found: Answer) -> Answer:
        """The answer; a page with the script that follows the builds, which never stands in the folder."""
        if found.status is HTTPStatus.NOT_FOUND and not found.body:
            found = Answer(
                found.status,
                {"Content-Type": "text/html; charset=utf-8"},
                b"<!DOCTYPE html><title>404</title>",
            )
        if not found.is_page:
            return found
        script = f'<script src="{SCRIPT}" data-version="{self.server.news.version}" defer></script>'.encode()
        before, end, after = found.body.rpartition(b"</body>")
        body = before + script + end + after if end else found.body + script
        return Answer(found.status, found.headers, body)

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        for name, value in {**found.headers, "Cache-Control": "no-store"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        for message in self.server.news.messages():
            self.wfile.write(message.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its name in the standard library
        """Says nothing: what matters in the terminal is what a build said."""
