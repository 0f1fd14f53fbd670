"""What is kept of a meeting from one build to the next says the same of it as the meeting itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from meetingplace.building import Shelf
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.changes import changes_of
from meetingplace.catalogue.gists import Gist
from meetingplace.catalogue.meetings import Audience
from meetingplace.model.site import Site
from meetingplace.reading.library import Library
from meetingplace.reading.outlines import outline_of
from records import TODAY, consent, event, municipality, person, place, series


TORN: dict[str, Any] = {
    "changes": [
        {"date": "2026-09-19", "status": "cancelled"},
        {"date": "2026-09-26", "place": "bio", "title": "På bio", "who": ["bo-ek"]},
    ]
}
EVENTS = (
    event("frukost", who=["anna-berg", "bo-ek"], place="tea-huset", municipality="flen", series="frukostar"),
    event("kurs", repeat={"rule": "FREQ=WEEKLY;COUNT=4", **TORN}, place="tea-huset", who=["anna-berg"]),
    event("sen", start="2026-11", end=None, online={"note": "länk kommer"}, attendance="online", place=None),
    event("nagon-gang", start="2027", end=None, aliases=["forr"], topics=["dans"]),
    event("var", start="2026-08-12 18:00", end="2026-08-14 12:00", report={"date": "2026-08-20", "came": "31"}),
    event("installd", status="cancelled", registration={"required": "yes", "deadline": "2026-09-05 12:00"}),
    event("dag", start="2026-12-31", end="2027-01-02", registration={"required": "yes", "deadline": "2026-09-05"}),
    event("flyttad", updates=[{"date": "2026-08-20", "text": "Ny dag.", "was": "2026-09-01 10:00"}]),
)
OTHERS = {
    "people": (
        person("anna-berg", "Anna Berg", consent=consent("name", "profile", "feeds")),
        person("bo-ek", "Bo Ek", consent=consent("name", "profile")),
    ),
    "places": (place("tea-huset", "TEA-huset", municipality="flen"), place("bio", "Biografen")),
    "municipalities": (municipality("flen", "Flen"),),
    "series": (series("frukostar", "Frukostar"),),
}
KINDS = {
    "events": "event",
    "people": "person",
    "places": "place",
    "municipalities": "municipality",
    "series": "series",
}


def a_catalogue(shelf: Shelf) -> Catalogue:
    """Of records as if each had been read from a file."""
    folders: Any = {"events": EVENTS, **OTHERS}
    outlines: Any = {
        (KINDS[folder], one.slug): outline_of(one, f"whole {one.slug}", f"front {one.slug}")
        for folder, records in folders.items()
        for one in records
    }
    records: Any = {folder: {one.slug: one for one in records} for folder, records in folders.items()}
    return Catalogue(Library(**records, outlines=outlines, files="files"), Site(), TODAY, shelf=shelf)


def through_json(shelf: Shelf) -> Shelf:
    return Shelf(json.loads(json.dumps(shelf.left)))


@pytest.mark.parametrize("audience", ["name", "feeds"])
def test_a_gist_that_comes_back_is_that_of_the_meeting(audience: Audience) -> None:
    for meeting in a_catalogue(Shelf()).meetings(audience):
        assert Gist.of_value(json.loads(json.dumps(meeting.gist.as_value()))) == meeting.gist


@pytest.mark.parametrize("audience", ["name", "feeds"])
def test_its_times_and_changes_are_those_of_the_meeting(audience: Audience) -> None:
    for meeting in a_catalogue(Shelf()).meetings(audience):
        gist, held = meeting.gist, meeting.occurrences
        come = [[*one.attendance.people, *one.attendance.organisations] for one in held]
        assert [(time.start, time.last_day, time.title, time.status) for time in gist.times] == [
            (one.start, one.last_day, one.title, one.status) for one in held
        ]
        assert [time.place for time in gist.times] == [one.venue.slug if one.venue else "" for one in held]
        assert [list(time.people) for time in gist.times] == [[p.profile.slug for p in each] for each in come]
        assert held[gist.current] == meeting.current
        assert [(told.at, told.kind, told.key, told.start) for told in gist.announced] == [
            (change.at.isoformat(), change.kind, change.key, change.occurrence.start) for change in changes_of(meeting)
        ]
        assert (gist.published, gist.modified) == (str(meeting.published.day), str(meeting.modified.day))


def test_headings_months_and_zones_are_known_of_it() -> None:
    gists = {meeting.slug: meeting.gist for meeting in a_catalogue(Shelf()).meetings("name")}
    kinds = ("municipality", "series", "place", "topic", "selection", "person")
    assert {
        slug: [list(gist.under(kind)) for kind in kinds] for slug, gist in gists.items() if slug in ("frukost", "kurs")
    } == {
        "frukost": [["flen"], ["frukostar"], ["tea-huset"], [], ["on_site"], ["anna-berg", "bo-ek"]],
        "kurs": [["flen"], [], ["tea-huset", "bio"], [], ["on_site"], ["anna-berg", "bo-ek"]],
    }
    assert {
        slug: list(gist.months) for slug, gist in gists.items() if slug in ("dag", "kurs", "sen", "nagon-gang")
    } == {
        "dag": [(2026, 12), (2027, 1)],
        "kurs": [(2026, 9), (2026, 10)],
        "sen": [(2026, 11)],
        "nagon-gang": [],
    }
    assert {
        slug: (gist.zones, gist.deadlines) for slug, gist in gists.items() if slug in ("dag", "installd", "sen")
    } == {
        "dag": ((), ()),
        "installd": (("Europe/Stockholm",), ("Europe/Stockholm",)),
        "sen": ((), None),
    }
    assert (gists["var"].came, gists["frukost"].came) == (31, 2)
    assert [slug for slug, gist in gists.items() if gist.is_cancelled] == ["installd"]


def test_a_meeting_is_not_made_before_more_is_asked_than_its_gist() -> None:
    shelf = Shelf()
    fresh = {meeting.slug: meeting.known for meeting in a_catalogue(shelf).meetings("name")}

    class NobodyKnows(dict[str, Any]):
        def __getitem__(self, slug: str) -> Any:
            raise AssertionError(f"{slug} was asked for")

    again = a_catalogue(through_json(shelf))
    listed = [[meeting.slug for meeting in listing.meetings] for listing in again.listings("name")]
    assert [[meeting.slug for meeting in ls.meetings] for ls in a_catalogue(Shelf()).listings("name")] == listed
    assert {meeting.slug: meeting.known for meeting in again.meetings("name")} == fresh

    unread = a_catalogue(through_json(shelf))
    unread._library = Library(**{**_fields(unread._library), "events": NobodyKnows(dict.fromkeys(fresh))})
    assert [meeting.slug for meeting in unread.meetings("name")] == [meeting.slug for meeting in again.meetings("name")]
    with pytest.raises(AssertionError, match="was asked for"):
        _ = unread.meetings("name")[0].event


def test_what_nobody_asked_for_is_not_left() -> None:
    shelf = through_json(Shelf())
    a_catalogue(shelf).meetings("name")
    kept = through_json(shelf)
    a_catalogue(kept).meeting("frukost", "name")
    assert len(kept.left) == 1


def _fields(library: Library) -> dict[str, Any]:
    return {name: getattr(library, name) for name in Library.__slots__}
