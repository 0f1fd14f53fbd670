"""Where people are named: looked up in the meetings that the catalogue hands out, by no rule of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.attending import rows_of
from meetingplace.catalogue.door import all_rows
from meetingplace.catalogue.meetings import Audience, Meeting
from meetingplace.catalogue.names import PERSON_LINK, Names, normal
from meetingplace.catalogue.pieces import of_markdown, seen
from meetingplace.model.event import Event
from meetingplace.model.profile import Profile
from meetingplace.reading.library import Library


Slugs = tuple[str, ...]


def named_at(library: Library, catalogue: Catalogue, audience: Audience) -> Mapping[str, Slugs]:
    """Slugs of the meetings that name someone for an audience, by the slug of the person, in order of time."""
    nameable = {slug: p.name for slug, p in library.people.items() if catalogue.profile(slug, audience)}
    names = Names(nameable.items())
    found: dict[str, list[str]] = {slug: [] for slug in library.people}
    for meeting in catalogue.meetings(audience):
        listed = listed_at(library.events[meeting.slug])
        for slug in dict.fromkeys(_named(meeting, names, nameable, listed)):
            found[slug].append(meeting.slug)
    return {slug: tuple(meetings) for slug, meetings in found.items()}


def listed_at(event: Event) -> Slugs:
    """Slugs of all who are listed at a meeting, whatever becomes of them there."""
    rows = (*rows_of(event, event.who), *all_rows(event))
    return tuple(dict.fromkeys(row.person for row in rows))


def _named(meeting: Meeting, names: Names, nameable: Mapping[str, str], listed: Slugs) -> Iterator[str]:
    for text in _texts(meeting.known):
        yield from (link[2] for link in PERSON_LINK.finditer(text) if link[2] in nameable)
        for found in names.find(seen(list(of_markdown(normal(text))))):
            # Two of one name: it is the one who is listed that is meant, or else it may be either.
            yield from [slug for slug in found.slugs if slug in listed] or found.slugs


def _texts(value: object) -> Iterator[str]:
    """Every text that a meeting shows; of a profile the name alone, for the rest stands on its own page."""
    if isinstance(value, str):
        yield value
    for part in _parts(value):
        yield from _texts(part)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Profile):
        return (value.name,)
    if isinstance(value, BaseModel):
        return (getattr(value, key) for key in type(value).model_fields)
    if is_dataclass(value):
        return (getattr(value, field.name) for field in fields(value))
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else ()
