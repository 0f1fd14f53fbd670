"""RSS as its readers understand it: feedparser."""

from __future__ import annotations

from pathlib import Path

import feedparser

from sites import SITEURL


LISTING = ("index.html", "kalender.ics", "rss.xml")
LONGEST = 50


def test_rss_is_well_formed_wherever_meetings_are_listed(example_site: Path) -> None:
    faults = {}
    for file in sorted(example_site.rglob("rss.xml")):
        parsed = feedparser.parse(file.read_bytes(), resolve_relative_uris=False)
        if parsed.bozo:
            faults[str(file.relative_to(example_site))] = repr(parsed.bozo_exception)
    assert faults == {}


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


def test_entries_are_the_newest_published_first(example_site: Path) -> None:
    entries = feedparser.parse((example_site / "rss.xml").read_bytes()).entries
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
