"""A meeting that comes back: a rule (RFC 5545 3.3.10), further times, and what is different on some of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Annotated, Any, Literal

from dateutil.rrule import rrulestr
from pydantic import BeforeValidator, Field

from .attendance import Online, PlaceOf, Registration, WhoOf
from .faults import fault
from .record import Part
from .scalars import Line, Text, kind_of
from .times import DayOrMoment, End, When


MOST_OCCURRENCES = 500
MOST_YEARS = 10
AGES = 19 * 400
"""The calendar is the same again after 400 years. dateutil looks for occurrences until the year 9999, however few
there are: rules are expanded near the end, so that one that hits nothing costs nothing."""
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
DAY = "MO|TU|WE|TH|FR|SA|SU"
WEEK, MONTH = r"0?[1-9]|[1-4]\d|5[0-3]", r"0?[1-9]|1[0-2]"
MONTH_DAY, YEAR_DAY = r"0?[1-9]|[12]\d|3[01]", r"0{0,2}[1-9]|0?[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6]"


def _list(of: str) -> str:
    return f"(?:{of})(?:,(?:{of}))*"


PARTS = {
    "FREQ": "|".join(FREQUENCIES),
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,5}",
    "UNTIL": r"\d{4}-?\d{2}-?\d{2}",
    "BYDAY": _list(f"(?:[+-]?(?:{WEEK}))?(?:{DAY})"),
    "BYMONTHDAY": _list(f"[+-]?(?:{MONTH_DAY})"),
    "BYMONTH": _list(MONTH),
    "BYYEARDAY": _list(f"[+-]?(?:{YEAR_DAY})"),
    "BYWEEKNO": _list(f"[+-]?(?:{WEEK})"),
    "BYSETPOS": _list(f"[+-]?(?:{YEAR_DAY})"),
    "WKST": DAY,
}


class Rule(Part):
    """An RRULE: `text` is the rule without its end; `count` or `until` (the last day, included) is the end."""

    text: str
    count: int | None = None
    until: dt.date | None = None

    def starts(self, first: dt.datetime) -> Iterator[dt.datetime]:
        """The local starts from `first` on, at most ten years of them."""
        bound = first.replace(tzinfo=None) + dt.timedelta(days=366 * MOST_YEARS)
        last = min(bound, dt.datetime.combine(self.until, dt.time.max)) if self.until else bound
        until = last.replace(year=last.year + AGES)
        rule = rrulestr(f"{self.text};UNTIL={until:%Y%m%dT%H%M%S}", dtstart=first.replace(year=first.year + AGES))
        return (at.replace(year=at.year - AGES) for at in islice(rule, self.count))


def _parts(value: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for piece in value.strip().upper().removeprefix("RRULE:").split(";"):
        name, _, number = piece.partition("=")
        if name in parts or name not in PARTS or not re.fullmatch(PARTS[name], number, re.ASCII):
            raise fault("rule-invalid", found=value, part=piece)
        parts[name] = number
    if "FREQ" not in parts:
        raise fault("rule-invalid", found=value, part="FREQ")
    for name, number in parts.items():
        if not _fits(name, parts):
            raise fault("rule-invalid", found=value, part=f"{name}={number}")
    if ("COUNT" in parts) == ("UNTIL" in parts):
        raise fault("rule-endless", found=value)
    return parts


def _rule(value: Any) -> Rule:
    if not isinstance(value, str):  # a mapping would be let through unread: it has the shape of a Rule
        raise fault("text-expected", found=kind_of(value))
    parts = _parts(value)
    count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
    if count and int(count) > MOST_OCCURRENCES:
        raise fault("rule-too-long", found=value, most=MOST_OCCURRENCES)
    text = ";".join(f"{name}={number}" for name, number in parts.items())
    try:
        last = dt.date.fromisoformat(until.replace("-", "")) if until else None
        rrulestr(text, dtstart=dt.datetime(2000, 1, 1))
    except ValueError:
        raise fault("rule-invalid", found=value, part=value) from None
    return Rule(text=text, count=int(count) if count else None, until=last)


def _fits(name: str, parts: Mapping[str, str]) -> bool:
    """Whether a part may stand beside the others (RFC 5545 3.3.10, the table of BYxxx and FREQ)."""
    freq = parts["FREQ"]
    if name in ("BYWEEKNO", "BYYEARDAY"):
        return freq == "YEARLY"
    if name == "BYMONTHDAY":
        return freq != "WEEKLY"
    if name == "BYSETPOS":
        return any(other.startswith("BY") and other != name for other in parts)
    if name == "BYDAY":
        most = 0 if freq in ("DAILY", "WEEKLY") else 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
        return all(int(number) <= most for number in re.findall(r"\d+", parts[name]))
    return True


ChangeStatus = Literal["confirmed", "tentative", "cancelled", "postponed"]


class Change(Part):
    """What is different on the occurrence that would have started on `date`."""

    date: DayOrMoment
    start: DayOrMoment | None = None
    end: End | None = None
    place: PlaceOf | None = None
    status: ChangeStatus | None = None
    title: Line | None = None
    text: Text | None = None
    who: tuple[WhoOf, ...] = ()
    online: Online | None = None
    registration: Registration | None = None
    note: Text | None = None


class Repeat(Part):
    """`rule`, `also` or both; `except` are days or moments on which it does not take place."""

    rule: Annotated[Rule, BeforeValidator(_rule)] | None = None
    also: tuple[DayOrMoment, ...] = ()
    except_: tuple[DayOrMoment, ...] = Field(default=(), alias="except")
    changes: tuple[Change, ...] = ()


def matches(limit: When, start: dt.datetime) -> bool:
    """Whether a day or moment of `except` or `changes` means the occurrence that starts at `start`."""
    return limit.local == start if limit.timed else limit.day == start.date()


def start_of(start: When, local: dt.datetime, change: Change | None) -> When:
    """When the occurrence at `local` really starts; a change that names a day alone keeps the hour."""
    if change is None or change.start is None:
        return When(local, start.precision)
    if change.start.timed or not start.timed:
        return change.start
    return When(dt.datetime.combine(change.start.day, local.time()))


def _told_apart(limits: Iterable[When]) -> tuple[set[dt.datetime], set[dt.date]]:
    """The moments and the days among `limits`."""
    return {limit.local for limit in limits if limit.timed}, {limit.day for limit in limits if not limit.timed}


def starts_of(start: When, repeat: Repeat | None) -> tuple[dt.datetime, ...]:
    """All local starts in order, exceptions taken out, changes not applied."""
    found = {start.local}
    if repeat:
        if repeat.rule:
            found.update(islice(repeat.rule.starts(start.local), MOST_OCCURRENCES + 1))
        for when in repeat.also:
            clock = when.local.time() if when.timed else start.local.time()
            found.add(dt.datetime.combine(when.day, clock))
        moments, days = _told_apart(repeat.except_)
        found = {at for at in found if at not in moments and at.date() not in days}
    return tuple(sorted(found))


def check_repeat(start: When, repeat: Repeat) -> None:
    """Faults: a start that is not fixed or that the rule does not hit, too many occurrences, an idle exception."""
    if not start.fixed:
        raise fault("repeat-without-day", found=str(start))
    for when in repeat.also:
        if when.timed and not start.timed:
            raise fault("day-expected", found=str(when))
    if repeat.rule:
        _check_hits(start, repeat.rule)
    moments = set(starts_of(start, repeat.model_copy(update={"except_": ()})))
    days = {at.date() for at in moments}
    for limit in (*repeat.except_, *(change.date for change in repeat.changes)):
        if limit.local not in moments if limit.timed else limit.day not in days:
            raise fault("exception-misses", found=str(limit))
    if not starts_of(start, repeat):
        raise fault("repeat-empty")


def _check_hits(start: When, rule: Rule) -> None:
    hits = list(islice(rule.starts(start.local), MOST_OCCURRENCES + 1))
    if len(hits) > MOST_OCCURRENCES:
        raise fault("rule-too-long", found=rule.text, most=MOST_OCCURRENCES)
    if not hits or hits[0] != start.local:
        raise fault("rule-misses-start", found=str(start), first=f"{hits[0]:%Y-%m-%d}" if hits else "")
