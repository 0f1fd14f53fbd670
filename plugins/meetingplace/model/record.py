"""What all records share, and the small parts that several of them have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from .references import PersonSlug
from .scalars import (
    ContentPath,
    Email,
    LanguageCode,
    Latitude,
    Line,
    Longitude,
    Phone,
    Prose,
    Slug,
    Text,
    WebAddress,
)


class Part(BaseModel):
    """A mapping inside front matter: frozen, and every key known."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Unwritten:
    """Marks a field that the file as a whole gives, not a key of its front matter."""


class Translation(Part):
    """The translated texts of a record: `texts` by key, `body` in Markdown. Facts live in the record alone."""

    texts: Mapping[str, Text] = Field(default_factory=dict)
    body: Annotated[str, Prose(markdown=True)] = ""


class Record(Part):
    """One file: its front matter's keys, its slug, its Markdown body and the language it is written in."""

    slug: Slug
    aliases: tuple[Slug, ...] = ()
    body: Annotated[str, Unwritten(), Prose(markdown=True)] = ""
    written_in: Annotated[LanguageCode, Unwritten()] = "sv"
    translations: Annotated[Mapping[str, Translation], Unwritten()] = Field(default_factory=dict)
    translated_from: Annotated[LanguageCode | None, Unwritten()] = None
    translated: Annotated[frozenset[str], Unwritten()] = frozenset()

    def in_language(self, code: str) -> Self:
        """The record with the texts of its translation in their places; the record itself where it has none.

        What the translation leaves out stays as it was: `language_of` tells one from the other.
        """
        translation = None if code == self.written_in else self.translations.get(code)
        if translation is None:
            return self
        texts = {**translation.texts, **({"body": translation.body} if translation.body.strip() else {})}
        marks = {"written_in": code, "translated_from": self.written_in, "translated": frozenset(texts)}
        return self.model_copy(update={**texts, **marks, "translations": {}})

    def language_of(self, field: str) -> str:
        """The language that a text of the record is written in: a translation may have only some of them."""
        return self.written_in if field in self.translated else self.language_of_rest

    @property
    def language_of_rest(self) -> str:
        """The language of all that no translation has."""
        return self.translated_from or self.written_in

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys that front matter of this kind may have, in the order in which they are written."""
        return tuple(
            field.alias or name
            for name, field in cls.model_fields.items()
            if not any(isinstance(mark, Unwritten) for mark in field.metadata)
        )


def short_form(key: str) -> BeforeValidator:
    """A validator that takes a bare text as `{key: text}`."""

    def expand(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(expand)


class Link(Part):
    title: Line
    url: WebAddress


class Attachment(Part):
    title: Line
    file: ContentPath


class Picture(Part):
    """A picture; `file` is a path below the content folder, `alt` what it shows."""

    file: ContentPath
    alt: Line
    credit: Line | None = None


class Position(Part):
    """Degrees, WGS 84."""

    lat: Latitude
    lon: Longitude


ActorKind = Literal["independent", "public", "association", "business", "funder", "staff"]
"""Whether someone comes free, or on working hours, and for whom."""
Answer = Literal["yes", "no", "on-request", "partly"]


class Access(Part):
    """Whether one can get in and take part; None is not stated."""

    wheelchair: Answer | None = None
    hearing_loop: Answer | None = None
    sign_language: Answer | None = None
    captions: Answer | None = None
    scent_free: Answer | None = None
    quiet_room: Answer | None = None
    toilet: Answer | None = None
    note: Text | None = None


class Contact(Part):
    """The human to ask: a person's slug, or a name with ways to reach them."""

    person: PersonSlug | None = None
    name: Line | None = None
    email: Email | None = None
    phone: Phone | None = None
    hours: Line | None = None


ContactOf = Annotated[Contact, short_form("person")]
