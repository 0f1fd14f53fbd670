"""The little that is asked of every meeting: so little that it is kept from one build to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self, cast

from meetingplace.model.times import When, parse

from .changes import changes_of
from .meetings import Known, Meeting, Occurrence, OccurrenceStatus
from .selections import selections_of


Month = tuple[int, int]


class Time(NamedTuple):
    """An occurrence, the `number` among those of its meeting: when, under which title, where and with whom it is."""

    number: int
    start: When
    last_day: dt.date
    title: str
    status: OccurrenceStatus
    place: str
    people: tuple[str, ...]

    @property
    def is_off(self) -> bool:
        """Whether it does not take place."""
        return self.status == "cancelled"

    def days(self) -> Iterator[dt.date]:
        """Every day of it; only the first, where no day is fixed."""
        day = self.start.day
        while day == self.start.day or (self.start.fixed and day <= self.last_day):
            yield day
            day += dt.timedelta(days=1)

    def months(self) -> Iterator[Month]:
        """Every month in which it takes place; none, where only its year is known."""
        if self.start.precision != "year":
            yield from dict.fromkeys((day.year, day.month) for day in self.days())


class Announced(NamedTuple):
    """One thing that became known about a meeting: a `Change` (`changes.py`), and when what it tells of starts."""

    at: str
    kind: str
    key: str
    start: When


@dataclass(frozen=True, slots=True)
class Gist:
    """When a meeting is and under which headings it stands.

    `title` is what its page is called, in `language`; `current` the number of the current one of its `times`; `came` as
    many as were counted there, or said that they would come. `is_fixed` says that its own day is known. `headings` are
    slugs by the kind of their listing (`listings.py`), but for venues and people, who are those of its times.
    `published` and `modified` are days (ISO 8601).

    `zones` are those that its times are told in, none where no hour is known; `deadlines` likewise, which is None where
    there is no last day to sign up.
    """

    title: str
    language: str
    aliases: tuple[str, ...]
    is_past: bool
    is_fixed: bool
    current: int
    came: int
    times: tuple[Time, ...]
    headings: Mapping[str, tuple[str, ...]]
    announced: tuple[Announced, ...]
    published: str
    modified: str
    zones: tuple[str, ...]
    deadlines: tuple[str, ...] | None

    @property
    def shown(self) -> Time:
        """The current one of its times."""
        return self.times[self.current]

    @property
    def last_day(self) -> dt.date:
        """That of all its times."""
        return max(held.last_day for held in self.times)

    @property
    def is_cancelled(self) -> bool:
        """Whether all of it is."""
        return all(held.is_off for held in self.times)

    @property
    def months(self) -> Iterable[Month]:
        """Those in which it takes place."""
        return dict.fromkeys(month for held in self.times for month in held.months())

    def under(self, kind: str) -> Iterable[str]:
        """The slugs of the listings of a kind that it stands in."""
        if kind == "place":
            return dict.fromkeys(held.place for held in self.times if held.place)
        if kind == "person":
            return dict.fromkeys(slug for held in self.times for slug in held.people)
        return self.headings[kind]

    def as_value(self) -> list[Any]:
        """As a value of JSON."""
        times = [[held.number, str(held.start), str(held.last_day), *held[3:]] for held in self.times]
        announced = [[*one[:-1], str(one.start)] for one in self.announced]
        return [
            *(
                {name: getattr(self, name) for name in self.__slots__} | {"times": times, "announced": announced}
            ).values()
        ]

    @classmethod
    def of_value(cls, value: list[Any]) -> Self:
        """That of which `as_value` is the value."""
        given = dict(zip(cls.__slots__, _tuples(value), strict=True))
        given["times"] = tuple(
            Time(number, parse(start)[0], dt.date.fromisoformat(last_day), *rest)
            for number, start, last_day, *rest in given["times"]
        )
        given["announced"] = tuple(
            Announced(at, kind, key, parse(start)[0]) for at, kind, key, start in given["announced"]
        )
        return cls(**given)


def _tuples(value: Any) -> Any:
    """A value of JSON as it was before: lists were tuples."""
    if isinstance(value, list):
        return tuple([_tuples(each) for each in value])
    return {key: _tuples(each) for key, each in value.items()} if isinstance(value, dict) else value


def gist_of(known: Known) -> Gist:
    """That of a meeting that is made."""
    event, current, zone = known.event, known.current, (known.event.timezone,)
    asked = [r for r in (event.registration, *(one.registration for one in known.occurrences)) if r and r.deadline]
    report = event.report
    return Gist(
        title=event.title if len(known.occurrences) > 1 else current.title,
        language=event.language_of("title"),
        aliases=event.aliases,
        is_past=known.is_past,
        is_fixed=event.start.fixed,
        current=known.occurrences.index(current),
        came=current.attendance.total if report is None or report.came is None else report.came,
        times=tuple(_time(number, one) for number, one in enumerate(known.occurrences)),
        headings={kind: tuple(dict.fromkeys(slugs)) for kind, slugs in _headings(known)},
        announced=tuple(
            Announced(change.at.isoformat(), change.kind, change.key, change.occurrence.start)
            for change in changes_of(_like_a_meeting(known))
        ),
        published=str(known.published.day),
        modified=str(known.modified.day),
        zones=zone if event.start.fixed and any(one.start.timed for one in known.occurrences) else (),
        deadlines=(zone if any(r.deadline.timed for r in asked if r.deadline) else ()) if asked else None,
    )


def _time(number: int, one: Occurrence) -> Time:
    place = one.venue.slug if one.venue else ""
    come = (*one.attendance.people, *one.attendance.organisations)
    people = tuple(dict.fromkeys(found.profile.slug for found in come if found.profile.slug))
    return Time(number, one.start, one.last_day, one.title, one.status, place, people)


def _like_a_meeting(known: Known) -> Meeting:
    """Nothing is asked of it but what is known: it has no gist yet."""
    return cast("Meeting", known)


def made(known: Known) -> Meeting:
    """A meeting that is made."""
    return Meeting(known.event.slug, known.audience, gist_of(known), lambda: known)


def _headings(known: Known) -> Iterator[tuple[str, Iterable[str]]]:
    yield "municipality", (known.municipality,) if known.municipality else ()
    yield "series", (known.event.series,) if known.event.series else ()
    yield "topic", known.topics
    yield "selection", selections_of(known.event)
