"""What all tests share: the example site, small sites, and a browser."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sites import CONTENT, Build, run_pelican


if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the example content is published to, on TODAY for SITEURL (see support/sites.py)."""
    out = tmp_path_factory.mktemp("example") / "output"
    done = run_pelican(CONTENT, out)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture(scope="session")
def build() -> Build:
    def built(content: Path, out: Path, **settings: object) -> subprocess.CompletedProcess[str]:
        return run_pelican(content, out, settings=settings)

    return built


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from visits import opened_chromium  # loads a browser's driver, which most tests have no use for

    with opened_chromium() as browser:
        yield browser
