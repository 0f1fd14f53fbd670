"""The full site on the bench's content: every output, its time by phase, and what one edit takes."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from compare import files
from formats import with_words, write_our_meeting, write_ours
from made import TODAY, meetings
from measure import Command, Run, memory
from phases import ELSEWHERE, read_log
from places import OWN
from race import Size, timed
from sites import pelican_command
from telling import megabytes, seconds, table, tell


SETTINGS = {"TODAY": str(TODAY), "SITEURL": "https://bench.example", "UID_DOMAIN": "bench.example"}
HEAD = ("the full site", "wall", "CPU", "peak memory", "files", "bytes")


@dataclass(frozen=True, slots=True)
class Built:
    """The runs of one case, the memory of one more, and what stood there after it."""

    runs: list[Run]
    memory: int
    files: int
    size: int

    def row(self, name: str) -> list[str]:
        wall, cpu = (median(getattr(run, each) for run in self.runs) for each in ("wall", "cpu"))
        return [name, seconds(wall), seconds(cpu), megabytes(self.memory), f"{self.files:,}", megabytes(self.size)]


class FullSite:
    """Content of a size, and the full site that is built of it, again and again."""

    def __init__(self, size: Size, folder: Path) -> None:
        self._known = list(meetings(size.meetings, size.people))
        self._content, self._out, self._log = folder / "content", folder / "made" / "site", folder / "log"
        self._edits = 0
        write_ours(self._content, size.meetings, size.people)

    def cold(self) -> None:
        """Nothing has been built yet."""
        shutil.rmtree(self._out.parent, ignore_errors=True)
        self._out.parent.mkdir()

    def edited(self) -> None:
        """Another meeting's body has a word more than at the last build."""
        self._edits += 1
        write_our_meeting(self._content, with_words(self._known[-self._edits], f"omskrivet {self._edits}"))

    def command(self) -> Command:
        return pelican_command(self._content, self._out, settings=SETTINGS)

    def bare(self) -> Command:
        """Without share pictures and the index of the search; it writes the time of its phases down."""
        return self._phased("1")

    def phased(self) -> Command:
        """All of it, its phases written down."""
        return self._phased("0")

    def _phased(self, without: str) -> Command:
        self._log.unlink(missing_ok=True)
        return [sys.executable, OWN / "phases.py", self._log, without, *list(self.command())[1:]]

    def phases(self, wall: float) -> Counter[str]:
        """Of the last run that wrote them down; `wall` is how long it took from start to end."""
        found = read_log(self._log)
        found["all else"] = wall - sum(taken for phase, taken in found.items() if not phase.endswith(ELSEWHERE))  # type: ignore[assignment]
        return found

    def built(self, rounds: int, command: Callable[[], Command], ready: Callable[[], None]) -> Built:
        """So many timed runs, and one for its memory, each when all is `ready`."""
        runs = []
        for _ in range(rounds):
            ready()
            runs.append(timed(command()))
        ready()
        most = memory(command())
        sizes = [path.stat().st_size for path in files(self._out)]
        return Built(runs, most, len(sizes), sum(sizes))


def full(size: Size, rounds: int, folder: Path) -> str:
    """Its table, and that of its phases."""
    site = FullSite(size, folder)
    rows = []
    tell(f"{size}: the full site, without share pictures and search index")
    for name, ready in (("cold", site.cold), ("edited body", site.edited)):
        rows.append(site.built(rounds, site.bare, ready).row(f"{name}, without share pictures and search index"))
    tell(f"{size}: the full site, whole")
    cases: list[tuple[str, Callable[[], None]]] = [
        ("cold", site.cold),
        ("edited body", site.edited),
        ("nothing changed", lambda: None),
    ]
    for name, ready in cases:
        rows.append(site.built(rounds, site.command, ready).row(f"{name}, whole"))
    return f"**{size}, the full site**\n\n{table(HEAD, rows)}\n\n{_phases(site)}\n"


def _phases(site: FullSite) -> str:
    columns = []
    for ready in (site.cold, site.edited):
        ready()
        columns.append(site.phases(timed(site.phased()).wall))
    names = dict.fromkeys(name for column in columns for name in column)
    rows = [[name, *(seconds(column[name]) for column in columns)] for name in names]
    return table(("wall by phase, whole", "cold", "edited body"), rows)
