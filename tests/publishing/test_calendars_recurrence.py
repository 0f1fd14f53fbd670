"""Meetings that come back, as recurring-ical-events expands them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from pydantic import ValidationError

from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.gists import made as of_known
from meetingplace.model.times import instant
from meetingplace.publishing.calendars import vevents
from meetings import meeting, outlet, person


Write = Callable[..., bytes]
WEEKLY = {"rule": "BYDAY=TH;FREQ=WEEKLY;COUNT=4"}


def expanded(content: bytes) -> list[tuple[str, str]]:
    """(start in UTC or a day, summary) of every occurrence."""
    read = recurring_ical_events.of(icalendar.Calendar.from_ical(content), skip_bad_series=False)
    found = []
    for event in read.between(dt.date(2025, 1, 1), dt.date(2040, 1, 1)):
        start = event["DTSTART"].dt
        timed = isinstance(start, dt.datetime)
        found.append((f"{start.astimezone(dt.UTC):%Y-%m-%d %H:%MZ}" if timed else f"{start}", str(event["SUMMARY"])))
    return sorted(found)


def starts(content: bytes) -> list[str]:
    return [start for start, _ in expanded(content)]


def properties(content: bytes, name: str) -> list[str]:
    unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line for line in unfolded if line.startswith((f"{name};", f"{name}:"))]


def test_a_rule_keeps_its_hour_when_clocks_change(written: Write) -> None:
    assert starts(written(meeting(repeat=WEEKLY))) == [
        "2026-03-12 08:30Z",
        "2026-03-19 08:30Z",
        "2026-03-26 08:30Z",
        "2026-04-02 07:30Z",
    ]


@pytest.mark.parametrize(
    ("front_matter", "rule"),
    [
        ({"repeat": WEEKLY}, "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=4"),
        ({"repeat": {"rule": "FREQ=WEEKLY;UNTIL=2026-04-03"}}, "RRULE:FREQ=WEEKLY;UNTIL=20260402T215959Z"),
        (
            {"repeat": {"rule": "FREQ=WEEKLY;UNTIL=20260402"}, "start": "2026-03-12", "end": None},
            "RRULE:FREQ=WEEKLY;UNTIL=20260402",
        ),
        ({"repeat": {"rule": "FREQ=YEARLY;COUNT=30"}}, "RRULE:FREQ=YEARLY;COUNT=11"),
    ],
)
def test_a_rule_ends_where_the_pages_end(front_matter: dict[str, Any], rule: str) -> None:
    made = meeting(**front_matter)
    content = vevents(made, outlet())
    assert properties(content, "RRULE") == [rule]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=3;COUNT=9",
        "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU;COUNT=12",
        "FREQ=MONTHLY;BYDAY=2TH;UNTIL=2027-03-11",
        "FREQ=MONTHLY;BYMONTHDAY=12,-1;COUNT=9",
        "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2;COUNT=6",
        "FREQ=YEARLY;BYMONTH=3,10;BYDAY=2TH;COUNT=8",
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Australia/Sydney", "America/New_York", "UTC"])
def test_calendars_show_the_occurrences_that_pages_show(written: Write, rule: str, zone: str) -> None:
    made = meeting(timezone=zone, repeat={"rule": rule})
    wanted = [instant(o.start.local, zone) for o in made.occurrences]
    assert starts(written(made)) == [f"{start:%Y-%m-%d %H:%MZ}" for start in wanted]
    assert len(wanted) > 4


def test_an_exception_is_an_exdate_of_the_starts_own_type_and_zone(written: Write) -> None:
    made = written(meeting(repeat={**WEEKLY, "except": ["2026-03-19", "2026-04-02 09:30"]}))
    assert properties(made, "EXDATE") == [
        "EXDATE;TZID=Europe/Stockholm:20260319T093000",
        "EXDATE;TZID=Europe/Stockholm:20260402T093000",
    ]
    assert starts(made) == ["2026-03-12 08:30Z", "2026-03-26 08:30Z"]


def test_an_exception_of_whole_days_is_a_day(written: Write) -> None:
    repeat = {**WEEKLY, "except": ["2026-03-19"], "changes": [{"date": "2026-03-26", "status": "cancelled"}]}
    made = written(meeting(start="2026-03-12", end="2026-03-13", repeat=repeat))
    assert properties(made, "EXDATE") == ["EXDATE;VALUE=DATE:20260319"]
    assert properties(made, "RECURRENCE-ID") == ["RECURRENCE-ID;VALUE=DATE:20260326"]
    assert expanded(made) == [
        ("2026-03-12", "Kulturfrukost"),
        ("2026-03-26", "INSTÄLLT: Kulturfrukost"),
        ("2026-04-02", "Kulturfrukost"),
    ]


def test_a_cancelled_and_a_moved_occurrence(written: Write) -> None:
    changes = [
        {"date": "2026-03-19", "status": "cancelled"},
        {"date": "2026-04-02", "start": "2026-04-03 10:00", "title": "Sen frukost"},
    ]
    made = written(meeting(repeat={**WEEKLY, "changes": changes}))
    assert expanded(made) == [
        ("2026-03-12 08:30Z", "Kulturfrukost"),
        ("2026-03-19 08:30Z", "INSTÄLLT: Kulturfrukost"),
        ("2026-03-26 08:30Z", "Kulturfrukost"),
        ("2026-04-03 08:00Z", "Sen frukost"),
    ]
    assert properties(made, "RECURRENCE-ID") == [
        "RECURRENCE-ID;TZID=Europe/Stockholm:20260319T093000",
        "RECURRENCE-ID;TZID=Europe/Stockholm:20260402T093000",
    ]
    assert properties(made, "STATUS") == ["STATUS:CONFIRMED", "STATUS:CANCELLED", "STATUS:CONFIRMED"]
    assert set(properties(made, "UID")) == {"UID:kulturfrukost@uid.example"}


def test_a_change_of_the_first_occurrence_leaves_the_others_as_they_are(written: Write) -> None:
    changes = [{"date": "2026-03-12", "title": "Premiär", "place": {"town": "Trosa"}}]
    made = written(meeting(repeat={**WEEKLY, "changes": changes}))
    assert [summary for _, summary in expanded(made)] == ["Premiär", *["Kulturfrukost"] * 3]
    assert properties(made, "LOCATION") == [
        "LOCATION:TEA-huset\\, Sveavägen 3\\, 642 37 Flen",
        "LOCATION:Trosa",
    ]


def test_a_cancelled_series_is_cancelled_as_one(written: Write) -> None:
    made = written(meeting(repeat=WEEKLY, status="cancelled"))
    assert properties(made, "STATUS") == ["STATUS:CANCELLED"]
    assert [summary for _, summary in expanded(made)] == ["INSTÄLLT: Kulturfrukost"] * 4


def test_times_outside_the_rule_are_events_of_their_own(written: Write) -> None:
    made = written(meeting(repeat={**WEEKLY, "also": ["2026-05-04 18:00", "2026-05-11"]}))
    assert starts(made)[4:] == ["2026-05-04 16:00Z", "2026-05-11 07:30Z"]
    assert properties(made, "UID") == [
        "UID:kulturfrukost@uid.example",
        "UID:kulturfrukost+20260504T180000@uid.example",
        "UID:kulturfrukost+20260511T093000@uid.example",
    ]
    assert properties(made, "RDATE") == []


def test_the_first_of_a_list_of_times_has_the_uid_alone(written: Write) -> None:
    changes = [{"date": "2026-03-19", "start": "2026-03-20"}]
    made = written(meeting(repeat={"also": ["2026-03-19"], "changes": changes}))
    assert properties(made, "UID") == [
        "UID:kulturfrukost@uid.example",
        "UID:kulturfrukost+20260319T093000@uid.example",
    ]
    assert starts(made) == ["2026-03-12 08:30Z", "2026-03-20 08:30Z"]


def test_a_day_of_a_rule_that_gets_hours_is_an_event_of_its_own(written: Write) -> None:
    changes = [{"date": "2026-03-19", "start": "2026-03-19 14:00", "end": "15:00"}]
    made = written(meeting(start="2026-03-12", end=None, repeat={**WEEKLY, "changes": changes}))
    assert starts(made) == ["2026-03-12", "2026-03-19 13:00Z", "2026-03-26", "2026-04-02"]
    assert properties(made, "EXDATE") == ["EXDATE;VALUE=DATE:20260319"]


def test_so_is_the_first_day(written: Write) -> None:
    changes = [{"date": "2026-03-12", "start": "2026-03-12 14:00", "end": "15:00"}]
    made = written(meeting(start="2026-03-12", end=None, repeat={**WEEKLY, "changes": changes}))
    assert starts(made) == ["2026-03-12 13:00Z", "2026-03-19", "2026-03-26", "2026-04-02"]
    assert properties(made, "UID") == [
        "UID:kulturfrukost@uid.example",
        "UID:kulturfrukost+20260312@uid.example",
    ]


def test_the_series_tells_who_usually_comes() -> None:
    usual = Attendance(people=(person("Anna Berg"),), total=1, by_kind=(("independent", 1),))
    changes = [{"date": "2026-03-12", "title": "Premiär"}]
    made = meeting(attending=usual, repeat={**WEEKLY, "changes": changes})
    content = vevents(of_known(replace(made.known, usual=Attendance())), outlet())
    assert ["Anna Berg" in entry for entry in properties(content, "DESCRIPTION")] == [False, True]


def test_an_update_about_a_series_is_no_news_of_one_occurrence() -> None:
    updates = [
        {"date": "2026-02-10", "text": "Torsdagar i stället.", "was": "2026-03-26"},
        {"date": "2026-02-20", "text": "Vi har köpt en ny kanna."},
    ]
    changes = [{"date": "2026-03-19", "status": "cancelled"}, {"date": "2026-03-26", "start": "2026-03-27"}]
    made = vevents(meeting(repeat={**WEEKLY, "changes": changes}, updates=updates), outlet())
    assert [entry.partition("\\n")[0].partition(":")[2] for entry in properties(made, "DESCRIPTION")] == [
        "Vi äter frukost och berättar vad vi gör.",
        "INSTÄLLT: Mötet blir inte av.",
        "Flyttat från torsdag 26 mars 2026 kl. 09.30.",
    ]
    assert [entry for entry in properties(made, "DESCRIPTION") if "kanna" in entry] == []


def test_what_is_written_in_utc_is_written_time_by_time(written: Write) -> None:
    repeat = {"rule": "FREQ=WEEKLY;COUNT=3"}
    made = written(meeting(timezone="UTC", start="2026-02-12 09:30", repeat=repeat))
    assert starts(made) == ["2026-02-12 09:30Z", "2026-02-19 09:30Z", "2026-02-26 09:30Z"]
    assert properties(made, "RRULE") == []
    assert properties(made, "UID") == [
        "UID:kulturfrukost@uid.example",
        "UID:kulturfrukost+20260219T093000@uid.example",
        "UID:kulturfrukost+20260226T093000@uid.example",
    ]


def test_what_comes_back_where_clocks_follow_no_yearly_rule_is_refused() -> None:
    with pytest.raises(ValidationError, match="repeat-zone"):
        meeting(timezone="Africa/Casablanca", start="2026-02-12 09:30", repeat={"rule": "FREQ=WEEKLY;COUNT=3"})


def test_a_rule_of_which_every_time_is_excepted_leaves_the_others(written: Write) -> None:
    repeat = {"rule": "FREQ=WEEKLY;COUNT=1", "except": ["2026-03-12"], "also": ["2026-05-04 18:00"]}
    assert starts(written(meeting(repeat=repeat))) == ["2026-05-04 16:00Z"]


def test_an_hour_that_comes_twice_is_written_in_utc() -> None:
    """libical and ical.js take the second of the two, RFC 5545 (3.3.5) the first."""
    night = vevents(meeting(start="2026-10-24 22:00", end="2026-10-25 02:30"), outlet())
    assert properties(night, "DTSTART") == ["DTSTART;TZID=Europe/Stockholm:20261024T220000"]
    assert properties(night, "DTEND") == ["DTEND:20261025T003000Z"]
    repeated = meeting(start="2026-10-18 02:30", end="04:00", repeat={"rule": "FREQ=WEEKLY;COUNT=3"})
    made = vevents(repeated, outlet())
    assert properties(made, "EXDATE") == ["EXDATE;TZID=Europe/Stockholm:20261025T023000"]
    assert properties(made, "DTSTART") == [
        "DTSTART;TZID=Europe/Stockholm:20261018T023000",
        "DTSTART:20261025T003000Z",
    ]


def test_a_leap_day_every_year_says_that_it_is_that_day() -> None:
    leaping = meeting(start="2028-02-29 12:00", end="13:00", repeat={"rule": "FREQ=YEARLY;COUNT=2"})
    assert properties(vevents(leaping, outlet()), "RRULE") == ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2"]
