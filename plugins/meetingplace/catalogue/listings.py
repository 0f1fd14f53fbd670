"""Meetings under every heading that has a page: site, municipality, topic, series, venue, person, selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .meetings import Audience, Meeting, Occurrence
from .selections import selections, selections_of


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
    headings: list[tuple[ListingKind, Iterable[tuple[str, str]], Callable[[Meeting], Iterable[str]]]] = [
        (
            "municipality",
            ((s, r.name) for s, r in catalogue.municipalities(audience).items()),
            lambda meeting: (meeting.municipality,),
        ),
        (
            "series",
            ((s, r.title) for s, r in catalogue.series(audience).items()),
            lambda meeting: (meeting.event.series or "",),
        ),
        ("place", ((s, r.name) for s, r in catalogue.places(audience).items()), _venues),
        (
            "topic",
            ((slug, entry.label(language)) for slug, entry in vocabulary.terms.items()),
            lambda m: m.topics,
        ),
        ("selection", selections(language), selections_of),
        ("person", _people(catalogue, audience), _participants),
    ]
    for kind, titles, slugs_of in headings:
        by_slug: dict[str, list[Meeting]] = {}
        for meeting in meetings:
            for slug in dict.fromkeys(slugs_of(meeting)):
                by_slug.setdefault(slug, []).append(meeting)
        found += [Listing(kind, slug, title, tuple(by_slug.get(slug, ()))) for slug, title in titles]
    return tuple(found)


def _people(catalogue: Catalogue, audience: Audience) -> Iterator[tuple[str, str]]:
    for profile in catalogue.people:
        if audience == "name" or profile.in_feeds:
            yield profile.slug, profile.name


def times(listing: Listing, meeting: Meeting) -> tuple[Occurrence, ...]:
    """The occurrences of a meeting that belong under the heading: those at a venue, those to which a person comes."""
    if listing.kind == "place":
        return tuple(o for o in meeting.occurrences if o.venue and o.venue.slug == listing.slug)
    if listing.kind == "person":
        return tuple(o for o in meeting.occurrences if listing.slug in _participants_of(o))
    return meeting.occurrences


def _venues(meeting: Meeting) -> Iterator[str]:
    for occurrence in meeting.occurrences:
        if occurrence.venue and occurrence.venue.slug:
            yield occurrence.venue.slug


def _participants(meeting: Meeting) -> Iterator[str]:
    for occurrence in meeting.occurrences:
        yield from _participants_of(occurrence)


def _participants_of(occurrence: Occurrence) -> Iterator[str]:
    for participant in (*occurrence.attendance.people, *occurrence.attendance.organisations):
        if participant.profile.slug:
            yield participant.profile.slug
