"""Texts as plain lines: what is left of HTML, and of characters that no format of ours may carry."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from meetingplace.reading.html_reader import HTMLReader


BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
REFUSED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "summary", "table", "tr", "ul"),
    }
)
ABSOLUTE = ("https://", "http://", "mailto:", "tel:")
RESERVED = "%!$&'()*+,;=:@/?~-._"


def clean(text: str) -> str:
    r"""A text without control characters, lone surrogates and noncharacters; every kind of line end is `\n`.

    What is left may stand in XML 1.0 (2.2) and in iCalendar (RFC 5545 3.3.11).
    """
    if text.isprintable():  # nearly all: it has none of what is taken out
        return text
    return REFUSED.sub("", BREAKS.sub("\n", text)).replace("\t", " ")


def one_line(text: str) -> str:
    """A clean text on one line, with single spaces."""
    return " ".join(clean(text).split())


def uri(address: str) -> str:
    """A web address in ASCII (RFC 3986): the host by IDNA, the rest percent-encoded where it is not yet."""
    address = re.sub(r"\s", "", clean(address))
    if address.isascii():
        return address
    scheme, host, path, query, fragment = urlsplit(address)
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        host = quote(host, safe=RESERVED)
    return urlunsplit((scheme, host, *(quote(part, safe=RESERVED) for part in (path, query, fragment))))


def plain(html: str) -> str:
    """What a reader sees of HTML, in lines; the address of a link follows its words."""
    reader = _Reader()
    reader.read(html)
    lines = (" ".join(line.split()) for line in clean("".join(reader.pieces)).split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return re.sub(r"\n\n(?=– )", "\n", text)


class _Reader(HTMLReader):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self._links.append((values.get("href") or "", len(self.pieces)))
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "img":
            self.pieces.append(values.get("alt") or "")
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag in BLOCKS:
            self._break(tag)
            self.pieces.append("– " if tag == "li" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            address, at = self._links.pop()
            words = "".join(self.pieces[at:]).strip()
            if address.startswith(ABSOLUTE) and words not in (address, address.partition(":")[2]):
                self.pieces.append(f" ({uri(address)})")
        elif tag in BLOCKS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        self.pieces.append("\n\n" if tag == "p" else "\n")
