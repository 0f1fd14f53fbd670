"""Times as editors write them: local, and only as exact as is known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from .faults import fault
from .scalars import kind_of


Precision = Literal["moment", "day", "month", "year"]
FIRST_YEAR, LAST_YEAR = 1900, 2199

FORMS = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[ T]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::00)?(?P<offset>Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A local time: `local` is its first instant, `precision` how much of it is known."""

    local: dt.datetime
    precision: Precision = "moment"

    @property
    def day(self) -> dt.date:
        """The (first) day."""
        return self.local.date()

    @property
    def fixed(self) -> bool:
        """Whether the day at least is known."""
        return self.precision in ("moment", "day")

    @property
    def timed(self) -> bool:
        """Whether the hour is known."""
        return self.precision == "moment"

    @property
    def last_day(self) -> dt.date:
        """The last day that this may mean: the day itself, or the last of the month or the year."""
        if self.precision == "year":
            return dt.date(self.local.year, 12, 31)
        if self.precision == "month":
            return (self.local.date().replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
        return self.local.date()

    def __str__(self) -> str:
        form = {"moment": "%Y-%m-%d %H:%M", "day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}[self.precision]
        return self.local.strftime(form)


def parse(value: Any) -> tuple[When, str]:
    """A time as written and its offset from UTC, if one was written (`+02:00`, `Z`, or nothing)."""
    if isinstance(value, When):
        return value, ""
    text = value.strip() if isinstance(value, str) else ""
    found = FORMS.fullmatch(text)
    if not found or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        raise fault("time-invalid", found=kind_of(value))
    month, day, hour, minute = (
        int(found[name] or least) for name, least in (("month", 1), ("day", 1), ("hour", 0), ("minute", 0))
    )
    try:
        local = dt.datetime(int(found["year"]), month, day, hour, minute)
    except ValueError:
        raise fault("time-invalid", found=text) from None
    names = ("hour", "moment"), ("day", "day"), ("month", "month"), ("year", "year")
    precision = next(precision for name, precision in names if found[name])
    return When(local, precision), found["offset"] or ""  # type: ignore[arg-type]


def parse_clock(text: str) -> dt.time | None:
    """`18:00`, `18.00` and `9:30`; None where the text is no time of day."""
    found = CLOCK.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return dt.time(int(found[1]), int(found[2]))


def _when(value: Any) -> When:
    when, offset = parse(value)
    if offset:
        raise fault("time-invalid", found=kind_of(value))
    return when


def _in_form(value: Any, forms: str) -> When:
    """A time where not every form will do: what is no time at all is told which will."""
    try:
        return _when(value)
    except PydanticCustomError as error:
        raise fault("time-invalid", **{**(error.context or {}), "forms": forms}) from None


def _day_or_moment(value: Any) -> When:
    return _fixed(_in_form(value, "fixed"))


def _fixed(value: When) -> When:
    if not value.fixed:
        raise fault("day-expected", found=str(value))
    return value


def _day(value: Any) -> Any:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    found = FORMS.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or found["hour"] or not found["day"]:
        raise fault("day-expected", found=kind_of(value))
    return parse(value)[0].day


CLOCK_DAY = dt.date(1, 1, 1)
"""Stands for "the start's day" until the start is known."""


def _end(value: Any) -> When:
    clock = parse_clock(value) if isinstance(value, str) else None
    return When(dt.datetime.combine(CLOCK_DAY, clock)) if clock else _fixed(_in_form(value, "end"))


def exists(local: dt.datetime, zone: str) -> bool:
    """Whether a local time exists: False in the hour that is skipped when clocks go forward."""
    aware = local.replace(tzinfo=ZoneInfo(zone))
    return aware.astimezone(dt.UTC).astimezone(aware.tzinfo).replace(tzinfo=None) == local


def ambiguous(local: dt.datetime, zone: str) -> bool:
    """Whether a local time exists twice, as when clocks go back (PEP 495)."""
    aware = local.replace(tzinfo=ZoneInfo(zone))
    return exists(local, zone) and aware.utcoffset() != aware.replace(fold=1).utcoffset()


def instant(local: dt.datetime, zone: str) -> dt.datetime:
    """The UTC instant of a local time; the first of two where it exists twice."""
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)


Time = Annotated[When, BeforeValidator(_when)]
"""A moment, a day, a month or a year."""
End = Annotated[When, BeforeValidator(_end)]
"""A day, a moment, or a time of day (on CLOCK_DAY) that is to be read as on the start's day."""
DayOrMoment = Annotated[When, BeforeValidator(_day_or_moment)]
Day = Annotated[dt.date, BeforeValidator(_day)]
