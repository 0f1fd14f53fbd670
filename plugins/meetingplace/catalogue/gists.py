"""The little that is asked of every meeting: so little that it is kept from one build to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self, cast

from meetingplace.model.times import When, parse

from .changes import changes_of
from .meetings import Known, Meeting, Occurrence
from .selections import selections_of


Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gist:
    """When a meeting is and under which headings it stands.

    `title` is what its page is called, in `language`; `start` that of its current occurrence, `last_day` that of all;
    `is_fixed` says that its own day is known, `is_cancelled` that all of it is. `months` are those in which it takes
    place, `headings` slugs by the kind of their listing (`listings.py`). `changes` are the instants and kinds of what
    became known (`changes.py`). `zones` are those that its times are told in: none where no hour is known; and
    `deadlines` likewise, which is None where there is no last day to sign up.
    """

    title: str
    language: str
    aliases: tuple[str, ...]
    start: When
    last_day: dt.date
    is_past: bool
    is_fixed: bool
    is_cancelled: bool
    months: tuple[Month, ...]
    headings: Mapping[str, tuple[str, ...]]
    changes: tuple[tuple[str, str], ...] = ()
    zones: tuple[str, ...] = ()
    deadlines: tuple[str, ...] | None = None

    def as_value(self) -> list[Any]:
        """As a value of JSON."""
        own = {name: getattr(self, name) for name in self.__slots__}
        return [*{**own, "start": str(self.start), "last_day": str(self.last_day)}.values()]

    @classmethod
    def of_value(cls, value: list[Any]) -> Self:
        """That of which `as_value` is the value."""
        given = dict(zip(cls.__slots__, value, strict=True))
        given["start"] = parse(given["start"])[0]
        given["last_day"] = dt.date.fromisoformat(given["last_day"])
        given["months"] = [(year, month) for year, month in given["months"]]
        return cls(**given)


def gist_of(known: Known) -> Gist:
    """That of a meeting that is made."""
    event, current, zone = known.event, known.current, (known.event.timezone,)
    asked = [r for r in (event.registration, *(one.registration for one in known.occurrences)) if r and r.deadline]
    return Gist(
        title=event.title if len(known.occurrences) > 1 else current.title,
        language=event.language_of("title"),
        aliases=event.aliases,
        start=current.start,
        last_day=max(one.last_day for one in known.occurrences),
        is_past=known.is_past,
        is_fixed=event.start.fixed,
        is_cancelled=all(one.status == "cancelled" for one in known.occurrences),
        months=tuple(dict.fromkeys(month for one in known.occurrences for month in months_of(one))),
        headings={kind: tuple(dict.fromkeys(slugs)) for kind, slugs in _headings(known)},
        changes=tuple((change.at.isoformat(), change.kind) for change in changes_of(_like_a_meeting(known))),
        zones=zone if event.start.fixed and any(one.start.timed for one in known.occurrences) else (),
        deadlines=(zone if any(r.deadline.timed for r in asked if r.deadline) else ()) if asked else None,
    )


def _like_a_meeting(known: Known) -> Meeting:
    """Nothing is asked of it but what is known: it has no gist yet."""
    return cast("Meeting", known)


def made(known: Known) -> Meeting:
    """A meeting that is made."""
    return Meeting(known.event.slug, gist_of(known), lambda: known)


def _headings(known: Known) -> Iterator[tuple[str, Iterable[str]]]:
    yield "municipality", (known.municipality,) if known.municipality else ()
    yield "series", (known.event.series,) if known.event.series else ()
    yield "place", (one.venue.slug for one in known.occurrences if one.venue and one.venue.slug)
    yield "topic", known.topics
    yield "selection", selections_of(known.event)
    yield "person", (slug for one in known.occurrences for slug in participants_of(one))


def participants_of(occurrence: Occurrence) -> Iterator[str]:
    """The slugs of those who come and have a page."""
    for participant in (*occurrence.attendance.people, *occurrence.attendance.organisations):
        if participant.profile.slug:
            yield participant.profile.slug


def days_of(occurrence: Occurrence) -> Iterator[dt.date]:
    """Every day of an occurrence; only the first, where no day is fixed."""
    day = occurrence.start.day
    while day == occurrence.start.day or (occurrence.start.fixed and day <= occurrence.last_day):
        yield day
        day += dt.timedelta(days=1)


def months_of(occurrence: Occurrence) -> Iterator[Month]:
    """Every month in which an occurrence takes place; none, where only its year is known."""
    if occurrence.start.precision != "year":
        yield from dict.fromkeys((day.year, day.month) for day in days_of(occurrence))
