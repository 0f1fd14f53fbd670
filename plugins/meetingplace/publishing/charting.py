"""Points on the ground drawn on paper: where each dot lies, and where its name can stand without covering another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal


WIDTH = 360.0
MARGIN = 34.0
LOWEST, HIGHEST = 160.0, 460.0
SMALLEST_DOT, LARGEST_DOT = 9.0, 17.0
LETTER = 7.4
LINE = 17.0
GAP = 4.0
KILOMETRES_A_DEGREE = 111.2
NEAREST = 1e-6
"""Degrees: what is nearer is the same spot."""

SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is (WGS 84), what it is called, and how many meetings are coming there."""

    name: str
    lat: float
    lon: float
    count: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """`x` is the text's start, middle or end, as `anchor` says, and `y` its base line; `box` is what it covers."""

    x: float
    y: float
    anchor: Anchor
    box: Box


@dataclass(frozen=True, slots=True)
class Dot:
    """`label` is None where the name found no room."""

    spot: Spot
    x: float
    y: float
    radius: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of `width` × `height`; `scale` is a bar's length and its kilometres, None for one spot."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    marks: tuple[tuple[float, float], ...]
    scale: tuple[float, int] | None


def chart(spots: Sequence[Spot], venues: Iterable[tuple[float, float]] = ()) -> Chart:
    """Spots as dots with names, `venues` (latitude, longitude) as small marks where no dot covers them.

    An equirectangular projection with its standard parallel in the middle (Snyder, Map Projections, 1987, p. 90): true
    to scale there, and near enough for a region. ValueError where there is no spot.
    """
    if not spots:
        raise ValueError("nothing to draw")
    place = _projection(spots)
    found = [(spot, *place.of(spot.lat, spot.lon), _radius(spot.count)) for spot in spots]
    labels = _labels(found, Box(0, 0, WIDTH, place.height))
    marks = [place.of(lat, lon) for lat, lon in dict.fromkeys(venues)]
    return Chart(
        width=WIDTH,
        height=place.height,
        dots=tuple(Dot(spot, x, y, radius, labels.get(n)) for n, (spot, x, y, radius) in enumerate(found)),
        marks=tuple(
            (x, y)
            for x, y in marks
            if 0 <= x <= WIDTH
            and 0 <= y <= place.height
            and all(math.hypot(x - left, y - top) > radius + 2 for _, left, top, radius in found)
        ),
        scale=_scale(place),
    )


@dataclass(frozen=True, slots=True)
class _Projection:
    """`each` is how many units a degree of latitude is; 0 where all spots are one."""

    lat: float
    lon: float
    each: float
    height: float

    def of(self, lat: float, lon: float) -> tuple[float, float]:
        x = WIDTH / 2 + (lon - self.lon) * math.cos(math.radians(self.lat)) * self.each
        return round(x, 1), round(self.height / 2 - (lat - self.lat) * self.each, 1)


def _projection(spots: Sequence[Spot]) -> _Projection:
    south, north = min(s.lat for s in spots), max(s.lat for s in spots)
    west, east = min(s.lon for s in spots), max(s.lon for s in spots)
    lat, lon = (south + north) / 2, (west + east) / 2
    across, up = (east - west) * math.cos(math.radians(lat)), north - south
    room = WIDTH - 2 * MARGIN
    ways = [room / across] if across > NEAREST else []
    ways += [(HIGHEST - 2 * MARGIN) / up] if up > NEAREST else []
    each = min(ways, default=0.0)
    return _Projection(lat, lon, each, round(max(LOWEST, up * each + 2 * MARGIN), 1))


def _radius(count: int) -> float:
    """By the area of the dot: four times as many meetings are twice as wide."""
    return round(min(LARGEST_DOT, max(SMALLEST_DOT, 6.5 * math.sqrt(count))), 1) if count else 4.5


Drawn = Sequence[tuple[Spot, float, float, float]]


def _labels(found: Drawn, paper: Box) -> Mapping[int, Label]:
    """A label for each dot that has room for one, by its number: in the order, of three, that names most."""
    crowded = [sum(math.hypot(x - left, y - top) < WIDTH / 4 for _, left, top, _ in found) for _, x, y, _ in found]
    orders = (
        sorted(range(len(found)), key=lambda n: (-found[n][0].count, n)),
        sorted(range(len(found)), key=lambda n: (-crowded[n], n)),
        sorted(range(len(found)), key=lambda n: (-len(found[n][0].name), n)),
    )
    return max((_placed(order, found, paper) for order in orders), key=len)


def _placed(order: Iterable[int], found: Drawn, paper: Box) -> Mapping[int, Label]:
    """Labels in the order in which dots choose, each where it covers nothing that is there."""
    taken = [Box(x - r - 1, y - r - 1, x + r + 1, y + r + 1) for _, x, y, r in found]
    labels: dict[int, Label] = {}
    for n in order:
        for label in _tries(*found[n]):
            box = label.box
            inside = box.left >= paper.left and box.right <= paper.right
            inside = inside and box.top >= paper.top and box.bottom <= paper.bottom
            if inside and not any(box.meets(other) for other in taken):
                labels[n] = label
                taken.append(box)
                break
    return labels


def _tries(spot: Spot, x: float, y: float, radius: float) -> Iterator[Label]:
    """Below, above, to the right, to the left; then below and above, moved to a side."""
    wide, off = len(spot.name) * LETTER, radius + GAP
    below, level, above = y + radius + LINE - 2, y + LINE / 3, y - radius - GAP - 2
    yield _label(x, below, "middle", wide)
    yield _label(x, above, "middle", wide)
    yield _label(x + off, level, "start", wide)
    yield _label(x - off, level, "end", wide)
    for base in (below, above):
        for side in (-wide / 4, wide / 4, radius - wide / 2, wide / 2 - radius):
            yield _label(x + side, base, "middle", wide)


def _label(x: float, y: float, anchor: Anchor, wide: float) -> Label:
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Label(round(x, 1), round(y, 1), anchor, Box(left, y - LINE + 4, left + wide, y + 4))


def _scale(place: _Projection) -> tuple[float, int] | None:
    """The longest even distance that is at most a third of the width."""
    if not place.each:
        return None
    fitting = [km for km in SCALES if km / KILOMETRES_A_DEGREE * place.each <= WIDTH / 3]
    return (round(fitting[-1] / KILOMETRES_A_DEGREE * place.each, 1), fitting[-1]) if fitting else None
