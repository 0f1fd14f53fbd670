"""Who will be there: rows merged to participants, named by consent, the rest counted by kind and discipline."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meetingplace.model.attendance import Coming, Counted, WhoRow
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.record import ActorKind
from meetingplace.model.vocabulary import Vocabulary

from .attendance import Attendance, Participant, Unnamed
from .door import Door, Setting, all_rows


CERTAINTY: tuple[Coming, ...] = ("coming", "maybe", "invited", "declined")
COMING = CERTAINTY[:2]


@dataclass(slots=True)
class _Merged:
    """All rows of one person: their roles in order, the first reason, the least certain word about coming."""

    roles: list[str]
    status: Coming
    why: str = ""
    attends: str = ""
    since: dt.date | None = None


def rows_of(event: Event, who: tuple[WhoRow, ...]) -> tuple[WhoRow, ...]:
    """All who are listed at a meeting: `host`, `who`, and those who are only on the programme."""
    listed = [WhoRow(person=slug, role=("host",)) for slug in event.host] + list(who)
    known = {row.person for row in listed}
    on_programme = dict.fromkeys(slug for row in event.programme for slug in row.who if slug not in known)
    return tuple(listed + [WhoRow(person=slug) for slug in on_programme])


def _merge(rows: Iterable[WhoRow]) -> dict[str, _Merged]:
    merged: dict[str, _Merged] = {}
    for row in rows:
        seen = merged.get(row.person)
        if seen is None:
            merged[row.person] = _Merged([*row.role], row.status, row.why or "", row.attends or "", row.since)
            continue
        seen.roles += [role for role in row.role if role not in seen.roles]
        seen.status = max(seen.status, row.status, key=CERTAINTY.index)
        seen.why = seen.why or row.why or ""
        seen.attends = seen.attends or row.attends or ""
        seen.since = min((day for day in (seen.since, row.since) if day), default=None)
    return merged


def _known(event: Event, who: tuple[WhoRow, ...], today: dt.date) -> dict[str, _Merged]:
    """Those who are listed, by slug, as far as their rows are announced."""
    return _merge(row for row in rows_of(event, who) if row.since is None or row.since <= today)


def unannounced(event: Event, today: dt.date) -> frozenset[str]:
    """Those who are listed and yet come to no occurrence: not announced yet, only invited, or declined."""
    changes = event.repeat.changes if event.repeat else ()
    lists = [event.who, *(change.who for change in changes if change.who)]
    coming = {slug for who in lists for slug, found in _known(event, who, today).items() if found.status in COMING}
    return frozenset(row.person for row in all_rows(event) if row.person not in coming)


def _roles(roles: list[str]) -> tuple[str, ...]:
    """The roles without `participant` where there is another, hosts first."""
    found = [role for role in roles if role != "participant"] or ["participant"]
    return tuple(sorted(found, key=lambda role: role != "host"))


def _participant(slug: str, merged: _Merged, door: Door, setting: Setting) -> Participant | None:
    profile = door.profile(slug, setting)
    if profile is None:
        return None
    return Participant(
        profile,
        _roles(merged.roles),
        merged.why,
        merged.attends,
        maybe=merged.status == "maybe",
        since=merged.since,
    )


def _disciplines(person: Person, named: Participant | None, vocabulary: Vocabulary, language: str) -> list[str]:
    """What someone works with, as the vocabulary spells it; other words only of those whose page has them.

    A word that only one person uses would tell who it is.
    """
    if named and named.profile.has_page:
        return list(named.profile.disciplines)
    return [vocabulary.label(word, language) for word in person.disciplines if vocabulary.slug(word)]


def _unnamed(
    groups: Mapping[tuple[ActorKind, str], int], also: tuple[Counted, ...], vocabulary: Vocabulary, language: str
) -> list[Unnamed]:
    found = [Unnamed(count, kind, discipline) for (kind, discipline), count in sorted(groups.items())]
    for row in also:
        discipline = vocabulary.label(row.discipline, language) if row.discipline else ""
        found.append(Unnamed(row.count, row.kind or "", discipline, row.municipality or "", row.text or ""))
    return found


def attendance(
    event: Event,
    who: tuple[WhoRow, ...],
    setting: Setting,
    door: Door,
    people: Mapping[str, Person],
    today: dt.date,
) -> Attendance:
    """Whom one will meet. Rows dated after `today` are not known yet; `invited` are counted apart."""
    return _attendance(_known(event, who, today), event.also, setting, door, people)


def newcomers(
    event: Event, setting: Setting, door: Door, people: Mapping[str, Person], today: dt.date
) -> tuple[tuple[dt.date, Attendance], ...]:
    """Those who come to any occurrence and were announced on a day of their own, by that day, the earliest first."""
    nowhere = unannounced(event, today)
    rows = (*rows_of(event, ()), *all_rows(event))
    merged = _merge(
        row
        for row in rows
        if row.status in COMING and row.person not in nowhere and (row.since is None or row.since <= today)
    )
    days = sorted({found.since for found in merged.values() if found.since})
    by_day = ((day, {slug: found for slug, found in merged.items() if found.since == day}) for day in days)
    return tuple((day, _attendance(found, (), setting, door, people)) for day, found in by_day)


def _attendance(
    merged: Mapping[str, _Merged],
    also: tuple[Counted, ...],
    setting: Setting,
    door: Door,
    people: Mapping[str, Person],
) -> Attendance:
    language = door.language.code
    coming = {slug: found for slug, found in merged.items() if found.status in COMING}
    made = {slug: _participant(slug, found, door, setting) for slug, found in coming.items()}
    named = sorted((p for p in made.values() if p), key=lambda p: not p.is_host)
    persons = {slug: people[slug] for slug in coming if people[slug].type == "person"}
    works = {slug: _disciplines(p, made[slug], door.vocabulary, language) for slug, p in persons.items()}
    hidden = Counter((p.kind, "".join(works[slug][:1])) for slug, p in persons.items() if not made[slug])
    tally: Counter[str] = Counter(person.kind for person in persons.values())
    disciplines = Counter(word for slug in persons for word in works[slug])
    for row in also:
        tally[row.kind or ""] += row.count or 0
        if row.discipline:
            disciplines[door.vocabulary.label(row.discipline, language)] += row.count or 0
    return Attendance(
        people=tuple(p for p in named if not p.profile.is_organisation),
        organisations=tuple(p for p in named if p.profile.is_organisation),
        unnamed=tuple(_unnamed(hidden, also, door.vocabulary, language)),
        total=len(persons) + sum(row.count or 0 for row in also),
        at_least=any(row.count is None for row in also),
        maybe=sum(coming[slug].status == "maybe" for slug in persons),
        invited=sum(m.status == "invited" and people[s].type == "person" for s, m in merged.items()),
        by_kind=_largest_first(tally),
        disciplines=_largest_first(disciplines),
    )


def _largest_first(tally: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    found = [(word, count) for word, count in tally.items() if count]
    return tuple(sorted(found, key=lambda entry: (-entry[1], entry[0])))
