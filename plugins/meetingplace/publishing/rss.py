"""RSS 2.0 by feedgen, with the atom, content, dc and event modules; every date set, none from the clock."""

from __future__ import annotations

from collections.abc import Sequence

from .channel import EPOCH, Channel, filled
from .entries import Entry, EventModule, EventTimes


MEDIA_TYPE = "application/rss+xml"
MINUTES = 240


def rss(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """A feed of these entries, as they are ordered."""
    feed = channel.generator(MEDIA_TYPE, entries[0].item.published if entries else EPOCH)
    feed.load_extension("dc", atom=False, rss=True)
    feed.register_extension("ev", EventModule, EventTimes, atom=False, rss=True)
    feed.ttl(MINUTES)
    return filled(feed.rss_str(pretty=True), b"  </channel>", (entry.rss for entry in entries))
