"""Every page of the site as (address, template, view), in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import Page
from meetingplace.catalogue.listings import Listing, ListingKind
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views
from meetingplace.publishing.add_to_calendar import add_to_calendar
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.structured import event_json

from .edition import Edition
from .front import home_page, index_page, not_found_page, subscribe_page
from .lists import archive_page, calendar_feed, feeds_of, listing_view
from .meeting import meeting_page
from .months import month_pages, months_page
from .news import news_feed, news_page
from .people import people_page, person_page
from .personal_data import personal_data_page
from .records import municipality_page, place_page, series_page, topic_page
from .shell import head_view, shell_view


INDEXES: tuple[tuple[ListingKind, str], ...] = (
    ("municipality", "municipalities"),
    ("series", "series"),
    ("place", "places"),
    ("topic", "topics"),
)


class Press:
    """Makes pages of one edition; `shell` is shared by all of them."""

    def __init__(self, edition: Edition, outlet: Outlet, extra: tuple[views.Link, ...] = ()) -> None:
        """`outlet` writes what machines read, `extra` are links to pages that are not of this edition's making."""
        self.edition = edition
        self.outlet = outlet
        self.shell = shell_view(edition, extra)
        self._site = next(ls for ls in edition.catalogue.listings("name") if ls.kind == "site")
        self._site_feeds = feeds_of(self._site, edition)
        self._with_feeds = {(ls.kind, ls.slug) for ls in edition.catalogue.listings("feeds")}

    def page(self, kind: str, heading: str, here: str, page: object, **about: object) -> Page:
        """A page of a kind; its template has the kind's name."""
        about.setdefault("feeds", self._site_feeds)
        head = head_view(self.edition, kind, heading, here, **about)  # type: ignore[arg-type]
        return Page(self.edition.addresses.file(here), f"{kind}.html", views.Page(self.shell, head, page))

    def pages(self) -> Iterator[Page]:
        """All pages, and for former slugs pages that lead on."""
        yield from self._front()
        yield from self._meetings()
        yield from self._listings()
        yield from self._months()

    def _front(self) -> Iterator[Page]:
        edition, say = self.edition, self.edition.say
        folder = edition.addresses.folder
        site = edition.catalogue.site
        yield self.page("home", site.name, "/", home_page(self._site, edition))
        listing = listing_view(self._site, edition)
        yield self.page("meetings", say("Coming meetings"), folder("meetings"), listing, section="meetings")
        archive = archive_page(self._site, edition)
        yield self.page("archive", say("Past meetings"), folder("archive"), archive, section="meetings")
        yield self.page("people", say("People"), folder("people"), people_page(edition), section="people")
        yield self.page(
            "subscribe", say("Subscribe"), folder("subscribe"), subscribe_page(edition), section="subscribe"
        )
        changes = (news_feed(edition), *self._site_feeds)
        yield self.page("news", say("Latest news"), folder("news"), news_page(edition), feeds=changes)
        for kind, name in INDEXES:
            words = {"municipality": say("Municipalities"), "series": say("Recurring meeting places")}
            words |= {"place": say("Venues"), "topic": say("Topics")}
            yield self.page("index", words[kind], folder(name), index_page(kind, edition))
        if personal_data := personal_data_page(edition):
            yield self.page("personal_data", say("Personal data"), folder("personal_data"), personal_data)
        yield self.page("404", say("The page is not here"), "/404.html", not_found_page(edition), indexed=False)

    def _meetings(self) -> Iterator[Page]:
        edition, addresses = self.edition, self.edition.addresses
        crumbs = (edition.link(edition.say("Meetings"), addresses.folder("meetings")),)
        for meeting in edition.catalogue.meetings("name"):
            here, public = addresses.meeting(meeting.slug), edition.catalogue.meeting(meeting.slug, "feeds")
            view = meeting_page(meeting, edition, add_to_calendar(public, self.outlet) if public else ())
            yield self.page(
                "meeting",
                view.title,
                here,
                view,
                description=meeting.event.summary,
                section="meetings",
                feeds=self._meeting_feeds(meeting),
                crumbs=crumbs,
                json_ld=event_json(public, self.outlet) if public else "",
            )
            title = edition.say("Who comes: %(title)s", title=view.title)
            up = (*crumbs, edition.link(view.title, here))
            yield self.page("attendees", title, addresses.attendees(meeting.slug), view, indexed=False, crumbs=up)
            for alias in meeting.event.aliases:
                yield self._moved(addresses.meeting(alias), view.title, here)

    def _meeting_feeds(self, meeting: Meeting) -> tuple[views.Feed, ...]:
        """A meeting's own calendar where its day is known, and the site's feeds, in which it is news."""
        if not meeting.event.start.fixed:
            return self._site_feeds
        own = calendar_feed(meeting.event.title, self.edition.addresses.meeting_calendar(meeting.slug), self.edition)
        return (own, *self._site_feeds[1:])

    def _listings(self) -> Iterator[Page]:
        edition, catalogue = self.edition, self.edition.catalogue
        for listing in catalogue.listings("name"):
            here, slug = edition.addresses.listing(listing), listing.slug
            if listing.kind == "municipality":
                record = catalogue.municipalities()[slug]
                yield from self._listing(listing, municipality_page(record, listing, edition), record.aliases)
            elif listing.kind == "series":
                series = catalogue.series()[slug]
                yield from self._listing(listing, series_page(series, listing, edition), series.aliases)
            elif listing.kind == "place":
                place = catalogue.places()[slug]
                yield from self._listing(listing, place_page(place, listing, edition), place.aliases)
            elif listing.kind == "topic":
                term = catalogue.vocabulary.terms[slug]
                yield from self._listing(listing, topic_page(slug, term, listing, edition), ())
            elif listing.kind == "person":
                yield from self._person(listing, here)

    def _person(self, listing: Listing, here: str) -> Iterator[Page]:
        edition = self.edition
        profile = edition.catalogue.profile(listing.slug)
        if profile is None:
            return
        feeds = (listing.kind, listing.slug) in self._with_feeds
        view = person_page(profile, listing, edition, feeds=feeds)
        own = feeds_of(listing, edition) if feeds else self._site_feeds
        crumbs = (edition.link(edition.say("People"), edition.addresses.folder("people")),)
        yield self.page(
            "person",
            profile.name,
            here,
            view,
            section="people",
            feeds=own,
            crumbs=crumbs,
            indexed=profile.searchable,
        )
        for alias in profile.aliases:
            yield self._moved(edition.addresses.person(alias), profile.name, here)

    def _listing(self, listing: Listing, view: object, aliases: tuple[str, ...]) -> Iterator[Page]:
        here = self.edition.addresses.listing(listing)
        yield self.page(listing.kind, listing.title, here, view, feeds=feeds_of(listing, self.edition))
        for alias in aliases:
            yield self._moved(here.replace(f"/{listing.slug}/", f"/{alias}/"), listing.title, here)

    def _months(self) -> Iterator[Page]:
        edition, addresses = self.edition, self.edition.addresses
        title = edition.say("Calendar")
        yield self.page("months", title, addresses.folder("months"), months_page(edition), section="months")
        crumbs = (edition.link(title, addresses.folder("months")),)
        for (year, month), view in month_pages(edition):
            here = addresses.month(year, month)
            yield self.page("month", view.heading, here, view, section="months", crumbs=crumbs)

    def _moved(self, old: str, title: str, to: str) -> Page:
        view = views.Moved(self.edition.link(title, to))
        return self.page("moved", title, old, view, indexed=False)
