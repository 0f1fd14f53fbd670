"""VTIMEZONE against the time zone database, read by dateutil."""

from __future__ import annotations

import datetime as dt
import io
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import tzical

from meetingplace.model.zones import changes
from meetingplace.publishing.calendars.zones import tzid, vtimezone


STOCKHOLM = b"""BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")
ZONES = (
    "Europe/Stockholm Europe/London Europe/Dublin Europe/Helsinki Europe/Moscow Europe/Istanbul Atlantic/Azores"
    " America/New_York America/Los_Angeles America/Phoenix America/Havana America/Sao_Paulo America/Mexico_City"
    " America/Asuncion America/St_Johns Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Amman Asia/Beirut"
    " Africa/Johannesburg Africa/Windhoek Australia/Sydney Australia/Adelaide Australia/Perth Australia/Lord_Howe"
    " Pacific/Auckland Pacific/Chatham Pacific/Apia Pacific/Norfolk Pacific/Kiritimati Antarctica/Troll"
)
CENTURY = (
    "Europe/Stockholm Europe/Dublin Europe/Chisinau Atlantic/Azores America/New_York America/Havana America/St_Johns"
    " Australia/Sydney Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Pacific/Norfolk Antarctica/Troll Asia/Beirut"
)
"""Zones that have summer time to the end, seven of them south of the equator or by halves and quarters of an hour."""
FIRST, LAST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.datetime(2101, 1, 1, tzinfo=dt.UTC)
BEGINNING, NEVER = dt.datetime(1970, 1, 1), dt.datetime(2101, 1, 2)
Offset = tuple[dt.datetime, dt.timedelta | None]
YEARS = range(2000, 2051)
CLOSELY = frozenset({2000, 2006, 2007, 2008, 2011, 2016, 2026, 2050})
NO_YEARLY_RULES = "Africa/Casablanca America/Santiago America/Nuuk Asia/Jerusalem Asia/Gaza Africa/Cairo"


def moments(zone: ZoneInfo) -> list[dt.datetime]:
    """Local times that exist once: noon of every week, and in some years each hour around a change of offset."""
    noons = [dt.datetime(YEARS[0], 1, 1, 12) + dt.timedelta(days=7 * n) for n in range(52 * len(YEARS))]
    found = list(noons)
    for first, second in pairwise(noons):
        changed = first.replace(tzinfo=zone).utcoffset() != second.replace(tzinfo=zone).utcoffset()
        if changed and first.year in CLOSELY:
            found += [first + dt.timedelta(hours=hour) for hour in range(24 * 7)]
    return [at for at in found if once(at, zone)]


def once(at: dt.datetime, zone: ZoneInfo) -> bool:
    return at.replace(tzinfo=zone).utcoffset() == at.replace(tzinfo=zone, fold=1).utcoffset()


def test_stockholm_has_two_open_yearly_rules() -> None:
    assert vtimezone("Europe/Stockholm") == STOCKHOLM


@pytest.mark.parametrize("name", ZONES.split())
def test_a_vtimezone_gives_the_offsets_that_the_zone_has(name: str) -> None:
    read = tzical(io.StringIO(vtimezone(name).decode().replace("\r\n", "\n"))).get()
    zone = ZoneInfo(name)
    wrong = [at for at in moments(zone) if at.replace(tzinfo=read).utcoffset() != at.replace(tzinfo=zone).utcoffset()]
    assert wrong == []


def changes_by_database(zone: ZoneInfo) -> list[Offset]:
    """The first instant of each offset from 2000 to 2100, found by looking at each day and halving those that differ."""
    days = [FIRST + dt.timedelta(days=day) for day in range((LAST - FIRST).days + 1)]
    differ = [
        pair for pair in pairwise(days) if pair[0].astimezone(zone).utcoffset() != pair[1].astimezone(zone).utcoffset()
    ]
    return [first_of(high.astimezone(zone).utcoffset(), low, high, zone) for low, high in differ]


def first_of(offset: dt.timedelta | None, low: dt.datetime, high: dt.datetime, zone: ZoneInfo) -> Offset:
    while high - low > dt.timedelta(seconds=1):
        middle = low + (high - low) // 2
        low, high = (low, middle) if middle.astimezone(zone).utcoffset() == offset else (middle, high)
    return high.replace(microsecond=0), offset


def changes_by_calendar(vtimezone: bytes) -> list[Offset]:
    """The same, as RFC 5545 (3.6.5) has an observance begin: at a local time by the offset before it."""
    read: Any = icalendar.Timezone.from_ical(vtimezone)
    begun: list[Offset] = []
    for part in read.subcomponents:
        rule = part["RRULE"].to_ical().decode() if "RRULE" in part else "FREQ=YEARLY;COUNT=1"
        locals_ = rrulestr(rule.replace("Z", ""), dtstart=part["DTSTART"].dt).between(BEGINNING, NEVER, inc=True)
        offsets = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        begun += [((local - offsets[0]).replace(tzinfo=dt.UTC), offsets[1]) for local in locals_]
    begun.sort()
    return [later for earlier, later in pairwise(begun) if earlier[1] != later[1] and FIRST <= later[0] < LAST]


@pytest.mark.parametrize("name", CENTURY.split())
def test_every_change_of_a_hundred_years_is_there_to_the_second(name: str) -> None:
    found = changes_by_calendar(vtimezone(name))
    assert len(found) > 150
    assert found == changes_by_database(ZoneInfo(name))


@pytest.mark.parametrize("name", ZONES.split())
def test_so_is_that_of_zones_whose_rules_have_ended(name: str) -> None:
    assert changes_by_calendar(vtimezone(name)) == changes_by_database(ZoneInfo(name))


@pytest.mark.parametrize("name", ["Asia/Tokyo", "Asia/Kolkata", "Etc/GMT-3", "Africa/Johannesburg", "Asia/Kathmandu"])
def test_a_fixed_offset_is_one_standard(name: str) -> None:
    written = vtimezone(name)
    assert [written.count(word) for word in (b"BEGIN:STANDARD", b"BEGIN:DAYLIGHT", b"RRULE")] == [1, 0, 0]


@pytest.mark.parametrize("name", ZONES.split())
def test_rules_never_list_dates_and_the_last_ones_have_no_end(name: str) -> None:
    written = vtimezone(name).decode().split("\r\n")
    rules = [line for line in written if line.startswith("RRULE")]
    assert [line for line in written if line.startswith("RDATE")] == []
    assert sum("UNTIL" not in rule for rule in rules) in (0, 2)


def test_a_change_for_good_is_no_summer_time() -> None:
    assert vtimezone("Asia/Pyongyang").count(b"BEGIN:DAYLIGHT") == 0


def test_summer_time_is_the_later_clock_in_ireland_too() -> None:
    daylight = vtimezone("Europe/Dublin").partition(b"BEGIN:DAYLIGHT")[2].split(b"\r\n")
    assert daylight[3] == b"TZOFFSETTO:+0100"


@pytest.mark.parametrize("name", NO_YEARLY_RULES.split())
def test_a_zone_without_yearly_rules_is_written_in_utc(name: str) -> None:
    assert (changes(name), tzid(name)) == (None, "")
    with pytest.raises(ValueError, match=name):
        vtimezone(name)


def test_no_zone_lists_dates() -> None:
    written = {name: vtimezone(name) for name in sorted(available_timezones())[::6] if tzid(name)}
    assert len(written) > 50
    assert [name for name, content in written.items() if b"RDATE" in content] == []


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "Zulu"])
def test_utc_is_written_in_utc(name: str) -> None:
    assert tzid(name) == ""
