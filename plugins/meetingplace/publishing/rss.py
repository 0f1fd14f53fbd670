"""RSS 2.0 by feedgen, with the atom, content, dc and event modules; every date set, none from the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from meetingplace.model.site import Site

from .news import Item, newest
from .plain import one_line, uri


EVENT = "http://purl.org/rss/1.0/modules/event/"
EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of a feed in which nothing has been published yet."""
MINUTES = 240


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


def rss(*, title: str, description: str, address: str, page: str, items: Iterable[Item], site: Site) -> bytes:
    """A feed of the newest `items`. `address` is its own and `page` that of what it lists, both absolute."""
    chosen = newest(items)
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.register_extension("ev", EventModule, EventTimes, atom=False, rss=True)
    feed.title(one_line(title))
    feed.description(one_line(description) or one_line(title))
    feed.link(href=uri(address), rel="self", type="application/rss+xml")
    # RSS has one link, and feedgen takes the last that it was given.
    feed.link(href=uri(page), rel="alternate")
    feed.language(site.language)
    feed.generator("meetingplace")
    feed.ttl(MINUTES)
    feed.updated(chosen[0].published if chosen else EPOCH)
    for item in chosen:
        _fill(feed.add_entry(order="append"), item, site)
    written: bytes = feed.rss_str(pretty=True)
    return written


def _fill(entry: FeedEntry, item: Item, site: Site) -> None:
    entry.guid(item.guid, permalink=False)
    entry.title(item.title)
    entry.link(href=item.link)
    entry.description(item.summary, isSummary=True)
    # As escaped text, not as CDATA, which `]]>` would end.
    entry.content(item.html, type="html")
    entry.published(item.published)
    for word in item.words:
        entry.category(term=one_line(word))
    entry.dc.dc_creator(one_line(site.publisher))
    entry.ev.values.update(startdate=item.begins, enddate=item.ends, location=item.place)
