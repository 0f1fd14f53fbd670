"""Meetings under every heading that has a page: site, municipality, topic, series, venue, person, selection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .gists import Time
from .meetings import Audience, Meeting
from .selections import selections


if TYPE_CHECKING:
    from . import Catalogue

ListingKind = Literal["site", "municipality", "topic", "selection", "series", "place", "person"]


@dataclass(frozen=True, slots=True)
class Listing:
    """Meetings under one heading, by time. The whole site's has an empty slug."""

    kind: ListingKind
    slug: str
    title: str
    meetings: tuple[Meeting, ...]


def listings(catalogue: Catalogue, audience: Audience) -> tuple[Listing, ...]:
    """All listings. A person's exists for `feeds` only where their consent covers it."""
    meetings = catalogue.meetings(audience)
    vocabulary, language = catalogue.vocabulary, catalogue.site.language
    found = [Listing("site", "", catalogue.site.name, meetings)]
    headings: list[tuple[ListingKind, Iterable[tuple[str, str]]]] = [
        ("municipality", ((s, r.name) for s, r in catalogue.municipalities(audience).items())),
        ("series", ((s, r.title) for s, r in catalogue.series(audience).items())),
        ("place", ((s, r.name) for s, r in catalogue.places(audience).items())),
        ("topic", ((slug, entry.label(language)) for slug, entry in vocabulary.terms.items())),
        ("selection", selections(language)),
        ("person", _people(catalogue, audience)),
    ]
    for kind, titles in headings:
        by_slug: dict[str, list[Meeting]] = {}
        for meeting in meetings:
            for slug in meeting.gist.under(kind):
                by_slug.setdefault(slug, []).append(meeting)
        found += [Listing(kind, slug, title, tuple(by_slug.get(slug, ()))) for slug, title in titles]
    return tuple(found)


def _people(catalogue: Catalogue, audience: Audience) -> Iterator[tuple[str, str]]:
    for slug, name in catalogue.names:
        if audience == "name" or catalogue.allows(slug, "feeds"):
            yield slug, name


def times(listing: Listing, meeting: Meeting) -> tuple[Time, ...]:
    """The times of a meeting that belong under the heading: those at a venue, those to which a person comes."""
    if listing.kind == "place":
        return tuple(held for held in meeting.gist.times if held.place == listing.slug)
    if listing.kind == "person":
        return tuple(held for held in meeting.gist.times if listing.slug in held.people)
    return meeting.gist.times
