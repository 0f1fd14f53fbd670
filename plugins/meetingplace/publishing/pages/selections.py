"""The pages of selections: meetings on site, online, paid, and where new people are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from meetingplace.catalogue.listings import Listing
from meetingplace.i18n import N_
from meetingplace.publishing import views

from .edition import Edition
from .lists import feeds_of, listing_view
from .press import Planned, Press


LEADS: Mapping[str, str] = {
    "on_site": N_("Meetings held in a room, including those you can also join online."),
    "online": N_("Meetings you can join remotely, including those that also take place in a room."),
    "paid": N_("Meetings where those who come are paid for their time, in full or in part."),
    "welcome": N_("Meetings that say how newcomers are welcomed."),
}


def pages(press: Press) -> Iterator[Planned]:
    edition, folder = press.edition, press.edition.addresses.folder
    crumbs = (
        edition.link(edition.say("Meetings"), folder("meetings")),
        edition.link(edition.say("Selections"), folder("selections")),
    )
    for listing in edition.catalogue.listings("name"):
        if listing.kind == "selection":
            lead = edition.say(LEADS[listing.slug])
            yield press.page(
                "selection",
                listing.title,
                edition.addresses.listing(listing),
                partial(selection_page, lead, listing, edition),
                of=(press.digests.listing(listing),),
                description=lead,
                section="meetings",
                feeds=feeds_of(listing, edition),
                crumbs=crumbs,
            )


def selection_page(lead: str, listing: Listing, edition: Edition) -> views.SelectionPage:
    """What is coming of a selection, and the way to choose otherwise."""
    return views.SelectionPage(lead, _all(edition), listing_view(listing, edition))


def _all(edition: Edition) -> views.Link:
    return edition.link(edition.say("Choose among all coming meetings"), edition.addresses.folder("meetings"))
