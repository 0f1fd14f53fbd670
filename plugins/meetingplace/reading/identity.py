"""Who is who: slugs, former slugs and names that two records may not share."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.person import Person
from ..model.record import Record
from ..model.references import Kind
from ..model.vocabulary import folded
from . import yaml_subset
from .entries import Entry
from .problems import Place


def check_slugs(entries: Iterable[Entry]) -> None:
    """Reports `slug-duplicate`: each later file names the first."""
    first: dict[tuple[Kind, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.label):
        slug = entry.slug.casefold()
        other = first.setdefault((entry.kind, slug), entry) if slug else entry
        if other is not entry:
            entry.report.error("slug-duplicate", _place_of(entry, "slug"), "slug", found=slug, other=other.label)


def check_aliases(typed: Iterable[tuple[Entry, Record]], entries: Iterable[Entry]) -> None:
    """Reports `alias-taken`: a former slug that another record of the kind has or had."""
    taken = {(entry.kind, entry.slug): entry for entry in entries}
    for entry, record in typed:
        for alias in record.aliases:
            other = taken.setdefault((entry.kind, alias), entry)
            if other is not entry or alias == record.slug:
                place = _place_of(entry, "aliases")
                entry.report.error("alias-taken", place, "aliases", found=alias, other=other.label)


def check_names(typed: Iterable[tuple[Entry, Record]]) -> None:
    """Warns of `name-twice`: two people whose names differ in case and accents at most."""
    first: dict[str, Entry] = {}
    for entry, record in sorted(typed, key=lambda pair: pair[0].label):
        if isinstance(record, Person):
            other = first.setdefault(folded(record.name), entry)
            if other is not entry:
                entry.report.warning("name-twice", _place_of(entry, "name"), "name", other=other.label)


def _place_of(entry: Entry, key: str) -> Place:
    return yaml_subset.positions(entry.source.front, entry.source.front_line).values.get((key,), (1, 1))
