"""The page of the design system: tokens, type, and each component by its examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A name and its values, as the stylesheet has them; `dark` is empty where light and dark are one."""

    name: str
    light: str
    dark: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two colours that meet, the least contrast they must have, and the contrasts they have in light and dark."""

    ink: str
    ground: str
    least: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Example:
    """A component in one state: `macro` is called with `arguments`, around `inside` where that is not empty."""

    name: str
    macro: str
    arguments: Mapping[str, object]
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """`name` is that of the template, of the example's file and of the CSS class."""

    name: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Style:
    colors: tuple[Token, ...]
    contrasts: tuple[Contrast, ...]
    sizes: tuple[Token, ...]
    others: tuple[Token, ...]
    components: tuple[Component, ...]
