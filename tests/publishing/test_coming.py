"""What is coming, as pages have it: each time at its day, by month, and what follows when it has been."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from meetingplace.model.times import When, parse
from meetingplace.publishing import views
from meetingplace.publishing.dates import begins, ends
from meetingplace.publishing.site import SiteMaker
from outputs import everything
from records import catalogue, event, place


ZONE = "Europe/Stockholm"
MEETINGS = "motesplatser/index.html"


def page(address: str, *records: Any, today: str = "2026-09-01") -> Any:
    """The view of the page in a file."""
    made, _ = everything(SiteMaker(catalogue(*records, today=dt.date.fromisoformat(today)), Path("/nowhere")))
    (found,) = [each.view for each in made if each.address == address]
    assert isinstance(found, views.Page)
    return found.page


def meeting_page(today: str = "2026-09-01", **front_matter: Any) -> views.Meeting:
    found: views.Meeting = page("motesplatser/frukost/index.html", event(**front_matter), today=today)
    return found


def when(text: str) -> When:
    return parse(text)[0]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2026-09-12 09:30", "2026-09-12 11:00", "2026-09-12T09:30+02:00", "2026-09-12T11:00+02:00"),
        ("2026-12-12 09:30", "2026-12-13", "2026-12-12T09:30+01:00", "2026-12-14T00:00+01:00"),
        ("2026-10-25", None, "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00"),
        ("2026-12-30", "2026-12-31", "2026-12-30T00:00+01:00", "2027-01-01T00:00+01:00"),
        ("2027-02", None, "", "2027-03-01T00:00+01:00"),
        ("2027", None, "", "2028-01-01T00:00+01:00"),
    ],
)
def test_what_takes_place_begins_and_ends_at_instants(start: str, end: str | None, first: str, last: str) -> None:
    until = when(end) if end else None
    assert (begins(when(start), ZONE), ends(when(start), until, ZONE)) == (first, last)


def test_each_time_stands_at_its_day_and_what_has_no_day_after_those_that_have() -> None:
    repeat = {"also": ["2026-10-12", "2026-10-26"]}
    listing: views.Listing = page(
        MEETINGS,
        event("kommer-igen", repeat=repeat),
        event("manad", start="2026-10", end=None),
        event("ar", start="2026", end=None),
        event("sent", start="2027-01-12 10:00", end="11:00"),
        event("mitt", start="2026-10-20", end=None),
    ).listing
    assert [(month.heading, [(card.url, card.again) for card in month.cards]) for month in listing.coming] == [
        ("september 2026", [("/motesplatser/kommer-igen/", False)]),
        (
            "oktober 2026",
            [
                ("/motesplatser/kommer-igen/", True),
                ("/motesplatser/mitt/", False),
                ("/motesplatser/kommer-igen/", True),
                ("/motesplatser/manad/", False),
            ],
        ),
        ("2026, månad inte bestämd", [("/motesplatser/ar/", False)]),
        ("januari 2027", [("/motesplatser/sent/", False)]),
    ]


def test_what_has_begun_stands_under_this_month() -> None:
    days = event(start="2026-08-30", end="2026-09-02")
    (month,) = page(MEETINGS, days).listing.coming
    assert (month.heading, month.cards[0].date.now) == ("september 2026", "Pågår nu")


def test_at_a_venue_where_a_meeting_was_it_has_been() -> None:
    places = (place("tea-huset", "TEA-huset"), place("bio", "Biografen"))
    repeat = {"also": ["2026-10-12"], "changes": [{"date": "2026-10-12", "place": "bio"}]}
    found = page("platser/tea-huset/index.html", *places, event(place="tea-huset", repeat=repeat), today="2026-09-13")
    assert (found.listing.coming, [card.date.iso for card in found.listing.past]) == ((), ["2026-09-12T09:30+02:00"])


@pytest.mark.parametrize(
    ("paid", "words"), [("yes", "Arvode betalas"), ("partly", "Arvode betalas delvis"), ("no", "")]
)
def test_a_card_says_whether_one_is_paid_wholly_or_partly(paid: str, words: str) -> None:
    (month,) = page(MEETINGS, event(pay={"paid": paid})).listing.coming
    assert month.cards[0].pay == words


def test_a_meeting_can_be_chosen_by_all_that_it_is() -> None:
    (month,) = page(MEETINGS, event(pay={"paid": "partly"}, welcome="Vi möter dig.")).listing.coming
    assert month.cards[0].choices == ("urval=pa-plats", "urval=arvode", "urval=nya-valkomna")


def test_words_for_what_goes_on_are_none_where_nothing_does() -> None:
    def now(**front_matter: Any) -> str:
        return meeting_page(**front_matter).date.now

    assert now() == "Pågår nu, började kl. 09.30"
    assert now(start="2026-09-12", end=None) == "Pågår nu"
    assert [now(status="cancelled"), now(start="2026-10", end=None), now(today="2026-09-13")] == ["", "", ""]


# ---------------------------------------------------------------------- a meeting that has been


def line(found: views.Meeting, key: str) -> list[views.Fact]:
    return [fact for fact in found.facts if fact.key == key]


def test_where_sign_up_was_is_the_next_day_that_notes_will_come() -> None:
    contact = {"name": "Åsa Ek", "email": "asa@example.org"}
    sign_up = {"url": "https://example.org/anmalan", "deadline": "2026-09-10"}
    found = meeting_page(today="2026-09-13", contact=contact, registration=sign_up)
    (notes,) = line(found, "afterwards")
    assert notes.awaited_from == views.Contact("Åsa Ek", "asa@example.org")
    gone = (line(found, "registration"), found.calendar_url, found.calendars, found.invitation_url, found.over)
    assert gone == ([], "", (), "", "")


def test_where_sign_up_was_is_the_report_when_there_is_one() -> None:
    found = meeting_page(today="2026-09-20", report={"date": "2026-09-15", "text": "Vi sågs."})
    (fact,) = line(found, "afterwards")
    assert (fact.lines, fact.awaited_from) == ((views.Link("Läs vad det ledde till", "#efterat"),), None)


@pytest.mark.parametrize(("today", "status"), [("2026-11-12", "confirmed"), ("2026-09-13", "cancelled")])
def test_notes_are_not_promised_for_ever_nor_of_what_was_off(today: str, status: str) -> None:
    assert line(meeting_page(today=today, status=status), "afterwards") == []


def test_a_page_knows_what_it_will_say_when_sign_up_closes_and_when_it_has_been() -> None:
    contact = {"name": "Åsa Ek", "email": "asa@example.org"}
    found = meeting_page(contact=contact, registration={"deadline": "2026-09-10"})
    (sign_up,) = line(found, "registration")
    end = "2026-09-12T11:00+02:00"
    assert sign_up.later == (
        views.Later("Anmälan är stängd.", "2026-09-11T00:00+02:00", end),
        views.Later("Det här har varit. Anteckningar kommer. Fråga Åsa Ek.", end),
    )
    assert (found.over, found.later) == (end, (views.Later("Det här har varit.", end),))


@pytest.mark.parametrize(
    "registration",
    [
        None,
        {"required": "no", "deadline": "2026-09-10"},
        {"state": "closed", "deadline": "2026-09-10"},
        {"deadline": "2026-09-12"},
    ],
)
def test_sign_up_that_has_no_earlier_end_closes_with_the_meeting(registration: dict[str, str] | None) -> None:
    (sign_up,) = line(meeting_page(registration=registration), "registration")
    assert [later.since for later in sign_up.later] == ["2026-09-12T11:00+02:00"]


def test_a_meeting_that_comes_back_says_when_next() -> None:
    changes = [{"date": "2026-10-12", "status": "cancelled"}]
    found = meeting_page(repeat={"also": ["2026-10-12", "2026-11-12"], "changes": changes})
    words = "Den här gången har varit. Nästa är torsdag 12 november 2026 kl. 09.30."
    assert found.later == (
        views.Later(words, "2026-09-12T11:00+02:00", "2026-11-12T11:00+01:00"),
        views.Later("Det här har varit.", "2026-11-12T11:00+01:00"),
    )


def test_what_is_cancelled_never_has_been() -> None:
    found = meeting_page(status="cancelled", registration={"deadline": "2026-09-10"})
    assert (found.later, [fact.later for fact in line(found, "registration")]) == ((), [()])
