"""Feeds for tests: those of some meetings, in each form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.channel import Channel
from meetingplace.publishing.entries import Entry
from meetingplace.publishing.news import items, newest
from meetings import SITE, outlet


Form = Callable[[Channel, Sequence[Entry]], bytes]


def written(form: Form, name: str, *meetings: Meeting, **changes: Any) -> bytes:
    """A feed of these meetings, published under a file's name; `changes` are of its head."""
    head: dict[str, Any] = {
        "title": "Mötesplatser",
        "description": "Vad som händer, och vilka du möter där",
        "address": f"{SITE.url}/{name}",
        "page": f"{SITE.url}/",
        "guid": f"tag:uid.example,2026:/{name}",
        "site": SITE,
    }
    chosen = newest(item for found in meetings for item in items(found, outlet()))
    return form(Channel(**{**head, **changes}), [Entry(item, SITE) for item in chosen])
