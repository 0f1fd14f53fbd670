"""Names in running text: found as readers see them, and replaced by a role where they may not stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from .person_addresses import PersonAddresses
from .pieces import MARK, Piece, joined, of_markdown, put, seen, without_marks, words_beginning_as
from .sentences import in_place


WORD = re.compile(r"[^\W_]+")
SPACES = re.compile(r"\s+")
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
"""Characters that take no room: readers see the name without them."""
WATCHED = re.compile(rf"[/:<&*_~`\\{UNSEEN.pattern[1:]}")
"""Signs of links, addresses and marks, and what is not seen: where there is none, a text is read as it is written."""
ENDING = r"(?P<ending>(?:[:'’]?[sS])?)(?![^\W_])"
AFTER = re.compile(ENDING)
ALIKE = {"-": "[-‐‑‒–]", "'": "['’]", "’": "['’]"}
"""Signs within a name that readers take for one."""
LONG = 200
"""Texts from this length are remembered by their digest, which takes less room."""
PERSON_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?person:\s*([^)>\s]*)>?[^)]*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A full name in a text: where, whose it may be, and the ending of a genitive ("s" of "Annas")."""

    start: int
    end: int
    slugs: tuple[str, ...]
    ending: str


def normal(text: str) -> str:
    """The text in NFC, in which names are compared (Unicode Standard Annex 15)."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def pattern(name: str) -> re.Pattern[str]:
    """How a name looks in a text: each word as written or in capitals, and stops or quotes between them or not."""
    words, gaps = WORD.findall(name), WORD.split(name)[:-1]
    parts = []
    for word, gap in zip(words, ["", *gaps[1:]], strict=True):
        parts.append(_gap(gap))
        parts.append(f"(?:{word}|{word.upper()})" if word != word.upper() else word)
    return re.compile("".join(parts) + ENDING)


def _gap(gap: str) -> str:
    if not SPACES.search(gap):
        return "".join(ALIKE.get(sign, re.escape(sign)) for sign in gap)
    signs = re.findall(r"\s+|\S", gap)
    return "".join(r"\s+" if sign.isspace() else f"{ALIKE.get(sign, re.escape(sign))}?" for sign in signs)


class Names:
    """All full names of known people, by their first two words; as written and in capitals.

    A text is looked through once, however many settings it is read in.
    """

    def __init__(self, people: Iterable[tuple[str, str]], addresses: PersonAddresses | None = None) -> None:
        """`people` are pairs of slug and full name."""
        self.addresses = addresses or PersonAddresses()
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._by_first: dict[str, dict[str, list[tuple[str, int, str]]]] = {}
        self._found: dict[str | bytes, tuple[Found, ...]] = {}
        for slug, name in people:
            words = WORD.findall(normal(name))
            for first in self._spelt(words[:1], is_last=len(words) == 1):
                for second in self._spelt(words[1:2], is_last=len(words) == 2) or {"": None}:
                    known = self._by_first.setdefault(first, {})
                    known.setdefault(second, []).append((normal(name), len(words), slug))
        self._may_be_first = words_beginning_as(self._by_first)

    @staticmethod
    def _spelt(words: list[str], *, is_last: bool) -> dict[str, None]:
        """How a word of a name may stand in a text; the last word in the genitive too."""
        endings = ("", "s", "S") if is_last else ("",)
        spelt = [form for word in words for form in (word, word.upper())]
        return {form + ending: None for form in spelt for ending in endings}

    def cannot_be_in(self, text: str) -> bool:
        """Whether there is nothing in a text that names or leads to anyone, however it is read, nor any mark."""
        if WATCHED.search(text) or not unicodedata.is_normalized("NFC", text):
            return False
        return self._by_first.keys().isdisjoint(self._may_be_first.findall(text))

    def find(self, text: str) -> tuple[Found, ...]:
        """Full names in a text, from left to right, the longest where several begin at one word."""
        known = text if len(text) < LONG else blake2b(text.encode("utf-8", "surrogatepass")).digest()
        if known not in self._found:
            self._found[known] = tuple(self._find(text))
        return self._found[known]

    def _find(self, text: str) -> Iterator[Found]:
        if self._by_first.keys().isdisjoint(self._may_be_first.findall(text)) and not UNSEEN.search(text):
            return
        kept = [at for at, sign in enumerate(text) if not UNSEEN.match(sign)] if UNSEEN.search(text) else None
        line = "".join(text[at] for at in kept) if kept else text
        after = 0
        for word in self._may_be_first.finditer(line):
            if word[0] in self._by_first and word.start() >= after:
                found = self._longest(line, word)
                if found:
                    after = found.end
                    yield found if kept is None else _among(found, kept)

    def find_all(self, text: str) -> list[Found]:
        """Full names, and addresses that lead to someone, from left to right."""
        addresses = [Found(start, end, (slug,), "") for start, end, slug in self.addresses.find(text)]
        taken = [range(found.start, found.end) for found in addresses]
        names = (found for found in self.find(text) if not any(found.start in each for each in taken))
        return sorted([*addresses, *names], key=lambda found: found.start)

    def _longest(self, text: str, first: re.Match[str]) -> Found | None:
        """The name with most words that begins here, of several the one without an ending."""
        hits = []
        known, second = self._by_first[first[0]], WORD.search(text, first.end())
        for name, size, slug in (*known.get("", ()), *(known.get(second[0], ()) if second else ())):
            found = self._name_at(first.start(), name, text)
            if found:
                hits.append((size, -len(found["ending"]), slug, found))
        if not hits:
            return None
        most, least, _, found = max(hits, key=lambda hit: hit[:2])
        slugs = tuple(dict.fromkeys(slug for size, rest, slug, _ in hits if (size, rest) == (most, least)))
        return Found(first.start(), found.end(), slugs, found["ending"])

    def _name_at(self, at: int, name: str, text: str) -> re.Match[str] | None:
        """A name at a place in a text, with its ending. As it is written it needs no pattern of its own."""
        if text.startswith(name, at) and name[0].isalnum() and name[-1].isalnum():
            return AFTER.match(text, at + len(name))
        return self._pattern(name).match(text, at)

    def _pattern(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            self._patterns[name] = pattern(name)
        return self._patterns[name]


def _among(found: Found, kept: list[int]) -> Found:
    """The same in the text that has all its characters."""
    return Found(kept[found.start], kept[found.end - 1] + 1, found.slugs, found.ending)


@dataclass(frozen=True, slots=True)
class Mask:
    """What happens to names in the texts of one setting.

    `may_stand` says whether a person may be named there, `role` gives the words that stand instead, `has_page`
    whether a link can lead to them.
    """

    names: Names
    may_stand: Callable[[str], bool]
    role: Callable[[str], str]
    has_page: Callable[[str], bool]

    def replacement(self, found: Found) -> str | None:
        """The words instead of a name within a sentence, or None where it may stand: as soon as one so named may."""
        if any(self.may_stand(slug) for slug in found.slugs):
            return None
        return self.role(found.slugs[0]) + ("s" if found.ending else "")

    def hides(self, text: str) -> bool:
        """Whether a name is in a text that may not stand there."""
        return any(self.replacement(found) is not None for found in self.names.find(normal(text)))

    def leads_to_hidden(self, address: str) -> bool:
        """Whether an address leads to someone who may not be named."""
        slug = self.names.addresses.slug_of(address)
        return bool(slug) and not self.may_stand(slug)

    def plain(self, text: str) -> str:
        """A line of plain text: links to people become their words, names that may not stand their role."""
        if self.names.cannot_be_in(text):
            return text
        text = self._linked(text, lambda link: link[1])
        for start, end, slug in reversed(list(self.names.addresses.find(text))):
            if not self.may_stand(slug):
                text = text[:start] + in_place(self.role(slug), text, start) + text[end:]
        return self._replaced(text)

    def markdown(self, text: str) -> str:
        """Markdown in which links to people who may be named and have a page are kept for the page to resolve."""
        if self.names.cannot_be_in(text):
            return text
        return self._replaced(self._linked(text, lambda link: link[0] if self.has_page(link[2]) else link[1]))

    def _linked(self, text: str, keep: Callable[[re.Match[str]], str]) -> str:
        """The text with roles for links to people who may not be named."""
        if "person:" not in text.lower():
            return text

        def said(link: re.Match[str]) -> str:
            return keep(link) if self.may_stand(link[2]) else in_place(self.role(link[2]), text, link.start())

        return PERSON_LINK.sub(said, text)

    def _replaced(self, text: str) -> str:
        """First as it is written, for a plain text shows its marks; then as it is read without them."""
        text = normal(text)
        pieces, at = [], 0
        for found in self.names.find(text):
            words = self.replacement(found)
            if words is not None:
                pieces += [text[at : found.start], in_place(words, text, found.start)]
                at = found.end
        text = "".join([*pieces, text[at:]]) if pieces else text
        return self._replaced_between_marks(text) if MARK.search(text) else text

    def _replaced_between_marks(self, text: str) -> str:
        if not self.names.find(without_marks(text)):
            return text
        pieces = list(of_markdown(text))
        self.clear(pieces)
        return joined(pieces)

    def clear(self, pieces: list[Piece], *, addresses: bool = False) -> None:
        """Replaces the names that may not stand in what is seen of a text; addresses where they are seen too."""
        text = seen(pieces)
        found_in = self.names.find_all(text) if addresses else self.names.find(text)
        for found in reversed(found_in):
            words = self.replacement(found)
            if words is not None:
                put(pieces, found, in_place(words, text, found.start))
