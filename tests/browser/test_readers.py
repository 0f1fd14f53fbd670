"""What readers set for themselves costs them nothing: for pages see test_pages.py; here each probe sees what it looks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from probes import LOST, MOVING, OVERLAPPING, PLAIN_LINKS, SMALL, WITHOUT_FONTS
from visits import visiting


@pytest.mark.parametrize(
    ("style", "probe"),
    [
        ("main p { height: 1em; overflow: hidden }", LOST),
        ("main p { margin-top: -2em }", OVERLAPPING),
        ("nav ul { gap: 0 } nav a { display: block; width: 9px; height: 9px; padding: 0 }", SMALL),
        ("main a { text-decoration: none }", PLAIN_LINKS),
        ("main::after { content: 'x'; transition: color 1s }", MOVING),
    ],
)
def test_each_probe_sees_what_it_looks_for(chromium: Browser, example_site: Path, style: str, probe: str) -> None:
    with visiting(chromium, example_site, width=320) as visit:
        visit.open("/personuppgifter/")
        found = [_spoilt(visit.page, style, probe) for style in ("", style)]
    assert [bool(faults) for faults in found] == [False, True]


def _spoilt(page: Page, style: str, probe: str) -> list[str]:
    page.evaluate(
        "(style) => { const s = new CSSStyleSheet(); s.replaceSync(style); document.adoptedStyleSheets = [s] }", style
    )
    found: list[str] = page.evaluate(probe)
    return found


LINES = """
() => [...document.querySelectorAll('main :is(h1, h2, p)')].map((e) => {
  const range = document.createRange();
  range.selectNodeContents(e);
  return [...range.getClientRects()].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round));
})
"""


def test_a_page_whose_fonts_are_taken_away_is_set_as_one_to_which_none_came(
    chromium: Browser, example_site: Path
) -> None:
    with visiting(chromium, example_site, width=320, fonts=False) as visit:
        visit.open("/personuppgifter/")
        without = visit.page.evaluate(LINES)
    with visiting(chromium, example_site, width=320) as visit:
        visit.open("/personuppgifter/")
        visit.page.wait_for_function(
            "[...document.fonts].some((face) => face.status === 'loaded' && !/ as /.test(face.family))"
        )
        came = visit.page.evaluate(LINES)
        assert visit.page.evaluate(WITHOUT_FONTS) == []
        taken_away = visit.page.evaluate(LINES)
    assert taken_away == without != came
