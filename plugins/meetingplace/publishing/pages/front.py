"""The front page, the page of subscriptions, plain lists, and what answers an address that leads nowhere."""

from __future__ import annotations

from meetingplace.catalogue.listings import Listing, ListingKind
from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.profile import Profile
from meetingplace.publishing import views

from .edition import Edition
from .lists import card, coming, feeds_of
from .news import news_feed, news_items
from .people import person


NEXT = 3
LATER = 12
PEOPLE = 12
NEWS = 3
DATA = (("CSV", "data_csv_file"), ("JSON-LD", "data_json_file"), ("DCAT-AP-SE", "dcat_file"))
"""The forms of open data and the settings of their files."""


def home_page(listing: Listing, edition: Edition) -> views.Home:
    """What is coming and whom one will meet there."""
    say, addresses = edition.say, edition.addresses
    ahead = coming(listing.meetings)
    return views.Home(
        lead=edition.catalogue.site.summary,
        next=tuple(card(meeting, edition) for meeting in ahead[:NEXT]),
        later=tuple(card(meeting, edition) for meeting in ahead[NEXT : NEXT + LATER]),
        all=edition.link(say("All coming meetings"), addresses.folder("meetings"), str(len(ahead))),
        people=tuple(person(profile, edition) for profile in _people_ahead(ahead)),
        municipalities=index_links("municipality", edition),
        topics=tuple(link for link in index_links("topic", edition) if link.note),
        series=index_links("series", edition),
        empty=say("No meetings are planned right now."),
        feeds=feeds_of(listing, edition),
        news=news_items(edition, NEWS),
        all_news=edition.link(say("All that is new"), addresses.folder("news")),
    )


def _people_ahead(meetings: tuple[Meeting, ...]) -> tuple[Profile, ...]:
    """Those who agreed to a page and come to the nearest meetings."""
    found = (p.profile for m in meetings if m.current.status != "cancelled" for p in m.attendance.people)
    return tuple({profile.slug: profile for profile in found if profile.has_page}.values())[:PEOPLE]


def index_links(kind: ListingKind, edition: Edition) -> tuple[views.Link, ...]:
    """All listings of a kind by name, with how many meetings are coming in each."""
    found = [listing for listing in edition.catalogue.listings("name") if listing.kind == kind]
    found.sort(key=lambda listing: edition.language.sort_key(listing.title))

    def note(listing: Listing) -> str:
        count = len(coming(listing.meetings))
        return edition.language.ngettext("%(num)s coming", "%(num)s coming", count) if count else ""

    return tuple(edition.link(ls.title, edition.addresses.listing(ls), note(ls)) for ls in found)


def index_page(kind: ListingKind, edition: Edition) -> views.Index:
    """A plain list; topics are grouped by their kind."""
    if kind != "topic":
        return views.Index((("", index_links(kind, edition)),))
    terms = edition.catalogue.vocabulary.terms
    kinds = {edition.addresses.href(edition.addresses.topic(slug)): entry.kind for slug, entry in terms.items()}
    links = index_links(kind, edition)
    headings = (
        ("discipline", edition.say("Disciplines")),
        ("topic", edition.say("Topics")),
        ("form", edition.say("Forms of meeting")),
        ("skill", edition.say("Skills")),
        ("resource", edition.say("Resources")),
        (None, edition.say("Other words")),
    )
    groups = ((words, tuple(li for li in links if kinds[li.url] == of_kind)) for of_kind, words in headings)
    return views.Index(tuple(group for group in groups if group[1]))


def subscribe_page(edition: Edition) -> views.Subscribe:
    """Every calendar and feed but those of people, who are no list to be read through: theirs is on their own page."""
    say, listings = edition.say, edition.catalogue.listings("feeds")
    headings = (
        ("municipality", say("A municipality")),
        ("series", say("A recurring meeting place")),
        ("form", say("A form of meeting")),
        ("topic", say("A topic or discipline")),
        ("place", say("A venue")),
    )
    found: dict[str, list[views.Subscription]] = {}
    for listing in sorted(listings, key=lambda listing: edition.language.sort_key(listing.title)):
        found.setdefault(_heading(listing, edition), []).append(_subscription(listing, edition))
    return views.Subscribe(
        everything=(*found["site"], _deadlines(edition), _news(edition)),
        groups=tuple((words, tuple(found[kind])) for kind, words in headings if kind in found),
        people=edition.link(say("People"), edition.addresses.folder("people")),
        data=tuple(views.Link(form, edition.addresses.absolute(edition.addresses.data(name))) for form, name in DATA),
        license=edition.catalogue.site.data_license or "",
        ask=edition.catalogue.site.contact.name,
    )


def _heading(listing: Listing, edition: Edition) -> str:
    """The kind of a listing, where forms of meeting are apart from the other words."""
    terms = edition.catalogue.vocabulary.terms
    return "form" if listing.kind == "topic" and terms[listing.slug].kind == "form" else listing.kind


def _subscription(listing: Listing, edition: Edition) -> views.Subscription:
    addresses = edition.addresses
    calendar, (_, *feeds) = addresses.calendar(listing), feeds_of(listing, edition)
    return views.Subscription(
        title=listing.title if listing.slug else edition.say("All meetings"),
        page=addresses.href(addresses.listing(listing)),
        calendar=addresses.absolute(calendar),
        webcal=addresses.webcal(calendar),
        feeds=tuple(views.Link(feed.form, feed.url) for feed in feeds),
    )


def _deadlines(edition: Edition) -> views.Subscription:
    addresses, here = edition.addresses, edition.addresses.deadlines()
    title = edition.say("Last days to sign up")
    return views.Subscription(title, calendar=addresses.absolute(here), webcal=addresses.webcal(here))


def _news(edition: Edition) -> views.Subscription:
    feed, page = news_feed(edition), edition.addresses.folder("news")
    title = edition.say("What is new: meetings, people, changes and reports")
    return views.Subscription(title, edition.addresses.href(page), feeds=(views.Link(feed.form, feed.url),))


def not_found_page(edition: Edition) -> views.NotFound:
    addresses = edition.addresses
    return views.NotFound(
        (
            edition.link(edition.say("Coming meetings"), addresses.folder("meetings")),
            edition.link(edition.say("Past meetings"), addresses.folder("archive")),
            edition.link(edition.say("People"), addresses.folder("people")),
        )
    )
