"""The calendar and feed files of every listing, and each meeting's own calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from meetingplace.building import Output, digest_of
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.changes import changes_of, lately
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.atom import atom
from meetingplace.publishing.calendars import (
    calendar,
    deadline_calendar,
    deadlines,
    jcal,
    kept,
    parts,
    vevents,
    zones_of,
)
from meetingplace.publishing.calendars.events import Parts, no_parts
from meetingplace.publishing.channel import Channel
from meetingplace.publishing.entries import Entry
from meetingplace.publishing.json_feed import json_feed
from meetingplace.publishing.news import EVERYWHERE, FOUNDED, MOST_ITEMS, Item, item
from meetingplace.publishing.once import Once
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.rss import rss


Form = Callable[[Channel, Sequence[Entry]], bytes]
FORMS: tuple[Form, ...] = (rss, atom, json_feed)


class Subscriptions:
    """What a meeting is in calendars and feeds is made once, and shared by every listing that has it."""

    def __init__(self, catalogue: Catalogue, outlet: Outlet) -> None:
        self._catalogue = catalogue
        self._outlet = outlet
        self._addresses = outlet.addresses
        self._digests = catalogue.digests
        self._once = Once()
        self._entries: dict[tuple[str, int], Entry] = {}

    def outputs(self) -> Iterator[Output]:
        """All files, in a fixed order; each calendar as jCal too where settings ask for it."""
        for listing in self._catalogue.listings("feeds"):
            if not self._addresses.has_listing(listing):
                continue
            yield from self._listing_calendar(listing)
            yield from self._listing_feeds(listing)
        yield self._output(self._addresses.news(), self._news, self._digests.meetings)
        yield from self._written(self._addresses.deadlines(), self._deadlines, self._digests.meetings)
        for meeting in self._catalogue.meetings("feeds"):
            if meeting.gist.is_fixed and self._addresses.has("meetings", meeting.slug):
                yield from self._meeting_calendar(meeting)

    @property
    def _kinds(self) -> tuple[Parts, ...]:
        """The calendar that every program can read, and the rich one where settings ask for it."""
        return (no_parts, parts) if self._catalogue.site.rich_calendars else (no_parts,)

    def _output(self, here: str, make: Callable[[], bytes], of: str) -> Output:
        file = self._addresses.file(here)
        return Output.of_bytes(file, make, self._digests.known(file, of))

    def _description(self, listing: Listing) -> str:
        site = self._catalogue.site
        return site.summary if listing.kind == "site" else f"{listing.title} – {site.name}"

    def _listing_calendar(self, listing: Listing) -> Iterator[Output]:
        meetings = [meeting for meeting in listing.meetings if kept(meeting, self._catalogue.today)]
        here, page = self._addresses.calendar(listing), self._addresses.listing(listing)
        told = listing.title, self._description(listing)
        return self._calendar(lambda: told, here, page, meetings, listing.title)

    def _meeting_calendar(self, meeting: Meeting) -> Iterator[Output]:
        here, page = self._addresses.meeting_calendar(meeting.slug), self._addresses.meeting(meeting.slug)
        return self._calendar(lambda: (meeting.event.title, meeting.event.summary), here, page, [meeting])

    def _calendar(
        self, told: Callable[[], tuple[str, str]], here: str, page: str, meetings: list[Meeting], title: str = ""
    ) -> Iterator[Output]:
        of = digest_of(title, *(self._digests.meeting(meeting.slug) for meeting in meetings))
        for with_parts in self._kinds:
            address = here if with_parts is no_parts else self._addresses.rich(here)
            make = partial(self._made, told, address, page, meetings, with_parts)
            yield from self._written(address, make, of)

    def _made(
        self, told: Callable[[], tuple[str, str]], address: str, page: str, meetings: list[Meeting], with_parts: Parts
    ) -> bytes:
        title, description = told()
        return calendar(
            title=title,
            description=description,
            address=self._addresses.absolute(address),
            page=self._addresses.absolute(page),
            events=(self._vevents(meeting, with_parts) for meeting in meetings),
            zones=zones_of(meetings),
            site=self._catalogue.site,
        )

    def _vevents(self, meeting: Meeting, with_parts: Parts) -> bytes:
        make = partial(vevents, meeting, self._outlet, with_parts)
        return self._outlet.part(meeting, f"vevents-{with_parts.__name__.replace('_', '-')}", make)

    def _deadlines(self) -> bytes:
        return deadline_calendar(
            self._catalogue.meetings("feeds"), self._outlet, self._catalogue.today, self._last_days
        )

    def _last_days(self, meeting: Meeting) -> bytes:
        return self._outlet.part(meeting, "deadlines", partial(deadlines, meeting, self._outlet))

    def _written(self, address: str, make: Callable[[], bytes], of: str) -> Iterator[Output]:
        yield self._output(address, make, of)
        if self._catalogue.site.json_calendars:
            yield self._output(self._addresses.jcal(self._addresses.file(address)), lambda: jcal(make()), of)

    def _entry(self, meeting: Meeting, number: int) -> Entry:
        """A change of a meeting as it stands in every feed that has it."""
        named = meeting.slug, number
        if named not in self._entries:
            make = partial(self._item, meeting, number)
            found = Item.read(self._outlet.part(meeting, f"item-{number}", make))
            self._entries[named] = Entry(found, self._catalogue.site)
        return self._entries[named]

    def _item(self, meeting: Meeting, number: int) -> bytes:
        return item(self._once(changes_of, meeting)[number], self._outlet).written()

    def _listing_feeds(self, listing: Listing) -> Iterator[Output]:
        of = digest_of(listing.title, self._digests.listing(listing))
        for here, form in zip(self._addresses.feeds(listing), FORMS, strict=True):
            yield self._output(here, partial(self._feed, listing, here, form), of)

    def _feed(self, listing: Listing, here: str, form: Form) -> bytes:
        entries = [self._entry(*each) for each in lately(listing.meetings, MOST_ITEMS, EVERYWHERE)]
        channel = self._channel(listing.title, self._description(listing), here, self._addresses.listing(listing))
        return form(channel, entries)

    def _news(self) -> bytes:
        """What changed lately, wherever."""
        entries = [self._entry(*each) for each in lately(self._catalogue.meetings("feeds"), MOST_ITEMS)]
        here, page = self._addresses.news(), self._addresses.folder("news")
        title = self._outlet.say("Latest news: %(name)s", name=self._catalogue.site.name)
        about = self._outlet.say("New meetings, new names, and what has been moved or cancelled.")
        return rss(self._channel(title, about, here, page), entries)

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
