"""What the lean site's pages show, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """A meeting in a list."""

    title: str
    href: str
    iso: str
    when: str
    summary: str
    coming: int


@dataclass(frozen=True, slots=True)
class Row:
    """One who comes to a meeting."""

    name: str
    href: str
    kind: str
    works: str
    roles: str
    why: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """`body` is HTML, sanitised."""

    site: str
    card: Card
    municipality: Link
    topics: tuple[Link, ...]
    who: tuple[Row, ...]
    body: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """Meetings under a heading; `body` is HTML, sanitised."""

    site: str
    title: str
    body: str
    cards: tuple[Card, ...]
