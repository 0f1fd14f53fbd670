"""Golden cases: drop `<kind>-<what>.md` and `<kind>-<what>.expected` into cases/, and they are tested.

The kind says as which file it is read: a record (event, person, place, municipality, series), a page, the translation of
a meeting or a person, the vocabulary; beside it lies what is in world/. The expected lines are the problems, in English; there are none where all is well.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from meetingplace.model import FOLDERS


CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
FILES: dict[str, str] = {kind: f"{folder}/case.md" for folder, kind in FOLDERS.items()} | {
    "event": "events/2026/2026-09-12-case.md",
    "page": "pages/case.md",
    "translation": "events/2026/2026-08-20-dansfika.en.md",
    "persontranslation": "people/anna-berg.en.md",
    "drafttranslation": "events/2026/2026-10-01-utkast.en.md",
    "vocabulary": "vocabulary.yaml",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, content: Path, lines: Callable[[], list[str]]) -> None:
    shutil.copyfile(case, content / FILES[case.stem.partition("-")[0]])
    assert lines() == case.with_suffix(".expected").read_text("utf-8").splitlines()


def test_every_expectation_has_its_case() -> None:
    expected = sorted((Path(__file__).parent / "cases").glob("*.expected"))
    assert [path.stem for path in expected] == [path.stem for path in CASES]


def test_the_world_alone_is_fine(lines: Callable[[], list[str]], content: Path) -> None:
    assert lines() == []
