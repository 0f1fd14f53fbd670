from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.times import parse
from records import EVERYTHING, TODAY, catalogue, consent, event, municipality, person, series


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
    assert str(made(updates=updates).moved) == "2026-09-05 09:30"
    assert made().moved is None


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


# ---------------------------------------------------------------------- whom to ask


ASKED = {"email": "anna@kultur.example", "phone": "070-123 45 67"}
SITE = {"name": "Redaktionen", "email": "red@kultur.example"}


@pytest.mark.parametrize(
    ("own", "of_series", "found"),
    [
        ({"name": "Kulturkontoret", "email": "k@flen.example"}, "bo-ek", "Kulturkontoret"),
        ("anna-berg", "bo-ek", "Anna Berg"),
        ("dag-ask", "bo-ek", "Bo Ek"),
        ("eva-lind", "bo-ek", "Bo Ek"),
        ("fia-ros", "bo-ek", "Bo Ek"),
        ({"name": "Kulturkontoret"}, "bo-ek", "Bo Ek"),
        ({"name": "Kulturkontoret", "phone": "0157 123 45"}, "bo-ek", "Kulturkontoret"),
        ({"name": "Dag Ask", "email": "d@kultur.example"}, "bo-ek", "Bo Ek"),
        ({"name": "Eva Lind på kulturkontoret", "email": "e@kultur.example"}, "bo-ek", "Bo Ek"),
        ({"name": "Anna Berg", "email": "annan@kultur.example"}, "bo-ek", "Anna Berg"),
        (None, "bo-ek", "Bo Ek"),
        ("dag-ask", "eva-lind", "Redaktionen"),
        (None, {"name": "Dag Ask", "phone": "0157 123 45"}, "Redaktionen"),
        ("dag-ask", None, "Redaktionen"),
        (None, None, "Redaktionen"),
    ],
)
def test_a_contact_who_may_not_be_shown_falls_back_to_the_series_and_then_to_the_site(
    own: object, of_series: object, found: str
) -> None:
    people = [
        person("anna-berg", "Anna Berg", contact=ASKED, consent=consent("name", "contact")),
        person("bo-ek", "Bo Ek", contact=ASKED, consent=consent("name", "contact")),
        person("dag-ask", "Dag Ask", contact=ASKED),
        person("eva-lind", "Eva Lind", contact=ASKED, consent=consent("name", "profile")),
        person("fia-ros", "Fia Ros", contact={"note": "i receptionen"}, consent=consent("name", "contact")),
    ]
    records = [*people, event(contact=own, series="frukostar"), series("frukostar", "Frukostar", contact=of_series)]
    meeting = catalogue(*records, contact=SITE).meeting("frukost", "name")
    assert meeting is not None
    assert meeting.contact.name == found


def test_how_someone_is_reached() -> None:
    anna = person(
        "anna-berg", "Anna Berg", contact={**ASKED, "note": "helst mejl"}, consent=consent("name", "contact", "profile")
    )
    reach = made(anna, contact={"person": "anna-berg", "hours": "tisdagar"}).contact
    assert (reach.email, reach.phone, reach.note, reach.hours, reach.slug) == (
        "anna@kultur.example",
        "070-123 45 67",
        "helst mejl",
        "tisdagar",
        "anna-berg",
    )
    assert (
        made(
            person("anna-berg", "Anna Berg", contact=ASKED, consent=consent("name", "contact")), contact="anna-berg"
        ).contact.slug
        == ""
    )
    words = made(contact={"name": "Kontoret", "phone": "0157 123 45", "hours": "9–12"}).contact
    assert (words.name, words.email, words.phone, words.hours) == ("Kontoret", "", "0157 123 45", "9–12")


def test_in_feeds_the_contact_is_one_who_agreed_to_feeds() -> None:
    people = [
        person("anna-berg", "Anna Berg", contact=ASKED, consent=consent("name", "contact")),
        person("bo-ek", "Bo Ek", contact=ASKED, consent=consent("name", "contact", "feeds")),
    ]
    records = [
        *people,
        event(contact="anna-berg", series="frukostar"),
        series("frukostar", "Frukostar", contact="bo-ek"),
    ]
    found = catalogue(*records)
    assert [m.contact.name for audience in ("name", "feeds") for m in found.meetings(audience)] == [
        "Anna Berg",
        "Bo Ek",
    ]  # type: ignore[attr-defined]


def test_at_an_old_meeting_the_contact_falls_back_too() -> None:
    anna = person("anna-berg", "Anna Berg", contact=ASKED, consent=consent("name", "contact"))
    assert made(anna, contact="anna-berg", today=dt.date(2027, 1, 1)).contact.name == "Redaktionen"


def test_hours_in_words_hold_no_name_that_may_not_stand() -> None:
    people = (
        person("anna-berg", "Anna Berg", contact=ASKED, consent=consent("name", "contact")),
        person("dag-ask", "Dag Ask"),
    )
    reach = made(*people, contact={"person": "anna-berg", "hours": "när Dag Ask är ledig"}).contact
    assert reach.hours == "när en fri kulturaktör är ledig"


@pytest.mark.parametrize("contact", ["dag-ask", {"name": "Dag Ask", "email": "d@kultur.example"}])
def test_a_municipality_and_a_series_have_no_contact_who_may_not_be_shown(contact: object) -> None:
    dag = person("dag-ask", "Dag Ask", contact=ASKED)
    anna = person("anna-berg", "Anna Berg", contact=ASKED, consent=consent(*EVERYTHING))
    found = catalogue(
        dag,
        anna,
        municipality("flen", "Flen", contact=contact),
        municipality("trosa", "Trosa", contact="anna-berg"),
        series("frukostar", "Frukostar", contact=contact),
    )
    flen, trosa, frukostar = (
        found.municipalities()["flen"],
        found.municipalities()["trosa"],
        found.series()["frukostar"],
    )
    assert (flen.contact, frukostar.contact) == (None, None)
    assert [found.contact((record.contact,)).name for record in (flen, trosa, frukostar)] == [
        "Redaktionen",
        "Anna Berg",
        "Redaktionen",
    ]
