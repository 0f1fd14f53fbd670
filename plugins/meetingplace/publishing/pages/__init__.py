"""Every page of the site, planned, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import Output

from . import (
    accessibility,
    archive,
    contacts,
    everything,
    front,
    indexes,
    meeting,
    months,
    news,
    overviews,
    people,
    personal_data,
    records,
    search,
    selections,
    subscribe,
)
from .press import Planned, Press


MAKERS = (
    *(front, overviews, archive, people, subscribe, news, contacts, search, everything, indexes),
    *(personal_data, accessibility, meeting, records, selections, months),
)
"""Each plans the pages of one part of the site: `pages(press)`."""


def all_pages(press: Press) -> Iterator[Planned | Output]:
    """All pages, for former slugs pages that lead on, and pictures that are rendered as pages are."""
    for maker in MAKERS:
        yield from maker.pages(press)


__all__ = ["Planned", "Press", "all_pages"]
