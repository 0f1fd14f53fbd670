from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.digests import Digests
from meetingplace.catalogue.listings import Listing
from meetingplace.model.person import Person
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.references import Kind
from meetingplace.model.site import Site
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading.library import Library
from meetingplace.reading.outlines import Outline, outline_of
from records import TODAY, consent, event


KINDS: Mapping[str, Kind] = {
    "events": "event",
    "people": "person",
    "places": "place",
    "municipalities": "municipality",
    "series": "series",
}


def person(slug: str, **more: Any) -> Person:
    name = slug.replace("-", " ").title()
    return Person.model_validate({"slug": slug, "name": name, "kind": "public", "consent": consent("name"), **more})


def library() -> Library:
    """Two meetings that know of each other and of some people; a third knows of nobody."""
    events = (
        event("ett", who=["anna-berg"], report={"date": "2026-09-01", "continues": "tva"}),
        event("tva", programme=[{"time": "10.00", "title": "Dans", "who": ["bo-ek"]}]),
        event("tre"),
    )
    found = Library(
        events={each.slug: each for each in events},
        people={each.slug: each for each in map(person, ("anna-berg", "bo-ek", "cia-dahl", "dan-fors"))},
        places={"kvarnen": Place.model_validate({"slug": "kvarnen", "name": "Kvarnen"})},
        municipalities={
            "flen": Municipality.model_validate({"slug": "flen", "name": "Flen", "contact": {"person": "cia-dahl"}})
        },
        series={"frukostar": Series.model_validate({"slug": "frukostar", "title": "Frukostar", "summary": "Vi äter."})},
        vocabulary=Vocabulary.model_validate({"terms": {"dans": {"sv": "Dans"}}}),
    )
    return replace(found, outlines=outlines(found), files="pictures")


def outlines(found: Library) -> dict[tuple[Kind, str], Outline]:
    """As if each record had been read from a file."""
    return {
        (kind, slug): outline_of(record, f"whole {kind} {slug}", f"front {kind} {slug}")
        for kind in KINDS.values()
        for slug, record in found.records(kind).items()
    }


def told(found: Library, site: Site | None = None, today: Any = TODAY) -> dict[str, str]:
    """All digests of a day by what they are of."""
    digests = Catalogue(found, site or Site(), today).digests
    listings = Catalogue(found, site or Site(), today).listings("name")
    return {
        "shared": digests.shared,
        "people": digests.people,
        "meetings": digests.meetings,
        **{slug: digests.meeting(slug) for slug in found.events},
        **{f"{slug} with its body": digests.with_body(slug) for slug in found.events},
        **{slug: digests.person(slug) for slug in found.people},
        "site": digests.listing(listings[0]),
    }


def changed(edit: Callable[[Library], Library], site: Site | None = None, today: Any = TODAY) -> set[str]:
    """Which digests an edit changes."""
    before, after = told(library()), told(edit(library()), site, today)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def file(kind: Kind, slug: str) -> Callable[[Library], Library]:
    """An edit of a record's front matter."""
    return lambda found: _outlined(found, kind, slug, whole="edited", front="edited")


def body(kind: Kind, slug: str) -> Callable[[Library], Library]:
    """An edit of its body alone."""
    return lambda found: _outlined(found, kind, slug, whole="edited")


def _outlined(found: Library, kind: Kind, slug: str, **changes: Any) -> Library:
    return replace(found, outlines={**found.outlines, (kind, slug): replace(found.outlines[kind, slug], **changes)})


def put(folder: str, record: Any) -> Callable[[Library], Library]:
    """A record in another's place, whose file is the same."""

    def edit(found: Library) -> Library:
        kind, slug = KINDS[folder], record.slug
        changes: Any = {folder: {**getattr(found, folder), slug: record}}
        outline = outline_of(record, f"whole {kind} {slug}", f"front {kind} {slug}")
        return replace(found, **changes, outlines={**found.outlines, (kind, slug): outline})

    return edit


def same(found: Library) -> Library:
    return found


EVERY_MEETING = {"meetings", "site"}


def pages(*slugs: str) -> set[str]:
    """The digests of meetings."""
    return {name for slug in slugs for name in (slug, f"{slug} with its body")}


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (same, set()),
        (file("event", "tre"), {*pages("tre"), *EVERY_MEETING}),
        (file("event", "tva"), {*pages("tva", "ett"), *EVERY_MEETING}),
        (file("event", "ett"), {*pages("ett"), *EVERY_MEETING}),
        (body("event", "tva"), {"tva with its body"}),
        (file("person", "anna-berg"), {"anna-berg", "people", *pages("ett"), *EVERY_MEETING}),
        (file("person", "bo-ek"), {"bo-ek", "people", *pages("tva"), *EVERY_MEETING}),
        (body("person", "bo-ek"), {"bo-ek"}),
        (file("person", "cia-dahl"), {"cia-dahl", "people", "shared"}),
        (file("person", "dan-fors"), {"dan-fors", "people"}),
        (file("place", "kvarnen"), {"shared"}),
        (file("municipality", "flen"), {"shared"}),
        (file("series", "frukostar"), {"shared"}),
        (body("place", "kvarnen"), {"shared"}),
        (put("events", event("tre", published="2026-08-02")), {*pages("tre"), *EVERY_MEETING}),
    ],
)
def test_an_edit_is_told_by_all_that_shows_it(edit: Callable[[Library], Library], expected: set[str]) -> None:
    assert changed(edit) == expected


def test_a_meeting_that_history_dates_anew_is_told_by_who_leads_to_it() -> None:
    dated = event("tva", programme=[{"time": "10.00", "title": "Dans", "who": ["bo-ek"]}], published="2026-08-02")
    assert changed(put("events", dated)) == {*pages("tva", "ett"), *EVERY_MEETING}


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Dan Lund"},
        {"aliases": ["dan-lund"]},
        {"kind": "business"},
        {"type": "organisation"},
        {"written_in": "en"},
        {"consent": None},
        {"consent": consent("name", "profile")},
        {"consent": consent("name", until="2026-12-31")},
        {"consent": consent("name", given="2026-02-02")},
    ],
)
def test_what_decides_where_someone_may_be_named_is_shared(more: dict[str, Any]) -> None:
    assert changed(put("people", person("dan-fors", **more))) >= {"shared"}


def test_settings_the_day_and_words_are_shared() -> None:
    words = Vocabulary.model_validate({"terms": {"dans": {"sv": "Dans", "synonyms": ["dansa"]}}})
    assert changed(lambda found: replace(found, vocabulary=words)) == {"shared"}
    assert changed(same, site=Site(names_kept_days=3)) == {"shared"}
    assert "shared" in changed(same, today=TODAY.replace(day=2))


def test_one_more_or_less_is_told() -> None:
    def without(found: Library) -> Library:
        return replace(found, people={slug: one for slug, one in found.people.items() if slug != "dan-fors"})

    assert changed(without) == {"dan-fors", "people", "shared"}
    assert changed(put("events", event("fyra"))) == {*pages("fyra"), *EVERY_MEETING}


def test_what_was_not_read_from_files_is_not_known() -> None:
    known = library()
    for kind, slug in (("place", "kvarnen"), ("municipality", "flen"), ("series", "frukostar")):
        lacking = {key: value for key, value in known.outlines.items() if key != (kind, slug)}
        digests = Catalogue(replace(known, outlines=lacking), Site(), TODAY).digests
        assert (digests.shared, digests.known("x")) == ("", "")


def test_what_is_known_is_of_what_is_shared_and_of_each_part() -> None:
    one, other = (Catalogue(library(), Site(names_kept_days=days), TODAY).digests for days in (1, 2))
    assert len({one.known(), one.known("a"), one.known("a", "b"), one.known("ab"), other.known("a")}) == 5


def test_pages_in_the_other_language_are_shared_but_for_meetings() -> None:
    def shared(**pages: frozenset[str]) -> str:
        return Digests(library(), Site(), TODAY, pages).shared

    assert shared(people=frozenset({"a"})) != shared(people=frozenset({"b"})) != shared(places=frozenset({"b"}))
    assert shared(meetings=frozenset({"a"})) == shared(meetings=frozenset({"b"})) == shared()


def test_a_list_is_told_by_its_heading_and_a_persons_by_their_file_too() -> None:
    headings = (Listing("person", "dan-fors", "Dan", ()), Listing("person", "bo-ek", "Bo", ()))
    others = (Listing("place", "kvarnen", "Kvarnen", ()), Listing("place", "dan-fors", "Dan", ()))
    before, after = (
        [Catalogue(found, Site(), TODAY).digests.listing(one) for one in (*headings, *others)]
        for found in (library(), file("person", "dan-fors")(library()))
    )
    assert len(set(before)) == 4
    assert [old == new for old, new in zip(before, after, strict=True)] == [False, True, True, True]
