"""RSS as bytes and as feedparser and lxml read it, and the items of a meeting."""

from __future__ import annotations

import datetime as dt
import locale
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from lxml import etree

from feeds import items, written
from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.news import headline
from meetingplace.publishing.rss import rss
from meetings import SITE, meeting, outlet, person


ATTENDING = Attendance(
    people=(person("Anna Berg", "host", disciplines=("Dans",), municipality="flen"),),
    total=2,
    by_kind=(("independent", 1), ("public", 1)),
)
MODULES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
}
HOSTILE = 'A ]]> <script>alert("x")</script> & </item>\x07\r\nB \ud800'
MOVES = [
    {"date": "2026-02-10", "text": "Ny **dag**.", "was": "2026-03-05 09:30"},
    {"date": "2026-02-20 12:00", "text": "Igen.", "was": "2026-03-06 09:30"},
]


def feed(*meetings: Meeting, **changes: Any) -> bytes:
    return written(rss, "rss.xml", *meetings, **changes)


def tree(content: bytes) -> etree._Element:
    return etree.fromstring(content)


def texts(content: bytes, path: str) -> list[str | None]:
    return [element.text for element in tree(content).findall(path, MODULES)]


def told(*meetings: Meeting) -> list[tuple[str, str, str]]:
    """(what follows the tag of the guid, when published, title) of each item in a feed's order."""
    found = items(*meetings)
    return [(item.guid.split(":", 2)[2], f"{item.published:%Y-%m-%d %H:%MZ}", item.title) for item in found]


def test_a_feed_is_these_bytes(golden: Callable[[str, bytes], None]) -> None:
    moved = meeting(slug="flytt", uid="2026-1a", updates=MOVES, topics=["dans"], modified="2026-02-20 12:00")
    golden(
        "rss.xml",
        feed(meeting(attending=ATTENDING), moved, meeting(slug="fest", start="2026-09-12", end=None)),
    )


def test_dates_are_english_and_the_locale_is_left_as_it_was() -> None:
    before = locale.setlocale(locale.LC_ALL)
    assert texts(feed(meeting()), "channel/item/pubDate") == ["Sat, 31 Jan 2026 23:00:00 +0000"]
    assert locale.setlocale(locale.LC_ALL) == before


def test_feedparser_reads_it_without_a_fault() -> None:
    read = feedparser.parse(feed(meeting(title=HOSTILE.replace("\ud800", ""), attending=ATTENDING)))
    (entry,) = read.entries
    assert (bool(read.bozo), read.version) == (False, "rss20")
    assert (read.feed.title, read.feed.language, read.feed.link) == ("Mötesplatser", "sv", f"{SITE.url}/")
    assert (entry.id, entry.guidislink) == ("tag:uid.example,2026:kulturfrukost", False)
    assert entry.link == f"{SITE.url}/motesplatser/kulturfrukost/"


def test_an_empty_feed_is_valid() -> None:
    empty = feed()
    assert not feedparser.parse(empty).bozo
    assert texts(empty, "channel/item") == []
    assert texts(empty, "channel/lastBuildDate") == ["Sat, 01 Jan 2000 00:00:00 +0000"]


def test_the_head() -> None:
    made = feed(meeting(published="2026-02-01 12:00"), title="A & B", description="")
    (link,) = tree(made).findall("channel/atom:link", MODULES)
    assert dict(link.attrib.items()) == {
        "href": f"{SITE.url}/rss.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }
    names = ("title", "description", "link", "language", "lastBuildDate", "generator")
    assert [texts(made, f"channel/{name}") for name in names] == [
        ["A & B"],
        ["A & B"],
        [f"{SITE.url}/"],
        ["sv"],
        ["Sun, 01 Feb 2026 11:00:00 +0000"],
        ["meetingplace"],
    ]


def test_the_event_module() -> None:
    made = feed(
        meeting(),
        meeting(slug="b", start="2026-09-12", end="2026-09-13"),
        meeting(slug="c", start="2026-10", end=None),
    )
    assert texts(made, "channel/item/ev:startdate") == ["2026-03-12T09:30+01:00", "2026-09-12", "2026-10"]
    assert texts(made, "channel/item/ev:enddate") == ["2026-03-12T11:00+01:00", "2026-09-13"]
    assert texts(made, "channel/item/ev:location") == ["TEA-huset, Sveavägen 3, 642 37 Flen"] * 3
    assert texts(made, "channel/item/dc:creator") == ["Mötesplatser"] * 3


def test_what_an_item_tells() -> None:
    pay = {"paid": "partly", "note": "Fråga **oss**."}
    registration = {"url": "https://a.example/?x=1&y=2", "deadline": "2026-03-10"}
    (item,) = items(meeting(attending=ATTENDING, pay=pay, registration=registration, cost="50 kr & en låt"))
    assert item.summary == "Vi äter frukost och berättar vad vi gör."
    assert item.html == (
        "<p>Vi äter frukost och berättar vad vi gör.</p>"
        "<p><strong>Vilka du möter:</strong> 2 kommer: 1 fri kulturaktör, 1 från kommun eller region</p>"
        "<ul><li>Anna Berg (värd), dans, Flen</li></ul>"
        "<ul><li>När: torsdag 12 mars 2026 kl. 09.30–11.00</li>"
        "<li>Var: TEA-huset, Sveavägen 3, 642 37 Flen</li>"
        "<li>Kostnad: 50 kr &amp; en låt</li>"
        "<li>Arvode: Delvis. Fråga oss</li>"
        "<li>Anmälan: Sista dag tisdag 10 mars 2026 – "
        '<a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a></li>'
        "<li>Kontakt: Åsa Ek, asa@kultur.example, 070-123 45 67</li></ul>"
        f'<p><a href="{SITE.url}/motesplatser/kulturfrukost/">Läs mer</a></p>'
    )


@pytest.mark.parametrize("key", ["title", "summary", "cost", "form"])
def test_hostile_texts_are_texts(key: str) -> None:
    hostile: dict[str, Any] = {key: HOSTILE}
    made = feed(meeting(**hostile))
    assert len(tree(made).findall("channel/item")) == 1
    assert b"<script" not in made
    encoded = texts(made, "channel/item/content:encoded")[0] or ""
    assert "<script" not in encoded
    seen = {
        "title": "channel/item/title",
        "summary": "channel/item/description",
        "form": "channel/item/category",
    }
    if key in seen:
        (text,) = texts(made, seen[key])
        assert (text or "").endswith('A ]]> <script>alert("x")</script> & </item> B')


@pytest.mark.parametrize(
    ("front_matter", "title"),
    [
        ({}, "tor 12 mars 09.30 · Flen: Kulturfrukost"),
        ({"start": "2026-09-12", "end": None}, "lör 12 september · Flen: Kulturfrukost"),
        ({"start": "2027-03-11", "end": None}, "tor 11 mars 2027 · Flen: Kulturfrukost"),
        ({"start": "2023-04-12 18:00", "end": "20:00"}, "ons 12 april 2023 18.00 · Flen: Kulturfrukost"),
        ({"start": "2026-10", "end": None}, "oktober 2026 · Flen: Kulturfrukost"),
        ({"start": "2027", "end": None}, "2027 · Flen: Kulturfrukost"),
        (
            {"place": None, "attendance": "online", "online": {"platform": "Zoom"}},
            "tor 12 mars 09.30 · Digitalt: Kulturfrukost",
        ),
        ({"place": {"name": "Hamnboden", "town": "Trosa"}}, "tor 12 mars 09.30 · Trosa: Kulturfrukost"),
        ({"status": "postponed"}, "FRAMFLYTTAT: tor 12 mars 09.30 · Flen: Kulturfrukost"),
    ],
)
def test_the_title_carries_the_day(front_matter: dict[str, Any], title: str) -> None:
    made = meeting(**front_matter)
    assert headline(made, made.current, outlet()) == title


def test_a_move_is_an_item_of_its_own_and_says_what_was_known_then() -> None:
    assert told(meeting(updates=MOVES)) == [
        (
            "kulturfrukost#moved-2026-02-20",
            "2026-02-20 11:00Z",
            "FLYTTAT: tor 12 mars 09.30 · Flen: Kulturfrukost",
        ),
        (
            "kulturfrukost#moved-2026-02-10",
            "2026-02-09 23:00Z",
            "FLYTTAT: fre 6 mars 09.30 · Flen: Kulturfrukost",
        ),
        ("kulturfrukost", "2026-01-31 23:00Z", "tor 12 mars 09.30 · Flen: Kulturfrukost"),
    ]
    first = items(meeting(updates=MOVES))[1]
    assert first.html.startswith(
        "<p><strong>Flyttat från torsdag 5 mars 2026 kl. 09.30.</strong></p><p><strong>Ny dag.</strong></p>"
    )
    assert (first.begins, first.ends) == ("2026-03-06T09:30+01:00", "2026-03-06T11:00+01:00")


def test_of_what_was_moved_and_then_cancelled_only_the_last_move_is_called_off() -> None:
    titles = [title for guid, _, title in told(meeting(updates=MOVES, status="cancelled")) if "#moved" in guid]
    assert titles == [
        "INSTÄLLT: tor 12 mars 09.30 · Flen: Kulturfrukost",
        "FLYTTAT: fre 6 mars 09.30 · Flen: Kulturfrukost",
    ]


def test_news_is_never_older_than_the_meeting() -> None:
    updates = [{"date": "2026-01-10", "text": "Ny dag.", "was": "2026-03-05 09:30"}]
    assert [published for _, published, _ in told(meeting(updates=updates))] == ["2026-01-31 23:00Z"] * 2


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_called_off_is_an_item_of_its_own(status: str) -> None:
    updates = [{"date": "2026-02-20", "text": "Sal 3 brann."}]
    word = {"cancelled": "INSTÄLLT", "postponed": "FRAMFLYTTAT"}[status]
    title = f"{word}: tor 12 mars 09.30 · Flen: Kulturfrukost"
    assert told(meeting(status=status, updates=updates)) == [
        (f"kulturfrukost#{status}-2026-02-20", "2026-02-19 23:00Z", title),
        ("kulturfrukost", "2026-01-31 23:00Z", title),
    ]


def test_what_is_called_off_a_second_time_is_news_again() -> None:
    first = [{"date": "2026-02-20", "text": "Sal 3 brann."}]
    then = [*first, {"date": "2026-02-22", "text": "Sal 4 är ledig."}, {"date": "2026-02-24", "text": "Den med."}]
    made = [told(meeting(status="cancelled", updates=updates))[0][0] for updates in (first, then)]
    assert made == ["kulturfrukost#cancelled-2026-02-20", "kulturfrukost#cancelled-2026-02-24"]


def test_old_news_stays_old_whatever_is_reported_later() -> None:
    updates = [
        {"date": "2026-02-20", "text": "Sal 3 brann."},
        {"date": "2026-12-01", "text": "Salen är lagad."},
    ]
    made = meeting(status="cancelled", updates=updates, modified="2026-12-01")
    assert told(made)[0][:2] == ("kulturfrukost#cancelled-2026-02-20", "2026-02-19 23:00Z")


def test_without_an_update_the_last_change_before_the_day_dates_the_news() -> None:
    changed = [meeting(status="cancelled", modified=day) for day in ("2026-02-05", "2026-12-01")]
    assert [told(made)[0][1] for made in changed] == ["2026-02-04 23:00Z", "2026-01-31 23:00Z"]


def test_news_without_a_date_comes_before_what_it_is_about() -> None:
    assert [guid for guid, _, _ in told(meeting(status="cancelled"))] == [
        "kulturfrukost#cancelled-2026-03-12",
        "kulturfrukost",
    ]


def test_single_occurrences_have_news_of_their_own() -> None:
    changes = [
        {"date": "2026-03-19", "status": "cancelled"},
        {"date": "2026-03-26", "start": "2026-03-27 10:00"},
        {"date": "2026-04-02", "start": "2026-04-03 10:00"},
    ]
    updates = [{"date": "2026-02-20", "text": "Fredag i stället.", "was": "2026-03-26"}]
    made = meeting(repeat={"rule": "FREQ=WEEKLY;COUNT=4", "changes": changes}, updates=updates)
    assert sorted(told(made)) == [
        ("kulturfrukost", "2026-01-31 23:00Z", "tor 12 mars 09.30 · Flen: Kulturfrukost"),
        (
            "kulturfrukost#cancelled-2026-03-19",
            "2026-01-31 23:00Z",
            "INSTÄLLT: tor 19 mars 09.30 · Flen: Kulturfrukost",
        ),
        (
            "kulturfrukost#moved-2026-02-20",
            "2026-02-19 23:00Z",
            "FLYTTAT: fre 27 mars 10.00 · Flen: Kulturfrukost",
        ),
        (
            "kulturfrukost#moved-2026-04-02",
            "2026-01-31 23:00Z",
            "FLYTTAT: fre 3 april 10.00 · Flen: Kulturfrukost",
        ),
    ]


def test_a_cancelled_series_is_one_item_of_news() -> None:
    made = meeting(status="cancelled", repeat={"rule": "FREQ=WEEKLY;COUNT=4"})
    assert [guid for guid, _, _ in told(made)] == ["kulturfrukost#cancelled-2026-03-12", "kulturfrukost"]


def test_guids_stay_when_everything_else_changes() -> None:
    made = meeting(slug="nytt-namn", uid="kulturfrukost", title="Ny", start="2026-05-05 10:00", modified="2026-02-20")
    assert [item.guid for item in items(made)] == ["tag:uid.example,2026:kulturfrukost"]


def test_fifty_items_the_newest_first() -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=number % 60) for number in range(7, 67)]
    chosen = items(*(meeting(slug=f"m{day}", published=str(day)) for day in days))
    assert [found.guid.partition(":m")[2] for found in chosen] == [str(day) for day in sorted(days, reverse=True)[:50]]


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="kulturfrukost: texts for name"):
        items(meeting(audience="name"))
