"""The lock that keeps two builds of one folder apart, and that dies with its process."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from meetingplace.building.failures import PublicationError


if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _hold(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_ATTEMPTS = 100
_PAUSE = 0.01
"""Seconds. A build that was killed leaves its lock for an instant to the processes that it had just begun; and another
may have ended between two of our own calls.
"""


class Lock:
    """An exclusive lock on a file that is there only while a build is."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> Self:
        """Take the lock, making its folder; PublicationError folder-locked if another build has it."""
        for _ in range(_ATTEMPTS):
            path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # the folder may go with a build that ends just now
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
                if _hold(descriptor) and _is_at(descriptor, path):
                    return cls(path, descriptor)
                os.close(descriptor)
            time.sleep(_PAUSE)
        raise PublicationError("folder-locked", path)

    def leave(self) -> None:
        """In a forked process: the lock is its parent's alone, and dies with that."""
        os.close(self._descriptor)

    def release(self) -> None:
        """Remove the file and let go."""
        if sys.platform == "win32":  # an open file cannot be removed, nor one that the next build has opened
            os.close(self._descriptor)
            with suppress(OSError):
                self._path.unlink()
            return
        try:
            self._path.unlink(missing_ok=True)
        finally:
            os.close(self._descriptor)


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the open file is the one that the next build will find: else its lock guards nothing."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
