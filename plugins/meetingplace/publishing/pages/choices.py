"""Choosing among all coming meetings: links to the pages that have a part of them, which a script combines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views

from .edition import Edition


Chosen = Literal["municipality", "topic", "selection"]


def choices_of(meeting: Meeting, edition: Edition) -> tuple[str, ...]:
    """By what a meeting can be chosen, as it stands in an address: `kommun=flen`, `amne=dans`, `urval=arvode`."""
    kinds: tuple[Chosen, ...] = ("municipality", "topic", "selection")
    return tuple(edition.addresses.choice(kind, slug) for kind in kinds for slug in meeting.gist.under(kind))


def choosing(edition: Edition) -> views.Choosing:
    """Every municipality and selection, and the topics that have something coming, with how many are."""
    say, found = edition.say, tuple(_links(edition))

    def those(*slugs: str) -> tuple[views.Choice, ...]:
        by_slug = {listing.slug: choice for listing, choice in found if listing.kind == "selection"}
        return tuple(by_slug[slug] for slug in slugs)

    return views.Choosing(
        sum(not meeting.is_past for meeting in edition.catalogue.meetings("name")),
        groups=(
            views.ChoiceGroup(say("How"), those("on_site", "online")),
            views.ChoiceGroup("", those("paid")),
            views.ChoiceGroup("", those("welcome")),
        ),
        longer=(
            views.ChoiceGroup(say("Municipality"), tuple(c for ls, c in found if ls.kind == "municipality")),
            views.ChoiceGroup(say("Topic"), tuple(c for ls, c in found if ls.kind == "topic" and c.count)),
        ),
    )


def _links(edition: Edition) -> Iterator[tuple[Listing, views.Choice]]:
    """The listings that can be chosen among, by name."""
    key = edition.language.sort_key
    for listing in sorted(edition.catalogue.listings("name"), key=lambda listing: key(listing.title)):
        kind: Chosen
        for kind in ("municipality", "topic", "selection"):
            if listing.kind == kind:
                url = edition.addresses.href(edition.addresses.listing(listing))
                ahead = sum(not meeting.is_past for meeting in listing.meetings)
                choice = edition.addresses.choice(kind, listing.slug)
                yield listing, views.Choice(listing.title, url, choice, ahead)
