from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meetingplace.cli.lines import MOST_LINES, in_colour, line, shown
from meetingplace.reading.problems import Problem


Run = Callable[..., Any]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def problem(number: int, severity: Any = "error") -> Problem:
    return Problem("content/x.md", number, 1, "file-empty", severity=severity)


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm-256color"}, False),
    ],
)
def test_colour_is_for_terminals_alone(stream: io.StringIO, environment: dict[str, str], coloured: bool) -> None:
    assert in_colour(stream, environment) == coloured


def test_a_line_in_colour_has_the_same_words() -> None:
    found = Problem("a: error[file-empty].md", 1, 2, "file-empty", "", (), "warning")
    coloured = line(found, "en", coloured=True)
    assert coloured.startswith("\x1b[1ma: error[file-empty].md:1:2:\x1b[0m \x1b[1;33mwarning[file-empty]\x1b[0m ")
    for code in ("\x1b[1m", "\x1b[1;33m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == line(found, "en", coloured=False) == found.text("en")


def test_errors_are_shown_rather_than_warnings() -> None:
    warnings = [problem(number, "warning") for number in range(1, MOST_LINES + 1)]
    errors = [problem(number) for number in range(MOST_LINES + 1, MOST_LINES + 4)]
    assert shown([*warnings, *errors]) == [*warnings[: MOST_LINES - 3], *errors]
    assert shown(warnings) == warnings
    assert shown([problem(number) for number in range(2 * MOST_LINES)]) == [
        problem(number) for number in range(MOST_LINES)
    ]


@pytest.mark.parametrize(("extra", "last"), [(0, []), (1, ["… och 1 fel till"]), (7, ["… och 7 fel till"])])
def test_what_is_not_shown_is_counted(extra: int, last: list[str], run: Run, content: Path) -> None:
    for number in range(MOST_LINES + extra):
        (content / "places" / f"x{number}.md").write_text("", "utf-8")
    ran = run("check")
    assert (ran.status, ran.out) == (1, f"{MOST_LINES + extra} fel\n")
    assert ran.err.splitlines()[MOST_LINES:] == last


def test_a_terminal_gets_colours(run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "places" / "x.md").write_text("", "utf-8")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert run("check").err.count("\x1b[") == 4
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("check").err.count("\x1b[") == 0
