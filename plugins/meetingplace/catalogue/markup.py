"""Names in HTML: read across tags, entities and line breaks, as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from .names import Mask, normal

INLINE = frozenset(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var".split()
)
VOID = frozenset("br hr img wbr col".split())
SPOKEN = frozenset({"alt", "title"})
BLOCK_EDGE = "\x00"


@dataclass(slots=True)
class Piece:
    """A run of text, or a tag as it is written; `edge` is what a tag is worth between two words."""

    text: str
    is_tag: bool = False
    edge: str = ""


class _Pieces(HTMLParser):
    """Splits sanitised HTML into pieces; links to people lose their link, or all but their role."""

    def __init__(self, mask: Mask) -> None:
        super().__init__(convert_charrefs=True)
        self._mask = mask
        self._links: list[str] = []
        self._silent = False
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        address = values.get("href", "")
        if tag == "a":
            slug = address.removeprefix("person:") if address.startswith("person:") else ""
            hidden = slug and not self._mask.may_stand(slug)
            self._links.append("hidden" if hidden else "kept")
            if hidden:
                self._add(self._mask.role(slug))
                self._silent = True
                return
        written = "".join(
            f' {name}="{escape(self._mask.plain(value) if name in SPOKEN else value)}"'
            for name, value in values.items()
        )
        self._add_tag(tag, f"<{tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links and self._links.pop() == "hidden":
            self._silent = False
        elif tag not in VOID:
            self._add_tag(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._add(normal(data))

    def _add(self, text: str) -> None:
        if not self._silent:
            self.pieces.append(Piece(text))

    def _add_tag(self, tag: str, written: str) -> None:
        if not self._silent:
            edge = "\n" if tag == "br" else "" if tag in INLINE else BLOCK_EDGE
            self.pieces.append(Piece(written, is_tag=True, edge=edge))


def masked(html: str, mask: Mask) -> str:
    """Sanitised HTML in which no name stands that may not.

    A link to `person:<slug>` stays for the page to resolve where the person may be named, and is their role
    otherwise. Text and attributes that are read aloud (alt, title) are looked through.
    """
    parser = _Pieces(mask)
    parser.feed(html)
    parser.close()
    pieces = parser.pieces
    seen = "".join(piece.edge if piece.is_tag else piece.text for piece in pieces)
    for found in reversed(list(mask.names.find(seen))):
        words = mask.replacement(found)
        if words is not None:
            _replace(pieces, found.start, found.end, words)
    return "".join(piece.text if piece.is_tag else escape(piece.text, quote=False) for piece in pieces)


def _replace(pieces: list[Piece], start: int, end: int, words: str) -> None:
    """Puts `words` where the run from `start` to `end` begins, and takes the rest of the run away."""
    at = 0
    for piece in pieces:
        size = len(piece.edge if piece.is_tag else piece.text)
        first, last = max(start - at, 0), min(end - at, size)
        if not piece.is_tag and first < last:
            piece.text = piece.text[:first] + words + piece.text[last:]
            words = ""
        at += size
