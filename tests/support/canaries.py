"""Words that stand in one private field each, and the search for them in all that is published."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from PIL import Image


WORD = re.compile(r"qz[a-p]{4}zq")
NUMBER = re.compile(f"(?=({'[ ()/.-]*'.join([*'0709', *['[0-9]'] * 6])}))")
UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
JSON_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
GZIP = b"\x1f\x8b"
"""RFC 1952: what the index of the search is packed in."""
JSON_LD = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass
class Canaries:
    """Whose word each is and where it stands: `owner` is a person, `field` one of their fields."""

    meanings: dict[str, tuple[str, str]] = field(default_factory=dict)
    numbers: dict[str, tuple[str, str]] = field(default_factory=dict)

    def word(self, owner: str, field: str) -> str:
        """A word for a field that is nowhere else."""
        number = f"{len(self.meanings):04x}"
        made = f"qz{number.translate(str.maketrans('0123456789abcdef', 'abcdefghijklmnop'))}zq"
        self.meanings[made] = (owner, field)
        return made

    def number(self, owner: str, field: str) -> str:
        """A telephone number that is nowhere else."""
        made = f"0709{731_000 + len(self.numbers)}"
        self.numbers[made] = (owner, field)
        return f"{made[:3]}-{made[3:6]} {made[6:8]} {made[8:]}"

    def fields(self, owner: str) -> set[str]:
        """Every field of a person that has a word."""
        return {field for whose, field in (*self.meanings.values(), *self.numbers.values()) if whose == owner}

    def in_text(self, text: str) -> set[tuple[str, str]]:
        """Owner and field of each word that a reader or a program can find in a text."""
        words: set[str] = set()
        numbers: set[str] = set()
        for reading in readings(text):
            words.update(WORD.findall(reading))
            numbers.update(NUMBER.findall(reading))
        told = {re.sub("[^0-9]", "", number) for number in numbers}
        found = {self.meanings[word] for word in words & self.meanings.keys()}
        return found | {self.numbers[number] for number in told & self.numbers.keys()}

    def in_file(self, path: Path, name: str) -> set[tuple[str, str]]:
        """The same for a file, its name, and what is written inside a picture."""
        raw = path.read_bytes()
        if raw.startswith(GZIP):
            raw = gzip.decompress(raw)
        try:
            texts = [name, raw.decode()]
        except UnicodeDecodeError:
            texts = [
                name,
                raw.decode("latin-1"),
                raw.decode("utf-16-le", "replace"),
                raw.decode("utf-16-be", "replace"),
            ]
        if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp", ".gif"}:
            texts += _written_in_picture(raw)
        return {meaning for text in texts for meaning in self.in_text(text)}


def readings(text: str) -> Iterator[str]:
    """A text as it stands, and as each of the formats that we write would have it read where that is otherwise."""
    yield _plain(text)
    for decode in DECODERS:
        decoded = decode(text)
        if decoded != text:
            text = decoded
            yield _plain(text)
    yield from _hidden_in_base64(text)


def _plain(text: str) -> str:
    return text.casefold() if text.isascii() else UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


def json_ld(raw: bytes) -> str:
    """What a page tells machines about its meeting."""
    return "\n".join(found.decode() for found in JSON_LD.findall(raw))


def _unfolded(text: str) -> str:
    """RFC 5545 3.1 and 3.3.11."""
    return re.sub(r"\\([\\;,])", r"\1", re.sub("\r?\n[ \t]", "", text).replace("\\n", "\n").replace("\\N", "\n"))


def _without_json(text: str) -> str:
    return JSON_ESCAPE.sub(lambda found: json.loads(f'"{found[0]}"'), text)


def _without_entities(text: str) -> str:
    return unescape(unescape(text))


def _without_tags(text: str) -> str:
    return re.sub("<[^<>]*>", "", text)


def _hidden_in_base64(text: str) -> Iterator[str]:
    for found in BASE64.findall(text):
        try:
            yield base64.b64decode(found + "==").decode("utf-8", "replace").casefold()
        except binascii.Error:
            continue


def _without_stress(text: str) -> str:
    return re.sub(r"[*_`~\\]", "", text)


DECODERS = (
    _unfolded,
    _without_json,
    _without_entities,
    unquote,
    _without_entities,
    _without_tags,
    _without_stress,
)
"""Each goes on where the one before it ended: percent signs may stand in entities, and entities in JSON."""


def _written_in_picture(raw: bytes) -> list[str]:
    with Image.open(io.BytesIO(raw)) as picture:
        return [str(dict(picture.info)), str(dict(picture.getexif()))]
