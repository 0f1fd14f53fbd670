"""The page and the feed of what changed lately."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import feedparser
import lxml.html
import pytest

from sites import SITEURL, TODAY, Build, write


MOST = 50
PEOPLE = {
    "anna-berg": ("Anna Berg", "[name, profile, feeds]"),
    "bo-ek": ("Bo Ek", "[name, profile]"),
    "cia-al": ("Cia Al", "[]"),
}
MEETING = """---
title: Frukost
summary: Vi äter.
start: 2026-12-12 09:30
end: 11:00
attendance: on-site
place: {town: Flen}
published: 2026-11-01
who:
- {person: anna-berg, since: 2026-11-20}
- {person: bo-ek, since: 2026-11-20}
- {person: cia-al, since: 2026-11-20}
updates:
- {date: 2026-11-22, text: "Nu kommer Anna Berg och Bo Ek."}
- {date: 2026-11-23, text: "I morgon."}
---
"""


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = tmp_path_factory.mktemp("news")
    content, out = folder / "content", folder / "output"
    for slug, (name, covers) in PEOPLE.items():
        front_matter = f"name: {name}\nkind: independent\nconsent: {{given: 2026-01-01, covers: {covers}}}"
        write(content, f"people/{slug}.md", f"---\n{front_matter}\n---\n")
    write(content, "events/frukost.md", MEETING)
    done = build(content, out)
    assert done.returncode == 0, done.stderr
    return out


def shown(site: Path) -> dict[str, list[tuple[str, ...]]]:
    """By the heading of each day: every change as the lines that a visitor reads."""
    sections = lxml.html.parse(site / "nytt/index.html").xpath("//section[.//ol[@class='news']]")
    return {
        section.findtext("h2"): [
            tuple(" ".join(line.text_content().split()) for line in item) for item in section.xpath(".//li")
        ]
        for section in sections
    }


def test_the_page_tells_what_changed_day_by_day(small_site: Path) -> None:
    where = "lördag 12 december 2026 kl. 09.30–11.00 · Flen"
    assert shown(small_site) == {
        "I dag, söndag 22 november 2026": [
            ("Uppdaterat", "Frukost", where, "Nu kommer Anna Berg och Bo Ek."),
        ],
        "Fredag 20 november 2026": [
            ("Nya som kommer", "Frukost", where, "Anna Berg, Bo Ek, 1 fri kulturaktör"),
        ],
        "Söndag 1 november 2026": [("Nytt möte", "Frukost", where, "Vi äter.")],
    }


def test_the_page_links_to_those_who_have_a_page_and_the_feed_names_those_who_agreed_to_feeds(small_site: Path) -> None:
    page = lxml.html.parse(small_site / "nytt/index.html")
    assert page.xpath("//ol[@class='news']//a[starts-with(@href, '/personer/')]/@href") == [
        "/personer/anna-berg/",
        "/personer/bo-ek/",
    ]
    feed = feedparser.parse((small_site / "nytt.xml").read_bytes())
    assert [entry.title for entry in feed.entries] == [
        "Uppdaterat: lör 12 december 09.30 · Flen: Frukost",
        "Nya som kommer till Frukost (lör 12 december): Anna Berg och 2 till",
        "lör 12 december 09.30 · Flen: Frukost",
    ]
    assert "Bo Ek" not in (small_site / "nytt.xml").read_text("utf-8")


def test_the_front_page_leads_to_what_is_new(small_site: Path) -> None:
    home = lxml.html.parse(small_site / "index.html")
    assert len(home.xpath("//section[@id='nytt']//li[contains(@class, 'news__item')]")) == 3
    assert home.xpath("//section[@id='nytt']//p[@class='listing__more']/a/@href") == ["/nytt/"]
    assert home.xpath("//footer//a[@href='/nytt/']/text()") == ["Det senaste"]


def test_the_page_leads_to_its_feed(small_site: Path) -> None:
    page = lxml.html.parse(small_site / "nytt/index.html")
    types = page.xpath("//link[@rel='alternate'][@href=$url]/@type", url=f"{SITEURL}/nytt.xml")
    assert types == ["application/rss+xml"]


def test_the_feed_is_the_newest_first_and_nothing_is_of_a_day_to_come(example_site: Path) -> None:
    read = feedparser.parse((example_site / "nytt.xml").read_bytes(), resolve_relative_uris=False)
    dates = [entry.published_parsed for entry in read.entries]
    assert (bool(read.bozo), 3 < len(dates) <= MOST) == (False, True)
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < (dt.date.fromisoformat(TODAY) + dt.timedelta(days=1)).timetuple()
    assert [link.href for link in read.feed.links if link.rel == "self"] == [f"{SITEURL}/nytt.xml"]


def test_what_a_listing_has_too_is_the_same_item(example_site: Path) -> None:
    def told(name: str) -> dict[str, tuple[str, ...]]:
        read = feedparser.parse((example_site / name).read_bytes(), resolve_relative_uris=False)
        return {e.id: (e.title, e.link, e.published, e.content[0].value) for e in read.entries}

    everywhere, news = told("rss.xml"), told("nytt.xml")
    both = everywhere.keys() & news.keys()
    assert both != set()
    assert {guid: everywhere[guid] for guid in both} == {guid: news[guid] for guid in both}
