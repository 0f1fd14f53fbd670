"""Links into calendars on the web: the right hours, whole words, never too long, never a name without consent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.catalogue.attendance import Attendance
from meetingplace.publishing.add_to_calendar import LONGEST, add_to_calendar, fitted
from meetingplace.publishing.views import Link
from meetings import SITE, TODAY, meeting, outlet, person


PAGE = f"{SITE.url}/motesplatser/kulturfrukost/"


def links(**front_matter: Any) -> tuple[Link, ...]:
    return add_to_calendar(meeting(**front_matter), outlet())


def fields(place: int, **front_matter: Any) -> dict[str, str]:
    """The fields of the link to Google (0), Outlook.com (1) or Microsoft 365 (2)."""
    query = urlsplit(links(**front_matter)[place].url).query
    return {name: values[0] for name, values in parse_qs(query, strict_parsing=True).items()}


def test_google() -> None:
    found = fields(0)
    assert found.pop("details").endswith(f"\n\n{PAGE}")
    assert found == {
        "action": "TEMPLATE",
        "dates": "20260312T083000Z/20260312T100000Z",
        "text": "Kulturfrukost",
        "location": "TEA-huset, Sveavägen 3, 642 37 Flen",
    }


@pytest.mark.parametrize("place", [1, 2])
def test_outlook(place: int) -> None:
    found = fields(place)
    assert found.pop("body").endswith(f"\n\n{PAGE}")
    assert found == {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "startdt": "2026-03-12T08:30:00Z",
        "enddt": "2026-03-12T10:00:00Z",
        "allday": "false",
        "subject": "Kulturfrukost",
        "location": "TEA-huset, Sveavägen 3, 642 37 Flen",
    }


def test_where_they_lead() -> None:
    assert [(link.text, link.url.partition("?")[0], link.note) for link in links()] == [
        ("Google Kalender", "https://calendar.google.com/calendar/render", ""),
        ("Outlook.com", "https://outlook.live.com/calendar/0/deeplink/compose", ""),
        ("Microsoft 365", "https://outlook.office.com/calendar/0/deeplink/compose", ""),
    ]


@pytest.mark.parametrize(
    ("front_matter", "google", "outlook"),
    [
        ({"start": "2026-07-01 09:30"}, "20260701T073000Z/20260701T090000Z", ("07:30", "09:00")),
        ({"timezone": "Europe/Helsinki"}, "20260312T073000Z/20260312T090000Z", ("07:30", "09:00")),
    ],
)
def test_hours(front_matter: dict[str, Any], google: str, outlook: tuple[str, str]) -> None:
    found = fields(1, **front_matter)
    assert fields(0, **front_matter)["dates"] == google
    assert (found["startdt"][11:16], found["enddt"][11:16]) == outlook


@pytest.mark.parametrize(
    ("end", "last"), [(None, "2026-03-13"), ("2026-03-12", "2026-03-13"), ("2026-03-31", "2026-04-01")]
)
def test_whole_days_end_on_the_day_after(end: str | None, last: str) -> None:
    days: dict[str, Any] = {"start": "2026-03-12", "end": end, "all_day": "yes"}
    found = fields(1, **days)
    assert fields(0, **days)["dates"] == f"20260312/{last.replace('-', '')}"
    assert (found["startdt"], found["enddt"], found["allday"]) == ("2026-03-12", last, "true")


@pytest.mark.parametrize(
    "front_matter",
    [
        {"status": "cancelled"},
        {"status": "postponed"},
        {"today": dt.date(2026, 3, 13)},
        {"start": "2026-03", "end": None},
        {"start": "2026", "end": None},
    ],
)
def test_what_is_not_to_come_has_none(front_matter: dict[str, Any]) -> None:
    assert links(**front_matter) == ()


def test_a_plain_rule_comes_back_in_google_from_the_next_time_on() -> None:
    weekly = {"repeat": {"rule": "INTERVAL=2;FREQ=WEEKLY;COUNT=6"}}
    found = fields(0, today=dt.date(2026, 3, 13), **weekly)
    assert (found["dates"], found["ctz"], found["recur"]) == (
        "20260326T093000/20260326T110000",
        "Europe/Stockholm",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5",
    )
    assert [link.note for link in links(**weekly)] == ["", "bara nästa gång", "bara nästa gång"]


@pytest.mark.parametrize(
    "more",
    [
        {"except": ["2026-03-19"]},
        {"also": ["2026-05-01 10:00"]},
        {"changes": [{"date": "2026-03-19", "start": "2026-03-20 09:30"}]},
        {"changes": [{"date": "2026-03-26", "status": "cancelled"}]},
    ],
)
def test_a_rule_with_changes_is_one_time_only(more: dict[str, Any]) -> None:
    repeat = {"rule": "FREQ=WEEKLY;COUNT=4", **more}
    assert "recur" not in fields(0, repeat=repeat)
    assert {link.note for link in links(repeat=repeat)} == {"bara nästa gång"}


def test_the_last_time_of_several_needs_no_rule() -> None:
    last = {"repeat": {"rule": "FREQ=WEEKLY;COUNT=2"}, "today": dt.date(2026, 3, 19)}
    assert (fields(0, **last)["dates"], [link.note for link in links(**last)]) == (
        "20260319T083000Z/20260319T100000Z",
        ["", "", ""],
    )


def test_only_those_who_agreed_to_feeds_are_named() -> None:
    coming = Attendance(people=(person("Anna Berg"), person("Bo Ek", in_feeds=False)), total=2)
    found = fields(0, attending=coming)["details"]
    assert ("Anna Berg" in found, "Bo Ek" in found) == (True, False)


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="must not leave"):
        add_to_calendar(meeting(audience="name", today=TODAY), outlet())


TEXT = st.text(st.sampled_from("aå 🙂&=#+%\n\"'<>"), max_size=900)
LINE = TEXT.map(lambda text: " ".join(text.split()) or "x")


@given(title=LINE, place=LINE, cost=LINE)
def test_however_much_there_is_to_say(title: str, place: str, cost: str) -> None:
    for link in links(title=title, place={"name": place}, cost=cost, summary=cost[:200].strip() or "x"):
        name = "details" if "google" in link.url else "body"
        found = {key: values[0] for key, values in parse_qs(urlsplit(link.url).query, strict_parsing=True).items()}
        assert len(link.url) <= LONGEST
        assert link.url.isascii()
        assert found[name].endswith(PAGE)


@given(TEXT, st.integers(12, 400))
def test_a_cut_text_is_whole_characters(text: str, most: int) -> None:
    short = fitted(text, most)
    assert len(short) <= most
    (found,) = parse_qs(f"x={short}", errors="strict").get("x", [""])
    assert text.rstrip().startswith(found.removesuffix(" …")) or text.strip().startswith(found.removesuffix(" …"))


def test_nothing_is_asked_of_them_until_someone_does(example_site: Path) -> None:
    pages = [lxml.html.parse(page) for page in sorted(example_site.glob("motesplatser/*/index.html"))]
    elsewhere = [
        link for page in pages for link in page.xpath("//details[@class='add']//a[not(starts-with(@href, '/'))]")
    ]
    assert {link.get("rel") for link in elsewhere} == {"noreferrer noopener"}
    assert max(len(link.get("href")) for link in elsewhere) <= LONGEST
