"""What all tests share: the example site, small sites, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from sharing import shared
from sites import CONTENT, Build, run_pelican, standing_by, write
from torture import Torture, write_torture


if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No test depends on time, for a machine that has much to do is no fault.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the example content is published to, on TODAY for SITEURL (see support/sites.py)."""

    def publish(folder: Path) -> None:
        done = run_pelican(CONTENT, folder / "output")
        assert (done.returncode, done.stderr) == (0, "")

    return shared(tmp_path_factory, "example", publish) / "output"


@pytest.fixture(scope="session")
def torture(tmp_path_factory: pytest.TempPathFactory) -> Torture:
    """A content folder made to break calendars and feeds, and what readers should see of it."""
    return write_torture(tmp_path_factory.mktemp("torture") / "content")


@pytest.fixture(scope="session")
def torture_site(tmp_path_factory: pytest.TempPathFactory, torture: Torture, build: Build) -> Path:
    """The folder that it is published to, with warnings and no error."""

    def publish(folder: Path) -> None:
        done = build(torture.folder, folder / "output")
        assert (done.returncode, [line for line in done.stderr.splitlines() if ": error[" in line]) == (0, [])

    return shared(tmp_path_factory, "torture-site", publish) / "output"


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """A site without a single meeting."""
    folder = tmp_path_factory.mktemp("empty")
    write(folder / "content", "pages/om.md", "title: Om oss\n\nHej.\n")
    done = build(folder / "content", folder / "output")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "output"


@pytest.fixture(scope="session")
def build() -> Iterator[Build]:
    """Builds as the `pelican` command does, without what every process does over again (see support/standby.py)."""
    with standing_by() as build:
        yield build


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from visits import opened_chromium  # loads a browser's driver, which most tests have no use for

    with opened_chromium() as browser:
        yield browser
