"""Content lines of iCalendar (RFC 5545 3.1): escaped, folded, and proof against whatever a text holds."""

from __future__ import annotations

from collections.abc import Iterable

from icalendar.parser import Contentline, Parameters
from icalendar.prop import vText

from meetingplace.publishing.plain import clean, one_line


OCTETS = 75
"""What fits on a line is not looked through character by character, as folding does."""


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
    whole = f"{head}:{value}"
    if len(whole.encode()) < OCTETS:
        return whole.encode() + b"\r\n"
    folded: bytes = Contentline(whole).to_ical()  # type: ignore[no-untyped-call]
    return folded + b"\r\n"


def component(name: str, lines: Iterable[bytes]) -> bytes:
    """A component with its properties and parts."""
    return b"".join((line("BEGIN", name), *lines, line("END", name)))
