"""Who is forgotten is counted in `also` instead of listed: as true to each occurrence as the format allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from meetingplace.catalogue.attending import CERTAINTY, COMING
from meetingplace.i18n import N_, Language
from meetingplace.model.person import Person
from meetingplace.model.times import parse
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading import references_in_files as files
from meetingplace.reading import yaml_subset
from meetingplace.reading.problems import Report


Data = Mapping[str, Any]


def data_of(front: str) -> Data:
    """What front matter says, unchecked."""
    return yaml_subset.parse(front, Report("")) or {}


def mappings(value: object) -> list[Data]:
    """The mappings of a list; a draft may hold anything."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class Coming:
    """Whether someone comes by the usual list, and on which days of `repeat.changes` another list says otherwise."""

    usually: bool
    otherwise: tuple[str, ...]

    @property
    def always(self) -> bool:
        return self.usually and not self.otherwise

    @property
    def sometimes(self) -> bool:
        return bool(self.otherwise)


def coming_of(data: Data, slug: str) -> Coming:
    """Where the catalogue counts someone: a change that lists anyone has a list of its own."""
    usually = _comes(data, data.get("who"), slug)
    own = [change for change in _changes(data) if change.get("who")]
    return Coming(usually, tuple(_day(change) for change in own if _comes(data, change["who"], slug) != usually))


def left_without(data: Data, slug: str) -> bool:
    """Whether some occurrence has a list of its own with nobody else on it."""
    lists = [change["who"] for change in _changes(data) if change.get("who")]
    return any({row.get("person") for row in _listed(who)} == {slug} for who in lists)


def counted(front: str, person: Person, coming: Coming, role: str, words: Language, vocabulary: Vocabulary) -> str:
    """Front matter with the person counted: one more where they always come, and else a row that says when.

    A row without a number, for a number would be wrong on all other days.
    """
    if coming.always:
        return _one_more(front, person, vocabulary)
    if not coming.sometimes:
        return front
    days = words.list(_spelt(day, words) for day in coming.otherwise)
    said = N_("%(role)s, but not %(days)s") if coming.usually else N_("%(role)s, only %(days)s")
    return files.with_row(front, "also", {"kind": person.kind, "text": words.gettext(said, role=role, days=days)})


def _one_more(front: str, person: Person, vocabulary: Vocabulary) -> str:
    """In a row of the same kind and discipline, or in a row of its own."""
    known = [word for word in person.disciplines if vocabulary.slug(word)][:1]
    slug = vocabulary.slug(known[0]) if known else None
    rows = data_of(front).get("also")
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if not isinstance(row, dict) or row.get("municipality") or row.get("text"):
            continue
        if not str(row.get("count")).isdecimal():
            continue
        word = row.get("discipline")
        if row.get("kind") == person.kind and (vocabulary.slug(word) if word else None) == slug:
            return files.replaced(front, ("also", number, "count"), str(int(row["count"]) + 1))
    more = {"discipline": known[0]} if known else {}
    return files.with_row(front, "also", {"count": "1", "kind": person.kind, **more})


def _comes(data: Data, who: object, slug: str) -> bool:
    found = [row.get("status") or "coming" for row in _listed(who) if row.get("person") == slug]
    on_programme = any(slug in _slugs(row.get("who")) for row in mappings(data.get("programme")))
    if slug in _slugs(data.get("host")) or (on_programme and not found):
        found.append("coming")
    status = max((each for each in found if each in CERTAINTY), key=CERTAINTY.index, default="declined")
    return status in COMING


def _changes(data: Data) -> list[Data]:
    repeat = data.get("repeat")
    return mappings(repeat.get("changes")) if isinstance(repeat, dict) else []


def _listed(who: object) -> Iterator[Data]:
    for row in who if isinstance(who, list) else ():
        yield row if isinstance(row, dict) else {"person": row}


def _slugs(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _day(change: Data) -> str:
    """When it really is: a change may move it."""
    return str(change.get("start") or change.get("date") or "")


def _spelt(day: str, words: Language) -> str:
    try:
        return words.day(parse(day)[0].day)
    except ValueError:  # in a draft anything may stand there
        return day
