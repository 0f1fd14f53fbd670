"""Pages of people, venues, municipalities, series and topics."""

from __future__ import annotations

from dataclasses import dataclass

from .lists import Listing
from .parts import Contact, Fact, Link, Picture, Where
from .people import Group, Person


@dataclass(frozen=True, slots=True)
class PersonPage:
    person: Person
    lang: str
    body_html: str
    contact: Contact | None
    languages: str
    links: tuple[Link, ...]
    listing: Listing


@dataclass(frozen=True, slots=True)
class PlacePage:
    name: str
    lang: str
    where: Where
    access: tuple[Fact, ...]
    travel_html: str
    body_html: str
    website: str
    municipality: Link | None
    picture: Picture | None
    contact: Contact
    listing: Listing
    access_note_html: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    title: str
    html: str
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """`rest_lang` is the language of the priorities, which no translation has."""

    name: str
    lang: str
    rest_lang: str
    priorities: tuple[Priority, ...]
    contact: Contact
    website: str
    body_html: str
    people: tuple[Person, ...]
    listing: Listing


@dataclass(frozen=True, slots=True)
class SeriesPage:
    title: str
    lang: str
    summary: str
    rhythm: str
    topics: tuple[Link, ...]
    contact: Contact
    website: str
    body_html: str
    picture: Picture | None
    listing: Listing


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A term of the vocabulary: meetings about it, those who work with it, offer or seek it, and terms near to it.

    `accent` is the number of its colour, 0 where it is no discipline.
    """

    name: str
    kind: str
    related: tuple[Link, ...]
    groups: tuple[Group, ...]
    listing: Listing
    accent: int = 0
