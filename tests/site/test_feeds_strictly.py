"""Every feed of three sites in feedparser, and in parsers of XML and JSON that forgive nothing."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from torture import UID_DOMAIN, Torture


ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("rss.xml", "atom.xml", "feed.json", "nytt.xml")
LONGEST = 50


@pytest.fixture(scope="module")
def feeds(example_site: Path, torture_site: Path, empty_site: Path) -> list[Path]:
    """Every feed of three sites in XML or JSON."""
    sites = (example_site, torture_site, empty_site)
    found = [file for site in sites for name in FEEDS for file in sorted(site.rglob(name))]
    assert len(found) > 100
    return found


def entries_of(file: Path) -> list[tuple[str, str]]:
    """(id, title) of each entry, as a strict parser has them."""
    if file.suffix == ".json":
        feed = json.loads(file.read_bytes().decode())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        return [(item["id"], item["title"]) for item in feed["items"]]
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    if root.tag == "rss":
        found = root.findall("channel/item")
        return [(item.findtext("guid") or "", item.findtext("title") or "") for item in found]
    assert root.tag == f"{ATOM}feed"
    return [
        (entry.findtext(f"{ATOM}id") or "", entry.findtext(f"{ATOM}title") or "") for entry in root.iter(f"{ATOM}entry")
    ]


def test_feedparser_reads_every_feed_without_a_fault(feeds: list[Path]) -> None:
    faults = {}
    for file in feeds:
        parsed = feedparser.parse(file.read_bytes(), resolve_relative_uris=False)
        if file.suffix == ".xml" and parsed.bozo:
            faults[str(file)] = repr(parsed.bozo_exception)
    assert faults == {}


def test_every_entry_of_a_feed_has_an_id_of_its_own_and_there_are_50_at_most(feeds: list[Path]) -> None:
    ids = {file: [guid for guid, _ in entries_of(file)] for file in feeds}
    assert {file: found for file, found in ids.items() if len(set(found)) != len(found) or len(found) > LONGEST} == {}
    assert {guid for found in ids.values() for guid in found if not guid.startswith("tag:")} == set()


def test_titles_are_read_as_they_were_written(torture: Torture, torture_site: Path) -> None:
    written = {uid: seen[0][1] for uid, seen in torture.seen.items() if uid.startswith("ord-")}
    for file in (torture_site / name for name in FEEDS if name != "nytt.xml" and (torture_site / name).exists()):
        read = dict(entries_of(file))
        found = {uid: read[f"tag:{UID_DOMAIN},2026:{uid.partition('@')[0]}"].partition(": ")[2] for uid in written}
        assert {uid: title for uid, title in found.items() if not title.endswith(written[uid])} == {}
