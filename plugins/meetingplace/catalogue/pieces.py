"""A text as runs of words between marks, so that a name is found as a reader sees it and the marks stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Protocol


class Finding(Protocol):
    """Where something stands in what is seen."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


MARK = re.compile(
    r"(?P<tag></?(?:abbr|b|cite|del|dfn|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>)"
    r"|(?P<sign>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<stress>[*_~`\\]+)"
)
"""What Markdown does not show as it is written: inline tags, character references, signs of stress."""


@dataclass(slots=True)
class Piece:
    """`seen` is what a reader sees of it, `written` how it is written where that is not the same.

    A mark is never changed; its `seen` is what it is worth between two words.
    """

    seen: str
    written: str = ""
    is_mark: bool = False


def of_markdown(text: str) -> Iterator[Piece]:
    """The pieces of a text in Markdown."""
    at = 0
    for found in MARK.finditer(text):
        yield Piece(text[at : found.start()])
        if found["sign"]:
            yield Piece(unescape(found[0]), found[0])
        else:
            yield Piece("", found[0], is_mark=True)
        at = found.end()
    yield Piece(text[at:])


def without_marks(text: str) -> str:
    """What is seen of a text in Markdown."""
    return MARK.sub(lambda found: unescape(found[0]) if found["sign"] else "", text)


def words_beginning_as(words: Iterable[str]) -> re.Pattern[str]:
    """Finds the words in a text (letters and digits) that begin as some do; whatever else it holds is passed over."""
    signs = "".join(sorted({re.escape(word[0]) for word in words}))
    return re.compile(rf"[{signs}](?<![^\W_].)[^\W_]*" if signs else r"(?!)", re.DOTALL)


def seen(pieces: list[Piece]) -> str:
    return "".join(piece.seen for piece in pieces)


def latest(pieces: list[Piece], size: int) -> str:
    """The end of what is seen, more than `size` characters of it where there are so many."""
    found: list[str] = []
    for piece in reversed(pieces):
        found.append(piece.seen)
        size -= len(piece.seen)
        if size < 0:
            break
    return "".join(reversed(found))


def put(pieces: list[Piece], found: Finding, words: str) -> None:
    """Puts `words` where something found begins, and takes the rest of it away."""
    at = 0
    for piece in pieces:
        size = len(piece.seen)
        first, last = max(found.start - at, 0), min(found.end - at, size)
        if first < last and not piece.is_mark:
            piece.seen = piece.seen[:first] + words + piece.seen[last:]
            piece.written = ""
            words = ""
        at += size


def joined(pieces: list[Piece], write: Callable[[str], str] = str) -> str:
    """The text again; `write` is how what is seen is written."""
    return "".join(piece.written or write(piece.seen) for piece in pieces)
