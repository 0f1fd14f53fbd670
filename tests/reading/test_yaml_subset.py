from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.reading import yaml_subset
from meetingplace.reading.problems import Report


def codes(text: str) -> list[str]:
    report = Report("x.md")
    yaml_subset.parse(text, report)
    return [problem.code for problem in report.problems]


def test_scalars_stay_text() -> None:
    text = "a: 18:30\nb: NO\nc: on\nd: 0701234567\ne: 2026-09-12\nf: .inf\ng: 0x1F\nh: ''\ni: 1e999\n"
    assert yaml_subset.parse(text, Report("")) == {
        "a": "18:30",
        "b": "NO",
        "c": "on",
        "d": "0701234567",
        "e": "2026-09-12",
        "f": ".inf",
        "g": "0x1F",
        "h": "",
        "i": "1e999",
    }


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_plain_nothing_is_no_value(nothing: str) -> None:
    assert yaml_subset.parse(f"a: {nothing}\nb: [{nothing or '~'}]\n", Report("")) == {"a": None, "b": [None]}


def test_a_quoted_nothing_is_a_text() -> None:
    assert yaml_subset.parse("a: '~'\nb: \"null\"\n", Report("")) == {"a": "~", "b": "null"}


@pytest.mark.parametrize("levels", [6, 7])
def test_levels(levels: int) -> None:
    text = "a: " + "[" * (levels - 1) + "x" + "]" * (levels - 1)
    assert codes(text) == ([] if levels <= 6 else ["yaml-too-deep"])


def test_all_keys_that_stand_twice_are_told() -> None:
    assert codes("a: 1\na: 2\nb: {c: 1, c: 2}\n") == ["key-duplicate", "key-duplicate"]


def test_positions_are_those_of_the_file() -> None:
    found = yaml_subset.positions("a: x\nb:\n  - c\n  - {d: å e}\n", 2)
    assert found.values[()] == (2, 1)
    assert found.values["a",] == (2, 4)
    assert (found.keys["b",], found.values["b", 0]) == ((3, 1), (4, 5))
    assert (found.keys["b", 1, "d"], found.values["b", 1, "d"]) == ((5, 6), (5, 9))


def test_places_are_found_as_far_as_the_text_can_be_read() -> None:
    assert yaml_subset.positions("a: x\nb: [\n").keys == {("a",): (1, 1), ("b",): (2, 1)}


@given(st.text(st.sampled_from("ab:#-?,[]{}&*!|>'\"%@`\n\t \\~.<0é\u00a0"), max_size=60))
def test_any_text_is_data_or_problems(text: str) -> None:
    report = Report("")
    found = yaml_subset.parse(text, report)
    assert (found is None) == any(problem.code not in SURVIVED for problem in report.problems)


SURVIVED = {"blank-odd", "key-duplicate", "comment-swallows", "character-control", "character-invisible"}
