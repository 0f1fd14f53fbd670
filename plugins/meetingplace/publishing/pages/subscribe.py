"""The page of everything that one can subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from meetingplace.catalogue.listings import Listing
from meetingplace.publishing import views

from .edition import Edition
from .lists import feeds_of
from .news import news_feed
from .press import Planned, Press


DATA = (("CSV", "data_csv_file"), ("JSON-LD", "data_json_file"), ("DCAT-AP-SE", "dcat_file"))
"""The forms of open data and the settings of their files."""


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    here = edition.addresses.folder("subscribe")
    make = partial(subscribe_page, edition)
    yield press.page("subscribe", edition.say("Subscribe"), here, make, of=(), section="subscribe")


def subscribe_page(edition: Edition) -> views.Subscribe:
    """Every calendar and feed but those of people, who are no list to be read through: theirs is on their own page."""
    say, listings = edition.say, edition.catalogue.listings("feeds")
    headings = (
        ("municipality", say("A municipality")),
        ("series", say("A recurring meeting place")),
        ("form", say("A form of meeting")),
        ("topic", say("A topic or discipline")),
        ("place", say("A venue")),
        ("selection", say("A selection")),
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
        lang=edition.other(edition.language_of(listing)),
    )


def _deadlines(edition: Edition) -> views.Subscription:
    addresses, here = edition.addresses, edition.addresses.deadlines()
    title = edition.say("Last days to sign up")
    return views.Subscription(title, calendar=addresses.absolute(here), webcal=addresses.webcal(here))


def _news(edition: Edition) -> views.Subscription:
    feed, page = news_feed(edition), edition.addresses.folder("news")
    title = edition.say("What is new: meetings, people, changes and reports")
    return views.Subscription(title, edition.addresses.href(page), feeds=(views.Link(feed.form, feed.url),))
