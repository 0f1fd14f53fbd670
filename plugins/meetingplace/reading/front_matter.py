"""The bytes of a content file: UTF-8 text, split into front matter and Markdown body, within limits."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from . import characters
from .problems import Place, Report


LONGEST_FRONT_MATTER = 64_000
LONGEST_BODY = 200_000
LONGEST_FILE = LONGEST_FRONT_MATTER + LONGEST_BODY + 64
"""In bytes of UTF-8; a file over the last is not read to its end."""

CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)
NEARLY = re.compile(
    r"^(?!---[ \t]*$)[^\S\n]*(?:[-\u2010-\u2015\u2212]{2,}|[\u2013-\u2015]|\+{3}|\.{3})[^\S\n]*$", re.MULTILINE
)
"""A line that was probably meant as ---, such as what a word processor makes of it."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's two parts. `front` begins on line `front_line` of the file, `body` on line `body_line`."""

    front: str
    body: str
    body_line: int
    front_line: int = 2

    def place_in_body(self, offset: int) -> Place:
        """Line and column in the file of a character of the body."""
        line_start = self.body.rfind("\n", 0, offset) + 1
        return self.body_line + self.body.count("\n", 0, offset), offset - line_start + 1


def decode(raw: bytes, report: Report) -> str | None:
    """The text of a file, without a byte order mark and with LF alone; None where it is no UTF-8."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if _is_utf_16(raw):
        at = 0 if raw.startswith(UTF_16) else raw.index(0)
        report.error("encoding-invalid", (1, at + 1), byte=f"0x{raw[at]:02X}", guess="UTF-16")
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = characters.normalised(raw[: error.start].decode("utf-8"))
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        if error.reason == "unexpected end of data" and not before.isascii():
            report.error("character-cut-off", place)
        else:
            report.error("encoding-invalid", place, byte=f"0x{raw[error.start]:02X}", guess="Latin-1")
        return None
    text = characters.normalised(text)
    characters.check(text, report)
    return text


def _is_utf_16(raw: bytes) -> bool:
    """Whether there is its mark, or a zero byte in one of the first two and in many."""
    return raw.startswith(UTF_16) or (0 in raw[:2] and raw.count(0) > len(raw) // 4)


def split(raw: bytes, report: Report) -> Source | None:
    """Front matter and body of a file, or None with what is wrong in the report.

    `raw` may be cut off after `LONGEST_FILE` bytes: what is longer is refused anyway.
    """
    if not raw.removeprefix(codecs.BOM_UTF8).strip():
        report.error("file-empty")
        return None
    if len(raw) > LONGEST_FILE:
        _too_long(raw, report)
        return None
    text = decode(raw, report)
    if text is None or report.problems:
        return None
    source = _parts(text, report)
    if source is None:
        return None
    return source if _is_short_enough(source, report) else None


def plain(raw: bytes, report: Report) -> str | None:
    """The text of a file that is YAML as a whole, or None with what is wrong in the report."""
    if len(raw) > LONGEST_BODY:
        report.error("body-too-long", most=str(LONGEST_BODY))
        return None
    text = decode(raw, report)
    return text if text is not None and not report.problems else None


def _too_long(raw: bytes, report: Report) -> None:
    closed = raw.find(b"\n---", 3, LONGEST_FRONT_MATTER + 8)
    if closed >= 0:
        report.error("body-too-long", (raw.count(b"\n", 0, closed + 1) + 2, 1), most=str(LONGEST_BODY))
    else:
        report.error("front-matter-too-long", most=str(LONGEST_FRONT_MATTER))


def _parts(text: str, report: Report) -> Source | None:
    first, _, rest = text.partition("\n")
    if first.rstrip(" \t") != "---":
        if NEARLY.fullmatch(first):
            report.error("front-matter-mark", found=first.strip())
        else:
            report.error("front-matter-missing")
        return None
    close = CLOSE.search(rest)
    if close is None:
        if near := NEARLY.search(rest):
            report.error("front-matter-mark", (rest.count("\n", 0, near.start()) + 2, 1), found=near[0].strip())
        else:
            report.error("front-matter-unclosed")
        return None
    return Source(rest[: close.start()], rest[close.end() + 1 :], rest.count("\n", 0, close.start()) + 3)


def _is_short_enough(source: Source, report: Report) -> bool:
    if len(source.front.encode()) > LONGEST_FRONT_MATTER:
        report.error("front-matter-too-long", most=str(LONGEST_FRONT_MATTER))
    elif len(source.body.encode()) > LONGEST_BODY:
        report.error("body-too-long", (source.body_line, 1), most=str(LONGEST_BODY))
    else:
        return True
    return False
