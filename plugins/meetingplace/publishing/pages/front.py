"""The front page, and what answers an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from meetingplace.building import Output
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.profile import Profile
from meetingplace.publishing import views

from .edition import Edition
from .indexes import index_links
from .lists import card, coming, feeds_of
from .news import news_items
from .people import person
from .press import Planned, Press


NEXT = 3
LATER = 12
PEOPLE = 12
NEWS = 3


def pages(press: Press) -> Iterator[Planned | Output]:
    edition = press.edition
    home = partial(home_page, press.site, edition)
    everything = (press.digests.meetings, press.digests.people)
    yield press.page("home", edition.catalogue.site.name, edition.addresses.home, home, of=everything)
    yield from press.share_of_site()
    if edition.is_root:
        make, title = partial(not_found_page, edition), edition.say("Page not found")
        yield press.page("404", title, "/404.html", make, of=(), indexed=False)


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
    found: dict[str, Profile] = {}
    for meeting in meetings:
        if not meeting.gist.shown.is_off and len(found) < PEOPLE:
            here = (one.profile for one in meeting.attendance.people)
            found |= {profile.slug: profile for profile in here if profile.has_page and profile.slug not in found}
    return tuple(found.values())[:PEOPLE]


def not_found_page(edition: Edition) -> views.NotFound:
    addresses = edition.addresses
    return views.NotFound(
        (
            edition.link(edition.say("Coming meetings"), addresses.folder("meetings")),
            edition.link(edition.say("Past meetings"), addresses.folder("archive")),
            edition.link(edition.say("People"), addresses.folder("people")),
            edition.link(edition.say("Contact"), addresses.folder("contact")),
            edition.link(edition.say("Search"), addresses.folder("search")),
            edition.link(edition.say("Everything on this site"), addresses.folder("everything")),
        )
    )
