"""Names in settings pass the door too: they stand on every page and in every feed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue import Catalogue
from meetingplace.model.profile import Reach
from meetingplace.model.site import Site
from meetingplace.reading.library import Library
from records import EVERYTHING, consent, event, person


NAMED = {
    "name": "Åsa Eks möten",
    "summary": "Fika med Åsa Ek",
    "publisher": "Åsa Ek",
    "example": "Påhittat av Åsa Ek",
    "contact": {"name": "Åsa Ek", "email": "red@kultur.example", "hours": "när Åsa Ek kan"},
}
FIELDS = ["CONTACT.hours", "CONTACT.name", "EXAMPLE_NOTICE", "PUBLISHER", "SITENAME", "SITESUBTITLE"]


def found(*covers: str) -> Catalogue:
    agreed: dict[str, Any] = {"consent": consent(*covers)} if covers else {}
    asa = person("asa-ek", "Åsa Ek", **agreed)
    library = Library(people={"asa-ek": asa}, events={"frukost": event("frukost")})
    return Catalogue(library, Site.model_validate(NAMED), dt.date(2026, 9, 1))


def told(catalogue: Catalogue) -> list[str]:
    return sorted(problem.field for problem in catalogue.hidden(()))


def test_nobody_who_may_not_be_named_stands_in_settings() -> None:
    site = found().site
    assert (site.name, site.summary, site.publisher) == (
        "En fri kulturaktörs möten",
        "Fika med en fri kulturaktör",
        "En fri kulturaktör",
    )
    asked = Reach("En fri kulturaktör", "red@kultur.example", "", hours="när en fri kulturaktör kan")
    assert found().contact(()) == asked
    assert site.contact.name == "En fri kulturaktör"
    assert told(found()) == FIELDS
    assert {(p.file, p.code, p.can_stop) for p in found().hidden(())} == {("pelicanconf.py", "name-hidden", False)}


@pytest.mark.parametrize(
    ("covers", "fields"),
    [
        (["name"], ["CONTACT.name", "PUBLISHER", "SITENAME", "SITESUBTITLE"]),
        (["name", "contact"], ["PUBLISHER", "SITENAME", "SITESUBTITLE"]),
        (["name", "feeds"], ["CONTACT.name"]),
        (["name", "feeds", "contact"], []),
    ],
)
def test_what_goes_into_feeds_asks_for_feeds_and_a_contact_for_contact(covers: list[str], fields: list[str]) -> None:
    assert told(found(*covers)) == fields


def test_in_feeds_the_sites_contact_is_named_only_by_one_who_agreed_to_feeds() -> None:
    pages, feeds = (found("name", "contact").meetings(audience)[0].contact.name for audience in ("name", "feeds"))
    assert (pages, feeds) == ("Åsa Ek", "En fri kulturaktör")


NEW = {
    "in_other": dict.fromkeys(("name", "summary", "publisher", "example", "hours"), "By Åsa Ek"),
    "accessibility": {
        "conformance": "partial",
        "shortcomings": ["Enligt Åsa Ek"],
        "tested": "Av Åsa Ek",
        "assessed": "2026-09-01",
        "email": "a@kultur.example",
    },
}


def with_new_texts(*covers: str) -> Catalogue:
    asa = person("asa-ek", "Åsa Ek", consent=consent(*covers))
    return Catalogue(Library(people={"asa-ek": asa}), Site.model_validate(NEW), dt.date(2026, 9, 1))


def test_the_sites_texts_in_its_other_language_and_its_statement_pass_too() -> None:
    found = with_new_texts("name")
    site, other = found.site, found.in_other_language().site
    assert site.accessibility
    assert (*site.accessibility.shortcomings, site.accessibility.tested) == (
        "Enligt en fri kulturaktör",
        "Av en fri kulturaktör",
    )
    assert (other.name, other.summary, other.publisher) == ("By an independent cultural actor",) * 3
    fields = ["ACCESSIBILITY.shortcomings", "ACCESSIBILITY.tested"]
    assert told(found) == [*fields, *(f"OTHER_LANGUAGE.{key}" for key in ("name", "publisher", "summary"))]
    assert told(with_new_texts(*EVERYTHING)) == []


def test_what_is_not_told_in_the_other_language_hides_a_name_in_its_own() -> None:
    other = found().in_other_language().site
    assert (other.name, other.publisher) == ("En fri kulturaktörs möten", "En fri kulturaktör")


def test_a_site_that_names_nobody_is_told_nothing_of() -> None:
    assert Catalogue(Library(), Site(), dt.date(2026, 9, 1)).hidden(()) == ()


def test_one_who_agreed_to_pages_alone_is_in_no_text_that_goes_into_feeds() -> None:
    site = found("name").site
    assert "Ek" not in f"{site.name} {site.summary} {site.publisher}"
    assert found("name", "feeds").site.publisher == "Åsa Ek"
