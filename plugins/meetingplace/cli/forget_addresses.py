"""Where someone has been published: addresses to purge from caches, and copies that cannot be recalled."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.catalogue import Catalogue
from meetingplace.model.person import Person
from meetingplace.publishing.addresses import Addresses
from meetingplace.reading.library import Library

from .named import named_at


@dataclass(frozen=True, slots=True)
class Published:
    """Whole addresses: pages and files of the site, and among them the feeds and calendars that others copy."""

    pages: tuple[str, ...]
    feeds: tuple[str, ...]


def published_of(person: Person, library: Library, catalogue: Catalogue) -> Published:
    """Where a person is on the day of the catalogue in either language, and their page even where it is there no
    longer.
    """
    other = catalogue.in_other_language()
    found = (
        _published(person, library, catalogue, Addresses(catalogue.site)),
        _published(person, library, catalogue, Addresses(other.site, other.written)),
    )
    return Published(*(tuple(dict.fromkeys(pages + more)) for pages, more in zip(*found, strict=True)))


def _published(
    person: Person, library: Library, catalogue: Catalogue, addresses: Addresses
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pages = [addresses.person(slug) for slug in (person.slug, *person.aliases)]
    pages += [addresses.folder("people"), addresses.folder("news")]
    for slug in named_at(library, catalogue, "name")[person.slug]:
        pages += [addresses.meeting(slug), addresses.attendees(slug)]
    meetings = named_at(library, catalogue, "feeds")[person.slug]
    feeds = [addresses.meeting_calendar(slug) for slug in meetings]
    feeds += [addresses.news()] if meetings else []
    for listing in catalogue.listings("feeds"):
        if (listing.kind, listing.slug) == ("person", person.slug) or any(m.slug in meetings for m in listing.meetings):
            feeds += [addresses.calendar(listing), *addresses.feeds(listing)]
    return tuple(map(addresses.absolute, pages)), tuple(map(addresses.absolute, feeds))
