"""Our lean build and Hugo's in turn, on the same content with the same edits; every pair of runs is a ratio."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Literal

from compare import Outputs, compare
from formats import Write, with_participant, with_words, write_hugo, write_hugo_meeting, write_our_meeting, write_ours
from made import Meeting, meetings
from measure import Command, Run, memory, run
from places import hugo_command, lean_command
from telling import tell


Case = Literal["cold", "edited body", "added participant", "nothing changed"]
CASES: tuple[Case, ...] = ("cold", "edited body", "added participant", "nothing changed")
LOOKED_AT: tuple[Case, ...] = ("cold", "edited body")
"""The cases whose memory is told."""


@dataclass(frozen=True, slots=True)
class Size:
    meetings: int
    people: int

    @classmethod
    def read(cls, text: str) -> Size:
        """`1000x800`; ValueError for anything else."""
        count, people = text.split("x")
        return cls(int(count), int(people))

    def __str__(self) -> str:
        return f"{self.meetings:,} × {self.people:,}"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its folders, how it is started, and how a meeting is written for it."""

    content: Path
    out: Path
    command: Command
    write: Write

    def clear(self) -> None:
        """Remove what it has made, and all that it has kept beside."""
        shutil.rmtree(self.out.parent, ignore_errors=True)
        self.out.parent.mkdir(parents=True)


@dataclass(slots=True)
class Pairs:
    """The runs of both in one case, in turn; `memory` is the most that each held in a run of its own."""

    ours: list[Run] = field(default_factory=list)
    theirs: list[Run] = field(default_factory=list)
    memory: tuple[int, int] = (0, 0)

    @property
    def ratios(self) -> list[float]:
        return sorted(ours.wall / theirs.wall for ours, theirs in zip(self.ours, self.theirs, strict=True))

    @property
    def ratio(self) -> float:
        return median(self.ratios)


@dataclass(frozen=True, slots=True)
class Race:
    size: Size
    outputs: Outputs
    pairs: dict[Case, Pairs]


def race(size: Size, rounds: int, folder: Path, program: Path) -> Race:
    """So many rounds of all cases; raises compare.UnequalError unless both sites are equal, before and after edits."""
    ours, theirs = _sides(size, folder, program)
    known = list(meetings(size.meetings, size.people))
    pairs: dict[Case, Pairs] = {case: Pairs() for case in CASES}
    tell(f"{size}: a run of each that does not count")
    for side in (ours, theirs):
        side.clear()
        run(side.command)
    made = compare(ours.out, theirs.out, known, size.people)
    for number in range(rounds):
        for case in _cases(number, known, size, (ours, theirs)):
            tell(f"{size}: round {number + 1} of {rounds}, {case}")
            found = pairs[case]
            for side, runs in [(ours, found.ours), (theirs, found.theirs)][:: 1 if number % 2 else -1]:
                runs.append(timed(side.command))
    compare(ours.out, theirs.out, known, size.people)
    for case in _cases(rounds, known, size, (ours, theirs)):
        if case in LOOKED_AT:
            tell(f"{size}: memory, {case}")
            pairs[case].memory = memory(ours.command), memory(theirs.command)
    return Race(size, made, pairs)


def timed(command: Command) -> Run:
    """One run, when all that runs before it have written is on the disk."""
    os.sync()
    return run(command)


def _sides(size: Size, folder: Path, program: Path) -> tuple[Side, Side]:
    ours, theirs = folder / "ours", folder / "theirs"
    tell(f"{size}: writing content")
    write_ours(ours / "content", size.meetings, size.people)
    write_hugo(theirs / "content", size.meetings, size.people)
    out = ours / "made" / "site", theirs / "made" / "site"
    return (
        Side(ours / "content", out[0], lean_command(ours / "content", out[0]), write_our_meeting),
        Side(theirs / "content", out[1], hugo_command(theirs / "content", out[1], program), write_hugo_meeting),
    )


def _cases(number: int, known: list[Meeting], size: Size, sides: Sequence[Side]) -> Iterator[Case]:
    """Each case of a round when all is ready for it; `known` follows the edits, which are of another meeting each round."""
    for side in sides:
        side.clear()
    yield "cold"
    at = number * (len(known) // 8 or 1) % len(known)
    known[at] = with_words(known[at], f"omskrivet {number}")
    _write(known[at], sides)
    yield "edited body"
    known[at] = with_participant(known[at], size.people)
    _write(known[at], sides)
    yield "added participant"
    yield "nothing changed"


def _write(meeting: Meeting, sides: Sequence[Side]) -> None:
    for side in sides:
        side.write(side.content, meeting)
