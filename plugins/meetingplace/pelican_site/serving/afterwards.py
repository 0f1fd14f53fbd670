"""What nobody waits for while a site is served: the index of its search, made when there is nothing else to do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Self


LATER = "SEARCH_LATER"
"""The setting of a build that leaves the index to another."""


class Afterwards:
    """A whole build in a process of its own, which is stopped as soon as there is something else to build: a build that
    is killed harms nothing. A context manager.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._command = [sys.executable, "-m", "pelican", *arguments]
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def process(self) -> int | None:
        """The number of the process that is under way."""
        return self._process.pid if self._process else None

    def begin(self) -> None:
        """Begins to build what the folders hold now. What is wrong in them has been told by the build before."""
        self.stop()
        nowhere = subprocess.DEVNULL
        self._process = subprocess.Popen(
            self._command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )

    def stop(self) -> None:
        """Ends what is under way, with all its processes."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
