"""Slugs: what a file's name says of the record in it, and names that no file should have."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from meetingplace.model.site import LANGUAGES


LONGEST = 100
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
"""Names that Windows keeps for devices."""

SPELT_OUT = str.maketrans(
    {"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "œ": "oe", "ı": "i"}
)
SUFFIX = re.compile(rf"(?P<stem>.+)\.(?P<language>{'|'.join(LANGUAGES)})")
OTHER_SUFFIX = re.compile(r"(?P<stem>.+)\.(?P<language>[A-Za-z]{2,3})")


@dataclass(frozen=True, slots=True)
class FileName:
    """`stem` without `.md` and without the language; `language` is empty where the name says none."""

    stem: str
    language: str = ""


def folded_slug(text: str) -> str:
    """The slug that a name gives: `Åsa Ek` is `asa-ek`. Empty where nothing of a–z, 0–9 is left."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(SPELT_OUT))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def file_name(name: str) -> FileName:
    """What a file's name says: `frukost.en.md` is the stem `frukost` in English."""
    stem = name.removesuffix(".md")
    found = SUFFIX.fullmatch(stem)
    return FileName(found["stem"], found["language"]) if found else FileName(stem)
