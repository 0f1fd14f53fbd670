"""What those see who subscribe with real programs, over HTTP, while meetings change from day to day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clients import Calendar, FeedReader
from meetingplace.catalogue import Catalogue
from meetingplace.model.site import Site
from meetingplace.pelican_site.serving.server import Server
from meetingplace.publishing.site import SiteMaker
from meetingplace.reading.library import read
from outputs import everything
from sites import SITEURL, Build, write


FEEDS = ("rss.xml", "atom.xml")
FIRST_DAY, LATER_DAYS = dt.date(2026, 11, 22), 10
MEETING = """---
title: {title}
summary: Vi ses.
start: {start}
end: "20:00"
attendance: online
online: {{platform: Zoom, note: Länken kommer med e-post}}
contact: {{name: Åsa, email: asa@example.org}}
published: {published}
{more}---
"""
WEEKLY = "repeat: {rule: FREQ=WEEKLY;COUNT=4}\n"
DIFFERENT = """repeat:
  rule: FREQ=WEEKLY;COUNT=4
  changes:
    - {date: 2026-12-14, start: 2026-12-15 19:00, end: "21:00"}
    - {date: 2026-12-21, status: cancelled}
updates:
  - {date: 2026-11-23, text: Två kvällar blir annorlunda.}
"""
MOVED = "updates:\n  - {date: 2026-11-23, text: Ny dag., was: 2026-12-02 18:00}\n"
MOVED_AGAIN = f"{MOVED}  - {{date: 2026-11-24, text: Ännu en ny dag., was: 2026-12-09 18:00}}\n"
OFF = "updates:\n  - {date: 2026-11-23, text: Vi är sjuka.}\n"
ON = f"{OFF}  - {{date: 2026-11-24, text: Vi är friska.}}\n"
OFF_AGAIN = f"{ON}  - {{date: 2026-11-25, text: Vi är sjuka igen.}}\n"


@dataclass
class Subscriber:
    """Someone with a calendar and a feed reader, and what these have shown after each build."""

    content: Path
    out: Path
    build: Build
    calendar: Calendar
    readers: tuple[FeedReader, ...]
    listed: list[list[list[str]]] = field(default_factory=list)
    news: list[dict[str, list[str]]] = field(default_factory=list)

    def look(self) -> None:
        self.listed.append(self.calendar.synced())
        self.news.append(self.read())
        assert len(self.news[-1]) == len(FEEDS)

    def read(self) -> dict[str, list[str]]:
        """What is news in each feed, to one who has no other: newsboat takes entries of two feeds for one by their id."""
        return {feed: titles for reader in self.readers for feed, titles in reader.news().items()}

    def put(self, slug: str, start: str, more: str = "", published: str = "2026-11-20") -> None:
        text = MEETING.format(title=slug.capitalize(), start=start, more=more, published=published)
        write(self.content, f"events/{slug}.md", text)

    def rebuild(self, days: int) -> None:
        """Builds by Pelican, so many days after the first."""
        done = self.build(self.content, self.out, TODAY=f"{FIRST_DAY + dt.timedelta(days=days)}")
        assert (done.returncode, done.stderr) == (0, "")

    def rewrite_feeds(self, days: int) -> None:
        """Makes what subscribers fetch as a build does, without a process of its own."""
        site = Site(url=SITEURL, uid_domain="motesplatser.example")
        catalogue = Catalogue(read(self.content, site).library, site, FIRST_DAY + dt.timedelta(days=days))
        _, files = everything(SiteMaker(catalogue, self.content))
        for file in files:
            if file.address in ("kalender.ics", *FEEDS):
                (self.out / file.address).write_bytes(file.content)


def five_meetings(someone: Subscriber) -> None:
    someone.put("kvar", "2026-12-01 18:00")
    someone.put("flytt", "2026-12-02 18:00")
    someone.put("stopp", "2026-12-03 18:00")
    someone.put("borta", "2026-12-04 18:00")
    someone.put("serie", "2026-12-07 18:00", WEEKLY)


def all_kinds_of_change(someone: Subscriber) -> None:
    someone.put("ny", "2026-12-08 18:00", published="2026-11-23")
    someone.put("flytt", "2026-12-09 18:00", MOVED)
    someone.put("stopp", "2026-12-03 18:00", f"status: cancelled\n{OFF}")
    (someone.content / "events" / "borta.md").unlink()
    someone.put("serie", "2026-12-07 18:00", DIFFERENT)


def changed_once_more(someone: Subscriber) -> None:
    someone.put("flytt", "2026-12-10 18:00", MOVED_AGAIN)
    someone.put("stopp", "2026-12-03 18:00", ON)


def cancelled_again(someone: Subscriber) -> None:
    someone.put("stopp", "2026-12-03 18:00", f"status: cancelled\n{OFF_AGAIN}")


@pytest.fixture(scope="module")
def subscriber(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Subscriber:
    """Who subscribed on the first day, and fetched on each of the three that had changes and on ten after these."""
    folder = tmp_path_factory.mktemp("subscriber")
    out = folder / "output"
    out.mkdir()
    with Server("127.0.0.1", 0, out) as server:
        readers = tuple(FeedReader(folder / name, [f"{server.address}/{name}"]) for name in FEEDS)
        calendar = Calendar(folder / "calendar", f"{server.address}/kalender.ics")
        someone = Subscriber(folder / "content", out, build, calendar, readers)
        for day, edit in enumerate((five_meetings, all_kinds_of_change, changed_once_more, cancelled_again)):
            edit(someone)
            someone.rebuild(day)
            someone.look()
        for day in range(4, 4 + LATER_DAYS):
            someone.rewrite_feeds(day)
            someone.news.append(someone.read())
    return someone


def at(start: str, title: str, end: str = "20:00") -> list[str]:
    """As khal lists what begins and ends on one day."""
    return [start, f"{start[:10]} {end}", title]


SERIES = [at(f"2026-12-{day} 18:00", "Serie") for day in ("07", "14", "21", "28")]
CHANGED_SERIES = [
    at("2026-12-07 18:00", "Serie"),
    at("2026-12-15 19:00", "Serie", "21:00"),
    at("2026-12-21 18:00", "INSTÄLLT: Serie"),
    at("2026-12-28 18:00", "Serie"),
]


def test_a_calendar_has_each_meeting_once(subscriber: Subscriber) -> None:
    assert subscriber.listed[0] == [
        at("2026-12-01 18:00", "Kvar"),
        at("2026-12-02 18:00", "Flytt"),
        at("2026-12-03 18:00", "Stopp"),
        at("2026-12-04 18:00", "Borta"),
        *SERIES,
    ]


def test_a_calendar_follows_every_change(subscriber: Subscriber) -> None:
    stays = [at("2026-12-01 18:00", "Kvar"), at("2026-12-08 18:00", "Ny"), *CHANGED_SERIES]
    off, on = at("2026-12-03 18:00", "INSTÄLLT: Stopp"), at("2026-12-03 18:00", "Stopp")
    assert subscriber.listed[1:] == [
        sorted([*stays, off, at("2026-12-09 18:00", "Flytt")]),
        sorted([*stays, on, at("2026-12-10 18:00", "Flytt")]),
        sorted([*stays, off, at("2026-12-10 18:00", "Flytt")]),
    ]


def test_what_is_new_moved_or_cancelled_is_news_once(subscriber: Subscriber) -> None:
    for told in zip(*(found.values() for found in subscriber.news), strict=True):
        assert [sorted(titles) for titles in told[:4]] == [
            [
                "fre 4 december 18.00 · Digitalt: Borta",
                "mån 7 december 18.00 · Digitalt: Serie",
                "ons 2 december 18.00 · Digitalt: Flytt",
                "tis 1 december 18.00 · Digitalt: Kvar",
                "tor 3 december 18.00 · Digitalt: Stopp",
            ],
            [
                "FLYTTAT: ons 9 december 18.00 · Digitalt: Flytt",
                "FLYTTAT: tis 15 december 19.00 · Digitalt: Serie",
                "INSTÄLLT: mån 21 december 18.00 · Digitalt: Serie",
                "INSTÄLLT: tor 3 december 18.00 · Digitalt: Stopp",
                "tis 8 december 18.00 · Digitalt: Ny",
            ],
            ["FLYTTAT: tor 10 december 18.00 · Digitalt: Flytt"],
            ["INSTÄLLT: tor 3 december 18.00 · Digitalt: Stopp"],
        ]


def test_nothing_is_news_again_on_later_days(subscriber: Subscriber) -> None:
    assert len(subscriber.news) == 4 + LATER_DAYS
    assert [titles for found in subscriber.news[4:] for titles in found.values() if titles] == []
