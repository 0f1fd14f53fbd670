"""The picture of whom one will meet: one mark a person, as paths to draw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Marks of one look as one SVG path. `kind` is that of the people, `organisation`, `host` or `more`.

    `is_named` tells a filled mark from a hollow one: someone named from someone counted.
    """

    kind: str
    path: str
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A look and what it means; `figure` is drawn in one cell."""

    figure: Figure
    text: str


@dataclass(frozen=True, slots=True)
class Composition:
    """Size in the picture's own units, which are pixels where there is room; `label` says in words what is drawn.

    `cell` is the side of the square that one mark has, in the same units.
    """

    label: str
    width: float
    height: float
    cell: float
    figures: tuple[Figure, ...]
    legend: tuple[LegendRow, ...]
