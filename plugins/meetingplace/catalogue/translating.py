"""The library in another language: translations in the places of texts, and which records then have a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from meetingplace.model.record import Record
from meetingplace.reading.lazily import Records
from meetingplace.reading.library import Library
from meetingplace.reading.outlines import Outline


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
    return Records({slug: partial(_in_language, records, slug, code) for slug in records})


def _in_language(records: Mapping[str, AnyRecord], slug: str, code: str) -> AnyRecord:
    return records[slug].in_language(code)


def written(library: Library, code: str) -> Mapping[str, frozenset[str]]:
    """The slugs, and former slugs, of what is written in a language, by the names of folders (`model/site.py`)."""
    return {
        "meetings": _slugs(library.outlines_of("event"), code),
        "people": _slugs(library.outlines_of("person"), code),
        "places": _slugs(library.outlines_of("place"), code),
        "municipalities": _slugs(library.outlines_of("municipality"), code),
        "series": _slugs(library.outlines_of("series"), code),
        "topics": frozenset(slug for slug, entry in library.vocabulary.terms.items() if entry.has_label(code)),
    }


def _slugs(outlines: Iterable[Outline], code: str) -> frozenset[str]:
    found = (outline for outline in outlines if code in (outline.written_in, *outline.translations))
    return frozenset(slug for outline in found for slug in outline.slugs)
