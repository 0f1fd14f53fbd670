"""The site's sign: the same drawing for tabs, for those who scale it and for phones, in colours of the theme."""

from __future__ import annotations

import io
import re

from lxml import etree
from PIL import Image

from meetingplace.publishing.icons import MARKS, NIGHT, PAPER, icons
from sites import ROOT


TOKENS = (ROOT / "theme/styles/10-tokens.css").read_text("utf-8")
BASE = (ROOT / "theme/templates/base.html").read_text("utf-8")


def test_each_form_is_what_its_name_says_and_the_same_each_time() -> None:
    ico, svg, touch = icons()
    assert [file.address for file in (ico, svg, touch)] == ["favicon.ico", "icon.svg", "apple-touch-icon.png"]
    with Image.open(io.BytesIO(ico.content)) as image:
        assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    with Image.open(io.BytesIO(touch.content)) as image:
        assert (image.size, image.info) == ((180, 180), {})
        assert image.convert("RGB").getpixel((0, 0)) == (0xF8, 0xF4, 0xEA)
    assert len(etree.fromstring(svg.content).findall("{http://www.w3.org/2000/svg}circle")) == len(MARKS)
    assert icons() == (ico, svg, touch)
    assert sum(len(file.content) for file in (ico, svg, touch)) < 10_000


def test_the_marks_meet_and_do_not_hide_each_other() -> None:
    with Image.open(io.BytesIO(icons()[2].content)) as image:
        colours = image.convert("RGB")
    for x, y, day, _ in MARKS:
        seen = colours.getpixel((round(x * 180 / 32), round(y * 180 / 32)))
        assert isinstance(seen, tuple)
        assert all(abs(one - int(day[i : i + 2], 16)) < 8 for one, i in zip(seen, (1, 3, 5), strict=True))


def test_their_colours_and_those_around_the_page_are_the_themes() -> None:
    light, dark = TOKENS.split("prefers-color-scheme: dark")
    assert all(day in light and night in dark for _, _, day, night in MARKS)
    assert re.findall(r'name="theme-color" content="([^"]*)"', BASE) == [PAPER, NIGHT]
    assert [re.findall(r"--paper: ([^;]*);", part)[0] for part in (light, dark)] == [PAPER, NIGHT]
