from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from meetingplace.reading import files
from meetingplace.reading.problems import Report


Lines = Callable[[], list[str]]
COMPOSED = unicodedata.normalize("NFC", "frukost-å.md")
TAKEN_APART = unicodedata.normalize("NFD", "frukost-å.md")


@pytest.mark.parametrize(
    ("one", "other", "slug"),
    [
        (TAKEN_APART, COMPOSED, "frukost-a"),
        ("frukost-a.md", COMPOSED, "frukost-a"),
        ("Frukost.md", "frukost.md", "frukost"),
        ("2026/frukost.md", "2027/frukost.md", "frukost"),
        ("frukost 1.md", "frukost-1.md", "frukost-1"),
    ],
)
def test_two_files_that_fold_to_one_slug(
    one: str, other: str, slug: str, content: Path, lines: Lines, meeting: str
) -> None:
    for name in (one, other):
        (content / "events" / name).parent.mkdir(exist_ok=True)
        (content / "events" / name).write_text(meeting, "utf-8")
    assert lines() == [
        (
            f'content/events/{other}:1:1: error[slug-duplicate] slug: the slug "{slug}" is that of'
            f" content/events/{one} too; expected another file name, or another slug"
        )
    ]


def test_a_slug_that_differs_by_case_alone(content: Path, lines: Lines, meeting: str) -> None:
    (content / "events" / "a.md").write_text(meeting, "utf-8")
    (content / "events" / "b.md").write_text(meeting.replace("place:", "slug: A\nplace:"), "utf-8")
    assert [line.partition("]")[0] for line in lines()] == [
        "content/events/b.md:7:7: error[slug-duplicate",
        "content/events/b.md:7:7: error[slug-invalid",
    ]


@pytest.mark.parametrize("name", ["a b.md", "-a.md", "a..md", "a'\"b.md", "a%20b.md", "a\u202eb.md", "😀a.md"])
def test_odd_names_give_a_slug(name: str, content: Path, lines: Lines, meeting: str) -> None:
    (content / "events" / name).write_text(meeting, "utf-8")
    assert lines() == []


@pytest.mark.parametrize("path", ["a.md/b.md", "x" * 300 + ".md"])
def test_a_file_that_cannot_be_read(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("", "utf-8")
    report = Report("x.md")
    assert (files.contents(tmp_path / path, report), report.problems[0].code) == (None, "file-unreadable")
