from __future__ import annotations

import datetime as dt
from typing import Any

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.listings import times
from records import catalogue, consent, event, municipality, person, place, series


TERMS = {
    "scenkonst": {"sv": "Scenkonst"},
    "dans": {"sv": "Dans", "broader": "scenkonst", "synonyms": ["koreografi"]},
    "salsa": {"sv": "Salsa", "broader": "dans"},
    "frukost": {"sv": "Kulturfrukost", "kind": "form"},
    "krets": {"sv": "Krets", "broader": "ring"},
    "ring": {"sv": "Ring", "broader": "krets"},
    "vilse": {"sv": "Vilse", "broader": "finns-inte"},
}
PLACES = (place("tea-huset", "TEA-huset", municipality="flen"), place("bio", "Biografen", municipality="trosa"))
MUNICIPALITIES = (municipality("flen", "Flen"), municipality("trosa", "Trosa"), municipality("gnesta", "Gnesta"))


def by_heading(found: Catalogue, kind: str, audience: Any = "name") -> dict[str, list[str]]:
    """The meetings under each heading of a kind."""
    return {ls.slug: [m.slug for m in ls.meetings] for ls in found.listings(audience) if ls.kind == kind}


def test_the_whole_site_has_everything_under_its_own_name() -> None:
    found = catalogue(event("a"), event("b"), event("c", status="draft"), name="Mötesplatser i Sörmland")
    site = [listing for listing in found.listings("name") if listing.kind == "site"]
    assert [(ls.slug, ls.title, [m.slug for m in ls.meetings]) for ls in site] == [
        ("", "Mötesplatser i Sörmland", ["a", "b"])
    ]


def test_every_heading_has_a_listing_also_an_empty_one() -> None:
    found = catalogue(*PLACES, *MUNICIPALITIES, series("frukostar", "Frukostar"), terms=TERMS)
    headings = [(ls.kind, ls.slug, ls.title) for ls in found.listings("name")]
    assert headings == [
        ("site", "", "Mötesplatser"),
        ("municipality", "flen", "Flen"),
        ("municipality", "gnesta", "Gnesta"),
        ("municipality", "trosa", "Trosa"),
        ("series", "frukostar", "Frukostar"),
        ("place", "bio", "Biografen"),
        ("place", "tea-huset", "TEA-huset"),
        ("topic", "scenkonst", "Scenkonst"),
        ("topic", "dans", "Dans"),
        ("topic", "salsa", "Salsa"),
        ("topic", "frukost", "Kulturfrukost"),
        ("topic", "krets", "Krets"),
        ("topic", "ring", "Ring"),
        ("topic", "vilse", "Vilse"),
        ("selection", "on_site", "På plats"),
        ("selection", "online", "Digitalt"),
        ("selection", "paid", "Arvode betalas"),
        ("selection", "welcome", "Nya är välkomna"),
    ]


def test_what_is_on_site_and_online_is_under_both_and_what_is_partly_paid_is_paid() -> None:
    online = {"platform": "Zoom", "note": "Länken kommer"}
    found = catalogue(
        event("har", pay={"paid": "yes"}),
        event("dar", attendance="online", place=None, online=online, pay={"paid": "no"}, welcome="Vi möter dig."),
        event("bada", attendance="hybrid", online=online, pay={"paid": "partly"}),
    )
    assert by_heading(found, "selection") == {
        "on_site": ["bada", "har"],
        "online": ["bada", "dar"],
        "paid": ["bada", "har"],
        "welcome": ["dar"],
    }


def test_under_a_venue_and_a_person_are_the_times_there_alone() -> None:
    bo = person("bo-ek", "Bo Ek", consent=consent("name", "profile"))
    changes = [{"date": "2026-10-12", "place": "bio", "who": ["bo-ek"]}]
    repeat = {"also": ["2026-10-12", "2026-11-12"], "changes": changes}
    found = catalogue(*PLACES, bo, event(place="tea-huset", repeat=repeat))
    days = {
        (ls.kind, ls.slug): [str(o.start.day) for m in ls.meetings for o in times(ls, m)]
        for ls in found.listings("name")
        if ls.meetings
    }
    everyone = ["2026-09-12", "2026-10-12", "2026-11-12"]
    assert days == {
        ("site", ""): everyone,
        ("place", "bio"): ["2026-10-12"],
        ("place", "tea-huset"): ["2026-09-12", "2026-11-12"],
        ("selection", "on_site"): everyone,
        ("person", "bo-ek"): ["2026-10-12"],
    }


def test_a_meeting_is_under_its_own_municipality_and_else_under_its_places() -> None:
    found = catalogue(
        *PLACES,
        *MUNICIPALITIES,
        event("a", place="tea-huset"),
        event("b", place="tea-huset", municipality="gnesta"),
        event("c"),
        event("d", place={"town": "Trosa"}, municipality="trosa"),
    )
    assert by_heading(found, "municipality") == {"flen": ["a"], "gnesta": ["b"], "trosa": ["d"]}


def test_a_meeting_is_under_each_venue_of_its_occurrences_once() -> None:
    changes = [{"date": "2026-10-12", "place": "bio"}]
    repeat = {"also": ["2026-10-12", "2026-11-12"], "changes": changes}
    found = catalogue(*PLACES, event(place="tea-huset", repeat=repeat))
    assert by_heading(found, "place") == {"bio": ["frukost"], "tea-huset": ["frukost"]}


def test_a_meeting_is_under_its_topics_its_form_and_all_that_is_broader() -> None:
    found = catalogue(
        event("a", topics=["KOREOGRAFI"]),
        event("b", topics=["Salsa", "Dans"], form="kulturfrukost"),
        event("c", topics=["Glasblåsning"]),
        event("d", topics=["krets", "vilse"]),
        terms=TERMS,
    )
    assert by_heading(found, "topic") == {
        "scenkonst": ["a", "b"],
        "dans": ["a", "b"],
        "salsa": ["b"],
        "frukost": ["b"],
        "krets": ["d"],
        "ring": ["d"],
        "vilse": ["d"],
    }


def test_a_meeting_is_under_its_series() -> None:
    found = catalogue(series("frukostar", "Frukostar"), event("a", series="frukostar"), event("b"))
    assert by_heading(found, "series") == {"frukostar": ["a"]}


def test_a_person_has_a_listing_by_profile_and_one_for_feeds_by_feeds() -> None:
    people = [
        person("anna-berg", "Anna Berg", consent=consent("name", "profile")),
        person("bo-ek", "Bo Ek", consent=consent("name", "profile", "feeds")),
        person("cia-al", "Cia Al", consent=consent("name", "feeds")),
        person("dag-ask", "Dag Ask"),
        person("kajrummet", "Kajrummet", type="organisation"),
    ]
    who = ["anna-berg", "bo-ek", "cia-al", "dag-ask", "kajrummet"]
    found = catalogue(*people, event("a", who=who), event("b"))
    assert by_heading(found, "person") == {"anna-berg": ["a"], "bo-ek": ["a"], "kajrummet": ["a"]}
    assert by_heading(found, "person", "feeds") == {"bo-ek": ["a"], "kajrummet": ["a"]}


def test_on_a_persons_page_are_the_meetings_where_they_are_named() -> None:
    bo = person("bo-ek", "Bo Ek", consent=consent("name", "profile"))
    changes = [{"date": "2026-10-12", "who": ["bo-ek"]}]
    found = catalogue(
        bo,
        event("aterkommer", repeat={"also": ["2026-10-12"], "changes": changes}),
        event("dold", who=[{"person": "bo-ek", "public": "no"}]),
        event("framtid", who=[{"person": "bo-ek", "since": "2026-10-01"}]),
        event("gammal", start="2026-01-12 09:30", published="2026-01-01", who=["bo-ek"]),
        event("inbjuden", who=[{"person": "bo-ek", "status": "invited"}]),
        event("kanske", who=[{"person": "bo-ek", "status": "maybe"}]),
        event("program", programme=[{"title": "Samtal", "who": ["bo-ek"]}]),
        event("vard", host=["bo-ek"]),
    )
    assert by_heading(found, "person") == {"bo-ek": ["aterkommer", "kanske", "program", "vard"]}


def test_there_are_no_listings_of_people_the_day_after_consent_has_run_out() -> None:
    bo = person("bo-ek", "Bo Ek", consent=consent("name", "profile", "feeds", until="2026-09-01"))
    days = [dt.date(2026, 9, 1), dt.date(2026, 9, 2)]
    found = [catalogue(bo, event(who=["bo-ek"]), today=day) for day in days]
    assert [by_heading(each, "person", "feeds") for each in found] == [{"bo-ek": ["frukost"]}, {}]
