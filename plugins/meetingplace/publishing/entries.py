"""One item as an entry of RSS 2.0, Atom 1.0 and JSON Feed 1.1: made once, and put into every feed that has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from meetingplace.model.site import Site

from .news import Item
from .plain import one_line


EVENT = "http://purl.org/rss/1.0/modules/event/"
NAMESPACES: Mapping[str, str] = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ev": EVENT,
}
"""The prefixes that feedgen declares on the feed, and so an entry need not."""


class EventModule(BaseExtension):  # type: ignore[misc]
    """Declares the RSS event module (web.resource.org/rss/1.0/modules/event)."""

    def extend_ns(self) -> dict[str, str]:
        return {"ev": EVENT}


class EventTimes(BaseEntryExtension):  # type: ignore[misc]
    """`ev:startdate`, `ev:enddate` and `ev:location` of an item."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        for name, value in self.values.items():
            if value:
                etree.SubElement(entry, f"{{{EVENT}}}{name}").text = value
        return entry

    extend_atom = extend_rss


@dataclass(frozen=True)
class Entry:
    """An item and what it is in each format. XML is indented as within a feed, JSON an object's members."""

    item: Item
    site: Site

    @cached_property
    def _feedgen(self) -> FeedEntry:
        item, publisher = self.item, one_line(self.site.publisher)
        entry = FeedEntry()
        entry.load_extension("dc", atom=False, rss=True)
        entry.register_extension("ev", EventTimes)
        entry.guid(item.guid, permalink=False)
        entry.title(item.title)
        entry.link(href=item.link, rel="alternate")
        entry.description(item.summary, isSummary=True)
        # As escaped text, not as CDATA, which `]]>` would end.
        entry.content(item.html, type="html")
        entry.published(item.published)
        entry.updated(item.updated)
        entry.author(name=publisher)
        for word in item.words:
            entry.category(term=one_line(word))
        entry.dc.dc_creator(publisher)
        entry.ev.values.update(startdate=item.begins, enddate=item.ends, location=item.place)
        return entry

    @cached_property
    def rss(self) -> bytes:
        return _written(self._feedgen.rss_entry(), level=2)

    @cached_property
    def atom(self) -> bytes:
        return _written(self._feedgen.atom_entry(), level=1)

    @cached_property
    def json(self) -> Mapping[str, Any]:
        """An item of JSON Feed 1.1; `_event` is our extension, for what the event module says in XML."""
        item = self.item
        event = {"start": item.begins, "end": item.ends, "location": item.place}
        return {
            "id": item.guid,
            "url": item.link,
            "title": item.title,
            "content_html": item.html,
            "summary": item.summary,
            "date_published": item.published.isoformat(),
            "date_modified": item.updated.isoformat(),
            "tags": [one_line(word) for word in item.words],
            "_event": {key: value for key, value in event.items() if value},
        }


def _written(entry: etree._Element, *, level: int) -> bytes:
    """The bytes of an entry within a feed, whose declarations of namespaces it leaves out."""
    feed = etree.Element("feed", nsmap=dict(NAMESPACES))
    feed.append(entry)
    etree.indent(entry, level=level)
    entry.tail = None
    etree.cleanup_namespaces(feed, keep_ns_prefixes=list(NAMESPACES))
    whole: bytes = etree.tostring(feed, encoding="UTF-8", xml_declaration=False)
    begin, end = whole.index(b">") + 1, whole.rindex(b"<")
    return b"  " * level + whole[begin:end] + b"\n"
