"""The line of the file that a problem is about, with a mark under the place."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from unicodedata import category, east_asian_width

from meetingplace.reading.characters import normalised
from meetingplace.reading.front_matter import LONGEST_FILE
from meetingplace.reading.problems import Problem, escaped


WIDEST = 100
"""Characters of a line that are shown."""


class Excerpts:
    """Looks lines up, one file at a time."""

    def __init__(self) -> None:
        self._lines = lru_cache(maxsize=1)(_lines_of)

    def of(self, problem: Problem) -> list[str]:
        """The line and the mark below it, each ended; nothing of files about people."""
        lines = [] if problem.private else self._lines(problem.file)
        if problem.line > len(lines):
            return []
        line = lines[problem.line - 1]
        start = max(0, problem.column - 1 - WIDEST // 2)
        before = escaped(line[start : problem.column - 1].replace("\t", " "))
        shown = escaped(line[start : start + WIDEST].replace("\t", " "))
        return [f"  | {shown}", f"  | {' ' * _width(before)}^", ""]


def _width(text: str) -> int:
    """The columns that a text takes on a terminal (Unicode Standard Annex 11): two for wide signs, none for accents."""
    wide = sum(east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(category(sign) in ("Mn", "Me") for sign in text)


def _lines_of(file: str) -> list[str]:
    try:
        with Path(file).open("rb") as opened:
            raw = opened.read(LONGEST_FILE)
    except OSError:
        return []
    return normalised(raw.decode("utf-8-sig", "replace")).split("\n")
