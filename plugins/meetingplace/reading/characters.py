"""Characters that content may not hold: what no reader sees, and what turns text around (Unicode, UAX 9, UTS
51).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Report


MOST = 20
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f"
SPELT_WITH_JOINERS = "\u0600-\u1fff\u2190-\ufdff\ufe0f\U00010a00-\U0001ffff"
"""Scripts that are spelt with joiners, and the signs that emoji are made of."""
REFUSED = re.compile(f"[{CONTROL}{INVISIBLE}]|(?<![{SPELT_WITH_JOINERS}])[\u200c\u200d]")
SUSPECT = re.compile(f"[{CONTROL}{INVISIBLE}\u200c\u200d]")
IS_CONTROL = re.compile(f"[{CONTROL}]")
LINE_SIGNS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})


def normalised(text: str) -> str:
    """The text with one kind of line end; separators that editors' programs do not count as lines become
    spaces.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x85" in text or "\u2028" in text or "\u2029" in text:
        text = text.translate(LINE_SIGNS)
    return text


def refused(text: str) -> Iterator[tuple[int, str]]:
    """Offset and code of each character that may not stand: `character-control` or `character-invisible`."""
    for found in REFUSED.finditer(text) if SUSPECT.search(text) else ():
        yield found.start(), "character-control" if IS_CONTROL.match(found[0]) else "character-invisible"


def check(text: str, report: Report) -> None:
    """Reports the first of the characters that may not stand, with line and column."""
    for number, (offset, code) in enumerate(refused(text)):
        if number == MOST:
            break
        line_start = text.rfind("\n", 0, offset) + 1
        place = (text.count("\n", 0, offset) + 1, offset - line_start + 1)
        report.error(code, place, character=f"U+{ord(text[offset]):04X}")
