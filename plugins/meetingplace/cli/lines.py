"""Problems as lines on a terminal: how many are shown, and which words are in colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from meetingplace.reading.problems import Problem


MOST_LINES = 1000
"""More than anyone corrects before asking again."""

BOLD, RED, YELLOW, PLAIN = (f"\x1b[{number}m" for number in ("1", "1;31", "1;33", "0"))
COLOURS: Mapping[str, str] = {"error": RED, "warning": YELLOW}


def shown(problems: Sequence[Problem]) -> list[Problem]:
    """At most MOST_LINES of them, in their order; errors are kept rather than warnings."""
    errors = sum(problem.severity == "error" for problem in problems)
    room = {"error": MOST_LINES, "warning": max(0, MOST_LINES - errors)}
    kept = []
    for problem in problems:
        if room[problem.severity]:
            room[problem.severity] -= 1
            kept.append(problem)
    return kept


def in_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a stream is a terminal that shows colours, and nobody has asked for none (no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def line(problem: Problem, tongue: str, *, coloured: bool) -> str:
    """The line of a problem: its place in bold and its severity in its colour, or all plain."""
    text = problem.text(tongue)
    if not coloured:
        return text
    mark = f": {problem.severity}[{problem.code}]"
    place, _, rest = text.partition(mark)
    return f"{BOLD}{place}:{PLAIN} {COLOURS[problem.severity]}{mark[2:]}{PLAIN}{rest}"
