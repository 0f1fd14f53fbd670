from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.reading import characters, front_matter, yaml_subset
from meetingplace.reading.problems import Report
from meetingplace.reading.writing import markdown_file


def is_read(text: str) -> bool:
    return not characters.REFUSED.search(text) and characters.normalised(text) == text


def depth(value: Any) -> int:
    if isinstance(value, str):
        return 0
    return 1 + max((depth(each) for each in (value.values() if isinstance(value, dict) else value)), default=0)


TRICKY = [
    "~",
    "null",
    "NO",
    "18:30",
    "---",
    "a\n---\nb",
    "a\n\nb\n",
    "  x\ny",
    "x\n\n",
    "- a",
    "a: b",
    "a #b",
    "<<",
]
TEXT = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30).filter(is_read),
    st.text(st.sampled_from("ab å:#-?,[]{}&*!|>'\"%@`\n\t \\~.<0"), max_size=12),
    st.sampled_from(TRICKY),
)
KEY = TEXT.filter(bool)
VALUE = st.recursive(
    TEXT,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEY, inner, min_size=1, max_size=3),
    max_leaves=5,
)
DATA = st.dictionaries(KEY, VALUE, min_size=1, max_size=4).filter(lambda data: depth(data) <= yaml_subset.DEEPEST)


@given(DATA, TEXT)
def test_what_is_written_reads_back_as_it_was(data: dict[str, Any], body: str) -> None:
    report = Report("x.md")
    source = front_matter.split(markdown_file(data, body).encode(), report)
    assert source is not None
    assert yaml_subset.parse(source.front, report) == data
    assert source.body.strip("\n") == body.strip("\n")
    assert report.problems == []


def test_a_file_reads_well() -> None:
    data: dict[str, Any] = {
        "uid": "x",
        "title": "Dans: en kväll",
        "start": "2026-09-12 18:00",
        "topics": ["dans", "fri scen"],
        "who": [{"person": "anna-berg", "why": "Söker:\nen lokal"}, "bo-ek"],
        "pay": {"paid": "yes"},
    }
    text = markdown_file(data, "\nHej.\n\n", keys=["title", "start", "pay"], hints=["cost: free", ""])
    assert text == (
        '---\ntitle: "Dans: en kväll"\nstart: 2026-09-12 18:00\npay:\n  paid: yes\nuid: x\ntopics: [dans, fri scen]\n'
        "who:\n  - person: anna-berg\n    why: |-\n      Söker:\n      en lokal\n  - bo-ek\n# cost: free\n#\n---\nHej.\n"
    )


@pytest.mark.parametrize("value", [{}, [], [[]], [{}]])
def test_what_cannot_be_told_from_nothing_is_not_written(value: Any) -> None:
    with pytest.raises(ValueError, match="empty"):
        markdown_file({"who": value})
