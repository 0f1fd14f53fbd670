"""Content lines of iCalendar (RFC 5545 3.1): escaped, folded, and proof against whatever a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from meetingplace.publishing.plain import clean, one_line


OCTETS = 75
CONTINUED, CONTINUES = 0b1100_0000, 0b1000_0000
"""Of a byte within a character of UTF-8 (RFC 3629) the first bits, and what they are."""
ESCAPING = rb"\^"
ESCAPED = re.compile(r"[\\;,\r\n]")
"""What is not written in a text as it is."""


def escaped(text: str) -> str:
    r"""A TEXT value (RFC 5545 3.3.11).

    Piece by piece between backslashes, because icalendar takes a `\N` that someone wrote for a line break.
    """
    cleaned = clean(text)
    if not ESCAPED.search(cleaned):
        return cleaned
    from icalendar.prop import vText  # noqa: PLC0415 -- takes its time to load, and few builds write calendars

    return r"\\".join(vText(piece).to_ical().decode() for piece in cleaned.split("\\"))


def text(name: str, value: str, **parameters: str) -> bytes:
    """A property whose value is a text."""
    return line(name, escaped(value), **parameters)


def line(name: str, value: str, **parameters: str) -> bytes:
    """A property whose value is in its type's form: folded at 75 octets between code points, ended by CRLF.

    A parameter is one line without double quotes, which it cannot hold (RFC 5545 3.2).
    """
    head = f"{name};{_written(tuple(parameters.items()))}" if parameters else name
    raw = f"{head}:{value}".encode()
    return (raw if len(raw) < OCTETS else b"\r\n ".join(_folded(raw))) + b"\r\n"


@lru_cache(maxsize=256)
def _written(parameters: tuple[tuple[str, str], ...]) -> str:
    """Few are written, and these again and again: zones, types, and who publishes."""
    from icalendar.parser import Parameters  # noqa: PLC0415

    safe = {key: one_line(word).replace('"', "'") for key, word in parameters}
    return str(Parameters(safe).to_ical().decode())


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
