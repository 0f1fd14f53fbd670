"""HTML read tag by tag; that which is written as our sanitiser writes it without looking at every sign."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from .markdown import TAGS


_VALUE = r"[^\"<>&]*(?:&(?:amp|quot|lt|gt|nbsp|#39|#x27);[^\"<>&]*)*"
TAG = re.compile(rf"<(/)?([a-z][a-z0-9]*)((?: [a-z]+=\"{_VALUE}\")*)>")
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
PARTS = TAG.groups + 1


class HTMLReader(HTMLParser):
    """A parser that is told all of a text at once, and by handlers of start tags, end tags and data tells of it.

    That both ways tell the same is a law of the tests.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def read(self, html: str) -> None:
        """Tell of everything in a text, of which nothing else is told before or after."""
        parts = TAG.split(html)
        if not _is_known(parts):
            self.feed(html)
            self.close()
            return
        self._tell(parts)

    def _tell(self, parts: list[str]) -> None:
        self._say(parts[0])
        for at in range(1, len(parts), PARTS):
            tag, attributes = parts[at + 1], parts[at + 2]
            if parts[at]:
                self.handle_endtag(tag)
            else:
                self.handle_starttag(tag, _values(attributes) if attributes else [])
            self._say(parts[at + 3])

    def _say(self, data: str) -> None:
        if data:
            self.handle_data(unescape(data) if "&" in data else data)


def _values(attributes: str) -> list[tuple[str, str | None]]:
    return [(found[1], unescape(found[2])) for found in ATTRIBUTE.finditer(attributes)]


def _is_known(parts: list[str]) -> bool:
    """Whether nothing but tags that the sanitiser lets through stands between texts, ends without attributes."""
    return (
        TAGS.issuperset(parts[2::PARTS])
        and not any("<" in text for text in parts[::PARTS])
        and not any(end and attributes for end, attributes in zip(parts[1::PARTS], parts[3::PARTS], strict=True))
    )
