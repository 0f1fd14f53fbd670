"""Translations: files beside a record that hold its texts in another language, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from meetingplace.model.record import Translation
from meetingplace.model.references import Kind

from . import yaml_subset
from .entries import Entry
from .slugs import LANGUAGES, OTHER_SUFFIX
from .suggestions import nearest


TRANSLATED: Mapping[Kind, tuple[str, ...]] = {
    "event": ("title", "summary", "audience", "welcome", "cost", "travel", "food", "bring"),
    "person": ("title", "organisation", "pronouns"),
    "place": ("name", "travel"),
    "municipality": ("name",),
    "series": ("title", "summary", "rhythm"),
}
"""The keys that a translation may have."""


def paired(entries: Iterable[Entry], language: str) -> list[tuple[Entry, list[Entry]]]:
    """Each record with its translations: `x.en.md` beside `x.md`.

    Alone `x.en.md` is a record of its own; of several the one in the site's `language` is the record. Two
    in one language are two records, which then have one slug.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.beside, []).append(entry)
    order = ("", language, *LANGUAGES)
    for entry in [entry for group in groups.values() for entry in group]:
        other = OTHER_SUFFIX.fullmatch(entry.name.stem)
        if other and f"{PurePosixPath(entry.label).parent}/{other['stem']}" in groups:
            choices = ", ".join(LANGUAGES)
            entry.report.error("translation-language", found=other["language"], choices=choices)
    pairs = []
    for group in groups.values():
        group.sort(key=lambda entry: (order.index(entry.name.language), entry.label))
        written_in = group[0].name.language or language
        others = [entry for entry in group[1:] if (entry.name.language or language) != written_in]
        pairs.append((group[0], others))
        pairs += [(entry, []) for entry in group[1:] if entry not in others]
    return pairs


def translation(entry: Entry) -> Translation:
    """The texts of a translation; what may not stand in one is in its report."""
    allowed = TRANSLATED[entry.kind]
    positions = yaml_subset.positions(entry.source.front, entry.source.front_line)
    texts: dict[str, str] = {}
    for key, value in (entry.data or {}).items():
        field = "" if entry.report.private and key not in allowed else key
        if key not in allowed:
            choices = ", ".join(allowed)
            place = positions.keys.get((key,), (1, 1))
            entry.report.error("translation-key", place, field, nearest(key, allowed), choices=choices)
        elif isinstance(value, str) and value.strip():
            texts[key] = value
        elif isinstance(value, str):
            entry.report.error("text-empty", positions.values[key,], field)
        elif value is not None:
            shape = "list" if isinstance(value, list) else "mapping"
            entry.report.error("text-expected", positions.values[key,], field, shape=shape)
    return Translation(texts=texts, body=entry.source.body)
