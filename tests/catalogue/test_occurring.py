from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue.meetings import Meeting, Occurrence
from records import catalogue, consent, event, person, place


TEA = place("tea-huset", "TEA-huset", town="Flen", municipality="flen", address="Sveavägen 3", postcode="642 37")
BIO = place("bio", "Biografen", town="Trosa", municipality="trosa")
ANNA = person("anna-berg", "Anna Berg", consent=consent("name"))
BO = person("bo-ek", "Bo Ek", consent=consent("name"))


def made(*, today: dt.date = dt.date(2026, 9, 1), **front_matter: Any) -> Meeting:
    found = catalogue(TEA, BIO, ANNA, BO, event(**front_matter), today=today).meeting("frukost", "name")
    assert found is not None
    return found


def times(occurrence: Occurrence) -> tuple[str, str, str]:
    return str(occurrence.original), str(occurrence.start), str(occurrence.end)


def test_a_meeting_that_does_not_repeat_has_one_occurrence() -> None:
    found = made(place="tea-huset")
    assert [times(o) for o in found.occurrences] == [("2026-09-12 09:30", "2026-09-12 09:30", "2026-09-12 11:00")]
    only = found.occurrences[0]
    assert (only.title, only.status, only.different, only.venue) == ("Kulturfrukost", "confirmed", False, found.venue)
    assert found.current is only


def test_a_rule_with_other_times_exceptions_and_changes() -> None:
    found = made(
        place="tea-huset",
        repeat={
            "rule": "FREQ=WEEKLY;COUNT=4",
            "also": ["2026-09-15", "2026-09-16 18:00"],
            "except": ["2026-09-26"],
            "changes": [
                {"date": "2026-09-19", "start": "2026-09-20"},
                {
                    "date": "2026-10-03",
                    "start": "2026-10-02 13:00",
                    "end": "15:00",
                    "place": "bio",
                    "title": "Lunch",
                    "note": "Ny tid",
                },
                {"date": "2026-09-16", "status": "cancelled", "text": "Inställt."},
            ],
        },
    )
    assert [times(o) for o in found.occurrences] == [
        ("2026-09-12 09:30", "2026-09-12 09:30", "2026-09-12 11:00"),
        ("2026-09-15 09:30", "2026-09-15 09:30", "2026-09-15 11:00"),
        ("2026-09-16 18:00", "2026-09-16 18:00", "2026-09-16 19:30"),
        ("2026-09-19 09:30", "2026-09-20 09:30", "2026-09-20 11:00"),
        ("2026-10-03 09:30", "2026-10-02 13:00", "2026-10-02 15:00"),
    ]
    assert [(o.status, o.title, o.different) for o in found.occurrences] == [
        ("confirmed", "Kulturfrukost", False),
        ("confirmed", "Kulturfrukost", False),
        ("cancelled", "Kulturfrukost", True),
        ("confirmed", "Kulturfrukost", True),
        ("confirmed", "Lunch", True),
    ]
    last = found.occurrences[-1]
    assert last.venue is not None
    assert (last.venue.name, last.note, found.occurrences[2].text) == ("Biografen", "Ny tid", "Inställt.")


def test_what_a_change_does_not_say_stays_as_it_is() -> None:
    found = made(
        attendance="hybrid",
        place="tea-huset",
        online={"platform": "Zoom"},
        registration={"places": "20"},
        who=["anna-berg"],
        repeat={
            "also": ["2026-10-12", "2026-11-12"],
            "changes": [
                {
                    "date": "2026-10-12",
                    "online": {"platform": "Teams"},
                    "registration": {"places": "5"},
                    "who": ["bo-ek"],
                },
                {"date": "2026-11-12", "note": "x"},
            ],
        },
    )
    seen = [(o.online, o.registration, [p.profile.name for p in o.attendance.people]) for o in found.occurrences]
    assert [(a and a.platform, b and b.places, c) for a, b, c in seen] == [
        ("Zoom", 20, ["Anna Berg"]),
        ("Teams", 5, ["Bo Ek"]),
        ("Zoom", 20, ["Anna Berg"]),
    ]


def test_an_occurrence_may_be_moved_past_the_next_one() -> None:
    found = made(
        repeat={"rule": "FREQ=WEEKLY;COUNT=2", "changes": [{"date": "2026-09-12", "start": "2026-09-30 09:30"}]}
    )
    assert [str(o.original) for o in found.occurrences] == ["2026-09-19 09:30", "2026-09-12 09:30"]


def test_a_changed_end_on_a_day_of_its_own() -> None:
    changes = [{"date": "2026-09-12", "start": "2026-09-12 22:00", "end": "2026-09-13 01:00"}]
    found = made(repeat={"also": ["2026-10-12"], "changes": changes}).occurrences[0]
    assert (times(found), found.last_day) == (
        ("2026-09-12 09:30", "2026-09-12 22:00", "2026-09-13 01:00"),
        dt.date(2026, 9, 13),
    )


def test_whole_days_and_several_days() -> None:
    days = made(
        start="2026-09-12",
        end="2026-09-13",
        all_day="yes",
        repeat={"rule": "FREQ=WEEKLY;COUNT=2", "changes": [{"date": "2026-09-19", "start": "2026-09-20"}]},
    )
    assert [times(o) for o in days.occurrences] == [
        ("2026-09-12", "2026-09-12", "2026-09-13"),
        ("2026-09-19", "2026-09-20", "2026-09-21"),
    ]
    assert [o.last_day for o in days.occurrences] == [dt.date(2026, 9, 13), dt.date(2026, 9, 21)]
    night = made(start="2026-09-12 22:00", end="2026-09-13 02:00", repeat={"also": ["2026-10-12"]})
    assert [times(o)[2] for o in night.occurrences] == ["2026-09-13 02:00", "2026-10-13 02:00"]
    assert made(start="2026-09-12", end=None).occurrences[0].end is None


def test_the_local_hour_stays_when_clocks_change() -> None:
    found = made(start="2026-10-18 09:30", repeat={"rule": "FREQ=WEEKLY;COUNT=2"})
    assert [str(o.start) for o in found.occurrences] == ["2026-10-18 09:30", "2026-10-25 09:30"]


# ---------------------------------------------------------------------- current, coming and past


WEEKLY = {"rule": "FREQ=WEEKLY;COUNT=3"}


@pytest.mark.parametrize(
    ("today", "current", "past"),
    [
        ("2026-09-01", "2026-09-12 09:30", False),
        ("2026-09-12", "2026-09-12 09:30", False),
        ("2026-09-13", "2026-09-19 09:30", False),
        ("2026-09-26", "2026-09-26 09:30", False),
        ("2026-09-27", "2026-09-26 09:30", True),
    ],
)
def test_the_current_occurrence_is_the_next_one_and_the_last_when_all_are_past(
    today: str, current: str, past: bool
) -> None:
    found = made(today=dt.date.fromisoformat(today), repeat=WEEKLY)
    assert (str(found.current.start), found.is_past) == (current, past)


def test_a_cancelled_occurrence_is_not_the_next_one_unless_there_is_no_other() -> None:
    first = {"date": "2026-09-12", "status": "cancelled"}
    rest = [{"date": day, "status": "cancelled"} for day in ("2026-09-19", "2026-09-26")]
    assert str(made(repeat={**WEEKLY, "changes": [first]}).current.start) == "2026-09-19 09:30"
    assert str(made(repeat={**WEEKLY, "changes": [first, *rest]}).current.start) == "2026-09-12 09:30"
    after = made(today=dt.date(2026, 9, 20), repeat={**WEEKLY, "changes": [rest[1]]})
    assert (str(after.current.start), after.is_past) == ("2026-09-26 09:30", False)


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("2026-09-12 09:30", "11:00", "2026-09-12"),
        ("2026-09-12 22:00", "2026-09-13 02:00", "2026-09-13"),
        ("2026-09-12", None, "2026-09-12"),
        ("2026-09-12", "2026-09-14", "2026-09-14"),
        ("2026-09", None, "2026-09-30"),
        ("2026", None, "2026-12-31"),
    ],
)
def test_a_meeting_is_past_the_day_after_its_last_day(start: str, end: str | None, last: str) -> None:
    day = dt.date.fromisoformat(last)
    found = [made(start=start, end=end, today=today).is_past for today in (day, day + dt.timedelta(days=1))]
    assert found == [False, True]


def test_what_a_change_says_of_the_current_occurrence_holds_for_the_meeting() -> None:
    changes = [{"date": "2026-09-12", "place": "bio", "who": ["bo-ek"]}]
    found = made(place="tea-huset", who=["anna-berg"], repeat={**WEEKLY, "changes": changes})
    assert [p.profile.name for p in found.attendance.people] == ["Bo Ek"]
    assert (found.municipality, found.venue and found.venue.name) == ("trosa", "TEA-huset")


@pytest.mark.parametrize(
    ("status", "change", "found"),
    [
        ("confirmed", None, "confirmed"),
        ("tentative", None, "tentative"),
        ("cancelled", None, "cancelled"),
        ("postponed", None, "postponed"),
        ("tentative", "confirmed", "confirmed"),
        ("confirmed", "tentative", "tentative"),
    ],
)
def test_the_status_of_an_occurrence_is_its_own_or_the_meetings(status: str, change: str | None, found: str) -> None:
    changes = [{"date": "2026-09-12", **({"status": change} if change else {"note": "x"})}]
    assert made(status=status, repeat={**WEEKLY, "changes": changes}).occurrences[0].status == found
    assert made(status=status).occurrences[0].status == status


# ---------------------------------------------------------------------- where


def test_a_venue_by_its_slug_a_one_off_and_a_place_to_be_decided() -> None:
    venue = made(place="tea-huset").venue
    assert venue is not None
    assert (venue.slug, venue.name, venue.address, venue.postcode, venue.town, venue.municipality) == (
        "tea-huset",
        "TEA-huset",
        "Sveavägen 3",
        "642 37",
        "Flen",
        "flen",
    )
    once = made(place={"name": "Magasinet", "address": "Kajen 1", "town": "Oxelösund"}).venue
    assert once is not None
    assert (once.slug, once.name, once.address, once.town, once.tbd) == ("", "Magasinet", "Kajen 1", "Oxelösund", "")
    later = made(place={"tbd": "Högst troligt Flen"}).venue
    assert later is not None
    assert (later.name, later.tbd) == ("", "Högst troligt Flen")
    assert made(attendance="online", place=None, online={"platform": "Zoom"}).venue is None
