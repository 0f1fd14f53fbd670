"""The index of the site's search, made from records by Pagefind's program, which runs no longer than it is asked."""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from threading import Timer
from typing import Any, Self

from meetingplace.building import File
from meetingplace.publishing.search_records import SearchRecord


ENTRY = "pagefind-entry.json"
MOST_SECONDS = 300.0
"""More than any site of ours takes by far: 15,000 pages take about ten."""
READER = ("pagefind.js", "pagefind-worker.js", ENTRY)
INDEX = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment")
"""What a browser needs to search; the rest of what Pagefind writes are user interfaces, of which we have our own."""


class SearchIndexError(Exception):
    """The index could not be made; the argument is what the program or the machine said of it, on one line."""


def program() -> Path | None:
    """Pagefind's program; None where there is none for this machine."""
    try:
        found = importlib.import_module("pagefind_bin").get_executable()
    except (ImportError, OSError):
        return None
    path = Path(found)
    return path if path.is_file() else None


def fingerprint(records: Iterable[SearchRecord]) -> str:
    """The same for the same records and the same Pagefind, for then the index is the same."""
    told = json.dumps([version("pagefind_bin"), *(asdict(record) for record in records)])
    return hashlib.sha256(told.encode()).hexdigest()


def search_index(records: Sequence[SearchRecord], command: Path, seconds: float = MOST_SECONDS) -> Iterator[File]:
    """The files of the index, by names below its folder, in order; SearchIndexError where it cannot be made."""
    for name, content in sorted(_made(records, command, seconds)):
        if name in READER or name.endswith(INDEX):
            yield File(name, _in_order(content) if name == ENTRY else content)


def _made(records: Iterable[SearchRecord], command: Path, seconds: float) -> Iterator[tuple[str, bytes]]:
    with Pagefind(command, seconds) as service:
        index = service.ask({"type": "NewIndex", "config": {}})["index_id"]
        for record in records:
            service.ask({"type": "AddRecord", "index_id": index, **_asked(record)})
        for file in service.ask({"type": "GetFiles", "index_id": index})["files"]:
            yield file["path"], base64.b64decode(file["content"])


def _asked(record: SearchRecord) -> dict[str, Any]:
    """A record as Pagefind takes it, without filters and sorts: their order in the index is not always the same.

    Its address begins with the language, for of two records with one address Pagefind forgets the first: a page that is
    not translated is found in both languages.
    """
    meta = {"title": record.title, "kind": record.kind, "detail": record.detail, "last_day": record.last_day}
    if record.written_in != record.language:
        meta["lang"] = record.written_in
    return {
        "url": record.language + record.url,
        "content": record.text,
        "language": record.language,
        "meta": {key: value for key, value in meta.items() if value},
        "filters": {},
        "sort": {},
    }


def _in_order(content: bytes) -> bytes:
    """The index's own table of contents, whose languages stand in no order."""
    return json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class Pagefind:
    """The program as a service: one question and one answer at a time, each base64 of JSON up to a comma.

    It ends when its standard input does, so it outlives nobody who asks; after `seconds` it is killed.
    """

    def __init__(self, command: Path, seconds: float) -> None:
        self._command = command
        self._seconds = seconds
        self._number = 0

    def __enter__(self) -> Self:
        try:
            self._process = subprocess.Popen(
                [self._command, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SearchIndexError(error.strerror or str(error)) from error
        self._limit = Timer(self._seconds, self._process.kill)
        self._limit.daemon = True
        self._limit.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._limit.cancel()
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what it has not read is nobody's loss
                if stream:
                    stream.close()
        self._process.wait()

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to a question; SearchIndexError where it is a fault, or does not come."""
        self._number += 1
        message = json.dumps({"message_id": self._number, "payload": question})
        try:
            answer: dict[str, Any] = json.loads(base64.b64decode(self._sent(message.encode())))["payload"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SearchIndexError(str(error)) from error
        if answer.get("type") == "Error":
            raise SearchIndexError(" ".join(str(answer.get("message", "")).split()))
        return answer

    def _sent(self, message: bytes) -> bytes:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        stdin.write(base64.b64encode(message) + b",")
        stdin.flush()
        answer: list[bytes] = []
        while not (answer and answer[-1].endswith(b",")):
            found = stdout.read1(1 << 20)  # type: ignore[attr-defined]
            if not found:
                raise OSError(f"no answer within {self._seconds:g} s, or it ended by itself")
            answer.append(found)
        return b"".join(answer)[:-1]
