"""Atom 1.0 (RFC 4287) by feedgen: the entries of RSS, with the day on which each was last changed."""

from __future__ import annotations

from collections.abc import Sequence

from .channel import EPOCH, Channel, filled
from .entries import Entry, EventModule, EventTimes
from .plain import one_line


MEDIA_TYPE = "application/atom+xml"


def atom(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """A feed of these entries, as they are ordered; itself changed when the latest of them was."""
    feed = channel.generator(MEDIA_TYPE, max((entry.item.updated for entry in entries), default=EPOCH))
    feed.register_extension("ev", EventModule, EventTimes, atom=True, rss=False)
    feed.author(name=one_line(channel.site.publisher))
    return filled(feed.atom_str(pretty=True), b"</feed>", (entry.atom for entry in entries))
