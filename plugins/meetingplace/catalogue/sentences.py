"""Where sentences begin: there the words that stand instead of a name have a capital."""

from __future__ import annotations

import re


OPENING = " \t\r\n\u00a0\x00\"“”„'‘’«»([*_~`#>+-–—|"
"""What may stand between the end of a sentence and the first word of the next."""
NEW_TEXT = re.compile(r"\x00|\t|\||\n[ \t]*\n|\n[ \t]*(?:[-+*>]|#{1,6})[ \t]")
"""What begins a text of its own: a block of HTML, a cell, a paragraph, an item, a heading."""
ABBREVIATED = re.compile(r"(?<!\w)(?:(?:\w+\.)+\w{1,2}|[^\W\d_]|ca|dr|kl|nr|prof|resp|st)\.\Z", re.IGNORECASE)
FARTHEST = 200
"""How far back it is looked for what a sentence follows."""


def begins_sentence(text: str, at: int) -> bool:
    """Whether what stands at a place begins a text, or follows the end of a sentence."""
    before = text[max(0, at - FARTHEST) : at]
    last = before.rstrip(OPENING)
    gap = before[len(last) :]
    if not last:
        return at <= FARTHEST or NEW_TEXT.search(gap) is not None
    if NEW_TEXT.search(gap):
        return True
    return any(sign.isspace() for sign in gap) and last[-1] in ".!?…" and not ABBREVIATED.search(last)


def in_place(role: str, text: str, at: int) -> str:
    """A role as it is written at a place in a text: with a capital where a sentence begins."""
    return role[:1].upper() + role[1:] if begins_sentence(text, at) else role
