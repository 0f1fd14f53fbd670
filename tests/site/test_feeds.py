"""Feeds as their readers understand them: feedparser, and JSON Feed by its specification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import lxml.html
import pytest

from sites import SITEURL


FORMS = ("rss.xml", "atom.xml", "feed.json")
LISTING = ("index.html", "kalender.ics", *FORMS)
LONGEST = 50
TYPES = ["text/calendar", "application/rss+xml", "application/atom+xml", "application/feed+json"]


def entries(file: Path) -> list[dict[str, Any]]:
    """Entries of any form, as readers show them in a list."""
    if file.suffix == ".json":
        found: list[dict[str, Any]] = json.loads(file.read_bytes())["items"]
        return [{key: item[key] for key in ("id", "title", "summary")} | {"link": item["url"]} for item in found]
    parsed = feedparser.parse(file.read_bytes(), resolve_relative_uris=False).entries
    return [{key: entry[key] for key in ("id", "title", "link", "summary")} for entry in parsed]


def own_address(file: Path) -> str:
    if file.suffix == ".json":
        return str(json.loads(file.read_bytes())["feed_url"])
    links = feedparser.parse(file.read_bytes()).feed.links
    return str(next(link.href for link in links if link.rel == "self"))


def feeds(site: Path) -> Iterator[Path]:
    return (file for name in FORMS for file in sorted(site.rglob(name)))


def test_an_entry_has_what_a_reader_shows(example_site: Path) -> None:
    entries = feedparser.parse((example_site / "rss.xml").read_bytes()).entries
    assert 0 < len(entries) <= LONGEST
    lacking = [
        entry
        for entry in entries
        if not (entry.title and entry.summary and entry.get("published_parsed"))
        or not entry.link.startswith(SITEURL + "/")
        or not entry.id.startswith("tag:")
    ]
    assert lacking == []


@pytest.mark.parametrize("name", FORMS[:2])
def test_entries_are_the_newest_published_first(example_site: Path, name: str) -> None:
    entries = feedparser.parse((example_site / name).read_bytes()).entries
    dates = [entry.published_parsed for entry in entries]
    assert dates == sorted(dates, reverse=True)


def test_every_listing_is_the_same_files(example_site: Path) -> None:
    listings = sorted({file.parent for name in LISTING[1:] for file in example_site.rglob(name)})
    lacking = {
        str(folder.relative_to(example_site)): missing
        for folder in listings
        if (missing := [name for name in LISTING if not (folder / name).is_file()])
    }
    assert lacking == {}
    assert len(listings) > 1


def test_the_three_forms_of_a_feed_tell_the_same(example_site: Path) -> None:
    folders = [file.parent for file in sorted(example_site.rglob("rss.xml"))]
    told = {str(folder): [entries(folder / name) for name in FORMS] for folder in folders}
    assert {folder: found for folder, found in told.items() if found != found[:1] * 3} == {}


def test_a_feed_says_where_it_is_itself(example_site: Path) -> None:
    said = {f"{SITEURL}/{file.relative_to(example_site).as_posix()}": own_address(file) for file in feeds(example_site)}
    assert {true: own for true, own in said.items() if own != true} == {}


def alternates(page: Path) -> dict[str, str]:
    """Media type and address, in the order of the page."""
    links = lxml.html.parse(page).xpath("//link[@rel='alternate'][@type]")
    return {link.get("type"): link.get("href") for link in links}


def test_a_listing_leads_to_its_own_files(example_site: Path) -> None:
    found = {}
    for file in sorted(example_site.rglob("rss.xml")):
        folder = f"{SITEURL}/{file.parent.relative_to(example_site).as_posix()}/".replace("/./", "/")
        own = dict(zip(TYPES, (folder + name for name in LISTING[1:]), strict=True))
        if alternates(file.parent / "index.html") != own:
            found[folder] = alternates(file.parent / "index.html")
    assert found == {}


def test_a_meeting_leads_to_its_own_calendar_and_the_feeds_in_which_it_is_news(example_site: Path) -> None:
    found = {}
    for file in sorted((example_site / "motesplatser").glob("*/*.ics")):
        own = [f"{SITEURL}/{file.relative_to(example_site).as_posix()}", *(f"{SITEURL}/{name}" for name in FORMS)]
        if alternates(file.parent / "index.html") != dict(zip(TYPES, own, strict=True)):
            found[file.name] = alternates(file.parent / "index.html")
    assert found == {}
