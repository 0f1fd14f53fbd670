"""The pages of all meetings: those that are coming, and those that have been."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from meetingplace.building import Page
from meetingplace.catalogue.listings import Listing
from meetingplace.publishing import views

from .edition import Edition
from .lists import card, listing_view, past
from .press import Press


def pages(press: Press) -> Iterator[Page]:
    edition, say, folder = press.edition, press.edition.say, press.edition.addresses.folder
    listing = listing_view(press.site, edition)
    yield press.page("meetings", say("Coming meetings"), folder("meetings"), listing, section="meetings")
    archive = archive_page(press.site, edition)
    yield press.page("archive", say("Past meetings"), folder("archive"), archive, section="meetings")


def archive_page(listing: Listing, edition: Edition) -> views.Archive:
    """All past meetings by year, the latest first."""
    years = groupby(past(listing.meetings), lambda meeting: meeting.current.start.day.year)
    return views.Archive(
        years=tuple(
            views.Month(str(year), f"ar-{year}", tuple(card(meeting, edition) for meeting in group))
            for year, group in years
        ),
        empty=edition.say("No meetings have been held yet."),
    )
