"""Every page is three steps from every other at most, and there is more than one way to each."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from sites import SITEURL, home, read_pages


STEPS = 3
LEAVES = re.compile(r"(?:/en)?/(?:allt|kalender|motesplatser/arkiv)/[^/]+/")
"""A list that is split by years, months or kinds: each part is a step within it, and the list has ways to it."""
ASIDE = ("/404.html", "/stil/")
"""What answers an address that leads nowhere, and the design system, which is for those who make the site."""
PRINTED = re.compile(r"(?:/en)?/motesplatser/[^/]+/deltagare/")
"""What is made for paper is reached from its meeting alone."""


class _Links(HTMLParser):
    """The addresses that a page's links lead to: those in its own content apart from those around it."""

    def __init__(self) -> None:
        super().__init__()
        self.own: set[str] = set()
        self.around: set[str] = set()
        self._in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self._in_main = True
        elif tag == "a":
            (self.own if self._in_main else self.around).add(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_main = self._in_main and tag != "main"


Site = Mapping[str, tuple[frozenset[str], frozenset[str]]]
"""For each page by its address, the pages that its content and its surroundings lead to."""


@pytest.fixture(scope="module")
def site(example_site: Path) -> Site:
    found = {}
    for address, file in read_pages(example_site):
        links = _Links()
        links.feed(file.read_text("utf-8"))
        found[address] = (inside(links.own, address), inside(links.around, address))
    return found


def inside(links: set[str], address: str) -> frozenset[str]:
    absolute = (urljoin(SITEURL + address, link) for link in links)
    return frozenset(urlsplit(link).path or "/" for link in absolute if link.startswith(f"{SITEURL}/"))


def destinations(site: Site) -> set[str]:
    return {address for address in site if address not in ASIDE and not PRINTED.fullmatch(address)}


def reached(site: Site, start: str, steps: int = STEPS) -> set[str]:
    seen = edge = {start}
    for _ in range(steps):
        edge = {to for page in edge if page in site for to in (*site[page][0], *site[page][1])} - seen
        seen = seen | edge
    return seen


def test_every_page_reaches_every_other_in_three_steps(site: Site) -> None:
    ends = destinations(site)
    assert len(ends) > 100
    missed = {address: ends - reached(site, address) for address in site if not PRINTED.fullmatch(address)}
    assert {address: sorted(ends)[:5] for address, ends in missed.items() if ends} == {}


def test_there_are_two_ways_to_every_page(site: Site, example_site: Path) -> None:
    """WCAG 2.2, 2.4.5: by lists of everything, by the menu and foot of every page, by other lists, by search."""
    listing = {address for address in site if address.startswith(f"{home(address)}allt/")}
    listed = {to for address in listing for to in site[address][0]}
    elsewhere = {to for address in site.keys() - listing for to in site[address][0] - {address}}
    around: set[str] = set()
    for edition in ("/", "/en/"):
        around |= frozenset.intersection(*(around for page, (_, around) in site.items() if home(page) == edition))
    searched = set()
    for path in (example_site / "sok" / "register" / "fragment").iterdir():
        searched.add(json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))["url"][len("sv") :])
    ways = {address: sum(address in way for way in (listed, elsewhere, around, searched)) for address in site}
    ends = {address for address in destinations(site) - {"/", "/en/"} if not LEAVES.fullmatch(address)}
    assert {address for address in ends if ways[address] < 2} == set()
    assert {address for address in listed if address.startswith("/motesplatser/2")} == {
        address for address in destinations(site) if address.startswith("/motesplatser/2")
    }
