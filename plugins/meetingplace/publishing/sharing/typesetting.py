"""Type for share pictures: the theme's typefaces, texts broken into lines at words and cut where they do not fit."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont


Face = Literal["display", "text", "bold"]
FACES: Mapping[Face, tuple[str, int]] = {
    "display": ("hedvig-letters-serif.woff2", 24),
    "text": ("familjen-grotesk.woff2", 450),
    "bold": ("familjen-grotesk.woff2", 700),
}
"""Of each face its file, and the value of its one axis: optical size of the serif, weight of the grotesque."""
ELLIPSIS = "…"
LEADING = 1.14


@dataclass(frozen=True, slots=True)
class Set:
    """Lines of one face and size (pixels), `leading` from one baseline to the next."""

    lines: tuple[str, ...]
    face: Face
    size: int
    leading: int


class Type:
    """The typefaces of a theme, in any size. Raises OSError where they are not there or cannot be read."""

    def __init__(self, theme: Path) -> None:
        self._files = {name: (theme / "static" / "fonts" / name).read_bytes() for name, _ in FACES.values()}
        self._font = lru_cache(maxsize=64)(self._opened)
        self._advance = lru_cache(maxsize=4096)(self._measured)
        for face in FACES:
            self.width("A", face, 24)

    def width(self, text: str, face: Face, size: int) -> float:
        """In pixels; without kerning that is what its letters take one by one."""
        return sum(self._advance(letter, face, size) for letter in text)

    def line(self, text: str, face: Face, size: int) -> Image.Image:
        """The line as a shape (L); its baseline is `size` below its upper edge, and it begins `size // 4` in."""
        shape = Image.new("L", (round(self.width(text, face, size)) + size // 2, size * 3 // 2))
        ImageDraw.Draw(shape).text((size // 4, size), text, font=self._font(face, size), fill=255, anchor="ls")
        return shape

    def fitted(self, text: str, face: Face, sizes: Iterable[int], width: int, height: int) -> Set:
        """The text in the first of the sizes in which it fits, else in the last, cut with an ellipsis."""
        words = text.split()
        found = Set((), face, 1, 1)
        for size in sizes:
            leading = round(size * LEADING)
            most = max(1, height // leading)
            widths = [self.width(word, face, size) for word in words]
            lines = _broken(words, widths, self.width(" ", face, size), width)
            found = Set(lines, face, size, leading)
            if len(lines) <= most and max(widths, default=0) <= width:
                return found
        kept = [*found.lines[: most - 1], " ".join(found.lines[most - 1 :])]
        return Set(
            tuple(self._cut(line, face, found.size, width) for line in kept if line), face, found.size, found.leading
        )

    def _cut(self, line: str, face: Face, size: int, width: int) -> str:
        """The line, or as much of it as fits before an ellipsis: whole words where that leaves most of it."""
        if self.width(line, face, size) <= width:
            return line
        kept = line[: int(len(line) * width / self.width(line, face, size)) * 2]
        while kept and self.width(kept + ELLIPSIS, face, size) > width:
            kept = kept[:-1]
        whole = kept.rpartition(" ")[0]
        return (whole if len(whole) * 2 > len(kept) else kept).rstrip(" ,;:–-") + ELLIPSIS

    def _opened(self, face: Face, size: int) -> ImageFont.FreeTypeFont:
        name, value = FACES[face]
        # Pillow's other layout needs libraries that only some machines have: one site would have two kinds of bytes.
        font = ImageFont.truetype(io.BytesIO(self._files[name]), size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([value])
        return font

    def _measured(self, letter: str, face: Face, size: int) -> float:
        return self._font(face, size).getlength(letter)


def _broken(words: list[str], widths: list[float], space: float, width: float) -> tuple[str, ...]:
    """As few lines as there can be, and all of much the same length; a word is never parted."""
    lines = _filled(words, widths, space, width)
    for narrower in range(19, 10, -1):
        other = _filled(words, widths, space, width * narrower / 20)
        if len(other) > len(lines) or max(widths, default=0) > width * narrower / 20:
            break
        lines = other
    return tuple(" ".join(line) for line in lines)


def _filled(words: list[str], widths: list[float], space: float, width: float) -> list[list[str]]:
    """Lines as full as they can be."""
    lines: list[list[str]] = []
    room = 0.0
    for word, needed in zip(words, widths, strict=True):
        if lines and needed + space <= room:
            lines[-1].append(word)
            room -= needed + space
        else:
            lines.append([word])
            room = width - needed
    return lines
