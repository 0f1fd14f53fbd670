"""A sheet of paper and the inks on it: a picture of 256 colours, in which each ink has its own steps into the paper."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from PIL import Image


PAPER = (0xF8, 0xF4, 0xEA)
INKS: Mapping[str, tuple[int, int, int]] = {
    "ink": (0x1B, 0x2A, 0x25),
    "quiet": (0x50, 0x59, 0x4F),
    "accent": (0x93, 0x2F, 0x1D),
    "rule": (0xD3, 0xCA, 0xB5),
    "independent": (0x93, 0x2F, 0x1D),
    "public": (0x24, 0x59, 0x4C),
    "association": (0x78, 0x57, 0x11),
    "business": (0x2D, 0x52, 0x7F),
    "funder": (0x6D, 0x39, 0x63),
    "staff": (0x55, 0x5A, 0x4E),
    "": (0x7C, 0x7A, 0x69),
}
"""The colours of the theme in light (its tokens), and of kinds by their keys."""

STEPS = 8
"""Of each ink, from all but paper to itself: fewer than edges of letters have, and files are smaller for it."""
LEVEL = 4
"""Of zlib: 3 is a quarter quicker in all for a seventh more bytes, and what is higher than 4 pays worse."""


class Sheet:
    """Paper of `width` × `height` pixels. What is printed later lies on top."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("P", (width, height), 0)
        self.image.putpalette(_palette())

    def stamp(self, shape: Image.Image, at: Iterable[tuple[int, int]], ink: str) -> None:
        """Print a shape, whose grey says how much ink there is (L), with its upper left corner `at` places (x, y)."""
        inked, mask = _through(shape, _steps(ink)), _through(shape, _inked())
        for place in at:
            self.image.paste(inked, place, mask)

    def bar(self, box: tuple[int, int, int, int], ink: str) -> None:
        """Print a rectangle: left, top, right and bottom, of which the last two are outside it."""
        self.image.paste(_first(ink) + STEPS - 1, box)

    def png(self) -> bytes:
        """The picture as PNG: its pixels and colours, and nothing else."""
        written = io.BytesIO()
        self.image.save(written, "PNG", compress_level=LEVEL)
        return written.getvalue()


def _through(shape: Image.Image, table: bytes) -> Image.Image:
    """Each grey as a table has it: Image.point does so too, and takes longer to read a table than to use it."""
    return Image.frombytes("L", shape.size, shape.tobytes().translate(table))


def _first(ink: str) -> int:
    return 1 + STEPS * list(INKS).index(ink)


@cache
def _steps(ink: str) -> bytes:
    """For each grey the colour of the palette that has as much of an ink."""
    steps = (round(level * STEPS / 255) for level in range(256))
    return bytes(_first(ink) + step - 1 if step else 0 for step in steps)


@cache
def _inked() -> bytes:
    return bytes(255 if round(level * STEPS / 255) else 0 for level in range(256))


@cache
def _palette() -> bytes:
    inks = chain.from_iterable(_towards(ink) for ink in INKS.values())
    return bytes(chain(PAPER, *inks))


def _towards(ink: tuple[int, int, int]) -> Iterator[tuple[int, ...]]:
    """From paper to an ink, step by step."""
    for step in range(1, STEPS + 1):
        yield tuple(round(paper + (full - paper) * step / STEPS) for paper, full in zip(PAPER, ink, strict=True))
