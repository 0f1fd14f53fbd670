"""What the lean site publishes: pages, feed and calendars, of what the catalogue lets through."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lean.views import Card, Link, ListPage, MeetingPage, Row
from meetingplace.building import Output, Page, Store, digest_of
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.attendance import Participant
from meetingplace.catalogue.changes import changes_of, lately
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.i18n import language
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.calendars import calendar, kept, vevents, zones_of
from meetingplace.publishing.channel import Channel
from meetingplace.publishing.dates import date_view
from meetingplace.publishing.entries import Entry
from meetingplace.publishing.news import EVERYWHERE, FOUNDED, MOST_ITEMS, Item, item
from meetingplace.publishing.once import Once
from meetingplace.publishing.outlet import outlet
from meetingplace.publishing.rss import rss


COMING = 50
KINDS = ("municipality", "topic", "person")
"""The headings that have a page; those of the product beside have none in the Hugo site either."""


class LeanSite:
    """Plans all pages and files of one catalogue. A card is made once by each process, VEVENTs are kept in the store."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self._store = store
        self.addresses = Addresses(catalogue.site)
        self._catalogue = catalogue
        self._digests = catalogue.digests
        self._name = catalogue.site.name
        self._language = language(catalogue.site.language)
        self._outlet = outlet(catalogue, self.addresses, self._language)
        self._once = Once()

    def outputs(self) -> list[Output]:
        """Everything, in a fixed order; nothing is made yet."""
        return [*self._pages(), *self._files()]

    def files(self) -> frozenset[str]:
        """All files below the published folder."""
        return frozenset(output.address for output in self.outputs())

    def stored(self) -> Iterator[str]:
        """By what all parts are known that the store may keep."""
        for meeting in self._catalogue.meetings("feeds"):
            yield self._made_of(meeting)

    def _made_of(self, meeting: Meeting) -> str:
        return self._digests.known("vevents", self._digests.meeting(meeting.slug))

    def _of(self, meetings: Iterable[Meeting]) -> str:
        return digest_of(*(self._digests.meeting(meeting.slug) for meeting in meetings))

    # ------------------------------------------------------------------ pages

    def _pages(self) -> Iterator[Output]:
        meetings = self._catalogue.meetings("name")
        coming = [meeting for meeting in meetings if not meeting.is_past][:COMING]
        yield self._page("/", "list.html", partial(self._list, self._name, "", coming), self._of(coming))
        for meeting in meetings:
            here, of = self.addresses.meeting(meeting.slug), self._digests.with_body(meeting.slug)
            yield self._page(here, "meeting.html", partial(self._meeting, meeting), of)
        for listing in self._catalogue.listings("name"):
            if listing.kind in KINDS:
                person = listing.slug if listing.kind == "person" else ""
                make = partial(self._list, listing.title, person, listing.meetings)
                yield self._page(self.addresses.listing(listing), "list.html", make, self._digests.listing(listing))

    def _page(self, here: str, template: str, make: Callable[[], object], of: str) -> Output:
        file = self.addresses.file(here)
        return Output(file, lambda: Page(file, template, make()), self._digests.known(file, of))

    def _list(self, title: str, person: str, meetings: Iterable[Meeting]) -> ListPage:
        """A heading and its meetings; a person's with what they write about themselves."""
        profile = self._catalogue.profile(person) if person else None
        body = profile.body if profile else ""
        cards = tuple(self._once(self._card, meeting) for meeting in meetings)
        return ListPage(self._name, title, self._html(body), cards)

    def _card(self, meeting: Meeting) -> Card:
        return Card(*json.loads(self._store.once(self._made_of(meeting), "card", partial(self._card_made, meeting))))

    def _card_made(self, meeting: Meeting) -> bytes:
        event, times = meeting.event, meeting.current
        zone, home = event.timezone, self._catalogue.site.timezone
        when = date_view(times.start, times.end, zone, home, self._language, all_day=event.all_day)
        here = self.addresses.href(self.addresses.meeting(meeting.slug))
        card = (event.title, here, when.iso, when.text, event.summary, meeting.attendance.total)
        return json.dumps(card, ensure_ascii=False).encode()

    def _meeting(self, meeting: Meeting) -> MeetingPage:
        vocabulary, addresses = self._catalogue.vocabulary, self.addresses
        where = self._catalogue.municipalities()[meeting.municipality]
        return MeetingPage(
            site=self._name,
            card=self._once(self._card, meeting),
            municipality=Link(where.name, addresses.href(addresses.municipality(where.slug))),
            topics=tuple(
                Link(vocabulary.label(slug, self._language.code), addresses.href(addresses.topic(slug)))
                for slug in meeting.topics
            ),
            who=tuple(self._row(participant) for participant in meeting.attendance.people),
            body=self._html(meeting.event.body, meeting),
        )

    def _row(self, participant: Participant) -> Row:
        profile = participant.profile
        return Row(
            name=profile.name,
            href=self.addresses.href(self.addresses.person(profile.slug)),
            kind=profile.kind,
            works=", ".join(profile.disciplines),
            roles=", ".join(participant.roles),
            why=participant.why,
        )

    def _html(self, text: str, meeting: Meeting | None = None) -> str:
        return self.addresses.linked(self._catalogue.html(text, meeting))

    # ------------------------------------------------------------------ feed and calendars

    def _files(self) -> Iterator[Output]:
        whole = next(listing for listing in self._catalogue.listings("feeds") if listing.kind == "site")
        feed, of = self.addresses.rss(whole), self._digests.listing(whole)
        yield self._file(feed, partial(self._feed, whole, feed), of)
        told = [meeting for meeting in whole.meetings if kept(meeting, self._catalogue.today)]
        yield self._calendar(self._name, self.addresses.calendar(whole), "/", told)
        for meeting in whole.meetings:
            here, page = self.addresses.meeting_calendar(meeting.slug), self.addresses.meeting(meeting.slug)
            yield self._calendar(meeting.gist.title, here, page, [meeting])

    def _file(self, here: str, make: Callable[[], bytes], of: str) -> Output:
        file = self.addresses.file(here)
        return Output.of_bytes(file, make, self._digests.known(file, of))

    def _calendar(self, title: str, here: str, page: str, meetings: list[Meeting]) -> Output:
        def make() -> bytes:
            return calendar(
                title=title,
                description=title,
                address=self.addresses.absolute(here),
                page=self.addresses.absolute(page),
                events=(self._vevents(meeting) for meeting in meetings),
                zones=zones_of(meetings),
                site=self._catalogue.site,
            )

        return self._file(here, make, self._of(meetings))

    def _vevents(self, meeting: Meeting) -> bytes:
        return self._store.once(self._made_of(meeting), "vevents", partial(vevents, meeting, self._outlet))

    def _item(self, meeting: Meeting, number: int) -> bytes:
        return item(changes_of(meeting)[number], self._outlet).written()

    def _feed(self, whole: Listing, here: str) -> bytes:
        site = self._catalogue.site
        told = lately(whole.meetings, MOST_ITEMS, EVERYWHERE)
        items = (
            Item.read(self._store.once(self._made_of(one), f"item-{n}", partial(self._item, one, n))) for one, n in told
        )
        channel = Channel(
            title=self._name,
            description=self._name,
            address=self.addresses.absolute(here),
            page=self.addresses.absolute("/"),
            guid=f"tag:{site.uid_domain},{FOUNDED}:{here}",
            site=site,
        )
        return rss(channel, [Entry(each, site) for each in items])
