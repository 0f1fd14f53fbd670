"""Draws whom one will meet as a small picture: one mark a person, of a shape for each kind, hosts first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from meetingplace.catalogue.attendance import Attendance
from meetingplace.i18n import Language

from .views import Composition, Figure, LegendRow
from .words import KINDS


CELL = 24
"""The side of the square that a mark stands in; the marks below keep a margin in it, where a host's ring has room."""

MOST = 600
"""Of more people than this no picture is drawn: their marks would be dust."""

GAP = 0.75
"""Cells between one kind and the next."""

CIRCLE = "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"
SHAPES: Mapping[str, str] = {
    "independent": CIRCLE,
    "public": "m0-8.5l8.5 8.5l-8.5 8.5l-8.5-8.5z",
    "association": "m0-8l8 14.5h-16z",
    "business": "m-8 0l4-7h8l4 7l-4 7h-8z",
    "funder": "m-3-8h6v5h5v6h-5v5h-6v-5h-5v-6h5z",
    "staff": "m0 8l-8-14.5h16z",
    "": "m-3.5-8h7v16h-7z",
    "organisation": "m-7-7h14v14h-14z",
    "host": "m-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z",
    "more": "m-9 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0zm7 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0zm7 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z",
}
"""Around the middle of a cell, in relative steps: circle, diamond, triangle, hexagon, cross, triangle on its tip …"""


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that stand together: so many people of a kind; the first of those named are hosts."""

    kind: str
    hosts: int
    named: int
    counted: int

    @property
    def size(self) -> int:
        return self.named + self.counted


def blocks_of(attendance: Attendance) -> tuple[Block, ...]:
    """The largest kind first, those of no stated kind last among people, then organisations."""
    named = Counter(one.profile.kind for one in attendance.people)
    hosts = Counter(one.profile.kind for one in attendance.people if one.is_host)
    kinds = sorted(attendance.by_kind, key=lambda entry: entry[0] == "")
    people = [
        Block(kind, hosts[kind], min(named[kind], n), max(n - named[kind], 0))  # type: ignore[index]
        for kind, n in kinds
        if n
    ]
    together = len(attendance.organisations)
    inviting = sum(one.is_host for one in attendance.organisations)
    return (*people, *([Block("organisation", inviting, together, 0)] if together else []))


def composition(attendance: Attendance, language: Language) -> Composition | None:
    """The picture; None where nobody is counted, or too many for marks of their own."""
    blocks = blocks_of(attendance)
    total = sum(block.size for block in blocks)
    if not 0 < total <= MOST:
        return None
    rows = rows_for(total)
    width, figures = drawn(blocks, rows, at_least=attendance.at_least)
    return Composition(
        label=language.gettext("Who comes, as a picture: %(marks)s.", marks="; ".join(_told(blocks, language))),
        width=width * CELL,
        height=rows * CELL,
        cell=CELL,
        figures=tuple(figures),
        legend=tuple(_legend(blocks, language, at_least=attendance.at_least)),
    )


def rows_for(total: int) -> int:
    """How many stand above one another: one row for a few, ten for three hundred."""
    return max(1, round(math.sqrt(total / 4)))


def drawn(blocks: tuple[Block, ...], rows: int, *, at_least: bool) -> tuple[float, list[Figure]]:
    """The width in cells, and what is drawn; each kind fills its columns from above."""
    figures: list[Figure] = []
    left = 0.0
    for block in blocks:
        marks = [spot(left, number, rows) for number in range(block.size)]
        shape = SHAPES[block.kind]
        figures += _figures("host", SHAPES["host"], marks[: block.hosts])
        figures += _figures(block.kind, shape, marks[: block.named])
        figures += _figures(block.kind, shape, marks[block.named :], is_named=False)
        left += math.ceil(block.size / rows) + GAP
    if at_least:
        figures += _figures("more", SHAPES["more"], [spot(left, rows - 1, rows)])
        return left + 1, figures
    return left - GAP, figures


def spot(left: float, number: int, rows: int) -> tuple[float, float]:
    """The middle of the cell of a mark, counted down the columns of a block that begins at `left` cells."""
    column, row = divmod(number, rows)
    return (left + column + 0.5) * CELL, (row + 0.5) * CELL


def _figures(kind: str, shape: str, marks: list[tuple[float, float]], *, is_named: bool = True) -> Iterator[Figure]:
    if marks:
        yield Figure(kind or "other", "".join(f"M{x:g} {y:g}{shape}" for x, y in marks), is_named)


def _sample(kind: str, *, is_named: bool = True) -> Figure:
    return next(_figures(kind, SHAPES[kind], [spot(0, 0, 1)], is_named=is_named))


def _kind(kind: str, language: Language) -> str:
    if kind == "organisation":
        return language.gettext("organisation")
    return language.gettext(KINDS[kind]) if kind else language.gettext("other")


def _told(blocks: tuple[Block, ...], language: Language) -> Iterator[str]:
    """`fri kulturaktör: 14, av dem 2 utan namn` for each kind."""
    for block in blocks:
        words = language.gettext("%(kind)s: %(count)s", kind=_kind(block.kind, language), count=block.size)
        if block.hosts:
            words += language.gettext(", %(count)s of them as host", count=block.hosts)
        if block.counted:
            words += language.gettext(", %(count)s of them without a name here", count=block.counted)
        yield words


def _legend(blocks: tuple[Block, ...], language: Language, *, at_least: bool) -> Iterator[LegendRow]:
    for block in blocks:
        figure = _sample(block.kind, is_named=bool(block.named) or not block.counted)
        yield LegendRow(figure, _kind(block.kind, language))
    if any(block.hosts for block in blocks):
        yield LegendRow(_sample("host"), language.gettext("ring: host"))
    hollow = next((block.kind for block in blocks if block.counted), None)
    if hollow is not None:
        yield LegendRow(_sample(hollow, is_named=False), language.gettext("hollow: counted, not named"))
    if at_least:
        yield LegendRow(_sample("more"), language.gettext("and more, number not known"))
