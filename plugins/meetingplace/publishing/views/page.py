"""What surrounds a page, and the pages that are no records."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Contact, Feed, Link


@dataclass(frozen=True, slots=True)
class Moved:
    """A former address that leads on."""

    to: Link


@dataclass(frozen=True, slots=True)
class NotFound:
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An ordinary page: its body is HTML."""

    title: str
    lang: str
    body_html: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says about itself. `url` is absolute; `here` is the page's address from the site's root."""

    title: str
    heading: str
    description: str
    url: str
    here: str
    kind: str
    section: str
    indexed: bool = True
    feeds: tuple[Feed, ...] = ()
    crumbs: tuple[Link, ...] = ()
    json_ld: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What all pages share: the site's name, its menu, its contact and its notice."""

    name: str
    summary: str
    language: str
    home: str
    root: str
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    contact: Contact
    notice: str
    stylesheet: str
    script: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template is given: `page` is the page's own data, one of the classes above."""

    shell: Shell
    head: Head
    page: object
