from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email.message import Message
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from meetingplace.pelican_site.serving.server import News, Server


PAGE = "<!DOCTYPE html><title>Hej</title><body><p>Hej</p></body>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text(PAGE)
    with Server("127.0.0.1", 0, tmp_path) as running:
        yield running


@contextmanager
def streamed(server: Server, target: str, method: str = "GET") -> Iterator[HTTPResponse]:
    with closing(HTTPConnection(server.address.removeprefix("http://"))) as connection:
        connection.request(method, target)
        with connection.getresponse() as response:
            yield response


def ask(server: Server, target: str, method: str = "GET") -> tuple[int, Message, str]:
    """Status, headers and body."""
    with streamed(server, target, method) as response:
        return response.status, response.headers, response.read().decode()


def script(server: Server) -> str:
    return f'<script src="/-/follow.js" data-version="{server.news.version}" defer></script>'


def test_a_page_is_given_the_script_and_its_file_is_not(server: Server) -> None:
    _, _, body = ask(server, "/")
    assert body == PAGE.replace("</body>", script(server) + "</body>")
    assert (server.root / "index.html").read_text() == PAGE


def test_a_page_that_is_missing_waits_for_the_next_build(server: Server) -> None:
    status, _, body = ask(server, "/finns-inte/")
    assert (status, body) == (404, "<!DOCTYPE html><title>404</title>" + script(server))


def test_head_is_answered_as_get_without_a_body(server: Server) -> None:
    status, headers, body = ask(server, "/", "HEAD")
    _, given, _ = ask(server, "/")
    assert (status, headers["Content-Length"], body) == (200, given["Content-Length"], "")


def test_nothing_is_kept_by_the_browser(server: Server) -> None:
    _, headers, _ = ask(server, "/")
    assert headers["Cache-Control"] == "no-store"


def test_the_script_is_a_script(server: Server) -> None:
    _, headers, _ = ask(server, "/-/follow.js")
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_stream_tells_what_holds_and_what_changes(server: Server) -> None:
    with streamed(server, "/-/changes") as response:
        assert response.getheader("Content-Type") == "text/event-stream"

        def told() -> object:
            line = response.readline().decode()
            assert response.readline() == b"\n"
            return json.loads(line.removeprefix("data: "))

        first = server.news.version
        assert told() == {"version": first, "problems": None}
        server.news.failed("Trasigt", "a.md:1:1: error")
        assert told() == {"version": first, "problems": {"title": "Trasigt", "text": "a.md:1:1: error"}}
        server.news.built()
        assert told() == {"version": server.news.version, "problems": None}
        assert server.news.version != first


def test_no_version_is_that_of_a_server_before() -> None:
    assert News().version != News().version


def test_a_port_that_is_taken_is_said_at_once(server: Server, tmp_path: Path) -> None:
    port = int(server.address.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        Server("127.0.0.1", port, tmp_path)
