"""Who is who: slugs, former slugs and names that two records may not share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from meetingplace.model.references import Kind
from meetingplace.model.vocabulary import folded

from .entries import Entry
from .outlines import Outline
from .problems import Place
from .slugs import folded_slug


Outlined = tuple[Entry, Outline]
"""A record's own file, and its outline."""


def check_slugs(entries: Iterable[Entry]) -> None:
    """Reports `slug-duplicate`: each later file names the first."""
    first: dict[tuple[Kind, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.label):
        slug = entry.slug.casefold()
        other = first.setdefault((entry.kind, slug), entry) if slug else entry
        if other is not entry:
            entry.report.error("slug-duplicate", _place_of(entry, "slug"), "slug", found=slug, other=other.label)


def check_aliases(outlined: Iterable[Outlined], entries: Iterable[Entry]) -> None:
    """Reports `alias-taken`: a former slug that another record of the kind has or had."""
    taken = {(entry.kind, entry.slug): entry for entry in entries}
    for entry, outline in outlined:
        for alias in outline.aliases:
            other = taken.setdefault((entry.kind, alias), entry)
            if other is not entry or alias == outline.slug:
                place = _place_of(entry, "aliases")
                entry.report.error("alias-taken", place, "aliases", found=alias, other=other.label)


def check_uids(outlined: Iterable[Outlined]) -> None:
    """Reports `uid-duplicate`: two meetings that calendars would take for one, as when a file was copied."""
    first: dict[str, tuple[Entry, Outline]] = {}
    meetings = [(entry, outline, outline.marks) for entry, outline in outlined if outline.marks]
    for entry, outline, marks in sorted(meetings, key=lambda each: (each[1].has_own_uid, each[0].label)):
        other, known = first.setdefault(marks.uid.casefold(), (entry, outline))
        is_slug_alone = not outline.has_own_uid and known.slug == outline.slug  # told as `slug-duplicate`
        if other is not entry and not is_slug_alone:
            entry.report.error("uid-duplicate", _place_of(entry, "uid"), "uid", found=marks.uid, other=other.label)


def check_names(outlined: Iterable[Outlined]) -> None:
    """Warns of `name-twice`: two people whose names differ in case and accents at most."""
    first: dict[str, Entry] = {}
    for entry, outline in sorted(outlined, key=lambda pair: pair[0].label):
        if outline.naming:
            other = first.setdefault(folded(outline.naming.name), entry)
            if other is not entry:
                entry.report.warning("name-twice", _place_of(entry, "name"), "name", other=other.label)


def check_names_in_slugs(outlined: Iterable[Outlined]) -> None:
    """Warns of `slug-names-someone`: an address or a file of a meeting that holds a person's whole name."""
    pairs = list(outlined)
    people: dict[str, str] = {}
    for entry, outline in pairs:
        naming = outline.naming
        if naming and naming.type == "person" and (name := folded_slug(naming.name)):
            people.setdefault(name, entry.label)
            people.setdefault(f"{name}s", entry.label)  # the genitive
    sizes = sorted({name.count("-") + 1 for name in people})
    for entry, outline in pairs:
        if not outline.marks:
            continue
        own = "slug" if outline.has_own_slug else ""
        named = (folded_slug(entry.name.stem),)
        for key, slugs in (("aliases", outline.aliases), (own, (outline.slug,)), ("", named)):
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
