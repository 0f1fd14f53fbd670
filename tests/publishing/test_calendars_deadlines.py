"""The calendar of the last days to sign up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import icalendar
import pytest

from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.calendars import calendar, deadline_calendar, deadlines, vevents
from meetings import SITE, TODAY, meeting, outlet, person


BY_MAIL = {"required": "yes", "deadline": "2026-03-10", "email": "anmalan@kultur.example"}
WEEKLY = {"rule": "FREQ=WEEKLY;COUNT=3"}


def last_days(meetings: list[Meeting], day: dt.date = TODAY) -> bytes:
    """Their calendar on a day."""
    return deadline_calendar(meetings, outlet(), day, lambda one: deadlines(one, outlet()))


def properties(content: bytes, *names: str) -> list[str]:
    unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line for line in unfolded if line.partition(":")[0].partition(";")[0] in names]


def made(**front_matter: Any) -> bytes:
    return deadlines(meeting(**{"registration": BY_MAIL, **front_matter}), outlet())


def test_the_calendar_is_these_bytes(golden: Callable[[str, bytes], None]) -> None:
    attending = Attendance(
        people=(person("Anna Berg", "host"), person("Hemlig Person", in_feeds=False)),
        total=2,
        by_kind=(("independent", 2),),
    )
    moment = {"required": "yes", "deadline": "2026-03-09 12:00", "url": "https://anmalan.example/"}
    meetings = [
        meeting(registration=BY_MAIL, attending=attending, modified="2026-02-03 12:30", topics=["dans"]),
        meeting(slug="salong", title="Salong", registration=moment, status="cancelled"),
        meeting(slug="oppet", title="Öppet hus"),
    ]
    golden("sista-dag.ics", last_days(meetings))


def test_icalendar_finds_no_fault() -> None:
    read = icalendar.Calendar.from_ical(last_days([meeting(registration=BY_MAIL)]))
    assert [read.errors, *(part.errors for part in read.walk())] == [[]] * (1 + len(read.walk()))


@pytest.mark.parametrize(
    ("deadline", "zone", "written"),
    [
        ("2026-03-10", "Europe/Stockholm", ["DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260311"]),
        ("2026-03-10 12:00", "Europe/Stockholm", ["DTSTART;TZID=Europe/Stockholm:20260310T120000"]),
        ("2026-07-10 12:00", "Africa/Casablanca", ["DTSTART:20260710T110000Z"]),
    ],
)
def test_a_day_or_a_moment_as_it_is_written(deadline: str, zone: str, written: list[str]) -> None:
    one = made(timezone=zone, registration={**BY_MAIL, "deadline": deadline})
    assert properties(one, "DTSTART", "DTEND") == written


def test_its_zones_are_defined_where_the_meeting_itself_has_no_hours() -> None:
    dance = meeting(
        start="2026-09-12",
        end=None,
        timezone="Europe/Helsinki",
        registration={**BY_MAIL, "deadline": "2026-09-01 12:00"},
    )
    assert properties(last_days([dance]), "TZID") == ["TZID:Europe/Helsinki"]
    assert properties(last_days([meeting(registration=BY_MAIL)]), "TZID", "BEGIN") == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
    ]


def test_nobody_is_kept_busy_and_the_uid_is_its_own_for_ever() -> None:
    assert properties(made(), "UID", "TRANSP", "STATUS", "SUMMARY") == [
        "UID:kulturfrukost+deadline@uid.example",
        "SUMMARY:Sista dag att anmäla sig: Kulturfrukost",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
    ]
    assert properties(made(slug="annan", uid="kulturfrukost"), "UID") == ["UID:kulturfrukost+deadline@uid.example"]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("tentative", ["SUMMARY:Sista dag att anmäla sig: Kulturfrukost", "STATUS:TENTATIVE"]),
        ("cancelled", ["SUMMARY:INSTÄLLT: Sista dag att anmäla sig: Kulturfrukost", "STATUS:CANCELLED"]),
        ("postponed", ["SUMMARY:FRAMFLYTTAT: Sista dag att anmäla sig: Kulturfrukost", "STATUS:TENTATIVE"]),
    ],
)
def test_what_is_off_does_not_vanish(status: str, told: list[str]) -> None:
    assert properties(made(status=status), "SUMMARY", "STATUS") == told


def test_one_sign_up_to_a_series_has_one_deadline() -> None:
    changes = [{"date": "2026-03-19", "status": "cancelled"}]
    assert properties(made(repeat={**WEEKLY, "changes": changes}), "UID", "STATUS") == [
        "UID:kulturfrukost+deadline@uid.example",
        "STATUS:CONFIRMED",
    ]
    all_of_them = [{"date": f"2026-03-{day}", "status": "cancelled"} for day in (12, 19, 26)]
    assert properties(made(repeat={**WEEKLY, "changes": all_of_them}), "SUMMARY", "STATUS") == [
        "SUMMARY:INSTÄLLT: Sista dag att anmäla sig: Kulturfrukost",
        "STATUS:CANCELLED",
    ]


@pytest.mark.parametrize("registration", [BY_MAIL, None])
def test_one_time_may_have_a_deadline_of_its_own(registration: dict[str, str] | None) -> None:
    changes = [
        {
            "date": "2026-03-19",
            "registration": {"deadline": "2026-03-17"},
            "title": "Sen frukost",
            "status": "cancelled",
        },
        {"date": "2026-03-26", "registration": {"state": "full"}},
    ]
    found = properties(
        made(registration=registration, repeat={**WEEKLY, "changes": changes}), "UID", "DTSTART", "SUMMARY"
    )
    own = [
        "UID:kulturfrukost+20260319T093000+deadline@uid.example",
        "DTSTART;VALUE=DATE:20260317",
        "SUMMARY:INSTÄLLT: Sista dag att anmäla sig: Sen frukost",
    ]
    whole = [
        "UID:kulturfrukost+deadline@uid.example",
        "DTSTART;VALUE=DATE:20260310",
        "SUMMARY:Sista dag att anmäla sig: Kulturfrukost",
    ]
    assert found == ([*whole, *own] if registration else own)


def test_the_description_says_when_and_how() -> None:
    (read,) = icalendar.Calendar.from_ical(last_days([meeting(registration=BY_MAIL)])).events
    told = str(read["DESCRIPTION"]).split("\n")
    assert told[0] == "torsdag 12 mars 2026 kl. 09.30–11.00, TEA-huset, Sveavägen 3, 642 37 Flen"
    assert "Anmälan: Anmälan krävs. Sista dag tisdag 10 mars 2026. anmalan@kultur.example" in told


def test_of_a_series_no_day_is_told_as_if_it_were_the_only_one() -> None:
    told = properties(made(repeat=WEEKLY), "DESCRIPTION")
    assert [line.partition("\\n")[0] for line in told] == ["DESCRIPTION:TEA-huset\\, Sveavägen 3\\, 642 37 Flen"]


@pytest.mark.parametrize("registration", [None, {"required": "no"}, {"state": "open", "places": "12"}])
def test_without_a_deadline_there_is_nothing(registration: dict[str, str] | None) -> None:
    assert made(registration=registration) == b""


@pytest.mark.parametrize(
    ("front_matter", "last"),
    [
        ({}, dt.date(2026, 3, 12) + dt.timedelta(days=400)),
        ({"status": "cancelled"}, dt.date(2026, 4, 11)),
        ({"start": "2026-10", "end": None}, dt.date(2026, 10, 31) + dt.timedelta(days=400)),
    ],
)
def test_it_is_kept_as_long_as_other_calendars_keep_the_meeting(front_matter: dict[str, Any], last: dt.date) -> None:
    told = meeting(registration=BY_MAIL, **front_matter)
    found = [last_days([told], day).count(b"BEGIN:VEVENT") for day in (last, last + dt.timedelta(1))]
    assert found == [1, 0]


def test_other_calendars_have_no_deadlines() -> None:
    told = meeting(registration=BY_MAIL)
    whole = calendar(
        title="a", description="", address="", page="", events=[vevents(told, outlet())], zones=(), site=SITE
    )
    assert properties(whole, "UID") == ["UID:kulturfrukost@uid.example"]


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="kulturfrukost: texts for name"):
        deadlines(meeting(audience="name", registration=BY_MAIL), outlet())
