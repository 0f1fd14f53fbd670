"""The process that builds while the site is served: all code stays loaded, each build is a forked child.

A build leaves nothing behind in its parent, so every one starts from the same fresh state, and its `sys.exit`
ends only itself. Where there is no fork (Windows), each build is a new Python instead.

Between the two processes goes one line of JSON a build: the arguments of `pelican` in, status and words out.
"""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import BinaryIO, Self


LOST = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build ended with: its exit status, its standard output and its standard error."""

    status: int
    said: str
    problems: str


class Builder:
    """Builds on demand in a process that it keeps; `renew` after code has changed. A context manager."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = json.dumps(list(arguments))
        self._process = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def build(self) -> Outcome:
        """One build of what the folders hold now; returns when it has ended."""
        answer = self._ask()
        if not answer:
            self.renew()
            answer = self._ask()
        return Outcome(**json.loads(answer)) if answer else Outcome(LOST, "", "")

    def renew(self) -> None:
        """Forgets the code that is loaded."""
        self._end()
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", __name__]
        pipe = subprocess.PIPE
        # A session of its own: Ctrl-C in the terminal is for the server, which then ends this.
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", bufsize=1, start_new_session=True)

    def _ask(self) -> str:
        ask, answer = self._process.stdin, self._process.stdout
        with suppress(BrokenPipeError):
            print(self._arguments, file=ask, flush=True)
        return answer.readline() if answer else ""

    def _end(self) -> None:
        if os.name == "posix":
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGTERM)
        else:
            self._process.terminate()
        with suppress(BrokenPipeError):
            self._process.communicate()


def _load() -> None:
    """Imports whatever a build may need, so that no build has to."""
    importlib.import_module("pelican")
    meetingplace = importlib.import_module("meetingplace")
    for module in pkgutil.walk_packages(meetingplace.__path__, "meetingplace."):
        if not module.name.startswith(("meetingplace.cli", f"{__package__}.")):
            importlib.import_module(module.name)


def _forked(arguments: Sequence[str], said: BinaryIO, problems: BinaryIO) -> int:
    def child() -> None:
        os.dup2(said.fileno(), 1)
        os.dup2(problems.fileno(), 2)
        importlib.import_module("pelican").main(arguments)

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
    return process.exitcode or 0


def _spawned(arguments: Sequence[str], said: BinaryIO, problems: BinaryIO) -> int:
    command = [sys.executable, "-m", "pelican", *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=said, stderr=problems, check=False).returncode


def built(arguments: Sequence[str]) -> Outcome:
    """One build by the `pelican` command's `arguments`, in a process of its own."""
    run = _forked if "fork" in multiprocessing.get_all_start_methods() else _spawned
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as problems:
        status = run(arguments, said, problems)
        said.seek(0)
        problems.seek(0)
        return Outcome(status, said.read().decode(errors="replace"), problems.read().decode(errors="replace"))


def main() -> None:
    """Answers one line after another until there are no more."""
    broken = ""
    try:
        _load()
    except Exception:  # noqa: BLE001 -- whatever code under work raises is shown to whoever is writing it
        broken = traceback.format_exc()
    for line in sys.stdin:
        outcome = Outcome(1, "", broken) if broken else built(json.loads(line))
        print(json.dumps(asdict(outcome)), flush=True)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
