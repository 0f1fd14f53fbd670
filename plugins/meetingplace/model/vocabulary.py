"""The words for forms of meeting, disciplines, topics, offers and seeks: one spelling for what has several."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import Field, model_validator

from .faults import fault
from .record import Part
from .scalars import Line, Slug


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """A text as it is compared: without case, accents and surplus spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


class Entry(Part):
    sv: Line | None = None
    en: Line | None = None
    synonyms: tuple[Line, ...] = ()
    kind: Literal["discipline", "skill", "resource", "topic", "form"] | None = None
    broader: Slug | None = None

    @model_validator(mode="after")
    def _has_label(self) -> Entry:
        if not (self.sv or self.en):
            raise fault("label-missing")
        return self

    def label(self, language: str) -> str:
        """The word in a language, or in the other where that one lacks it."""
        first, second = (self.en, self.sv) if language == "en" else (self.sv, self.en)
        return first or second or ""

    def has_label(self, language: str) -> bool:
        """Whether the word is known in a language."""
        return bool(self.en if language == "en" else self.sv)


class Vocabulary(Part):
    terms: Mapping[Slug, Entry] = Field(default_factory=dict)

    @cached_property
    def _slugs(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for slug, entry in self.terms.items():
            for word in (slug, entry.sv, entry.en, *entry.synonyms):
                if word:
                    found.setdefault(folded(word), slug)
        return found

    def slug(self, word: str) -> str | None:
        """The term's slug by its slug, label or synonym, whatever the case and accents; None where it is lacking."""
        return self._slugs.get(folded(word))

    def label(self, word: str, language: str = "sv") -> str:
        """The word as the vocabulary spells it in a language; as it was written where the vocabulary lacks it."""
        slug = self.slug(word)
        return self.terms[slug].label(language) if slug else word

    def with_broader(self, words: Iterable[str]) -> tuple[str, ...]:
        """Slugs of the terms that words stand for, and of whatever is broader than these."""
        found: dict[str, None] = {}
        ahead = [self.slug(word) for word in words]
        while ahead:
            slug = ahead.pop(0)
            if slug and slug in self.terms and slug not in found:
                found[slug] = None
                ahead.append(self.terms[slug].broader)
        return tuple(found)

    def words(self) -> tuple[str, ...]:
        """All slugs, labels and synonyms."""
        return tuple(self._slugs)
