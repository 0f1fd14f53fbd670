"""A small content folder that is fine, and reading it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from files import meeting_file
from meetingplace.model.site import Site
from meetingplace.reading.library import Reading, read


WORLD = Path(__file__).parent / "world"
Lines = Callable[[], list[str]]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The world as `content`, below the folder in which the test runs."""
    shutil.copytree(WORLD, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


@pytest.fixture
def reading(content: Path) -> Callable[[], Reading]:
    return lambda: read(content, Site())


@pytest.fixture
def lines(reading: Callable[[], Reading]) -> Lines:
    """The problems of the folder, in English."""
    return lambda: [problem.text("en") for problem in reading().problems]


@pytest.fixture
def meeting() -> str:
    return meeting_file()
