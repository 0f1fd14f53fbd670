"""How a share picture is drawn: a leaf of a programme, with the day in the margin and a mark for each who comes."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw

from meetingplace.publishing.views import Share

from .inks import Sheet
from .typesetting import Face, Set, Type


WIDTH, HEIGHT = 1200, 630
"""What the big services crop nothing of (Open Graph's usual 1.91 to 1)."""
LEFT, RIGHT, COLUMN = 68, 1132, 392
HEAD, TOP, FOOT = 72, 96, 588
"""The baseline of the site's name, the bar below it, and the baseline of the lowest line."""
DAYS = (248, 216, 184, 156, 132, 112, 96)
TITLES = (112, 100, 90, 80, 70, 62, 54, 48, 42)
MARKS = ((44, 12, 1), (36, 10, 1), (28, 8, 2), (20, 6, 2), (16, 5, 3), (10, 4, 4))
"""Diameters of marks, the gaps between them, and in how many rows they may stand, the largest first."""
FINENESS = 8


class Artist:
    """Draws share pictures with a theme's typefaces. Raises OSError where these cannot be read."""

    def __init__(self, theme: Path) -> None:
        self._type = Type(theme)

    def draw(self, share: Share) -> bytes:
        """The picture as PNG. It depends on what it shows alone."""
        sheet = Sheet(WIDTH, HEIGHT)
        self._head(share, sheet)
        left = COLUMN if share.big or share.below else LEFT
        floor = self._meets(share, sheet, left)
        self._title(share, sheet, left, floor)
        self._day(share, sheet)
        return sheet.png()

    def _head(self, share: Share, sheet: Sheet) -> None:
        """The site's name at the left and, in a site of examples, that it is one at the right."""
        room = RIGHT - LEFT
        if share.site:
            room -= self._line(share.site, "bold", (28, 24), (LEFT, HEAD), room // 2, "ink", sheet) + 40
        if share.notice:
            self._line(share.notice, "text", (24, 22, 20), (RIGHT, HEAD), room, "quiet", sheet, right=True)
        sheet.bar((LEFT, TOP, RIGHT, TOP + 4), "ink")

    def _day(self, share: Share, sheet: Sheet) -> None:
        """The day in the margin: a large number between its weekday and its month."""
        y, room = TOP + 18, COLUMN - LEFT - 36
        if share.above:
            y += 38
            self._line(share.above, "text", (34, 30, 26, 22), (LEFT, y), room, "ink", sheet)
        if share.big:
            size = self._type.fitted(share.big, "display", DAYS, room, 1).size
            y += round(size * 0.7) + 26
            self._line(share.big, "display", (size,), (LEFT - size // 24, y), room, "ink", sheet)
            y += 8
        for number, line in enumerate(share.below):
            face: Face = "text" if number else "display"
            y += 48 if number else 56
            self._line(line, face, (34, 30, 26) if number else (48, 42, 36, 30), (LEFT, y), room, "ink", sheet)

    def _title(self, share: Share, sheet: Sheet, left: int, floor: int) -> None:
        """What is not plain, the title, and the place, between the head and `floor`."""
        y, room = TOP + 12, RIGHT - left
        if share.status:
            y += 46
            self._line(share.status, "bold", (38, 32), (left, y), room, "accent", sheet)
            sheet.bar((left, y + 16, RIGHT, y + 19), "accent")
            y += 14
        place = self._type.fitted(share.place, "text", (38, 34, 32), room, 84)
        below = len(place.lines) * place.leading + 20
        title = self._type.fitted(share.title, "display", TITLES, room, floor - y - below - 16)
        y = self._lines(title, (left, y + 8), "ink", sheet)
        self._lines(place, (left, y + 12), "quiet", sheet)

    def _meets(self, share: Share, sheet: Sheet, left: int) -> int:
        """Whom one will meet, in numbers, at the foot: marks above words. Returns where its rule is."""
        words = self._type.fitted(share.meets, "text", (34, 30, 28), RIGHT - left, 112)
        y = FOOT - words.leading * len(words.lines)
        self._lines(words, (left, y), "ink", sheet)
        y = _marks(share.kinds, left, y - 8 if words.lines else y, sheet)
        if share.kinds or words.lines:
            y -= 22
            sheet.bar((left, y, RIGHT, y + 2), "rule")
        return y

    def _lines(self, found: Set, at: tuple[int, int], ink: str, sheet: Sheet) -> int:
        """Print lines below each other from `at` (x, y); returns where the last one ends."""
        x, y = at
        for line in found.lines:
            sheet.stamp(self._type.line(line, found.face, found.size), [(x - found.size // 4, y)], ink)
            y += found.leading
        return y

    def _line(
        self,
        text: str,
        face: Face,
        sizes: tuple[int, ...],
        at: tuple[int, int],
        room: int,
        ink: str,
        sheet: Sheet,
        *,
        right: bool = False,
    ) -> int:
        """Print one line, which begins `at` (x, the baseline's y) or ends there; returns its width."""
        found = self._type.fitted(text, face, sizes, room, 1)
        width = round(sum(self._type.width(line, face, found.size) for line in found.lines))
        self._lines(found, (at[0] - width if right else at[0], at[1] - found.size), ink, sheet)
        return width


def _marks(kinds: tuple[tuple[str, int], ...], left: int, bottom: int, sheet: Sheet) -> int:
    """A mark for each who comes, as large as there is room for, above `bottom`; returns where they begin.

    Where they are too many for marks that can be told apart, there are none: the words say how many.
    """
    total = sum(count for _, count in kinds)
    for side, gap, rows in MARKS:
        step = side + gap
        most = (RIGHT - left + gap) // step
        needed = -(-total // most)
        if 0 < needed <= rows:
            top = bottom - needed * step
            places = ((left + n % most * step, top + n // most * step) for n in range(total))
            for kind, count in kinds:
                sheet.stamp(_dot(side), list(islice(places, count)), kind)
            return top
    return bottom


@cache
def _dot(side: int) -> Image.Image:
    large = Image.new("L", (side * FINENESS, side * FINENESS))
    ImageDraw.Draw(large).ellipse((0, 0, side * FINENESS - 1, side * FINENESS - 1), fill=255)
    return large.reduce(FINENESS)
