"""Translations: files beside a record that hold its texts in another language, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from meetingplace.model import RECORDS
from meetingplace.model.record import Translation
from meetingplace.model.references import Kind
from meetingplace.model.site import LANGUAGES

from .entries import Entry
from .slugs import OTHER_SUFFIX
from .suggestions import nearest


TRANSLATED: Mapping[Kind, tuple[str, ...]] = {
    "event": ("title", "summary", "audience", "welcome", "cost", "travel", "food", "bring"),
    "person": ("title", "organisation", "pronouns"),
    "place": ("name", "travel"),
    "municipality": ("name",),
    "series": ("title", "summary", "rhythm"),
}
"""The keys that a translation may have."""


def grouped(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Files that are named alike, but for the language."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.beside, []).append(entry)
    return groups


def paired(entries: Iterable[Entry], language: str) -> list[tuple[Entry, list[Entry]]]:
    """Each record with its translations: `x.en.md` beside `x.md`.

    Alone `x.en.md` is a record of its own; of several the one in the site's `language` is the record. Two
    in one language are two records, which then have one slug.
    """
    groups = grouped(entries)
    order = ("", language, *LANGUAGES)
    for entry in [entry for group in groups.values() for entry in group]:
        other = OTHER_SUFFIX.fullmatch(entry.name.stem)
        if other and f"{entry.label.rpartition('/')[0]}/{other['stem']}" in groups:
            choices, meant = ", ".join(LANGUAGES), nearest(other["language"], LANGUAGES)
            entry.report.error("translation-language", (1, 1), "", meant, found=other["language"], choices=choices)
    pairs = []
    for group in groups.values():
        group.sort(key=lambda entry: (order.index(entry.name.language), entry.label))
        written_in = group[0].name.language or language
        others = [entry for entry in group[1:] if (entry.name.language or language) != written_in]
        for each in others:
            each.is_of_draft = group[0].is_draft
        pairs.append((group[0], others))
        pairs += [(entry, []) for entry in group[1:] if entry not in others]
    return pairs


def translation(entry: Entry) -> Translation:
    """The texts of a translation; what may not stand in one is in its report."""
    allowed = TRANSLATED[entry.kind]
    texts: dict[str, str] = {}
    for key, value in (entry.data or {}).items():
        if key not in allowed:
            field = "" if entry.report.private else key
            place = entry.positions.keys.get((key,), (1, 1))
            entry.report.error("translation-key", place, field, nearest(key, allowed), choices=", ".join(allowed))
        elif isinstance(value, str):
            texts |= _text(entry, key, value)
        elif value is not None:
            shape = "list" if isinstance(value, list) else "mapping"
            entry.report.error("text-expected", entry.positions.values[key,], key, shape=shape)
    return Translation(texts=texts, body=entry.source.body)


def _text(entry: Entry, key: str, value: str) -> dict[str, str]:
    """The text under its key, or nothing where the key of the record would not take it either."""
    try:
        return {key: _form_of(entry.kind, key).validate_python(value)}
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        told = {name: str(each) for name, each in fault.get("ctx", {}).items()}
        entry.report.error(fault["type"], entry.positions.values[key,], key, **told)
        return {}


@lru_cache(maxsize=32)
def _form_of(kind: Kind, key: str) -> TypeAdapter[Any]:
    field = RECORDS[kind].model_fields[key]
    form: Any = Annotated[(field.annotation, *field.metadata, None)]
    return TypeAdapter(form)
