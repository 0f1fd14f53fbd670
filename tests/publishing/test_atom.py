"""Atom as bytes and as feedparser and lxml read it: RFC 4287."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import feedparser
from lxml import etree

from feeds import written
from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.atom import atom
from meetings import SITE, meeting, person


ATOM = {"a": "http://www.w3.org/2005/Atom", "ev": "http://purl.org/rss/1.0/modules/event/"}
HOSTILE = 'A ]]> <script>alert("x")</script> & </entry>'
UPDATES = [{"date": "2026-02-20 12:00", "text": "Ny **dag**.", "was": "2026-03-05 09:30"}]


def feed(*meetings: Meeting, **changes: Any) -> bytes:
    return written(atom, "atom.xml", *meetings, **changes)


def texts(content: bytes, path: str) -> list[str | None]:
    return [element.text for element in etree.fromstring(content).findall(path, ATOM)]


def links(content: bytes, path: str) -> list[dict[str | bytes, str | bytes]]:
    return [dict(link.attrib.items()) for link in etree.fromstring(content).findall(path, ATOM)]


def test_a_feed_is_these_bytes(golden: Callable[[str, bytes], None]) -> None:
    attending = Attendance(people=(person("Anna Berg", "host"),), total=1, by_kind=(("independent", 1),))
    moved = meeting(slug="flytt", uid="2026-1a", updates=UPDATES, topics=["dans"], modified="2026-02-20 12:00")
    golden("atom.xml", feed(meeting(attending=attending), moved))


def test_feedparser_reads_it_without_a_fault() -> None:
    read = feedparser.parse(feed(meeting(title=HOSTILE)))
    (entry,) = read.entries
    assert (bool(read.bozo), read.version) == (False, "atom10")
    assert (read.feed.title, read.feed.link) == ("Mötesplatser", f"{SITE.url}/")
    assert (entry.id, entry.author) == ("tag:uid.example,2026:kulturfrukost", "Mötesplatser")
    assert entry.link == f"{SITE.url}/motesplatser/kulturfrukost/"


def test_the_head() -> None:
    made = feed(meeting(published="2026-02-01 12:00", modified="2026-02-03"), title="A & B", description="")
    root = etree.fromstring(made)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    assert [texts(made, f"a:{name}") for name in ("id", "title", "subtitle", "updated", "author/a:name")] == [
        ["tag:uid.example,2026:/atom.xml"],
        ["A & B"],
        ["A & B"],
        ["2026-02-02T23:00:00+00:00"],
        ["Mötesplatser"],
    ]
    assert links(made, "a:link") == [
        {"href": f"{SITE.url}/atom.xml", "rel": "self", "type": "application/atom+xml"},
        {"href": f"{SITE.url}/", "rel": "alternate"},
    ]


def test_an_entry_has_two_dates_and_none_is_the_clock_s() -> None:
    made = feed(meeting(published="2026-02-01 12:00", modified="2026-02-20 12:00", updates=UPDATES))
    assert texts(made, "a:entry/a:id") == [
        "tag:uid.example,2026:kulturfrukost#moved-2026-02-20",
        "tag:uid.example,2026:kulturfrukost",
    ]
    assert texts(made, "a:entry/a:published") == ["2026-02-20T11:00:00+00:00", "2026-02-01T11:00:00+00:00"]
    assert texts(made, "a:entry/a:updated") == ["2026-02-20T11:00:00+00:00"] * 2


def test_what_was_changed_today_and_published_long_ago_changes_the_feed() -> None:
    made = feed(meeting(modified="2026-02-20"), meeting(slug="b", published="2026-02-10", modified="2026-02-10"))
    assert texts(made, "a:updated") == ["2026-02-19T23:00:00+00:00"]


def test_texts_are_escaped_and_html_is_said_to_be_html() -> None:
    made = feed(meeting(title=HOSTILE, summary=HOSTILE, topics=["dans"]))
    entry = etree.fromstring(made).find("a:entry", ATOM)
    assert entry is not None
    assert b"CDATA" not in made
    assert b"<script" not in made
    content, summary, category = (entry.find(f"a:{name}", ATOM) for name in ("content", "summary", "category"))
    assert content is not None
    assert summary is not None
    assert category is not None
    assert (content.get("type"), (content.text or "")[:12]) == ("html", "<p>A ]]&gt; ")
    assert (summary.get("type"), summary.text, category.get("term")) == (None, HOSTILE, "Dans")


def test_the_event_module() -> None:
    made = feed(meeting())
    assert texts(made, "a:entry/ev:startdate") == ["2026-03-12T09:30+01:00"]
    assert texts(made, "a:entry/ev:location") == ["TEA-huset, Sveavägen 3, 642 37 Flen"]


def test_an_empty_feed_is_valid() -> None:
    assert not feedparser.parse(feed()).bozo
    assert texts(feed(), "a:updated") == ["2000-01-01T00:00:00+00:00"]
