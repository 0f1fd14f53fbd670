"""The library in another language: translations in the places of texts, and which records then have a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from meetingplace.model.record import Record
from meetingplace.reading.library import Library


AnyRecord = TypeVar("AnyRecord", bound=Record)


def in_language(library: Library, code: str) -> Library:
    """The library with each record in a language, where it has a translation; all others as they are."""
    return replace(
        library,
        events=_each(library.events, code),
        people=_each(library.people, code),
        places=_each(library.places, code),
        municipalities=_each(library.municipalities, code),
        series=_each(library.series, code),
    )


def _each(records: Mapping[str, AnyRecord], code: str) -> Mapping[str, AnyRecord]:
    return {slug: record.in_language(code) for slug, record in records.items()}


def written(library: Library, code: str) -> Mapping[str, frozenset[str]]:
    """The slugs, and former slugs, of what is written in a language, by the names of folders (`model/site.py`)."""
    return {
        "meetings": _slugs(library.events.values(), code),
        "people": _slugs(library.people.values(), code),
        "places": _slugs(library.places.values(), code),
        "municipalities": _slugs(library.municipalities.values(), code),
        "series": _slugs(library.series.values(), code),
        "topics": frozenset(slug for slug, entry in library.vocabulary.terms.items() if entry.has_label(code)),
    }


def _slugs(records: Iterable[Record], code: str) -> frozenset[str]:
    return frozenset(slug for record in records if record.written_in == code for slug in (record.slug, *record.aliases))
