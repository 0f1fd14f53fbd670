from __future__ import annotations

import ast
from pathlib import Path

import pytest

import meetingplace.model
from meetingplace.i18n import language
from meetingplace.reading.codes import WORDINGS
from meetingplace.reading.faults import BY_TYPE
from meetingplace.reading.problems import Problem, Report, printable
from meetingplace.reading.wording import KINDS, NEUTRAL, PLACE, SHAPES
from meetingplace.reading.yaml_faults import BY_PROBLEM


MESSAGES = sorted({m for wording in WORDINGS.values() for m in wording if m} | {*SHAPES.values(), *KINDS.values()})
SAME_IN_SWEDISH = {
    "text",
    "platform, url or note",
    "slug, name, town or tbd",
    "updates: [{date: …, text: …, was: %(was)s}]",
}
VALUES = {
    "choices": "a, b",
    "count": "3",
    "form": "{name, email}",
    "forms": "end",
    "key": "name",
    "kind": "event",
    "kinds": "person place",
    "limit": "90",
    "line": "3",
    "most": "3",
    "other": "content/x.md",
}


def every_problem(*, private: bool) -> list[Problem]:
    report = Report("people/x.md", private=private)
    for code, wording in WORDINGS.items():
        names = {name for message in wording for name in PLACE.findall(message)}
        report.error(code, (1, 1), "", "", **{name: VALUES.get(name, "HEMLIG") for name in sorted(names)})
    return report.problems


@pytest.mark.parametrize("tongue", ["sv", "en"])
@pytest.mark.parametrize("private", [True, False])
def test_every_code_has_something_to_say(tongue: str, private: bool) -> None:
    assert [p.code for p in every_problem(private=private) if not p.message(tongue) or "%(" in p.message(tongue)] == []


def test_files_about_people_are_told_of_without_a_value() -> None:
    told = [(problem.text(), problem.values) for problem in every_problem(private=True)]
    assert [line for line in told if "HEMLIG" in str(line)] == []


def test_neutral_values_are_all_known_to_this_test() -> None:
    assert sorted(NEUTRAL) == sorted([*VALUES, "shape"])


def test_every_message_is_swedish_too() -> None:
    swedish = language("sv")
    assert [m for m in MESSAGES if swedish.gettext(m) == m and m not in SAME_IN_SWEDISH] == []


def test_values_have_the_same_names_in_swedish() -> None:
    swedish = language("sv")
    assert [m for m in MESSAGES if sorted(PLACE.findall(m)) != sorted(PLACE.findall(swedish.gettext(m)))] == []


def test_every_fault_of_the_models_is_worded() -> None:
    codes = set()
    for path in Path(meetingplace.model.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fault":
                code = node.args[0]
                assert isinstance(code, ast.Constant), ast.unparse(node)
                codes.add(str(code.value))
    assert sorted(codes - set(WORDINGS)) == []


def test_every_code_that_tables_name_is_worded() -> None:
    assert sorted({*BY_TYPE.values(), *BY_PROBLEM.values()} - set(WORDINGS)) == []


def test_the_line_of_a_problem() -> None:
    values = (("found", "31 februari"),)
    problem = Problem("content/events/x.md", 7, 8, "time-invalid", "start", values, "error", "2026-02-28")
    assert problem.text("en") == (
        'content/events/x.md:7:8: error[time-invalid] start: got "31 februari";'
        ' expected YYYY-MM-DD HH:MM, a date, or a month; did you mean "2026-02-28"?'
    )
    assert problem.text("sv") == (
        'content/events/x.md:7:8: error[time-invalid] start: fick "31 februari";'
        ' väntade ÅÅÅÅ-MM-DD TT:MM, ett datum eller en månad; menade du "2026-02-28"?'
    )


def test_what_cannot_be_seen_is_told_with_escapes() -> None:
    assert printable("a\x1b[31m\u202eb\n") == r"a\u001b[31m\u202eb\u000a"


def test_long_values_are_cut() -> None:
    assert printable("x" * 81) == "x" * 79 + "…"
