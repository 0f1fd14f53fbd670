"""A year and a month as rhythm: where each meeting's mark lies, in units in which a day of a year is one wide."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


YEAR = 366.0
SMALLEST, LARGEST = 2.0, 4.6
LOWEST = 22.0
AIR = 0.5
CELL = 10.0
PLAIN, BUSY, BUSIEST = 0.9, 2.6, 4.4


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle; `full` is False where it is drawn as a ring."""

    x: float
    y: float
    radius: float
    full: bool = True


@dataclass(frozen=True, slots=True)
class Strip:
    """A year from left to right, its marks standing on the lower edge; `months` are where months begin."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    months: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Beat:
    """A day in a month's picture, with how many meetings it has."""

    x: float
    y: float
    radius: float
    count: int
    is_today: bool


@dataclass(frozen=True, slots=True)
class Beats:
    """A month as rows of weeks, Monday first (ISO 8601)."""

    width: float
    height: float
    beats: tuple[Beat, ...]


def strip(year: int, meetings: Iterable[tuple[dt.date, int, bool]]) -> Strip:
    """Meetings as (day, how many came, whether it was held), each at its day and above those that are there before it.

    Days of other years are passed over.
    """
    first = dt.date(year, 1, 1)
    placed: list[Mark] = []
    tallest = 0.0
    for day, came, held in sorted(entry for entry in meetings if entry[0].year == year):
        radius = round(min(LARGEST, SMALLEST + 0.35 * math.sqrt(came)), 1)
        x = min(max((day - first).days + 0.5, radius), YEAR - radius)
        rise = _lowest(x, radius, placed)
        placed.append(Mark(x, rise, radius, held))
        tallest = max(tallest, rise + radius)
    height = math.ceil(max(LOWEST, tallest + AIR))
    months = tuple(float((dt.date(year, month, 1) - first).days) for month in range(2, 13))
    return Strip(YEAR, height, tuple(Mark(m.x, round(height - m.y, 1), m.radius, m.full) for m in placed), months)


def _lowest(x: float, radius: float, placed: list[Mark]) -> float:
    """How far above the edge the centre of a circle must be to touch none of those placed, which are by day."""
    rise = radius
    near: list[tuple[float, float]] = []
    for other in reversed(placed):
        if x - other.x > 2 * LARGEST + AIR:
            break
        reach = radius + other.radius + AIR
        if abs(other.x - x) < reach:
            half = math.sqrt(reach**2 - (other.x - x) ** 2)
            near.append((other.y - half, other.y + half))
    for low, high in sorted(near):
        if low < rise < high:
            rise = math.ceil(high * 10) / 10
    return rise


def month(year: int, number: int, counts: Mapping[dt.date, int], today: dt.date) -> Beats:
    """The days of a month; those with meetings are larger, the more so the more they have."""
    weeks = calendar.Calendar().monthdatescalendar(year, number)
    return Beats(
        width=7 * CELL,
        height=len(weeks) * CELL,
        beats=tuple(
            Beat((column + 0.5) * CELL, (row + 0.5) * CELL, _beat(counts.get(day, 0)), counts.get(day, 0), day == today)
            for row, week in enumerate(weeks)
            for column, day in enumerate(week)
            if day.month == number
        ),
    )


def _beat(count: int) -> float:
    return round(min(BUSIEST, BUSY + 0.6 * (count - 1)), 1) if count else PLAIN
