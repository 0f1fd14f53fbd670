"""The site's own sign, three marks that meet, in the forms that browsers ask for: drawn once, written thrice."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from meetingplace.building import File


SIDE, CORNER, RADIUS = 32, 7, 6
MARKS = ((16, 10.5, "#932f1d", "#f2a48c"), (9.7, 21.4, "#24594c", "#8fc7b2"), (22.3, 21.4, "#785711", "#dfbb6a"))
"""Where the marks are (x, y), and their colours by day and by night: those of three kinds of people in the theme."""
PAPER, NIGHT = "#f8f4ea", "#14201c"
SIZES, TOUCH = (16, 32, 48), 180
FINENESS = 8


def icons() -> tuple[File, File, File]:
    """For the root of the published folder: what is asked for unasked, what scales, and what phones keep."""
    written = io.BytesIO()
    drawn = [_drawn(side, CORNER) for side in SIZES]
    drawn[-1].save(written, "ICO", sizes=[image.size for image in drawn], append_images=drawn[:-1])
    touch = io.BytesIO()
    _drawn(TOUCH, 0).convert("RGB").quantize(64).save(touch, "PNG")
    return (
        File("favicon.ico", written.getvalue()),
        File("icon.svg", _svg().encode()),
        File("apple-touch-icon.png", touch.getvalue()),
    )


def _svg() -> str:
    """It has the colours of the day where styles are not let in, and those of the night where that is wanted."""
    night = "".join(f".m{number}{{fill:{mark[3]}}}" for number, mark in enumerate(MARKS))
    marks = "".join(
        f'<circle class="m{number}" cx="{x}" cy="{y}" r="{RADIUS}" fill="{day}"/>'
        for number, (x, y, day, _) in enumerate(MARKS)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
        f"<style>@media (prefers-color-scheme: dark){{.p{{fill:{NIGHT}}}{night}}}</style>"
        f'<rect class="p" width="{SIDE}" height="{SIDE}" rx="{CORNER}" fill="{PAPER}"/>{marks}</svg>\n'
    )


def _drawn(side: int, corner: int) -> Image.Image:
    """The sign by day with so many pixels a side; phones cut the corners by themselves."""
    scale = side * FINENESS / SIDE
    image = Image.new("RGBA", (side * FINENESS, side * FINENESS))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, image.width - 1, image.height - 1), corner * scale, fill=PAPER)
    for x, y, day, _ in MARKS:
        pen.circle((x * scale, y * scale), RADIUS * scale, fill=day)
    return image.reduce(FINENESS)
