"""The theme's tokens as its stylesheet has them, and the contrasts of its colours (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


DECLARATION = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
DARK = "(prefers-color-scheme: dark)"
FORCED = "(forced-colors: active)"
TEXT, MARK = 4.5, 3.0
"""Least contrasts of text (1.4.3) and of what is not text (1.4.11)."""

GROUNDS = ("paper", "tint")
INKS: Mapping[str, float] = {
    "ink": TEXT,
    "quiet": TEXT,
    "accent": TEXT,
    **{f"accent-{number}": TEXT for number in range(9)},
    "edge": MARK,
    "focus": MARK,
}
"""What is drawn on the grounds, with the least contrast that each must have there."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Names without their dashes, and values as written; `dark` has those that are others in the dark."""

    light: Mapping[str, str]
    dark: Mapping[str, str]

    def value(self, name: str, *, dark: bool) -> str:
        return self.dark.get(name, self.light[name]) if dark else self.light[name]

    def pairs(self) -> tuple[tuple[str, str, float], ...]:
        """(ink, ground, least contrast) of all that meets on a page."""
        met = [(ink, ground, least) for ink, least in INKS.items() for ground in GROUNDS]
        met += [("mark-ink", f"accent-{number}", TEXT) for number in range(9)]
        return (*met, ("foot-ink", "foot", TEXT), ("foot-quiet", "foot", TEXT))


def tokens(css: str) -> Tokens:
    """Those of the file of tokens: the first block is for light, that within `prefers-color-scheme: dark` for dark.

    Colours that a reader forces, which come last, are the reader's own.
    """
    light, _, dark = css.partition(FORCED)[0].partition(DARK)
    return Tokens(dict(DECLARATION.findall(light)), dict(DECLARATION.findall(dark)))


def contrast(one: str, other: str) -> float:
    """Between 1 and 21, of two colours in hexadecimal (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """The relative luminance, from 0 to 1 (WCAG 2.2). Raises ValueError for what is no colour in hexadecimal."""
    found = HEX.fullmatch(color)
    if not found:
        raise ValueError(f"{color}: no colour in hexadecimal")
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
