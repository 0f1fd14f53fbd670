"""Records for tests, made from front matter as editors write it, and a catalogue of them on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.meetings import Audience, Meeting
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.record import Record
from meetingplace.model.references import Context
from meetingplace.model.site import Site
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading.library import Library


AnyRecord = TypeVar("AnyRecord", bound=Record)

TODAY = dt.date(2026, 9, 1)
EVERYTHING = ("name", "profile", "photo", "contact", "feeds", "search", "archive")
MEETING: Mapping[str, Any] = {
    "slug": "frukost",
    "title": "Kulturfrukost",
    "summary": "Vi äter frukost.",
    "start": "2026-09-12 09:30",
    "end": "11:00",
    "attendance": "on-site",
    "place": {"tbd": "Högst troligt Flen"},
    "published": "2026-08-01",
}


def faults(model: type[BaseModel], data: Mapping[str, Any], context: Context | None = None) -> list[tuple[str, str]]:
    """What a model refuses: path and code of each fault, in the model's order."""
    try:
        model.model_validate(data, context=context)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        return [(".".join(map(str, each["loc"])), each["type"]) for each in found]
    return []


def event_faults(context: Context | None = None, /, **front_matter: Any) -> list[tuple[str, str]]:
    """What is wrong with the meeting when front matter is changed; a key that is None is left out."""
    return faults(Event, _without_none({**MEETING, **front_matter}), context)


def event(slug: str = "frukost", **front_matter: Any) -> Event:
    """A meeting that is published and some days ahead; a key that is None is left out."""
    return Event.model_validate(_without_none({**MEETING, "slug": slug, **front_matter}), context=Context())


def consent(*covers: str, given: str = "2026-01-01", **more: str) -> dict[str, Any]:
    return {"given": given, "covers": list(covers), **more}


def person(slug: str, name: str, **front_matter: Any) -> Person:
    """Someone independent without consent, unless front matter says otherwise."""
    return Person.model_validate({"slug": slug, "name": name, "kind": "independent", **front_matter})


def place(slug: str, name: str, **front_matter: Any) -> Place:
    return Place.model_validate({"slug": slug, "name": name, **front_matter})


def municipality(slug: str, name: str, **front_matter: Any) -> Municipality:
    return Municipality.model_validate({"slug": slug, "name": name, **front_matter})


def series(slug: str, title: str, **front_matter: Any) -> Series:
    return Series.model_validate({"slug": slug, "title": title, "summary": "Varje månad.", **front_matter})


def catalogue(
    *records: Record, today: dt.date = TODAY, terms: Mapping[str, Any] | None = None, **site: Any
) -> Catalogue:
    """What may be published of some records on a day; `site` are fields of the site."""
    library = Library(
        events=_by_slug(records, Event),
        people=_by_slug(records, Person),
        places=_by_slug(records, Place),
        municipalities=_by_slug(records, Municipality),
        series=_by_slug(records, Series),
        vocabulary=Vocabulary.model_validate({"terms": terms or {}}),
    )
    return Catalogue(library, Site.model_validate({"url": "https://kultur.example", **site}), today)


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep, keys of mappings included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel | Meeting) or is_dataclass(value):
        for each in _parts(value):
            yield from texts(each)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from (*texts(key), *texts(each))
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from texts(each)


def _parts(value: Any) -> Iterator[object]:
    if isinstance(value, Meeting):
        return iter((value.gist, value.known))
    names = type(value).model_fields if isinstance(value, BaseModel) else (field.name for field in fields(value))
    return (getattr(value, name) for name in names)


def _by_slug(records: Iterable[Record], kind: type[AnyRecord]) -> dict[str, AnyRecord]:
    return {record.slug: record for record in records if isinstance(record, kind)}


def _without_none(front_matter: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in front_matter.items() if value is not None}


ANNA: dict[str, Any] = {
    "title": "Koreograf",
    "organisation": "Danskollektivet",
    "pronouns": "hon",
    "disciplines": ["dans"],
    "municipality": "flen",
    "offers": [{"term": "workshop", "text": "för barn"}],
    "seeks": ["lokal"],
    "languages": ["sv"],
    "contact": {"email": "anna@kultur.example", "note": "helst mejl"},
    "links": [{"title": "Min sida", "url": "https://anna.example/"}],
    "image": {"file": "images/anna.jpg", "alt": "Anna dansar"},
    "aliases": ["anna-b"],
    "body": "Jag dansar.",
}


def anna(*covers: str, **keys: Any) -> Any:
    """Anna Berg, whose file says all that a person's can; `covers` are the scopes she has agreed to."""
    return person("anna-berg", "Anna Berg", **{**ANNA, "consent": consent(*covers), **keys})


def names_at(found: Catalogue, audience: Audience = "name", slug: str = "frukost") -> list[str]:
    """Who is named at a meeting."""
    meeting = found.meeting(slug, audience)
    assert meeting is not None
    return [p.profile.name for p in (*meeting.attendance.people, *meeting.attendance.organisations)]
