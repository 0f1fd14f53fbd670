"""Golden cases of what is written and not shown: drop `<kind>-<what>.md` and `<kind>-<what>.expected` into cases/.

Beside the case lies what is in world/; the day is 1 September 2026. The expected lines are the problems, in English.
`<kind>-<what>.before`, where there is one, is the same file as it was when the site was last published.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from meetingplace.catalogue import Catalogue
from meetingplace.model import FOLDERS
from meetingplace.model.site import Site
from meetingplace.publishing.problems import problems_of
from meetingplace.publishing.site import SiteMaker
from meetingplace.reading.library import Reading, read


HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.md"))
NAMES = {"event": "2026/2026-09-12-case.md"}
KINDS: dict[str, str] = {"page": "pages"} | {kind: folder for folder, kind in FOLDERS.items()}


def read_with(case: Path | None, folder: Path) -> tuple[Reading, Catalogue]:
    shutil.copytree(HERE / "world", folder, dirs_exist_ok=True)
    if case:
        kind = case.stem.partition("-")[0]
        target = folder / KINDS[kind] / NAMES.get(kind, "case.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(case, target)
    reading = read(folder, Site())
    return reading, Catalogue(reading.library, Site(), dt.date(2026, 9, 1))


def lines_of(case: Path | None, folder: Path) -> list[str]:
    before = case.with_suffix(".before") if case else None
    notes = read_with(before, folder)[1].notes() if before and before.exists() else {}
    reading, catalogue = read_with(case, folder)
    found = problems_of(reading, catalogue, SiteMaker(catalogue, folder), notes)
    return [problem.text("en") for problem in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = [line for line in lines_of(case, Path("content")) if "[name-twice]" not in line]
    assert own == case.with_suffix(".expected").read_text("utf-8").splitlines()


def test_the_world_alone_has_but_two_of_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [line.split()[1] for line in lines_of(None, Path("content"))] == ["warning[name-twice]"]
