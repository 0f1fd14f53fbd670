from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.times import parse
from records import TODAY, catalogue, consent, event, person


def made(*records: Any, today: dt.date = TODAY, **front_matter: Any) -> Meeting:
    found = catalogue(*records, event(**front_matter), today=today).meeting("frukost", "name")
    assert found is not None
    return found


# ---------------------------------------------------------------------- what is out


@pytest.mark.parametrize(
    ("published", "out"),
    [
        ("2026-08-31", True),
        ("2026-09-01", True),
        ("2026-09-01 23:59", True),
        ("2026-09-02", False),
        ("2026-09-02 00:00", False),
        (None, True),
    ],
)
def test_what_is_published_later_is_not_out_yet(published: str | None, out: bool) -> None:
    found = catalogue(event(published=published))
    assert [m.slug for m in found.meetings("name")] == (["frukost"] if out else [])
    assert (found.meeting("frukost", "feeds") is not None) == out
    assert all(listing.meetings == () for listing in found.listings("name")) != out


def test_a_draft_is_not_out() -> None:
    found = catalogue(event(status="draft"))
    assert (found.meetings("name"), found.meeting("frukost", "name")) == ((), None)


def test_there_is_no_meeting_of_another_name() -> None:
    assert catalogue(event()).meeting("middag", "name") is None


def test_meetings_stand_in_order_of_their_current_start_and_then_of_their_slug() -> None:
    found = catalogue(
        event("d", start="2026-12-01 09:30"),
        event("c"),
        event("b"),
        event("a", start="2026-01-12 09:30", repeat={"also": ["2026-10-12"]}),
        event("e", start="2026-09", end=None),
    )
    assert [m.slug for m in found.meetings("name")] == ["e", "b", "c", "a", "d"]


# ---------------------------------------------------------------------- what is known today


def test_news_and_a_report_of_days_to_come_are_not_known_yet() -> None:
    updates = [
        {"date": "2026-09-02", "text": "imorgon"},
        {"date": "2026-09-01", "text": "idag"},
        {"date": "2026-08-30", "text": "förr"},
    ]
    early = made(updates=updates, report={"date": "2026-09-02", "text": "Bra."})
    assert ([u.text for u in early.event.updates], early.event.report) == (["förr", "idag"], None)
    late = made(updates=updates, report={"date": "2026-09-02", "text": "Bra."}, today=dt.date(2026, 9, 2))
    assert [u.text for u in late.event.updates] == ["förr", "idag", "imorgon"]
    assert late.event.report is not None


@pytest.mark.parametrize(
    ("front_matter", "modified"),
    [
        ({}, "2026-08-01"),
        ({"modified": "2026-08-15 12:00"}, "2026-08-15 12:00"),
        ({"modified": "2026-07-01"}, "2026-08-01"),
        ({"modified": "2026-09-02"}, "2026-08-01"),
        (
            {"updates": [{"date": "2026-08-10", "text": "x"}, {"date": "2026-08-20 10:00", "text": "y"}]},
            "2026-08-20 10:00",
        ),
        ({"updates": [{"date": "2026-09-02", "text": "x"}]}, "2026-08-01"),
        ({"who": [{"person": "anna-berg", "since": "2026-08-25"}]}, "2026-08-25"),
        ({"who": [{"person": "anna-berg", "since": "2026-09-02"}]}, "2026-08-01"),
        ({"report": {"date": "2026-08-28"}}, "2026-08-28"),
        ({"report": {"date": "2026-09-28"}}, "2026-08-01"),
        ({"modified": "2026-08-05", "report": {"date": "2026-08-28"}}, "2026-08-05"),
    ],
)
def test_when_a_meeting_last_changed(front_matter: dict[str, Any], modified: str) -> None:
    anna = person("anna-berg", "Anna Berg")
    assert made(anna, **front_matter).modified == parse(modified)[0]


def test_without_published_the_day_of_the_build_counts() -> None:
    assert made(published=None).published == parse("2026-09-01")[0]


def test_the_earlier_start_of_a_meeting_that_was_moved() -> None:
    updates = [
        {"date": "2026-08-20", "text": "Flyttat igen.", "was": "2026-09-05 09:30"},
        {"date": "2026-08-10", "text": "Flyttat.", "was": "2026-09-01 09:30"},
        {"date": "2026-08-25", "text": "Ny lokal."},
        {"date": "2026-10-01", "text": "Sen.", "was": "2026-09-12 09:30"},
    ]
    assert str(made(updates=updates).current.moved_from) == "2026-09-05 09:30"
    assert made().current.moved_from is None


def test_the_meeting_that_is_handed_out_has_no_slugs_of_people() -> None:
    anna = person("anna-berg", "Anna Berg")
    found = made(
        anna,
        host=["anna-berg"],
        who=["anna-berg"],
        contact="anna-berg",
        programme=[{"title": "Samtal", "who": ["anna-berg"]}],
        possibilities=[{"kind": "funding", "title": "Stöd", "by": "anna-berg"}],
        repeat={"changes": [{"date": "2026-09-12", "who": ["anna-berg"]}]},
    )
    record = found.event
    assert (record.host, record.who, record.contact, record.programme, record.possibilities) == ((), (), None, (), ())
    assert record.repeat is not None
    assert record.repeat.changes[0].who == ()
    assert (found.programme[0].row.who, found.openings[0].possibility.by) == ((), None)


def test_what_may_come_of_a_meeting_is_by_someone_or_by_words() -> None:
    people = (
        person("anna-berg", "Anna Berg", consent=consent("name", "profile")),
        person("bo-ek", "Bo Ek", kind="funder"),
    )
    openings = [{"kind": "funding", "title": "Stöd", "by": by} for by in ("anna-berg", "bo-ek", "Region Sörmland")]
    found = made(*people, possibilities=[*openings, {"kind": "exchange", "title": "Byte"}])
    assert [(o.by.text, o.by.slug) if o.by else None for o in found.openings] == [
        ("Anna Berg", "anna-berg"),
        ("någon från en finansiär", ""),
        ("Region Sörmland", ""),
        None,
    ]


def test_someone_without_a_page_is_named_without_a_link() -> None:
    anna = person("anna-berg", "Anna Berg", consent=consent("name"))
    found = catalogue(
        anna, event(body="Fråga [Anna Berg](person:anna-berg).", programme=[{"title": "x", "who": ["anna-berg"]}])
    )
    meeting = found.meetings("name")[0]
    assert (meeting.programme[0].who[0].text, meeting.programme[0].who[0].slug) == ("Anna Berg", "")
    assert found.html(meeting.event.body, meeting) == "<p>Fråga Anna Berg.</p>"


# ---------------------------------------------------------------------- sign-up


@pytest.mark.parametrize(
    ("today", "state", "found"),
    [
        ("2026-09-10", None, None),
        ("2026-09-10", "open", "open"),
        ("2026-09-11", None, "closed"),
        ("2026-09-11", "open", "closed"),
        ("2026-09-11", "full", "closed"),
        ("2026-09-11", "waiting-list", "closed"),
        ("2026-09-10", "full", "full"),
    ],
)
def test_sign_up_is_closed_by_itself_past_its_last_day(today: str, state: str | None, found: str | None) -> None:
    registration = {"deadline": "2026-09-10", **({"state": state} if state else {})}
    meeting = made(registration=registration, today=dt.date.fromisoformat(today))
    assert meeting.event.registration is not None
    assert meeting.current.registration is not None
    assert (meeting.event.registration.state, meeting.current.registration.state) == (found, found)


@pytest.mark.parametrize(("today", "found"), [("2026-09-12", "full"), ("2026-09-13", "closed")])
def test_sign_up_without_a_last_day_is_closed_when_the_meeting_is_past(today: str, found: str) -> None:
    registration = made(registration={"state": "full"}, today=dt.date.fromisoformat(today)).current.registration
    assert registration is not None
    assert registration.state == found


def test_where_no_sign_up_is_needed_nothing_is_closed() -> None:
    registration = made(registration={"required": "no"}, today=dt.date(2026, 9, 13)).current.registration
    assert registration is not None
    assert registration.state is None


def test_sign_up_to_one_occurrence_is_closed_by_itself_too() -> None:
    changes = [{"date": "2026-10-12", "registration": {"deadline": "2026-08-31"}}]
    found = made(registration={"deadline": "2026-09-10"}, repeat={"also": ["2026-10-12"], "changes": changes})
    assert [o.registration and o.registration.state for o in found.occurrences] == [None, "closed"]
