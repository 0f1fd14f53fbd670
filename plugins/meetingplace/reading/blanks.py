"""Blanks that look like a space and are none to YAML: before a key, beside its colon, after a dash."""

from __future__ import annotations

import re

from .problems import Report


ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
IS_ODD = re.compile(f"[{ODD}]")
MARGIN = re.compile(rf"[ {ODD}]*(?:-[ {ODD}]+)*(?:[^\W\d]\w*[ {ODD}]*:[ {ODD}]+)?")
"""What stands before a value: spaces, dashes, a key and its colon."""
BLOCK = re.compile(r"(?P<margin> *)(?:- +)*(?:[\w-]+ *: *)?[|>][-+0-9]* *(?:#.*)?")
"""A line below which all is text that is indented further."""


def plain(text: str, report: Report, first_line: int) -> str:
    """The text with spaces for odd blanks where YAML has to see one, and `blank-odd` for each line with such."""
    if not IS_ODD.search(text):
        return text
    lines = text.split("\n")
    deep = -1
    for number, line in enumerate(lines):
        if deep >= 0 and (not line.strip(" ") or len(line) - len(line.lstrip(" ")) > deep):
            continue
        found = BLOCK.fullmatch(line)
        deep = len(found["margin"]) if found else -1
        end = _end_of_margin(line)
        odd = IS_ODD.search(line, 0, end)
        if odd:
            lines[number] = IS_ODD.sub(" ", line[:end]) + line[end:]
            sign = f"U+{ord(odd[0]):04X}"
            report.error("blank-odd", (number + first_line, odd.start() + 1), character=sign)
    return "\n".join(lines)


def _end_of_margin(line: str) -> int:
    found = MARGIN.match(line)
    return found.end() if found else 0
