"""Names in HTML: read across tags, entities and line breaks, as a reader sees them."""

from __future__ import annotations

import re
from html import escape
from typing import Literal
from urllib.parse import unquote

from meetingplace.reading.html_reader import HTMLReader

from .names import Mask, normal
from .pieces import Piece, joined, latest, seen
from .sentences import FARTHEST, in_place


INLINE = frozenset(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var".split()  # noqa: SIM905 - reads as the list it is
)
VOID = frozenset(["br", "hr", "img", "wbr", "col"])
SPOKEN = frozenset({"alt", "title"})
BLOCK_EDGE, CELL_EDGE = "\x00", "\t"
CELLS = frozenset({"td", "th"})
"""A name may stand in two of them, its words under headings of their own."""
PERSON = re.compile(r"\s*person:\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)


class _Pieces(HTMLReader):
    """Splits sanitised HTML into pieces; links to people lose their link, or all but their role."""

    def __init__(self, mask: Mask) -> None:
        super().__init__()
        self._mask = mask
        self._links: list[Literal["kept", "bare", "hidden"]] = []
        self._silent = False
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not attrs and tag != "a":
            self._add_tag(tag, f"<{tag}>")
            return
        values = {name: value or "" for name, value in attrs}
        to = PERSON.fullmatch(values.get("href", "")) if tag == "a" else None
        led = unquote(to[1]) if to else self._mask.names.addresses.slug_of(values.get("href", "")) if tag == "a" else ""
        if (to or (led and not self._mask.may_stand(led))) and self._begin_link(led):
            return
        if to:
            values["href"] = f"person:{unquote(to[1])}"
        elif tag == "a":
            self._links.append("kept")
        written = "".join(
            f' {name}="{escape(self._mask.plain(value) if name in SPOKEN else value)}"'
            for name, value in values.items()
        )
        self._add_tag(tag, f"<{tag}{written}>")

    def _begin_link(self, slug: str) -> bool:
        """Begins a link to a person; True where its tag does not stand: there is no page, or only a role."""
        if not self._mask.may_stand(slug):
            self._links.append("hidden")
            before = latest(self.pieces, FARTHEST)
            self._add(in_place(self._mask.role(slug), before, len(before)))
            self._silent = True
            return True
        self._links.append("kept" if self._mask.has_page(slug) else "bare")
        return not self._mask.has_page(slug)

    def handle_endtag(self, tag: str) -> None:
        link = self._links.pop() if tag == "a" and self._links else "kept"
        if link == "hidden":
            self._silent = False
        elif link == "kept" and tag not in VOID:
            self._add_tag(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._add(normal(data))

    def _add(self, text: str) -> None:
        if not self._silent:
            self.pieces.append(Piece(text))

    def _add_tag(self, tag: str, written: str) -> None:
        if not self._silent:
            edge = "\n" if tag == "br" else "" if tag in INLINE else CELL_EDGE if tag in CELLS else BLOCK_EDGE
            self.pieces.append(Piece(edge, written, is_mark=True))


def masked(html: str, mask: Mask) -> str:
    """Sanitised HTML in which no name stands that may not.

    A link to `person:<slug>` stays for the page to resolve where the person may be named and has a page; it is
    their role where they may not be named. Text and attributes that are read aloud (alt, title) are looked
    through.
    """
    parser = _Pieces(mask)
    parser.read(html)
    mask.clear(parser.pieces, addresses=True)
    return joined(parser.pieces, lambda text: escape(text, quote=False))


def seen_in(html: str, mask: Mask) -> str:
    """Sanitised HTML as a reader sees it, links to people who may not be named as their role."""
    parser = _Pieces(mask)
    parser.read(html)
    return seen(parser.pieces)
