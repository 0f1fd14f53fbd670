"""Content lines of iCalendar (RFC 5545 3.1): escaped, folded, and proof against whatever a text holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icalendar.parser import Parameters
from icalendar.prop import vText

from meetingplace.publishing.plain import clean, one_line


OCTETS = 75
CONTINUED, CONTINUES = 0b1100_0000, 0b1000_0000
"""Of a byte within a character of UTF-8 (RFC 3629) the first bits, and what they are."""
ESCAPING = rb"\^"


def escaped(text: str) -> str:
    r"""A TEXT value (RFC 5545 3.3.11).

    Piece by piece between backslashes, because icalendar takes a `\N` that someone wrote for a line break.
    """
    return r"\\".join(vText(piece).to_ical().decode() for piece in clean(text).split("\\"))


def text(name: str, value: str, **parameters: str) -> bytes:
    """A property whose value is a text."""
    return line(name, escaped(value), **parameters)


def line(name: str, value: str, **parameters: str) -> bytes:
    """A property whose value is in its type's form: folded at 75 octets between code points, ended by CRLF.

    A parameter is one line without double quotes, which it cannot hold (RFC 5545 3.2).
    """
    safe = {key: one_line(word).replace('"', "'") for key, word in parameters.items()}
    head = f"{name};{Parameters(safe).to_ical().decode()}" if safe else name
    return b"\r\n ".join(_folded(f"{head}:{value}".encode())) + b"\r\n"


def _folded(raw: bytes) -> Iterator[bytes]:
    """A line in pieces of at most OCTETS, the space before all but the first among them. None ends within a character,
    nor between a backslash or a circumflex and what they escape, where some programs lose it.
    """
    start = 0
    while len(raw) - start > OCTETS - 1:
        end = start + OCTETS - 1
        while raw[end] & CONTINUED == CONTINUES:
            end -= 1
        if end - start > 1 and raw[end - 1] in ESCAPING:
            end -= 1
        yield raw[start:end]
        start = end
    yield raw[start:]


def component(name: str, lines: Iterable[bytes]) -> bytes:
    """A component with its properties and parts."""
    return b"".join((line("BEGIN", name), *lines, line("END", name)))
