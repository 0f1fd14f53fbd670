"""What became known about a meeting, for both audiences, by what is dated in the content alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue.changes import Change, changes_of, lately, reason
from meetingplace.catalogue.meetings import Audience
from records import TODAY, catalogue, consent, event, person


def people() -> list[Any]:
    return [
        person("anna-berg", "Anna Berg", consent=consent("name", "profile", "feeds")),
        person("bo-ek", "Bo Ek", kind="public", consent=consent("name", "profile")),
        person("cia-al", "Cia Al"),
        person("dag-ask", "Dag Ask", kind="funder", consent=consent("name", "profile", "feeds")),
        person("kajrummet", "Kajrummet", type="organisation", kind="association"),
    ]


def changes(audience: Audience = "name", *, today: dt.date = TODAY, **front_matter: Any) -> tuple[Change, ...]:
    found = catalogue(*people(), event(**front_matter), today=today).meeting("frukost", audience)
    assert found is not None
    return changes_of(found)


def keys(**front_matter: Any) -> list[tuple[str, str]]:
    """The key and the day of each change but the publication."""
    return [(change.key, str(change.known)) for change in changes(**front_matter)[1:]]


def newcomers(audience: Audience, who: list[Any], **front_matter: Any) -> dict[str, tuple[list[str], int, list[str]]]:
    """By key: names, how many people, and the kinds of those who are not named."""
    return {
        change.key: (
            [p.profile.name for p in (*change.newcomers.people, *change.newcomers.organisations)],
            change.newcomers.total,
            [unnamed.kind for unnamed in change.newcomers.unnamed],
        )
        for change in changes(audience, who=who, **front_matter)
        if change.kind == "people"
    }


# ---------------------------------------------------------------------- new people


WHO = [
    {"person": "anna-berg", "since": "2026-08-20"},
    {"person": "bo-ek", "since": "2026-08-20", "status": "maybe"},
    {"person": "cia-al", "since": "2026-08-20"},
    {"person": "kajrummet", "since": "2026-08-31"},
]


def test_who_else_comes_is_one_change_a_day_with_names_by_consent() -> None:
    assert newcomers("name", WHO) == {
        "people-2026-08-20": (["Anna Berg", "Bo Ek"], 3, ["independent"]),
        "people-2026-08-31": (["Kajrummet"], 0, []),
    }
    assert newcomers("feeds", WHO) == {
        "people-2026-08-20": (["Anna Berg"], 3, ["independent", "public"]),
        "people-2026-08-31": (["Kajrummet"], 0, []),
    }


def test_who_is_hidden_at_a_meeting_is_counted() -> None:
    who = [{"person": "anna-berg", "since": "2026-08-20", "public": "no"}]
    assert newcomers("name", who) == {"people-2026-08-20": ([], 1, ["independent"])}


@pytest.mark.parametrize(
    "row",
    [
        {"since": "2026-09-02"},
        {"since": "2026-08-20", "status": "invited"},
        {"since": "2026-08-20", "status": "declined"},
        {"since": "2026-08-01"},
        {"since": "2026-07-01"},
        {},
    ],
)
def test_who_is_not_announced_or_does_not_come_or_was_there_from_the_start_is_no_news(row: dict[str, str]) -> None:
    assert newcomers("name", [{"person": "anna-berg", **row}]) == {}


def test_who_is_listed_twice_is_new_once() -> None:
    who = [
        {"person": "anna-berg", "since": "2026-08-25"},
        {"person": "anna-berg", "since": "2026-08-20", "role": "speaker"},
    ]
    assert newcomers("name", who) == {"people-2026-08-20": (["Anna Berg"], 1, [])}


def test_who_said_yes_and_then_no_is_no_news() -> None:
    who = [{"person": "anna-berg", "since": "2026-08-20"}, {"person": "anna-berg", "status": "declined"}]
    assert newcomers("name", who) == {}


def test_who_cannot_come_to_one_occurrence_is_new_when_the_others_were_told() -> None:
    declined = {"person": "anna-berg", "since": "2026-08-20", "status": "declined"}
    repeat = {"rule": "FREQ=WEEKLY;COUNT=3", "changes": [{"date": "2026-09-19", "who": [declined]}]}
    who = [{"person": "anna-berg", "since": "2026-08-25"}]
    assert newcomers("name", who, repeat=repeat) == {"people-2026-08-25": (["Anna Berg"], 1, [])}


def test_who_comes_to_one_occurrence_is_new_at_the_meeting() -> None:
    repeat = {
        "rule": "FREQ=WEEKLY;COUNT=3",
        "changes": [
            {"date": "2026-09-19", "who": [{"person": "dag-ask", "since": "2026-08-20"}]},
            {"date": "2026-09-26", "who": [{"person": "anna-berg"}]},
        ],
    }
    who = [{"person": "anna-berg", "since": "2026-08-20"}]
    assert newcomers("name", who, repeat=repeat) == {"people-2026-08-20": (["Anna Berg", "Dag Ask"], 2, [])}


def test_who_took_their_consent_back_is_counted_under_the_same_key() -> None:
    later = dt.date(2029, 1, 1)
    assert newcomers("name", WHO[:1], today=later) == {"people-2026-08-20": ([], 1, ["independent"])}


# ---------------------------------------------------------------------- moved, set, off


def test_a_move_tells_the_earlier_start() -> None:
    updates = [{"date": "2026-08-20", "text": "Ny dag.", "was": "2026-09-05 09:30"}]
    (move,) = changes(updates=updates)[1:]
    assert (move.kind, move.key, str(move.was), move.text) == (
        "moved",
        "moved-2026-08-20",
        "2026-09-05 09:30",
        "Ny dag.",
    )


def test_a_month_that_became_a_day_is_no_move_but_news_of_its_own() -> None:
    found = catalogue(event(updates=[{"date": "2026-08-20", "text": "Klart.", "was": "2026-09"}]))
    (made,) = found.meetings("name")
    (change,) = changes_of(made)[1:]
    assert (change.kind, change.key, str(change.occurrence.start)) == ("dated", "dated-2026-08-20", "2026-09-12 09:30")
    assert made.current.moved_from is None


def test_from_month_to_month_is_a_move() -> None:
    updates = [{"date": "2026-08-20", "text": "Senare.", "was": "2026-10"}]
    found = catalogue(event(start="2026-11", end=None, updates=updates))
    (made,) = found.meetings("name")
    assert [change.key for change in changes_of(made)] == ["", "moved-2026-08-20"]
    assert str(made.current.moved_from) == "2026-10"


def test_a_day_that_was_set_and_then_moved() -> None:
    updates = [
        {"date": "2026-08-10", "text": "Klart.", "was": "2026-09"},
        {"date": "2026-08-20", "text": "Flyttat.", "was": "2026-09-05 09:30"},
    ]
    found = {change.key: str(change.occurrence.start) for change in changes(updates=updates)[1:]}
    assert found == {"dated-2026-08-10": "2026-09-05 09:30", "moved-2026-08-20": "2026-09-12 09:30"}


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_tells_that_all_is_off_is_told_once(status: str) -> None:
    updates = [{"date": "2026-08-10", "text": "Lokalen är bokad."}, {"date": "2026-08-20", "text": "Sal 3 brann."}]
    found = [(change.key, str(change.known), change.text) for change in changes(status=status, updates=updates)[1:]]
    assert found == [
        (f"{status}-2026-08-20", "2026-08-20", "Sal 3 brann."),
        ("update-2026-08-10", "2026-08-10", "Lokalen är bokad."),
    ]


def test_single_occurrences_are_called_off_in_their_own_words() -> None:
    repeat = {
        "rule": "FREQ=WEEKLY;COUNT=3",
        "changes": [{"date": "2026-09-19", "status": "cancelled", "text": "Åsa är sjuk."}],
    }
    updates = [{"date": "2026-08-20", "text": "En frukost är inställd."}]
    found = [(change.key, str(change.known), change.text) for change in changes(repeat=repeat, updates=updates)[1:]]
    assert found == [
        ("cancelled-2026-09-19", "2026-08-20", "Åsa är sjuk."),
        ("update-2026-08-20", "2026-08-20", "En frukost är inställd."),
    ]


def test_the_note_of_an_occurrence_says_why_and_its_text_what_happens_then() -> None:
    own = [
        {"date": "2026-09-19", "status": "cancelled", "text": "Åsa berättar.", "note": "Åsa är sjuk."},
        {"date": "2026-09-26", "start": "2026-09-27 09:30", "text": "Bo berättar.", "note": "Salen är upptagen."},
        {"date": "2026-10-03", "status": "cancelled", "text": "Cia berättar."},
    ]
    found = changes(repeat={"rule": "FREQ=WEEKLY;COUNT=4", "changes": own})[1:]
    assert [(change.kind, change.text) for change in found] == [
        ("cancelled", "Åsa är sjuk."),
        ("moved", "Salen är upptagen."),
        ("cancelled", "Cia berättar."),
    ]


MOVE = {"date": "2026-08-15", "text": "Salen är upptagen.", "was": "2026-09-05 09:30"}
COFFEE = {"date": "2026-08-20", "text": "Det blir kaffe."}


@pytest.mark.parametrize(
    ("status", "updates", "why"),
    [
        ("confirmed", [MOVE, COFFEE], "Salen är upptagen."),
        ("tentative", [MOVE, COFFEE], "Salen är upptagen."),
        ("tentative", [COFFEE], "Det blir kaffe."),
        ("cancelled", [MOVE], ""),
        ("cancelled", [MOVE, COFFEE], "Det blir kaffe."),
        ("postponed", [COFFEE, {"date": "2026-08-25", "text": "Åsa är sjuk."}], "Åsa är sjuk."),
    ],
)
def test_why_a_meeting_is_not_as_it_was_said_is_told_by_the_update_that_says_so(
    status: str, updates: list[dict[str, str]], why: str
) -> None:
    found = catalogue(event(status=status, updates=updates)).meeting("frukost", "name")
    assert found is not None
    assert reason(found, found.current) == why


# ---------------------------------------------------------------------- told afterwards, and all of it


def test_updates_and_the_report() -> None:
    updates = [{"date": "2026-08-20", "text": "Kaffe."}, {"date": "2026-08-20", "text": "Te."}]
    assert keys(updates=updates, report={"date": "2026-08-31", "text": "Bra."}) == [
        ("update-2026-08-20", "2026-08-20"),
        ("update-2026-08-20-2", "2026-08-20"),
        ("report-2026-08-31", "2026-08-31"),
    ]


def test_nothing_of_a_day_to_come() -> None:
    later = [{"date": "2026-09-02", "text": "Flyttat.", "was": "2026-09-05 09:30"}]
    assert (
        keys(updates=later, report={"date": "2026-09-02"}, who=[{"person": "anna-berg", "since": "2026-09-02"}]) == []
    )


def test_nothing_is_known_before_the_meeting_is() -> None:
    assert keys(updates=[{"date": "2026-07-01", "text": "Kaffe."}]) == [("update-2026-07-01", "2026-08-01")]


def test_the_latest_come_first_and_news_before_what_it_is_about() -> None:
    found = catalogue(
        event("a", updates=[{"date": "2026-08-20", "text": "Kaffe."}]),
        event("b", status="cancelled"),
        event("c", published="2026-08-20 12:00", start="2026-09-10 09:30"),
    )
    told = lately(found.meetings("name"), 4)
    assert [(meeting.slug, changes_of(meeting)[number].kind) for meeting, number in told] == [
        ("c", "published"),
        ("a", "update"),
        ("b", "cancelled"),
        ("a", "published"),
    ]


def test_both_audiences_are_told_of_the_same() -> None:
    def told(audience: Audience) -> list[tuple[str, dt.datetime]]:
        return [(change.key, change.at) for change in changes(audience, who=WHO, report={"date": "2026-08-31"})]

    assert told("name") == told("feeds")
