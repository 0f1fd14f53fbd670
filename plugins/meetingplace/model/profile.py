"""The public profile: what consent has let through of a person, on one day. Pages and feeds know no more."""

from __future__ import annotations

from dataclasses import dataclass

from .record import ActorKind, Link, Picture


@dataclass(frozen=True, slots=True)
class Skill:
    """What someone offers or seeks: `term` as the vocabulary spells it, and perhaps a sentence."""

    term: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How someone is reached; an empty text is a way that was not given."""

    name: str
    email: str = ""
    phone: str = ""
    web: str = ""
    hours: str = ""
    note: str = ""
    slug: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person or organisation that may be named. What a scope does not cover is empty.

    `has_page` is the scope `profile` (without it there is no slug either), `in_feeds` the scope `feeds`,
    `searchable` the scope `search`.
    """

    name: str
    kind: ActorKind
    slug: str = ""
    is_organisation: bool = False
    title: str = ""
    organisation: str = ""
    has_page: bool = False
    in_feeds: bool = False
    searchable: bool = False
    aliases: tuple[str, ...] = ()
    pronouns: str = ""
    disciplines: tuple[str, ...] = ()
    municipality: str = ""
    offers: tuple[Skill, ...] = ()
    seeks: tuple[Skill, ...] = ()
    languages: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    body: str = ""
    written_in: str = "sv"
    translated_from: str | None = None
    translated: frozenset[str] = frozenset()
    contact: Reach | None = None
    image: Picture | None = None

    def language_of(self, field: str) -> str:
        """The language of a text, as of a record's (`model/record.py`)."""
        return self.written_in if field in self.translated else self.translated_from or self.written_in
