"""The calendar and feed files of every listing, and each meeting's own calendar."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import File
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.calendars import calendar, kept, vevents, zones_of
from meetingplace.publishing.news import items
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.rss import rss


class Subscriptions:
    """What a meeting is in calendars and feeds is made once, and shared by every listing that has it."""

    def __init__(self, catalogue: Catalogue, outlet: Outlet) -> None:
        self._catalogue = catalogue
        self._addresses = outlet.addresses
        meetings = catalogue.meetings("feeds")
        self._events = {meeting.slug: vevents(meeting, outlet) for meeting in meetings}
        self._items = {meeting.slug: items(meeting, outlet) for meeting in meetings}

    def files(self) -> Iterator[File]:
        """All files, in a fixed order."""
        for listing in self._catalogue.listings("feeds"):
            yield self._listing_calendar(listing)
            yield self._listing_rss(listing)
        for meeting in self._catalogue.meetings("feeds"):
            if self._events[meeting.slug]:
                yield self._meeting_calendar(meeting)

    def _description(self, listing: Listing) -> str:
        site = self._catalogue.site
        return site.summary if listing.kind == "site" else f"{listing.title} – {site.name}"

    def _listing_calendar(self, listing: Listing) -> File:
        meetings = [meeting for meeting in listing.meetings if kept(meeting, self._catalogue.today)]
        return self._calendar(
            listing.title,
            self._description(listing),
            self._addresses.calendar(listing),
            self._addresses.listing(listing),
            meetings,
        )

    def _meeting_calendar(self, meeting: Meeting) -> File:
        return self._calendar(
            meeting.event.title,
            meeting.event.summary,
            self._addresses.meeting_calendar(meeting.slug),
            self._addresses.meeting(meeting.slug),
            [meeting],
        )

    def _calendar(self, title: str, description: str, here: str, page: str, meetings: list[Meeting]) -> File:
        made = calendar(
            title=title,
            description=description,
            address=self._addresses.absolute(here),
            page=self._addresses.absolute(page),
            events=(self._events[meeting.slug] for meeting in meetings),
            zones=zones_of(meetings),
            site=self._catalogue.site,
        )
        return File(self._addresses.file(here), made)

    def _listing_rss(self, listing: Listing) -> File:
        made = rss(
            title=listing.title,
            description=self._description(listing),
            address=self._addresses.absolute(self._addresses.rss(listing)),
            page=self._addresses.absolute(self._addresses.listing(listing)),
            items=(item for meeting in listing.meetings for item in self._items[meeting.slug]),
            site=self._catalogue.site,
        )
        return File(self._addresses.file(self._addresses.rss(listing)), made)
