from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue.meetings import Meeting
from records import EVERYTHING, TODAY, catalogue, consent, event, municipality, person, series


def made(*records: Any, today: dt.date = TODAY, **front_matter: Any) -> Meeting:
    found = catalogue(*records, event(**front_matter), today=today).meeting("frukost", "name")
    assert found is not None
    return found


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
    ]


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
