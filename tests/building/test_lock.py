from __future__ import annotations

import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from meetingplace.building import PublicationError, lock
from meetingplace.building.lock import Lock


def refused(path: Path) -> bool:
    try:
        Lock.take(path).release()
    except PublicationError as error:
        return (error.code, error.path) == ("folder-locked", path)
    return False


def test_taken_once_until_released(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "lock"
    held = Lock.take(path)
    assert refused(path)
    assert path.exists()
    held.release()
    assert not path.exists()
    assert not refused(path)


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_another_process_is_refused(tmp_path: Path, in_child: Callable[[Callable[[], object]], str]) -> None:
    held = Lock.take(tmp_path / "lock")
    assert in_child(lambda: Lock.take(tmp_path / "lock")) == "folder-locked"
    held.release()
    assert in_child(lambda: Lock.take(tmp_path / "lock")) == "done"


@pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")
def test_dies_with_its_process(tmp_path: Path, in_child: Callable[[Callable[[], object]], str]) -> None:
    path = tmp_path / "lock"

    def hold_and_die() -> None:
        Lock.take(path)
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(hold_and_die) == "killed"
    assert path.exists()
    assert not refused(path)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file is not removed there")
def test_a_lock_on_a_file_that_its_owner_has_just_removed_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, hold, calls = tmp_path / "lock", lock._hold, itertools.count()

    def hold_after_the_owner_ends(descriptor: int) -> bool:
        if next(calls) == 0:
            path.unlink()
        return hold(descriptor)

    monkeypatch.setattr(lock, "_hold", hold_after_the_owner_ends)
    held = Lock.take(path)
    assert refused(path)
    held.release()


def test_a_folder_that_cannot_be_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        Lock.take(tmp_path / "file" / "deep" / "lock")
