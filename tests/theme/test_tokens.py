"""The colours of the theme, computed from its own file of tokens."""

from __future__ import annotations

import pytest

from meetingplace.publishing.accents import ACCENTS
from meetingplace.publishing.tokens import contrast, tokens
from sites import ROOT


TOKENS = tokens((ROOT / "theme/styles/10-tokens.css").read_text("utf-8"))


def test_black_on_white_has_the_greatest_contrast_and_order_is_no_matter() -> None:
    assert contrast("#000", "#ffffff") == contrast("#fff", "#000000") == 21


def test_a_known_grey_has_the_contrast_that_others_compute() -> None:
    assert round(contrast("#767676", "#fff"), 2) == 4.54


def test_only_the_query_for_the_dark_is_read_as_dark() -> None:
    css = ":root { --ink: #000; } @media (prefers-color-scheme: dark) { :root { --ink: #fff; } }"
    found = tokens(css + " @media (forced-colors: active) { :root { --ink: CanvasText; } }")
    assert (found.value("ink", dark=False), found.value("ink", dark=True)) == ("#000", "#fff")


def test_what_is_no_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="red: no colour in hexadecimal"):
        contrast("red", "#fff")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_ink_has_contrast_enough_on_every_ground(dark: bool) -> None:
    found = {
        (ink, ground): contrast(TOKENS.value(ink, dark=dark), TOKENS.value(ground, dark=dark))
        for ink, ground, _ in TOKENS.pairs()
    }
    assert {
        (ink, ground): round(found[ink, ground], 2)
        for ink, ground, least in TOKENS.pairs()
        if found[ink, ground] < least
    } == {}


def test_every_accent_has_a_colour_of_its_own_in_light_and_dark() -> None:
    names = [f"accent-{number}" for number in range(ACCENTS + 1)]
    assert len({TOKENS.light[name] for name in names}) == len({TOKENS.dark[name] for name in names}) == len(names)


def test_colours_that_a_reader_forces_are_none_of_the_theme() -> None:
    css = ":root { --ink: #000; } (prefers-color-scheme: dark) { --ink: #fff; } (forced-colors: active) { --ink: CanvasText; }"
    assert (tokens(css).light, tokens(css).dark) == ({"ink": "#000"}, {"ink": "#fff"})
