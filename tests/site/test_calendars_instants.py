"""Random meetings over the zones of the world: four readers and zoneinfo agree on when each one begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_readers import Seen, by_ical, by_ical_js, by_icalendar, by_libical, spelled
from meetingplace.model.times import exists
from meetingplace.publishing.calendars import calendar, vevents, zones_of
from meetings import SITE, meeting, outlet


ZONES = (
    "Europe/Stockholm Europe/London Europe/Dublin Europe/Helsinki Europe/Istanbul Atlantic/Azores UTC"
    " America/New_York America/Los_Angeles America/Phoenix America/Havana America/Sao_Paulo America/St_Johns"
    " America/Santiago Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Beirut Africa/Johannesburg Africa/Cairo"
    " Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Auckland Pacific/Chatham"
)
MINUTES = int((dt.datetime(2029, 12, 30) - dt.datetime(2020, 1, 2)).total_seconds()) // 60
TOGETHER = 100
READERS: tuple[Callable[[Path], Seen], ...] = (by_icalendar, by_ical, by_libical, lambda file: by_ical_js([file])[file])
CHANGES = sorted(
    dt.datetime(2020, 1, 2) + day * dt.timedelta(days=1)
    for zone in (ZoneInfo("Europe/Stockholm"), ZoneInfo("America/New_York"), ZoneInfo("Australia/Sydney"))
    for day in range(MINUTES // 60 // 24)
    if len({(dt.datetime(2020, 1, 2 + away, tzinfo=zone) + day * dt.timedelta(days=1)).utcoffset() for away in (0, 1)})
    > 1
)
"""Midnights before clocks change somewhere."""

ANY = st.integers(0, MINUTES).map(lambda minutes: dt.datetime(2020, 1, 2) + minutes * dt.timedelta(minutes=1))
NEAR_A_CHANGE = st.builds(
    lambda day, minutes: day + minutes * dt.timedelta(minutes=1), st.sampled_from(CHANGES), st.integers(0, 1500)
)
START = st.tuples(ANY | NEAR_A_CHANGE, st.sampled_from(ZONES.split())).filter(lambda start: exists(*start))
LENGTH = st.integers(1, 1440)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Gives a new file each time."""
    folder, numbers = tmp_path_factory.mktemp("instants"), count()
    return lambda: folder / f"{next(numbers)}.ics"


@settings(max_examples=5)
@given(st.lists(st.tuples(START, LENGTH), min_size=TOGETHER, max_size=TOGETHER))
def test_all_readers_agree_with_zoneinfo(
    names: Callable[[], Path], drawn: list[tuple[tuple[dt.datetime, str], int]]
) -> None:
    made, expected = [], []
    for number, ((start, zone), length) in enumerate(drawn):
        end = start + length * dt.timedelta(minutes=1)
        if exists(end, zone):
            told: dict[str, Any] = {"start": f"{start:%Y-%m-%d %H:%M}", "end": f"{end:%Y-%m-%d %H:%M}"}
            made.append(
                meeting(slug=f"m{number}", published="2020-01-01", modified="2020-01-01", timezone=zone, **told)
            )
            expected.append([f"m{number}@{SITE.uid_domain}", spelled(start.replace(tzinfo=ZoneInfo(zone)))])
    file = names()
    events = [vevents(each, outlet()) for each in made]
    address = f"{SITE.url}/kalender.ics"
    file.write_bytes(
        calendar(
            title="x", description="", address=address, page=SITE.url, site=SITE, events=events, zones=zones_of(made)
        )
    )
    for read in READERS:
        assert [seen[:2] for seen in read(file)] == sorted(expected)
