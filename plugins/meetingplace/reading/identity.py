"""Who is who: slugs, former slugs and names that two records may not share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.record import Record
from meetingplace.model.references import Kind
from meetingplace.model.vocabulary import folded

from .entries import Entry
from .problems import Place
from .slugs import folded_slug


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


def check_uids(typed: Iterable[tuple[Entry, Record]]) -> None:
    """Reports `uid-duplicate`: two meetings that calendars would take for one, as when a file was copied."""
    first: dict[str, tuple[Entry, Event]] = {}
    meetings = [(entry, record) for entry, record in typed if isinstance(record, Event)]
    for entry, event in sorted(meetings, key=lambda pair: (pair[1].uid is not None, pair[0].label)):
        other, known = first.setdefault(event.uid_for_ever.casefold(), (entry, event))
        is_slug_alone = event.uid is None and known.slug == event.slug  # told as `slug-duplicate`
        if other is not entry and not is_slug_alone:
            entry.report.error(
                "uid-duplicate", _place_of(entry, "uid"), "uid", found=event.uid_for_ever, other=other.label
            )


def check_names(typed: Iterable[tuple[Entry, Record]]) -> None:
    """Warns of `name-twice`: two people whose names differ in case and accents at most."""
    first: dict[str, Entry] = {}
    for entry, record in sorted(typed, key=lambda pair: pair[0].label):
        if isinstance(record, Person):
            other = first.setdefault(folded(record.name), entry)
            if other is not entry:
                entry.report.warning("name-twice", _place_of(entry, "name"), "name", other=other.label)


def check_names_in_slugs(typed: Iterable[tuple[Entry, Record]]) -> None:
    """Warns of `slug-names-someone`: an address or a file of a meeting that holds a person's whole name."""
    pairs = list(typed)
    people: dict[str, str] = {}
    for entry, record in pairs:
        if isinstance(record, Person) and record.type == "person" and (name := folded_slug(record.name)):
            people.setdefault(name, entry.label)
            people.setdefault(f"{name}s", entry.label)  # the genitive
    sizes = sorted({name.count("-") + 1 for name in people})
    for entry, record in pairs:
        if not isinstance(record, Event):
            continue
        own = "slug" if record.slug == (entry.data or {}).get("slug") else ""
        for key, slugs in (("aliases", record.aliases), (own, (record.slug,)), ("", (folded_slug(entry.name.stem),))):
            for other in dict.fromkeys(_held(slugs, sizes, people)):
                place = _place_of(entry, key) if key else (1, 1)
                entry.report.warning("slug-names-someone", place, key, other=other)


def _held(slugs: Iterable[str], sizes: Iterable[int], people: Mapping[str, str]) -> Iterator[str]:
    """The files of those whose names are words of the slugs."""
    for slug in slugs:
        words = slug.split("-")
        for size in sizes:
            for at in range(len(words) - size + 1):
                if (name := "-".join(words[at : at + size])) in people:
                    yield people[name]


def _place_of(entry: Entry, key: str) -> Place:
    return entry.positions.values.get((key,), (1, 1))
