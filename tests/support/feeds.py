"""Feeds for tests: those of some meetings, in each form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from meetingplace.catalogue.changes import changes_of, lately
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.channel import Channel
from meetingplace.publishing.entries import Entry
from meetingplace.publishing.news import EVERYWHERE, MOST_ITEMS, Item, item
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
    return form(Channel(**{**head, **changes}), [Entry(each, SITE) for each in items(*meetings)])


def items(*meetings: Meeting) -> list[Item]:
    """What a listing of these meetings tells, in the order of its feeds."""
    told = lately(meetings, MOST_ITEMS, EVERYWHERE)
    return [item(changes_of(found)[number], outlet()) for found, number in told]
