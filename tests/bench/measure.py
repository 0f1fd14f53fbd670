"""Runs commands as whole processes: wall, CPU, or the peak memory of all their processes together."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


EVERY = 0.01
"""Seconds between two looks at memory."""
Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of one run. `cpu` is that of all its processes."""

    wall: float
    cpu: float


def run(command: Command, where: Path | None = None) -> Run:
    """One run from start to end; RuntimeError, and what it said, where it fails."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    _refuse_failure(command, done.returncode, done.stdout)
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def memory(command: Command, where: Path | None = None) -> int:
    """The most bytes that one run held at once, what its processes share counted once (PSS).

    Looking takes time of what is looked at, so a run is either timed or looked at.
    """
    with subprocess.Popen(command, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        watch = _Watch(process.pid)
        watch.start()
        said = process.stdout.read() if process.stdout else b""
        process.wait()
        watch.ended.set()
        watch.join()
    _refuse_failure(command, process.returncode, said)
    return watch.most


def held(process: int) -> int:
    """Bytes of a process now, what it shares with others counted in parts (PSS); 0 where it is gone."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


def below(process: int) -> list[int]:
    """A process and all that it and its own have started, first to last."""
    found = [process]
    for each in found:
        try:
            for thread in Path(f"/proc/{each}/task").iterdir():
                found += [int(child) for child in (thread / "children").read_text("ascii").split()]
        except OSError:
            continue
    return found


class _Watch(threading.Thread):
    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.ended = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self.ended.wait(EVERY):
            self.most = max(self.most, sum(held(each) for each in below(self._process)))


def _refuse_failure(command: Command, status: int, said: bytes) -> None:
    if status:
        sys.stderr.write(said.decode(errors="replace"))
        raise RuntimeError(f"{command[0]} ended with {status}")


def only_on_linux() -> str:
    """Why nothing can be measured here; empty where it can."""
    ours = Path(f"/proc/{os.getpid()}")
    return "" if (ours / "smaps_rollup").exists() else "the bench needs Linux, whose /proc tells of memory"
