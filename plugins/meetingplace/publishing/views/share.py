"""The picture that others show beside a link to a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """All that such a picture shows: finished texts, and how many come of each kind. Nobody is named.

    `big` is the day of the month set as large type, and `above` and `below` the lines around it; where no day is
    set `big` is empty. `kinds` are (kind, count), in the order in which they are drawn.
    """

    title: str
    site: str
    above: str = ""
    big: str = ""
    below: tuple[str, ...] = ()
    place: str = ""
    meets: str = ""
    kinds: tuple[tuple[str, int], ...] = ()
    status: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """Where a share picture lies (an absolute address), its size in pixels, and the same in words."""

    url: str
    width: int
    height: int
    alt: str
    type: str
