"""Where a build of the full site spends its time: a run of Pelican whose steps write down how long each has taken.

`python tests/bench/phases.py LOG WITHOUT content -o …`: WITHOUT is `1` to leave out share pictures and the index of the
search, else `0`.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import Any


START, FIRST = "start-up", "meetingplace.pelican_site.build:Build.begin"
STEPS: Mapping[str, str] = {
    "meetingplace.pelican_site.build:read": "reading",
    "meetingplace.pelican_site.build:dated": "reading",
    "meetingplace.pelican_site.build:problems_of": "what is hidden, and links",
    "meetingplace.publishing.site:SiteMaker.outputs": "catalogue, and what outputs are made of",
    "meetingplace.pelican_site.build:publish": "keeping, making and staging outputs",
    "meetingplace.pelican_site.build:Build.write": "keeping, making and staging outputs",
    "meetingplace.pelican_site.build:Build._stage_search": "search index",
    "meetingplace.building.publication:Publication.commit": "moving into place",
    "meetingplace.publishing.sharing:Artist.draw": "share pictures",
}
"""What is timed, and as what it is told."""
ELSEWHERE = ", in other processes"
"""What is added where a forked process took the time, while its parent waited or did something else."""
SEARCH = "meetingplace.pelican_site.build:Build._stage_search"
PICTURES = "meetingplace.pelican_site.build:artist"


class Clock:
    """Writes `phase seconds` for each timed call into a file, as one line that no other process can part.

    What a call within it takes is that one's alone.
    """

    def __init__(self, log: Path) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._within: list[float] = []
        self._process = os.getpid()

    def write(self, phase: str, seconds: float) -> None:
        where = "" if os.getpid() == self._process else ELSEWHERE
        os.write(self._log, f"{seconds:.6f} {phase}{where}\n".encode())

    def timed(self, phase: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, timed; one that yields is timed while it does."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            found = self._taken(phase, lambda: call(*args, **kwargs))
            return self._each(phase, found) if isinstance(found, Generator) else found

        return timed

    def _each(self, phase: str, found: Generator[Any, None, None]) -> Generator[Any, None, None]:
        end = object()
        while (each := self._taken(phase, lambda: next(found, end))) is not end:
            yield each

    def _taken(self, phase: str, call: Callable[[], Any]) -> Any:
        started = time.monotonic()
        self._within.append(0.0)
        try:
            return call()
        finally:
            whole, inner = time.monotonic() - started, self._within.pop()
            self.write(phase, whole - inner)
            if self._within:
                self._within[-1] += whole


def read_log(log: Path) -> Counter[str]:
    """Seconds by phase."""
    found: Counter[str] = Counter()
    for row in log.read_text("utf-8").splitlines():
        taken, _, phase = row.partition(" ")
        found[phase] += float(taken)  # type: ignore[assignment]
    return found


def lived() -> float:
    """Seconds since this process was started."""
    started = Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()[19]
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(started) / os.sysconf("SC_CLK_TCK")


def owner_of(step: str) -> tuple[Any, str]:
    """What holds a function, and its name there; AttributeError where there is none."""
    module, _, path = step.partition(":")
    owner = importlib.import_module(module)
    *outer, name = path.split(".")
    for each in outer:
        owner = getattr(owner, each)
    getattr(owner, name)
    return owner, name


def main(arguments: Sequence[str]) -> None:
    log, without, *rest = arguments
    clock = Clock(Path(log))
    for step, phase in STEPS.items():
        owner, name = owner_of(step)
        setattr(owner, name, clock.timed(phase, getattr(owner, name)))
    if without == "1":
        for step in (SEARCH, PICTURES):
            owner, name = owner_of(step)
            setattr(owner, name, lambda *_: None)
    owner, name = owner_of(FIRST)
    begin = getattr(owner, name)

    def first(build: object) -> None:
        clock.write(START, lived())
        begin(build)

    setattr(owner, name, first)
    importlib.import_module("pelican").main(rest)


if __name__ == "__main__":
    main(sys.argv[1:])
