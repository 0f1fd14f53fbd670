"""The calendar and feed files of every listing, and each meeting's own calendar."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import File
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.changes import Change, changes_of, latest
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.atom import atom
from meetingplace.publishing.calendars import calendar, deadline_calendar, jcal, kept, parts, vevents, zones_of
from meetingplace.publishing.channel import Channel
from meetingplace.publishing.entries import Entry
from meetingplace.publishing.json_feed import json_feed
from meetingplace.publishing.news import FOUNDED, MOST_ITEMS, item, listed
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.rss import rss


FORMS = (rss, atom, json_feed)


class Subscriptions:
    """What a meeting is in calendars and feeds is made once, and shared by every listing that has it."""

    def __init__(self, catalogue: Catalogue, outlet: Outlet) -> None:
        self._catalogue = catalogue
        self._outlet = outlet
        self._addresses = outlet.addresses
        meetings = catalogue.meetings("feeds")
        self._events = {meeting.slug: vevents(meeting, outlet) for meeting in meetings}
        asked = meetings if catalogue.site.rich_calendars else ()
        self._rich_events = {meeting.slug: vevents(meeting, outlet, parts) for meeting in asked}
        self._changes = {meeting.slug: changes_of(meeting) for meeting in meetings}
        self._entries: dict[tuple[str, str], Entry] = {}

    def files(self) -> Iterator[File]:
        """All files, in a fixed order; each calendar as jCal too where settings ask for it."""
        for listing in self._catalogue.listings("feeds"):
            if not self._addresses.has_listing(listing):
                continue
            yield from self._listing_calendar(listing)
            yield from self._listing_feeds(listing)
        yield self._news()
        meetings, addresses = self._catalogue.meetings("feeds"), self._addresses
        made = deadline_calendar(meetings, self._outlet, self._catalogue.today)
        yield from self._written(addresses.deadlines(), made)
        for meeting in meetings:
            if self._events[meeting.slug] and self._addresses.has("meetings", meeting.slug):
                yield from self._meeting_calendar(meeting)

    def _description(self, listing: Listing) -> str:
        site = self._catalogue.site
        return site.summary if listing.kind == "site" else f"{listing.title} – {site.name}"

    def _listing_calendar(self, listing: Listing) -> Iterator[File]:
        meetings = [meeting for meeting in listing.meetings if kept(meeting, self._catalogue.today)]
        return self._calendar(
            listing.title,
            self._description(listing),
            self._addresses.calendar(listing),
            self._addresses.listing(listing),
            meetings,
        )

    def _meeting_calendar(self, meeting: Meeting) -> Iterator[File]:
        return self._calendar(
            meeting.event.title,
            meeting.event.summary,
            self._addresses.meeting_calendar(meeting.slug),
            self._addresses.meeting(meeting.slug),
            [meeting],
        )

    def _calendar(self, title: str, description: str, here: str, page: str, meetings: list[Meeting]) -> Iterator[File]:
        """The calendar that every program can read, and the rich one where settings ask for it."""
        kinds = {here: self._events}
        if self._catalogue.site.rich_calendars:
            kinds[self._addresses.rich(here)] = self._rich_events
        for address, events in kinds.items():
            made = calendar(
                title=title,
                description=description,
                address=self._addresses.absolute(address),
                page=self._addresses.absolute(page),
                events=(events[meeting.slug] for meeting in meetings),
                zones=zones_of(meetings),
                site=self._catalogue.site,
            )
            yield from self._written(address, made)

    def _written(self, address: str, calendar: bytes) -> Iterator[File]:
        file = self._addresses.file(address)
        yield File(file, calendar)
        if self._catalogue.site.json_calendars:
            yield File(self._addresses.jcal(file), jcal(calendar))

    def _entry(self, change: Change) -> Entry:
        """A change as it stands in every feed that has it."""
        named = change.meeting.slug, change.key
        if named not in self._entries:
            self._entries[named] = Entry(item(change, self._outlet), self._catalogue.site)
        return self._entries[named]

    def _listing_feeds(self, listing: Listing) -> Iterator[File]:
        changes = (change for meeting in listing.meetings for change in self._changes[meeting.slug])
        entries = [self._entry(change) for change in listed(changes)]
        for here, form in zip(self._addresses.feeds(listing), FORMS, strict=True):
            channel = self._channel(listing.title, self._description(listing), here, self._addresses.listing(listing))
            yield File(self._addresses.file(here), form(channel, entries))

    def _news(self) -> File:
        """What changed lately, wherever."""
        changes = (change for found in self._changes.values() for change in found)
        entries = [self._entry(change) for change in latest(changes, MOST_ITEMS)]
        here, page = self._addresses.news(), self._addresses.folder("news")
        title = self._outlet.say("Latest news: %(name)s", name=self._catalogue.site.name)
        about = self._outlet.say("New meetings, new names, and what has been moved or cancelled.")
        return File(self._addresses.file(here), rss(self._channel(title, about, here, page), entries))

    def _channel(self, title: str, description: str, here: str, page: str) -> Channel:
        site = self._catalogue.site
        return Channel(
            title=title,
            description=description,
            address=self._addresses.absolute(here),
            page=self._addresses.absolute(page),
            guid=f"tag:{site.uid_domain},{FOUNDED}:{here}",
            site=site,
        )
