from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import meetingplace.reading
from meetingplace.reading.codes import WORDINGS
from meetingplace.reading.markdown import to_html


Run = Callable[..., Any]
PAGES = Path(meetingplace.reading.__file__).parent


@pytest.mark.parametrize(
    ("tongue", "block"),
    [
        (
            "sv",
            (
                "time-invalid (error)\n"
                "  Betyder: Det här värdet går inte att använda här\n"
                "  Väntat: ÅÅÅÅ-MM-DD TT:MM, ett datum eller en månad\n"
                "  Så rättar du: Skriv tiden som 2026-09-12 18:00, dagen som 2026-09-12 eller månaden som 2026-09.\n"
                "  Exempel (bland nycklarna för ett möte):\n"
                "      start: 31 februari\n"
            ),
        ),
        (
            "en",
            (
                "fence-unclosed (warning)\n"
                "  Means: The code that begins here is never closed\n"
                "  Expected: A line of ``` or ~~~\n"
                "  Cure: Write a line of ``` where the code ends.\n"
                "  Example (in the text below the keys):\n"
                "      ```\n"
                "      kod\n"
            ),
        ),
    ],
)
def test_a_problem_as_text(run: Run, tongue: str, block: str) -> None:
    ran = run("problems", "--language", tongue)
    assert (ran.status, ran.err) == (0, "")
    assert f"\n\n{block}\n" in ran.out


@pytest.mark.parametrize("tongue", ["sv", "en"])
def test_both_formats_have_every_problem_once(run: Run, tongue: str) -> None:
    text = run("problems", "--language", tongue).out
    page = run("problems", "--language", tongue, "--format", "markdown").out
    assert re.findall(r"^([a-z-]+) \((?:error|warning|error (?:or|eller) warning)\)$", text, re.MULTILINE) == sorted(
        WORDINGS
    )
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == sorted(WORDINGS)


@pytest.mark.parametrize("tongue", ["sv", "en"])
def test_the_page_shows_tags_and_marks_as_they_are(run: Run, tongue: str) -> None:
    html = to_html(run("problems", "--language", tongue, "--format", "markdown").out)
    assert html.count("<pre>") == len(WORDINGS)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize("tongue", ["sv", "en"])
def test_the_page_in_the_repository_is_that_of_the_source(run: Run, tongue: str) -> None:
    page = run("problems", "--language", tongue, "--format", "markdown").out
    assert (PAGES / f"PROBLEMS.{tongue}.md").read_text("utf-8") == page, (
        f"meetingplace problems --format markdown --language {tongue} > plugins/meetingplace/reading/PROBLEMS.{tongue}.md"
    )


def test_swedish_is_spoken_where_nothing_is_said(run: Run) -> None:
    assert run("problems").out == run("problems", "--language", "sv").out
