"""JSON Feed as its specification has it (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from feeds import written
from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.json_feed import json_feed
from meetings import SITE, meeting, person


HOSTILE = 'A ]]> <script>alert("x")</script> & \\ "B"'


def feed(*meetings: Meeting, **changes: Any) -> bytes:
    return written(json_feed, "feed.json", *meetings, **changes)


def read(*meetings: Meeting, **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(feed(*meetings, **changes))
    return made


def test_a_feed_is_these_bytes(golden: Callable[[str, bytes], None]) -> None:
    attending = Attendance(people=(person("Anna Berg", "host"),), total=1, by_kind=(("independent", 1),))
    golden("feed.json", feed(meeting(attending=attending), meeting(slug="fest", start="2026-09-12", end=None)))


def test_the_head() -> None:
    head = read(title="A & B", description="")
    assert head == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A & B",
        "home_page_url": f"{SITE.url}/",
        "feed_url": f"{SITE.url}/feed.json",
        "description": "A & B",
        "language": "sv",
        "authors": [{"name": "Mötesplatser"}],
        "items": [],
    }


def test_an_item() -> None:
    (item,) = read(meeting(modified="2026-02-20 12:00", topics=["dans"]))["items"]
    html = item.pop("content_html")
    assert item == {
        "id": "tag:uid.example,2026:kulturfrukost",
        "url": f"{SITE.url}/motesplatser/kulturfrukost/",
        "title": "tor 12 mars 09.30 · Flen: Kulturfrukost",
        "summary": "Vi äter frukost och berättar vad vi gör.",
        "date_published": "2026-01-31T23:00:00+00:00",
        "date_modified": "2026-02-20T11:00:00+00:00",
        "tags": ["Dans"],
        "_event": {
            "start": "2026-03-12T09:30+01:00",
            "end": "2026-03-12T11:00+01:00",
            "location": "TEA-huset, Sveavägen 3, 642 37 Flen",
        },
    }
    assert html.startswith("<p>Vi äter frukost och berättar vad vi gör.</p>")


def test_what_is_not_known_is_left_out() -> None:
    (item,) = read(meeting(start="2026-10", end=None))["items"]
    assert item["_event"] == {"start": "2026-10", "location": "TEA-huset, Sveavägen 3, 642 37 Flen"}


def test_hostile_texts_are_texts() -> None:
    (item,) = read(meeting(title=HOSTILE, summary=HOSTILE))["items"]
    assert (item["title"].partition(": ")[2], item["summary"]) == (HOSTILE, HOSTILE)
    assert "<script" not in item["content_html"]
