from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from meetingplace.building import Changes, Publication, PublicationError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(scope="session")
def publish() -> Callable[[Path, Mapping[str, bytes]], Changes]:
    def publish(folder: Path, files: Mapping[str, bytes]) -> Changes:
        with Publication.open(folder) as publication:
            for address, content in files.items():
                publication.write(address, content)
            return publication.commit()

    return publish


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, bytes]]:
    """All that stands in a folder: files with their bytes, empty folders with a stroke."""

    def contents(folder: Path) -> dict[str, bytes]:
        found = {}
        for path in folder.rglob("*"):
            address = path.relative_to(folder).as_posix()
            if path.is_file():
                found[address] = path.read_bytes()
            elif not any(path.iterdir()):
                found[f"{address}/"] = b""
        return found

    return contents


@pytest.fixture(scope="session")
def in_child() -> Callable[[Callable[[], object]], str]:
    """Do some work in a process of its own: "done", "killed", the code of a PublicationError, or what else it raised."""

    def in_child(work: Callable[[], object]) -> str:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(writing, _outcome(work).encode())
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            outcome = pipe.read()
        _, status = os.waitpid(child, 0)
        return "killed" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else outcome

    return in_child


def _outcome(work: Callable[[], object]) -> str:
    try:
        work()
    except PublicationError as error:
        return error.code
    except BaseException as error:  # noqa: BLE001 - the parent is told, whatever it is
        return repr(error)
    return "done"
