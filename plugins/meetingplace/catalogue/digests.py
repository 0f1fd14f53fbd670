"""What can be known of a day's catalogue without making it: whether a thing would be made of the same as before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from meetingplace.building import digest_of
from meetingplace.model.person import Person
from meetingplace.model.record import Record
from meetingplace.model.references import Kind
from meetingplace.model.site import Site
from meetingplace.reading.library import Library

from .listings import Listing


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
        told += (_outline(person) for person in library.people.values())
        for kind, records in self._spoken_of():
            for slug, record in records.items():
                told += (self._file(kind, slug), *self._named_in(record))
        return "" if "" in told else digest_of(*told)

    def known(self, *parts: str) -> str:
        """Of what is shared and of further parts; "" where it is not known what is shared."""
        return digest_of(self.shared, *parts) if self.shared else ""

    @cached_property
    def people(self) -> str:
        """Of all people."""
        return digest_of(*(self.person(slug) for slug in self._library.people))

    @cached_property
    def meetings(self) -> str:
        """Of all meetings, in whichever list they stand."""
        return digest_of(*(self.meeting(slug) for slug in self._library.events))

    def person(self, slug: str) -> str:
        """Of one person or organisation."""
        return self._file("person", slug)

    def meeting(self, slug: str) -> str:
        """Of one meeting, with the people and the other meetings that its file speaks of."""
        if slug not in self._meetings:
            self._meetings[slug] = digest_of(self._event(slug), *self._named_in(self._library.events[slug]))
        return self._meetings[slug]

    def listing(self, listing: Listing) -> str:
        """Of a heading with all its meetings."""
        own = self.person(listing.slug) if listing.kind == "person" else ""
        return digest_of(listing.kind, listing.slug, own, *(self.meeting(one.slug) for one in listing.meetings))

    def _file(self, kind: Kind, slug: str) -> str:
        return self._library.digests.get((kind, slug), "")

    def _event(self, slug: str) -> str:
        """Of a meeting's own file, and of when it was published, which the file may leave to history."""
        return digest_of(self._file("event", slug), str(self._library.events[slug].published))

    def _spoken_of(self) -> Iterator[tuple[Kind, Mapping[str, Record]]]:
        yield "place", self._library.places
        yield "municipality", self._library.municipalities
        yield "series", self._library.series

    def _named_in(self, record: Record) -> Iterator[str]:
        """The people and the meetings whose slugs stand anywhere in a record."""
        for word in dict.fromkeys(_words(record)):
            if word in self._library.people:
                yield self._file("person", word)
            if word in self._library.events and word != record.slug:
                yield self._event(word)


def _outline(person: Person) -> str:
    """What decides where someone may be named, and what stands there instead."""
    known = (person.slug, person.aliases, person.name, person.type, person.kind, person.written_in)
    return f"{known} {person.consent!r}"


def _words(value: Any) -> Iterator[str]:
    """All texts in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _words(each)
    elif isinstance(value, Mapping):
        yield from _words(tuple(value.values()))
    elif isinstance(value, BaseModel):
        yield from _words(tuple(value.__dict__.values()))
