"""Ways to people and to everything: whom to ask, people by what they do, offer and seek, all that there is line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from meetingplace.model.record import Record
from meetingplace.model.site import Site
from meetingplace.publishing.pages.accessibility import Accessibility
from meetingplace.publishing.pages.contacts import Contacts
from meetingplace.publishing.pages.everything import Everything, Year
from meetingplace.publishing.site import SiteMaker
from meetingplace.publishing.views import Page as View
from meetingplace.publishing.views import People, TopicPage
from outputs import everything
from records import EVERYTHING, catalogue, consent, event, municipality, person


WORDS = {"dans": {"sv": "Dans", "kind": "discipline"}, "lokal": {"sv": "Lokal", "kind": "resource"}}
STATEMENT = {"conformance": "full", "tested": "Med axe.", "assessed": "2026-11-01", "email": "a@kultur.example"}


def agreed(slug: str, name: str, *, without: str = "", **keys: Any) -> Any:
    covers = [scope for scope in EVERYTHING if scope != without]
    return person(slug, name, kind="independent", consent=consent(*covers), **keys)


def made(*records: Record, **world: Any) -> dict[str, Any]:
    """What pages show, by their addresses."""
    pages, _ = everything(SiteMaker(catalogue(*records, **world), Path("finns-inte")))
    return {page.address: page.view.page for page in pages if isinstance(page.view, View)}


PEOPLE = [
    agreed("anna-berg", "Anna Berg", disciplines=["dans"], offers=["lokal"], contact={"email": "anna@kultur.example"}),
    agreed("bo-ek", "Bo Ek", seeks=["lokal"], municipality="flen", contact={"email": "bo@kultur.example"}),
    agreed("cia-al", "Cia Al", without="contact", disciplines=["dans"], contact={"email": "cia@kultur.example"}),
]
FLEN = municipality("flen", "Flen", priorities=[{"title": "Dans i skolan"}])


def test_only_who_agreed_to_be_asked_is_on_the_page_of_contacts_each_once() -> None:
    page = made(*PEOPLE, FLEN, terms=WORDS)["kontakt/index.html"]
    assert isinstance(page, Contacts)
    asked = [(heading, [one.contact.email for one in people]) for _, heading, people in page.disciplines]
    assert asked == [("Dans", ["anna@kultur.example"]), ("Annat", ["bo@kultur.example"])]
    assert [(word.text, [one.text for one in people]) for word, people in page.offers] == [("Lokal", ["Anna Berg"])]
    anchors = {one.anchor for _, _, people in page.disciplines for one in people}
    assert {one.url.removeprefix("#") for _, people in page.offers for one in people} <= anchors


def test_what_is_not_translated_of_whom_to_ask_says_in_which_language_it_is() -> None:
    ways = {"email": "dan@kultur.example", "note": "Helst på dagen"}
    pages = made(agreed("dan-o", "Dan Ö", title="Ljussättare", contact=ways))
    told = {}
    for home in ("", "en/"):
        ((_, _, (one,)),) = pages[f"{home}kontakt/index.html"].disciplines
        told[home] = (one.what, one.lang, one.contact.note, one.contact.lang)
    words = ("Ljussättare", "Helst på dagen")
    assert told == {"": (words[0], "", words[1], ""), "en/": (words[0], "sv", words[1], "sv")}


def test_a_municipality_without_a_contact_is_answered_for_by_the_site() -> None:
    page = made(FLEN)["kontakt/index.html"]
    assert [
        (one.subject.text, one.contact.is_site, [link.text for link in one.about]) for one in page.municipalities
    ] == [("Flen", True, ["Dans i skolan"])]


def test_people_are_counted_by_what_they_do_offer_and_seek_and_where_they_are() -> None:
    pages = made(*PEOPLE, FLEN, terms=WORDS)
    people = pages["personer/index.html"]
    assert isinstance(people, People)
    assert [(heading, [(one.text, one.url, one.note) for one in links]) for heading, links in people.ways] == [
        ("Efter konstområde", [("Dans", "/amnen/dans/#arbetar", "2")]),
        ("Efter kommun", [("Flen", "/kommuner/flen/#manniskor", "1")]),
        ("Vad de erbjuder", [("Lokal", "/amnen/lokal/#erbjuder", "1")]),
        ("Vad de söker", [("Lokal", "/amnen/lokal/#soker", "1")]),
    ]
    room = pages["amnen/lokal/index.html"]
    assert isinstance(room, TopicPage)
    assert [(group.anchor, [one.name for one in group.people]) for group in room.groups] == [
        ("erbjuder", ["Anna Berg"]),
        ("soker", ["Bo Ek"]),
    ]


def test_everything_lists_each_meeting_under_its_year_and_each_person_by_name() -> None:
    meetings = [event("hosten", start="2025-10-01 09:00"), event("varen", start="2027-04-01 09:00")]
    pages = made(*meetings, *PEOPLE, terms=WORDS)
    years = {address: page for address, page in pages.items() if isinstance(page, Year) and "en/" not in address}
    assert {
        address: [line.meeting.url for _, lines in page.months for line in lines] for address, page in years.items()
    } == {
        "allt/2025/index.html": ["/motesplatser/hosten/"],
        "allt/2027/index.html": ["/motesplatser/varen/"],
    }
    everyone = pages["allt/personer/index.html"]
    assert isinstance(everyone, Everything)
    assert [link.text for _, _, links in everyone.groups for link in links] == ["Anna Berg", "Bo Ek", "Cia Al"]


def test_there_is_a_statement_of_accessibility_only_where_settings_make_one() -> None:
    assert [address for address in made() if "tillganglighet" in address] == []
    page = made(accessibility=STATEMENT)["tillganglighet/index.html"]
    assert isinstance(page, Accessibility)
    assert (page.assessed.text, page.updated, page.authority) == ("söndag 1 november 2026", page.assessed, None)
    supervised = made(accessibility={**STATEMENT, "supervised": True})["tillganglighet/index.html"]
    assert supervised.authority.url == "https://www.digg.se/"


@pytest.mark.parametrize("conformance", ["partial", "none"])
def test_who_does_not_conform_in_full_must_say_in_what(conformance: str) -> None:
    with pytest.raises(ValidationError, match="shortcomings"):
        Site(accessibility={**STATEMENT, "conformance": conformance})
    Site(accessibility={**STATEMENT, "conformance": conformance, "shortcomings": ["Kartan."]})
