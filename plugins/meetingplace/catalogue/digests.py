"""What can be known of a day's catalogue without making it: whether a thing would be made of the same as before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from meetingplace.building import digest_of
from meetingplace.model.references import Kind
from meetingplace.model.site import Site
from meetingplace.reading.library import Library
from meetingplace.reading.outlines import Outline

from .listings import Listing


SPOKEN_OF: tuple[Kind, ...] = ("place", "municipality", "series")
"""Records that many pages speak of."""


class Digests:
    """Digests of all that goes into what the catalogue hands out: the same digest, the same meeting, profile or list.

    `shared` goes into everything: settings, day, words, pictures, records that many pages speak of, and of people
    whatever decides where they may be named. It is "" where a library was not read from files: then nothing is known,
    and what is made of it has no digest.
    """

    def __init__(
        self, library: Library, site: Site, today: dt.date, pages: Mapping[str, frozenset[str]] | None
    ) -> None:
        """`pages` are the slugs of what has a page in the language, by folder; None where everything has."""
        self._library = library
        self._site = site
        self._today = today
        self._pages = pages
        self._meetings: dict[str, str] = {}

    @cached_property
    def shared(self) -> str:
        library = self._library
        told = [repr(self._site), str(self._today), repr(library.vocabulary), library.files]
        told += (f"{folder}: {sorted(slugs)}" for folder, slugs in (self._pages or {}).items() if folder != "meetings")
        told += (_known_of(person) for person in library.outlines_of("person"))
        for kind in SPOKEN_OF:
            for outline in library.outlines_of(kind):
                told += (outline.whole, *self._named_in(outline))
        return "" if "" in told else digest_of(*told)

    def known(self, *parts: str) -> str:
        """Of what is shared and of further parts; "" where it is not known what is shared."""
        return digest_of(self.shared, *parts) if self.shared else ""

    @cached_property
    def people(self) -> str:
        """Of all people, but for what they write about themselves."""
        return digest_of(*(outline.front for outline in self._library.outlines_of("person")))

    @cached_property
    def meetings(self) -> str:
        """Of all meetings, in whichever list they stand."""
        return digest_of(*(self.meeting(slug) for slug in self._library.events))

    def person(self, slug: str) -> str:
        """Of one person or organisation, with what they write about themselves."""
        return self._library.outline("person", slug).whole

    def meeting(self, slug: str) -> str:
        """Of one meeting, with the people and the other meetings that its file speaks of: of all that is told of it
        anywhere but on its own page and in the search, which alone have its body.
        """
        if slug not in self._meetings:
            outline = self._library.outline("event", slug)
            self._meetings[slug] = digest_of(outline.front, outline.published, *self._named_in(outline))
        return self._meetings[slug]

    def with_body(self, slug: str) -> str:
        """Of one meeting and its body."""
        return digest_of(self.meeting(slug), self._library.outline("event", slug).whole)

    def listing(self, listing: Listing) -> str:
        """Of a heading with all its meetings."""
        own = self.person(listing.slug) if listing.kind == "person" else ""
        return digest_of(listing.kind, listing.slug, own, *(self.meeting(one.slug) for one in listing.meetings))

    def _named_in(self, outline: Outline) -> Iterator[str]:
        """What is told there of the people and the meetings whose slugs stand anywhere in a record."""
        library = self._library
        for word in outline.words:
            if word in library.people:
                yield library.outline("person", word).front
            if word in library.events:
                other = library.outline("event", word)
                yield f"{other.front} {other.published}"


def _known_of(person: Outline) -> str:
    """What decides where someone may be named, and what stands there instead."""
    return f"{person.slugs} {person.written_in} {person.naming!r}"
