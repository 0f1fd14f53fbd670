"""Every problem is explained in both languages, and every example that can be tried has the problem it is for."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import meetingplace.catalogue
import meetingplace.publishing
import meetingplace.reading
from meetingplace.i18n import language
from meetingplace.reading.codes import WORDINGS
from meetingplace.reading.cures import CURES
from meetingplace.reading.examples import EXAMPLES
from meetingplace.reading.explained import EITHER, WARNINGS, WHERE, explained
from meetingplace.reading.library import Reading


BASES = {
    "event": (
        "events/2026/2026-09-12-case.md",
        {
            "title": "Kulturfrukost",
            "summary": "Vi äter frukost.",
            "start": "2026-09-12 09:30",
            "end": "11:00",
            "attendance": "on-site",
            "place": "tea-huset",
        },
    ),
    "place": ("places/case.md", {"name": "Kvarnen"}),
    "person": ("people/case.md", {"name": "Cleo Alm", "kind": "independent"}),
}
OF_TABLES = (
    "email-in-text",
    "file-misplaced",
    "file-passed-over",
    "folder-passed-over",
    "identity-number",
    "phone-in-text",
)
"""Warnings whose code is no word of the call that gives them."""
SAYING = (meetingplace.reading, meetingplace.catalogue, meetingplace.publishing)
TRIED = sorted(code for code, example in EXAMPLES.items() if example.where not in ("file", "settings"))


def with_keys(where: str, text: str) -> tuple[str, str]:
    """A record that is fine but for the example; its keys stand instead of those of the same name."""
    path, keys = BASES[where]
    given = {line.partition(":")[0] for line in text.split("\n")}
    wanted = keys if (where, text) != ("place", "town: Flen") else {}
    kept = [f"{key}: {value}" for key, value in wanted.items() if key not in given]
    return path, "\n".join(["---", *kept, text, "---", "Välkommen.", ""])


def example_file(code: str) -> tuple[str, str]:
    where, text = EXAMPLES[code]
    if where == "vocabulary":
        return "vocabulary.yaml", f"terms:\n  {text}\n"
    if where == "page":
        return "pages/case.md", f"{text}\n"
    if where == "body":
        path, fine = with_keys("event", "cost: free")
        return path, f"{fine}\n{text}\n"
    return (BASES["event"][0], text) if where == "whole" else with_keys(where, text)


@pytest.mark.parametrize("code", TRIED)
def test_the_example_has_the_problem(code: str, content: Path, reading: Callable[[], Reading]) -> None:
    path, text = example_file(code)
    (content / path).write_text(text, "utf-8")
    found = {problem.code: problem.severity for problem in reading().problems}
    assert code in found
    assert found[code] == ("warning" if code in WARNINGS else "error")


def test_most_examples_are_tried() -> None:
    assert len(TRIED) > len(WORDINGS) / 2
    assert sorted({example.where for example in EXAMPLES.values()} - set(WHERE)) == []


def test_every_code_has_an_example_and_a_cure_and_nothing_else_has() -> None:
    assert sorted(EXAMPLES) == sorted(WORDINGS)
    assert sorted(CURES) == sorted(WORDINGS)


@pytest.mark.parametrize("tongue", ["sv", "en"])
def test_everything_is_said(tongue: str) -> None:
    assert [e.code for e in explained(tongue)] == sorted(WORDINGS)
    empty = [e.code for e in explained(tongue) if not (e.means and e.where and e.example and e.cure)]
    assert empty == []
    assert [e.code for e in explained(tongue) if "%(" in f"{e.means}{e.expected}"] == []
    assert [e.code for e in explained(tongue) if bool(e.expected) != bool(WORDINGS[e.code].expected)] == []


def test_every_cure_and_place_is_swedish_too() -> None:
    swedish = language("sv")
    assert [m for m in [*CURES.values(), *WHERE.values()] if swedish.gettext(m) == m] == []


def test_warnings_are_those_that_the_readers_give() -> None:
    given = set(OF_TABLES)
    readers = [Path(package.__file__ or "").parent for package in SAYING]
    for path in [path for folder in readers for path in folder.glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "warning":
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    given.add(str(code.value))
    assert given == WARNINGS
    assert {"problems-more"} == EITHER
