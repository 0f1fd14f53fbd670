"""All readers find the instants that the time zone database gives, wherever a meeting is and whenever it begins."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_readers import FROM, UNTIL, by_ical, by_ical_js, by_icalendar, by_libical, spelled
from meetingplace.model.times import exists, instant
from meetingplace.publishing.calendars import calendar, vevents, zones_of
from meetings import SITE, meeting, outlet


ZONES = (
    "Europe/Stockholm Europe/Dublin Europe/London Europe/Moscow Atlantic/Azores America/New_York America/St_Johns"
    " America/Nuuk America/Sao_Paulo America/Asuncion Africa/Casablanca Africa/Cairo Asia/Kolkata Asia/Tehran Asia/Tokyo"
    " Australia/Sydney Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Etc/GMT-3 UTC"
)
DAY = dt.timedelta(days=1)
MIDNIGHT = dt.time()
TIMES = st.datetimes(dt.datetime.combine(FROM + DAY, MIDNIGHT), dt.datetime.combine(UNTIL - 3 * DAY, MIDNIGHT)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
LIKELY = st.builds(
    lambda year, day, minute: dt.datetime(year, 1, 1) + dt.timedelta(days=day, minutes=5 * minute),
    st.integers(FROM.year, UNTIL.year - 1),
    st.sampled_from([*range(64, 105), *range(262, 314)]),
    st.integers(0, 60),
)
"""Nights about which clocks change."""
STARTS = st.tuples(st.sampled_from(ZONES.split()), TIMES | LIKELY).filter(lambda start: exists(start[1], start[0]))


@settings(max_examples=5, deadline=None)
@given(starts=st.lists(STARTS, min_size=100, max_size=100))
def test_all_readers_agree_with_the_time_zone_database(starts: list[tuple[str, dt.datetime]]) -> None:
    meetings = [
        meeting(slug=f"m{number}", timezone=zone, start=f"{start:%Y-%m-%d %H:%M}", end=f"{start + DAY:%Y-%m-%d} 12:00")
        for number, (zone, start) in enumerate(starts)
    ]
    events = [vevents(each, outlet()) for each in meetings]
    made = calendar(title="a", description="", address="", page="", events=events, zones=zones_of(meetings), site=SITE)
    wanted = sorted(
        [f"m{number}@uid.example", spelled(instant(start, zone))] for number, (zone, start) in enumerate(starts)
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "kalender.ics"
        file.write_bytes(made)
        found = [by_icalendar(file), by_ical(file), by_libical(file), by_ical_js([file])[file]]
    assert [[each[:2] for each in seen] for seen in found] == [wanted] * 4
