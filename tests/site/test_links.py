"""Every address that the example site gives leads somewhere, and no page asks another host for anything."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest

from sites import SITEURL, pages, read_pages


TEXTS = {".csv", ".css", ".html", ".ics", ".js", ".json", ".rdf", ".txt", ".xml"}
ABSOLUTE = re.compile(re.escape(SITEURL) + r"[^\s\"'<>\\)\]|,;]*")
LINKS = ("href", "src", "action", "poster", "data", "cite", "longdesc")
SUBRESOURCES = {"script", "img", "source", "iframe", "object", "embed", "audio", "video", "track", "input"}
FETCHED = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
FETCHED |= {"apple-touch-icon", "mask-icon", "shortcut"}


@lru_cache(maxsize=1024)
def ids(page: Path) -> frozenset[str]:
    return frozenset(lxml.html.parse(page).xpath("//@id"))


def file_for(root: Path, url: str) -> Path:
    address = unquote(urlsplit(url).path).lstrip("/")
    return root / (f"{address}index.html" if not address or address.endswith("/") else address)


def broken(root: Path, url: str) -> str | None:
    """What is wrong with an absolute address of the site; None where nothing is."""
    target, fragment = urldefrag(url)
    file = file_for(root, target)
    if not file.is_file():
        return f"leads nowhere: {url}"
    if fragment and file.suffix == ".html" and unquote(fragment) not in ids(file):
        return f"no such place on the page: {url}"
    return None


def is_internal(url: str) -> bool:
    return url == SITEURL or url.startswith(SITEURL + "/")


def page_links(address: str, page: Path) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    """Every link of a page, made absolute, and the element that has it."""
    for element in lxml.html.parse(page).getroot().iter():
        if not isinstance(element.tag, str):
            continue
        written = [element.get(name) for name in LINKS if element.get(name) is not None]
        written += [part.split()[0] for part in (element.get("srcset") or "").split(",") if part.strip()]
        for link in written:
            yield element, urljoin(SITEURL + address, link)


def test_every_link_on_every_page_resolves(example_site: Path) -> None:
    found = [
        f"{address}: {fault}"
        for address, page in pages(example_site)
        for _, url in page_links(address, page)
        if is_internal(url) and (fault := broken(example_site, url))
    ]
    assert sorted(set(found)) == []


def test_every_own_address_in_every_file_resolves(example_site: Path) -> None:
    """Feeds, calendars, the sitemap and open data too: whatever the format, addresses there are absolute."""
    found = set()
    for path in sorted(example_site.rglob("*")):
        if path.suffix not in TEXTS:
            continue
        unfolded = path.read_bytes().replace(b"\r\n ", b"")  # a calendar's long lines
        text = html.unescape(unfolded.decode())
        for url in ABSOLUTE.findall(text):
            if fault := broken(example_site, url.rstrip(".:!?*")):
                found.add(f"{path.relative_to(example_site)}: {fault}")
    assert sorted(found) == []


def fetches(element: lxml.html.HtmlElement) -> bool:
    if element.tag == "link":
        return not FETCHED.isdisjoint((element.get("rel") or "").lower().split())
    return element.tag in SUBRESOURCES


def test_no_page_fetches_anything_from_another_host(example_site: Path) -> None:
    found = [
        f"{address}: {element.tag} {url}"
        for address, page in pages(example_site)
        for element, url in page_links(address, page)
        if fetches(element) and not is_internal(url)
    ]
    assert sorted(set(found)) == []


def test_no_stylesheet_fetches_anything_from_another_host(example_site: Path) -> None:
    found = []
    for path in sorted(example_site.rglob("*.css")):
        for url in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')\s;]+)", path.read_text("utf-8")):
            address = "/" + path.relative_to(example_site).as_posix()
            absolute = urljoin(SITEURL + address, url)
            if not url.startswith("data:") and (not is_internal(absolute) or broken(example_site, absolute)):
                found.append(f"{address}: {url}")
    assert found == []


@pytest.mark.parametrize(
    "type_", ["application/rss+xml", "application/atom+xml", "application/feed+json", "text/calendar"]
)
def test_every_page_leads_to_a_feed_and_a_calendar(example_site: Path, type_: str) -> None:
    without = [
        address
        for address, page in read_pages(example_site)
        if not lxml.html.parse(page).xpath("//link[@rel='alternate'][@type=$type]", type=type_)
    ]
    assert without == []
