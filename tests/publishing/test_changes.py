"""Changes as items of the feed of changes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from feeds import items
from meetingplace.catalogue.attendance import Attendance, Unnamed
from meetingplace.catalogue.changes import changes_of
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.news import Item, item
from meetings import SITE, meeting, outlet, person


def newcomers(*names: str, unnamed: tuple[Unnamed, ...] = ()) -> Attendance:
    total = len(names) + sum(one.count or 0 for one in unnamed)
    return Attendance(people=tuple(person(name) for name in names), unnamed=unnamed, total=total)


def told(made: Meeting) -> list[Item]:
    """All but the publication."""
    return [item(change, outlet()) for change in changes_of(made)[1:]]


def announced(found: Attendance, **front_matter: Any) -> Item:
    (made,) = told(meeting(**front_matter, newcomers=((dt.date(2026, 2, 20), found),)))
    return made


OTHERS = (Unnamed(2, "independent", "Dans"), Unnamed(1, "independent"), Unnamed(1, "funder"))


@pytest.mark.parametrize(
    ("found", "words", "line"),
    [
        (newcomers("Anna Berg"), "Ny som kommer till {}: Anna Berg", "Anna Berg"),
        (newcomers("Anna Berg", "Bo Ek"), "Nya som kommer till {}: Anna Berg och Bo Ek", "Anna Berg och Bo Ek"),
        (
            newcomers("Anna Berg", "Bo Ek", unnamed=OTHERS),
            "Nya som kommer till {}: Anna Berg, Bo Ek och 4 till",
            "Anna Berg, Bo Ek, 1 finansiär och 3 fria kulturaktörer",
        ),
        (
            newcomers("A", "B", "C", "D", "E"),
            "Nya som kommer till {}: A, B, C och 2 till",
            "A, B, C, D och E",
        ),
        (
            newcomers(unnamed=OTHERS),
            "Nya som kommer till {}: 1 finansiär och 3 fria kulturaktörer",
            "1 finansiär och 3 fria kulturaktörer",
        ),
    ],
)
def test_new_people(found: Attendance, words: str, line: str) -> None:
    made = announced(found)
    assert made.title == words.format("Kulturfrukost (tor 12 mars)")
    assert made.html.startswith(f"<p><strong>Nya som kommer: {line}</strong></p><p>Vi äter frukost")
    assert made.guid == "tag:uid.example,2026:kulturfrukost#people-2026-02-20"
    assert f"{made.published:%Y-%m-%d %H:%MZ}" == "2026-02-19 23:00Z"


def test_a_meeting_that_comes_back_is_called_by_its_name_alone() -> None:
    made = announced(newcomers("Anna Berg"), repeat={"rule": "FREQ=WEEKLY;COUNT=3"})
    assert made.title == "Ny som kommer till Kulturfrukost: Anna Berg"


def test_a_day_that_was_set() -> None:
    (made,) = told(meeting(updates=[{"date": "2026-02-20", "text": "Nu är det **klart**.", "was": "2026-03"}]))
    assert made.title == "DATUM KLART: tor 12 mars 09.30 · Flen: Kulturfrukost"
    assert made.html.startswith(
        "<p><strong>Dagen är bestämd: torsdag 12 mars 2026 kl. 09.30.</strong></p>"
        "<p><strong>Nu är det klart.</strong></p>"
    )


def test_a_report() -> None:
    report = {"date": "2026-02-20", "came": 14, "text": "Det blev *bra*.", "outcomes": ["En ny turné."]}
    (made,) = told(meeting(start="2026-02-19 09:30", report=report))
    assert made.title == "Vad det ledde till: tor 19 februari 09.30 · Flen: Kulturfrukost"
    assert made.html.startswith(
        "<p><strong>14 personer kom.</strong></p><p><strong>Det blev bra.</strong></p>"
        "<p><strong>En ny turné.</strong></p><p>Vi äter"
    )
    assert made.guid.endswith("#report-2026-02-20")


def test_an_update() -> None:
    (made,) = told(meeting(updates=[{"date": "2026-02-20", "text": "Det blir *kaffe*."}]))
    assert (made.title, made.guid.partition("#")[2]) == (
        "Uppdaterat: tor 12 mars 09.30 · Flen: Kulturfrukost",
        "update-2026-02-20",
    )
    assert made.html.startswith("<p><strong>Det blir kaffe.</strong></p>")
    assert made.link == f"{SITE.url}/motesplatser/kulturfrukost/"


def test_feeds_of_listings_tell_of_meetings_and_not_of_all_that_is_said_about_them() -> None:
    updates = [
        {"date": "2026-02-10", "text": "Klart.", "was": "2026-03"},
        {"date": "2026-02-20", "text": "Kaffe."},
    ]
    came = ((dt.date(2026, 2, 20), newcomers("Anna Berg")),)
    made = meeting(updates=updates, report={"date": "2026-02-25"}, newcomers=came)
    assert [found.guid.partition("#")[2] for found in items(made)] == ["dated-2026-02-10", ""]


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="kulturfrukost: texts for name"):
        item(changes_of(meeting(audience="name"))[0], outlet())
