"""Who will be there: rows merged to participants, named by consent, the rest counted by kind and discipline."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meetingplace.model.attendance import Counted, WhoRow
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.vocabulary import Vocabulary
from .door import Door, Setting
from .meetings import Attendance, Participant, Unnamed

COMING = ("coming", "maybe")


@dataclass(slots=True)
class _Merged:
    """All rows of one person: their roles in order, the first reason, the strongest word about coming."""

    roles: list[str]
    row: WhoRow
    why: str


def rows_of(event: Event, who: tuple[WhoRow, ...]) -> tuple[WhoRow, ...]:
    """All who are listed at a meeting: `host`, `who`, and those who are only on the programme."""
    listed = [WhoRow(person=slug, role=("host",)) for slug in event.host] + list(who)
    known = {row.person for row in listed}
    on_programme = dict.fromkeys(slug for row in event.programme for slug in row.who if slug not in known)
    return tuple(listed + [WhoRow(person=slug) for slug in on_programme])


def _merge(rows: Iterable[WhoRow]) -> dict[str, _Merged]:
    merged: dict[str, _Merged] = {}
    for row in rows:
        seen = merged.setdefault(row.person, _Merged([], row, ""))
        seen.roles += [role for role in row.role if role not in seen.roles]
        seen.why = seen.why or (row.why or "")
        if row.attends or row.status != "coming":
            seen.row = row
    return merged


def _roles(roles: list[str]) -> tuple[str, ...]:
    """The roles without `participant` where there is another, hosts first."""
    found = [role for role in roles if role != "participant"] or ["participant"]
    return tuple(sorted(found, key=lambda role: role != "host"))


def _participant(merged: _Merged, door: Door, setting: Setting) -> Participant | None:
    profile = door.profile(merged.row.person, setting)
    if profile is None:
        return None
    row = merged.row
    return Participant(
        profile,
        _roles(merged.roles),
        merged.why,
        row.attends or "",
        maybe=row.status == "maybe",
        since=row.since,
    )


def _unnamed(
    people: list[Person], also: tuple[Counted, ...], vocabulary: Vocabulary, language: str
) -> list[Unnamed]:
    def word(term: str) -> str:
        return vocabulary.label(term, language)

    groups = Counter((p.kind, word(p.disciplines[0]) if p.disciplines else "") for p in people)
    found = [Unnamed(count, kind, discipline) for (kind, discipline), count in sorted(groups.items())]
    for row in also:
        discipline = word(row.discipline) if row.discipline else ""
        found.append(Unnamed(row.count, row.kind or "", discipline, row.municipality or "", row.text or ""))
    return found


def attendance(
    event: Event,
    who: tuple[WhoRow, ...],
    setting: Setting,
    door: Door,
    people: Mapping[str, Person],
    vocabulary: Vocabulary,
    language: str,
    today: dt.date,
) -> Attendance:
    """Whom one will meet. Rows dated after `today` are not known yet; `invited` are counted apart."""
    rows = [row for row in rows_of(event, who) if row.since is None or row.since <= today]
    merged = _merge(rows)
    coming = {slug: found for slug, found in merged.items() if found.row.status in COMING}
    made = {slug: _participant(found, door, setting) for slug, found in coming.items()}
    named = sorted((p for p in made.values() if p), key=lambda p: not p.is_host)
    persons = {slug: people[slug] for slug in coming if people[slug].type == "person"}
    hidden = [person for slug, person in persons.items() if made[slug] is None]
    tally: Counter[str] = Counter(person.kind for person in persons.values())
    disciplines = Counter(vocabulary.label(d, language) for p in persons.values() for d in p.disciplines)
    for row in event.also:
        tally[row.kind or ""] += row.count or 0
        if row.discipline:
            disciplines[vocabulary.label(row.discipline, language)] += row.count or 0
    return Attendance(
        people=tuple(p for p in named if not p.profile.is_organisation),
        organisations=tuple(p for p in named if p.profile.is_organisation),
        unnamed=tuple(_unnamed(hidden, event.also, vocabulary, language)),
        total=len(persons) + sum(row.count or 0 for row in event.also),
        at_least=any(row.count is None for row in event.also),
        maybe=sum(coming[slug].row.status == "maybe" for slug in persons),
        invited=sum(found.row.status == "invited" for found in merged.values()),
        by_kind=_largest_first(tally),
        disciplines=_largest_first(disciplines),
    )


def _largest_first(tally: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    found = [(word, count) for word, count in tally.items() if count]
    return tuple(sorted(found, key=lambda entry: (-entry[1], entry[0])))
