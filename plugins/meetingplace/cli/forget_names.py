"""A person's name taken out of a text as it is written: the role stands instead, and all else keeps its bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from meetingplace.catalogue.names import PERSON_LINK, Names, normal
from meetingplace.catalogue.pieces import MARK, of_markdown, seen
from meetingplace.catalogue.sentences import FARTHEST, in_place
from meetingplace.model.person import Person
from meetingplace.reading.library import Library


LETTER = re.compile(r"(?s).[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*")
ANY_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?([^)>\s]*)>?[^)]*\)")
VALUE = re.compile(r"(?:\A|\n|[{,])[ \t]*(?:- +)?\w+:[ \t]+(?:[|>][-+]?[ \t]*\n)?[ \t\"'*_]*\Z")


def other_names(person: Person, library: Library) -> Iterator[tuple[str, str]]:
    """Slugs and names of all whom a name may mean instead.

    A house may have the name of the organisation that runs it, and keeps it; a person's name goes from everywhere.
    """
    for other in library.people.values():
        if other.slug != person.slug and other.type == "person":
            yield other.slug, other.name
    if person.type == "organisation":
        for place in library.places.values():
            yield f"places/{place.slug}", place.name
        for municipality in library.municipalities.values():
            yield f"municipalities/{municipality.slug}", municipality.name
        for series in library.series.values():
            yield f"series/{series.slug}", series.title


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Whose name it is: `names` are those of all whom it may be, `pages` ends of the addresses of pages of theirs."""

    slug: str
    names: Names
    pages: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Whether the name, or a link to the person, is in a text as it is read or as it is written."""
        return self.without(text, "") != text

    def is_shared_in(self, text: str) -> bool:
        """Whether a name is in a text that is another person's as well."""
        return any(self.slug in found.slugs and len(found.slugs) > 1 for found in self.names.find(normal(text)))

    def without(self, text: str, role: str, *, is_front: bool = False) -> str:
        """The text with `role` for each link to the person, and for each full name that is theirs alone.

        In front matter the value of a key begins a sentence.
        """
        spoken = _in_front if is_front else in_place

        def said(link: re.Match[str]) -> str:
            is_theirs = link[2] == self.slug or self._leads_here(link[2])
            return spoken(role, link.string, link.start()) if is_theirs else link[0]

        text = ANY_LINK.sub(said, PERSON_LINK.sub(said, text))
        for signs_of, read in ((_signs, normal), (_signs_between_marks, _without_marks)):
            if any(found.slugs == (self.slug,) for found in self.names.find(read(text))):
                text = self._replaced(text, signs_of(text), partial(spoken, role))
        return text

    def _leads_here(self, address: str) -> bool:
        return address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].removesuffix("/").endswith(self.pages)

    def _replaced(self, text: str, signs: list[_Sign], spoken: Callable[[str, int], str]) -> str:
        for found in reversed(list(self.names.find(_read(signs)))):
            if found.slugs == (self.slug,):
                words = spoken(text, signs[found.start].start)
                words += "s" if found.ending and words else ""
                for at in reversed(range(found.start, found.end)):
                    start, end = signs[at].start, signs[at].end
                    text = text[:start] + (words if at == found.start else "") + text[end:]
        return text


def _in_front(role: str, text: str, at: int) -> str:
    """As `in_place` where keys stand before texts."""
    begins = VALUE.search(text[max(0, at - FARTHEST) : at])
    return in_place(role, "", 0) if begins else in_place(role, text, at)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character as a reader sees it, and where it is written."""

    seen: str
    start: int
    end: int


def _read(signs: list[_Sign]) -> str:
    return "".join(sign.seen for sign in signs)


def _without_marks(text: str) -> str:
    return normal(seen(list(of_markdown(text)))) if MARK.search(text) else ""


def _signs(text: str, at: int = 0) -> list[_Sign]:
    """Characters in NFC (Unicode Standard Annex 15)."""
    return list(_composed(text, at))


def _composed(text: str, at: int) -> Iterator[_Sign]:
    if unicodedata.is_normalized("NFC", text):
        yield from (_Sign(sign, at + n, at + n + 1) for n, sign in enumerate(text))
        return
    for found in LETTER.finditer(text):
        start, end = at + found.start(), at + found.end()
        first, *rest = list(unicodedata.normalize("NFC", found[0]))
        yield _Sign(first, start, end)
        yield from (_Sign(sign, end, end) for sign in rest)


def _signs_between_marks(text: str) -> list[_Sign]:
    """The same without what Markdown does not show."""
    signs: list[_Sign] = []
    at = 0
    for piece in of_markdown(text):
        size = len(piece.written or piece.seen)
        if piece.written and not piece.is_mark:
            first, *rest = list(piece.seen)
            signs.append(_Sign(first, at, at + size))
            signs += [_Sign(sign, at + size, at + size) for sign in rest]
        elif not piece.is_mark:
            signs += _signs(piece.seen, at)
        at += size
    return signs
