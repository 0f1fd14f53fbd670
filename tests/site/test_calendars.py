"""Calendars as their readers understand them: all of the example, and of a content folder made to break them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from calendar_readers import (
    Seen,
    by_ical,
    by_ical_js,
    by_icalendar,
    by_libical,
    errors_by_icalendar,
    errors_by_libical,
    spelled,
)
from torture import Torture


READERS: tuple[Callable[[Path], Seen], ...] = (by_icalendar, by_ical, by_libical)


@pytest.fixture(scope="module")
def calendars(example_site: Path, torture_site: Path, empty_site: Path) -> list[Path]:
    """Every calendar of the three sites."""
    found = [file for site in (example_site, torture_site, empty_site) for file in sorted(site.rglob("*.ics"))]
    assert len(found) > 200
    return found


@pytest.fixture(scope="module")
def by_thunderbird(calendars: list[Path]) -> dict[Path, Seen]:
    return by_ical_js(calendars)


def test_icalendar_passes_nothing_over(calendars: list[Path]) -> None:
    assert {file: errors for file in calendars if (errors := errors_by_icalendar(file))} == {}


def test_libical_finds_no_error_and_all_that_publishing_asks_for(calendars: list[Path]) -> None:
    assert {file: found for file in calendars if (found := errors_by_libical(file)) != (0, 1)} == {}


def test_all_readers_see_the_right_times_and_titles(
    torture: Torture, torture_site: Path, by_thunderbird: dict[Path, Seen]
) -> None:
    file = torture_site / "kalender.ics"
    expected = sorted([uid, spelled(start), title] for uid, seen in torture.seen.items() for start, title in seen)
    found = {read.__name__: _titles(read(file)) for read in READERS} | {"by_ical_js": _titles(by_thunderbird[file])}
    assert found == dict.fromkeys(found, expected)


def test_all_readers_see_the_same_in_every_calendar(
    calendars: list[Path], by_thunderbird: dict[Path, Seen], example_site: Path
) -> None:
    for read in READERS:
        assert {file: read(file) for file in calendars} == by_thunderbird
    assert len(by_thunderbird[example_site / "kalender.ics"]) > 1


def test_a_site_without_meetings_has_a_calendar_without_events(
    empty_site: Path, by_thunderbird: dict[Path, Seen]
) -> None:
    assert by_thunderbird[empty_site / "kalender.ics"] == []


def _titles(seen: Seen) -> list[list[str]]:
    return sorted(each[:3] for each in seen)
