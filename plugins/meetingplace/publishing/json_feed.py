"""JSON Feed 1.1 (jsonfeed.org/version/1.1): the entries of RSS for programs that would rather read JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .channel import Channel
from .entries import Entry
from .plain import one_line, uri


MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """A feed of these entries, as they are ordered; the format has no date for the feed itself."""
    head = {
        "version": VERSION,
        "title": one_line(channel.title),
        "home_page_url": uri(channel.page),
        "feed_url": uri(channel.address),
        "description": channel.about,
        "language": channel.site.language,
        "authors": [{"name": one_line(channel.site.publisher)}],
    }
    made = {**head, "items": [entry.json for entry in entries]}
    return f"{json.dumps(made, ensure_ascii=False)}\n".encode()
