"""Every page of the site as (address, template, view), in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import Page

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
from .press import Press


MAKERS = (
    *(front, overviews, archive, people, subscribe, news, contacts, search, everything, indexes),
    *(personal_data, accessibility, meeting, records, selections, months),
)
"""Each makes the pages of one part of the site: `pages(press)`."""


def all_pages(press: Press) -> Iterator[Page]:
    """All pages, and for former slugs pages that lead on."""
    for maker in MAKERS:
        yield from maker.pages(press)


__all__ = ["Press", "all_pages"]
