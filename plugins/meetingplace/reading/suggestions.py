"""What was probably meant: the nearest of the words that would have been right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from meetingplace.model.vocabulary import folded


SHORTEST_PART = 4
LONGEST_WORD = 120
FEW = 300
"""So many candidates are all compared; of more only those that share most letter triples with the word."""
SHORTLIST = 40
RAREST = 6


class Candidates:
    """The words that would have been right, indexed at the first question."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._found: dict[str, str] = {}

    def __contains__(self, word: object) -> bool:
        return word in self._set

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self._words)

    def nearest(self, word: str) -> str:
        """The candidate that is nearest to a word, or an empty text where none is near.

        Case, accents and separators count for nothing; a slip in every third letter is near, and so is a part of a
        longer word, such as a meeting's slug without its date.
        """
        wanted = _plain(word[:LONGEST_WORD])
        if wanted not in self._found:
            self._found[wanted] = self._nearest(wanted) if wanted else ""
        return self._found[wanted]

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        return tuple(_plain(word[:LONGEST_WORD]) for word in self._words)

    @cached_property
    def _exact(self) -> Mapping[str, int]:
        return {word: number for number, word in reversed(list(enumerate(self._plain)))}

    @cached_property
    def _triples(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self._plain):
            for triple in _triples(word):
                found.setdefault(triple, []).append(number)
        return found

    def _nearest(self, wanted: str) -> str:
        if wanted in self._exact:
            return self._words[self._exact[wanted]]
        best, limit = -1, min(3, max(1, len(wanted) // 3)) + 1
        for number in self._shortlist(wanted):
            distance = _distance(wanted, self._plain[number], limit)
            if distance < limit:
                best, limit = number, distance
        return self._words[best] if best >= 0 else self._part(wanted)

    def _shortlist(self, wanted: str) -> Iterable[int]:
        if len(self._plain) <= FEW:
            return range(len(self._plain))
        numbers = sorted((self._triples.get(triple, []) for triple in _triples(wanted)), key=len)
        shared: Counter[int] = Counter()
        for some in [some for some in numbers if some][:RAREST]:
            shared.update(some)
        return sorted(shared, key=lambda number: (-shared[number], number))[:SHORTLIST]

    def _part(self, wanted: str) -> str:
        """The shortest candidate that holds the word, or that the word holds."""
        if len(wanted) < SHORTEST_PART:
            return ""
        found = [
            self._words[number]
            for number, plain in enumerate(self._plain)
            if wanted in plain or (len(plain) >= SHORTEST_PART and plain in wanted)
        ]
        return min(found, key=len, default="")


def nearest(word: str, words: Iterable[str]) -> str:
    """As `Candidates.nearest`, for few words."""
    return _candidates(tuple(words)).nearest(word)


@lru_cache(maxsize=256)
def _candidates(words: tuple[str, ...]) -> Candidates:
    return Candidates(words)


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", folded(word)).strip("-")


def _triples(word: str) -> Iterable[str]:
    padded = f"^{word}$"
    return dict.fromkeys(padded[at : at + 3] for at in range(len(padded) - 2))


def _distance(one: str, other: str, limit: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours, or `limit` where there are as many or
    more.
    """
    if abs(len(one) - len(other)) >= limit:
        return limit
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        first, last = max(1, i - limit), min(len(other), i + limit)
        new = [limit] * (len(other) + 1)
        new[0] = i
        for j in range(first, last + 1):
            b = other[j - 1]
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            new[j] = cost
        if min(new) >= limit:
            return limit
        before, row = row, new
    return min(row[-1], limit)
