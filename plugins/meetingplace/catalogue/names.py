"""Names in running text: found as readers see them, and replaced by a role where they may not stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
GENITIVE = re.compile(r"(?:['’]s|['’]|s)$")
PERSON_LINK = re.compile(r"\[([^\]\n]*)\]\(\s*<?person:([^)>\s]*)>?[^)]*\)")


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


class Names:
    """All full names of known people, by their first word; as written and in capitals."""

    def __init__(self, people: Iterable[tuple[str, str]]) -> None:
        """`people` are pairs of slug and full name."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for slug, name in people:
            for spelt in dict.fromkeys((normal(name), normal(name).upper())):
                words = tuple(WORD.findall(spelt))
                if words:
                    self._by_first.setdefault(words[0], []).append((words, slug))

    def find(self, text: str) -> Iterator[Found]:
        """Full names in a text, from left to right, the longest where several begin at one word."""
        if not self._by_first:
            return
        words = list(WORD.finditer(text))
        at = 0
        while at < len(words):
            hits = self._hits(text, words, at)
            if hits:
                size = max(size for size, _, _ in hits)
                last = words[at + size - 1]
                slugs = tuple(dict.fromkeys(slug for n, slug, _ in hits if n == size))
                ending = next(ending for n, _, ending in hits if n == size)
                yield Found(words[at].start(), last.end(), slugs, ending)
                at += size
            else:
                at += 1

    def _hits(self, text: str, words: list[re.Match[str]], at: int) -> list[tuple[int, str, str]]:
        found = []
        firsts = dict.fromkeys((words[at][0], GENITIVE.sub("", words[at][0])))
        for name, slug in (entry for first in firsts for entry in self._by_first.get(first, ())):
            size = len(name)
            if at + size > len(words) or any(words[at + n][0] != name[n] for n in range(size - 1)):
                continue
            gaps = (text[words[at + n].end() : words[at + n + 1].start()] for n in range(size - 1))
            last = words[at + size - 1][0]
            ending = last.removeprefix(name[-1])
            whole = last == name[-1] or (last.startswith(name[-1]) and GENITIVE.fullmatch(ending))
            if whole and all(gap.isspace() for gap in gaps):
                found.append((size, slug, ending))
        return found


@dataclass(frozen=True, slots=True)
class Mask:
    """What happens to names in the texts of one setting.

    `may_stand` says whether a person may be named there, `role` gives the words that stand instead.
    """

    names: Names
    may_stand: Callable[[str], bool]
    role: Callable[[str], str]

    def replacement(self, found: Found) -> str | None:
        """The words instead of a name, or None where it may stand: as soon as one of that name may be named."""
        if any(self.may_stand(slug) for slug in found.slugs):
            return None
        return self.role(found.slugs[0]) + ("s" if found.ending else "")

    def plain(self, text: str) -> str:
        """A line of plain text: links to people become their words, names that may not stand their role."""
        if "person:" in text:
            text = PERSON_LINK.sub(
                lambda link: link[1] if self.may_stand(link[2]) else self.role(link[2]), text
            )
        return self._replaced(text)

    def markdown(self, text: str) -> str:
        """Markdown in which links to people who may be named are kept for the page to resolve."""
        if "person:" in text:
            text = PERSON_LINK.sub(
                lambda link: link[0] if self.may_stand(link[2]) else self.role(link[2]), text
            )
        return self._replaced(text)

    def _replaced(self, text: str) -> str:
        text = normal(text)
        pieces, at = [], 0
        for found in self.names.find(text):
            words = self.replacement(found)
            if words is not None:
                pieces += [text[at : found.start], words]
                at = found.end
        return "".join([*pieces, text[at:]]) if pieces else text
