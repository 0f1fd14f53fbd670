"""What the head of a feed says, whatever its format, and the feedgen that RSS and Atom have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from feedgen.feed import FeedGenerator

from meetingplace.model.site import Site

from .plain import one_line, uri


EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of a feed in which nothing has been published yet."""
PROGRAM = "meetingplace"


@dataclass(frozen=True, slots=True)
class Channel:
    """`address` is the feed's own and `page` that of what it lists, both absolute; `guid` never changes."""

    title: str
    description: str
    address: str
    page: str
    guid: str
    site: Site

    def generator(self, media_type: str, updated: dt.datetime) -> FeedGenerator:
        """A feedgen of this head, without entries and with every date set."""
        feed = FeedGenerator()
        feed.id(self.guid)
        feed.title(one_line(self.title))
        feed.description(self.about)
        feed.link(href=uri(self.address), rel="self", type=media_type)
        # RSS has one link, and feedgen takes the last that it was given.
        feed.link(href=uri(self.page), rel="alternate")
        feed.language(self.site.language)
        feed.generator(PROGRAM)
        feed.updated(updated)
        return feed

    @property
    def about(self) -> str:
        """The description, on one line and never empty."""
        return one_line(self.description) or one_line(self.title)


def filled(head: bytes, end: bytes, entries: Iterable[bytes]) -> bytes:
    """A feed of feedgen's that has no entries yet, with written ones before its closing tag `end`.

    So an entry is written once for all feeds that have it.
    """
    before, found, after = head.rpartition(end)
    return b"".join([before, *entries, found, after])
