"""Which rules a time zone follows: its changes of offset, year by year, from the time zone database."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from zoneinfo import ZoneInfo


FIRST_YEAR = 2000
LAST_YEAR = 2100
LAST_YEAR_OF_HISTORY = 2037
"""Until here the database lists changes one by one (RFC 9636); a rule that begins later is none at all."""
SINCE = 1970
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UTC_NAMES = frozenset({"UTC", "UCT", "Zulu", "Universal", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Etc/Universal"})


@dataclass(frozen=True, slots=True)
class Change:
    """A change of offset that comes back every year on some weekday of a month, or happens once.

    `first` is the first local time, by the offset `before` it (RFC 5545 3.6.5); `last` that of the last year,
    None where the rule has no end. `places` are the ways to count the weekday that hold in all its years:
    1 to 5, or -1.
    """

    first: dt.datetime
    last: dt.datetime | None
    places: frozenset[int]
    before: dt.timedelta
    after: dt.timedelta
    name: str
    is_summer: bool

    @property
    def once(self) -> bool:
        return self.first == self.last

    @property
    def rule(self) -> str:
        """The parts of an RRULE that say when in a year; empty for a change that happens once."""
        place = -1 if -1 in self.places else min(self.places)
        return "" if self.once else f"BYMONTH={self.first.month};BYDAY={place}{WEEKDAYS[self.first.weekday()]}"


@lru_cache(maxsize=64)
def changes(zone: str) -> tuple[Change, ...] | None:
    """How a zone's offset changes from 2000 to 2100; None where that follows no yearly rules.

    The first only states the offset that these years begin with, except in a zone that has had the same two
    rules all the time. Rules that count a weekday from a day of the month (Chile, Israel, Egypt, Greenland)
    or follow the moon (Morocco) are none that every client understands.
    """
    found: list[Change] = []
    for change in _all(zone):
        at = next((n for n, run in enumerate(found) if _continues(run, change)), None)
        if at is None:
            found.append(change)
        else:
            found[at] = replace(found[at], last=change.first, places=found[at].places & change.places)
    if any(run.first.year > LAST_YEAR_OF_HISTORY for run in found):
        return None
    runs = [replace(run, last=None) if run.last and run.last.year == LAST_YEAR else run for run in found]
    if len(runs) == 2 and all(run.last is None and run.first.year == FIRST_YEAR for run in runs):
        return tuple(replace(run, first=_in_year(SINCE, run)) for run in runs)
    return (_beginning(zone), *runs)


def is_utc(zone: str) -> bool:
    """Whether a zone is Coordinated Universal Time itself."""
    return zone in UTC_NAMES


def _continues(run: Change, change: Change) -> bool:
    def key(of: Change) -> tuple[object, ...]:
        return of.first.month, of.first.weekday(), of.first.time(), of.before, of.after

    follows = run.last is not None and run.last.year == change.first.year - 1
    return follows and key(run) == key(change) and bool(run.places & change.places)


def _in_year(year: int, run: Change) -> dt.datetime:
    """The local time at which a run would have begun in a year."""
    first, size = monthrange(year, run.first.month)
    days = [day for day in range(1, size + 1) if (first + day - 1) % 7 == run.first.weekday()]
    place = -1 if -1 in run.places else min(run.places) - 1
    return run.first.replace(year=year, day=days[place])


def _beginning(zone: str) -> Change:
    aware = dt.datetime(FIRST_YEAR, 1, 1, tzinfo=dt.UTC).astimezone(ZoneInfo(zone))
    offset = aware.utcoffset() or dt.timedelta(0)
    start = dt.datetime(SINCE, 1, 1)
    return Change(start, start, frozenset({1}), offset, offset, aware.tzname() or zone, bool(aware.dst()))


def _all(zone: str) -> Iterator[Change]:
    """Every change of offset, found by looking at each week and halving the one in which it falls."""
    info, week, second = ZoneInfo(zone), dt.timedelta(days=7), dt.timedelta(seconds=1)
    at, end = dt.datetime(FIRST_YEAR, 1, 1, tzinfo=dt.UTC), dt.datetime(LAST_YEAR + 1, 1, 1, tzinfo=dt.UTC)
    before = at.astimezone(info).utcoffset()
    while at < end:
        after = (at + week).astimezone(info).utcoffset()
        if after != before:
            low, high = at, at + week
            while high - low > second:
                middle = low + (high - low) // 2 // second * second
                low, high = (middle, high) if middle.astimezone(info).utcoffset() == before else (low, middle)
            yield _change(high, info)
        at, before = at + week, after


def _change(at: dt.datetime, info: ZoneInfo) -> Change:
    old, new = (at - dt.timedelta(seconds=1)).astimezone(info), at.astimezone(info)
    before, after = old.utcoffset() or dt.timedelta(0), new.utcoffset() or dt.timedelta(0)
    local = (at + before).replace(tzinfo=None)
    places = {(local.day - 1) // 7 + 1}
    if local.day + 7 > monthrange(local.year, local.month)[1]:
        places.add(-1)
    has_summer = bool(new.dst()) or bool(old.dst())
    return Change(local, local, frozenset(places), before, after, new.tzname() or "", has_summer and after > before)
