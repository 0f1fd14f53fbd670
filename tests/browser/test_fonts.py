"""The site's fonts never keep a reader waiting, and come to everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sites import SITEURL
from visits import visiting


FONTS = ["familjen-grotesk.woff2", "hedvig-letters-serif.woff2"]
ARRIVED = "() => [...document.fonts].filter((face) => face.status === 'loaded' && /^.?(Hedvig L|Familjen G)/.test(face.family)).length === 2"
BEFORE_PAINT = """
() => {
  const [painted] = performance.getEntriesByName('first-contentful-paint');
  return performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.woff2') && one.startTime < painted.startTime)
    .map((one) => one.name);
}
"""


def test_who_comes_from_elsewhere_reads_before_any_font_is_asked_for(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=390) as visit:
        visit.page.goto(SITEURL, referer="https://other.example/")
        visit.page.wait_for_function(ARRIVED)
        assert visit.page.evaluate(BEFORE_PAINT) == []


@pytest.mark.parametrize("script", [True, False])
def test_who_comes_from_a_page_of_ours_or_runs_no_script_has_the_fonts_at_once(
    chromium: Browser, example_site: Path, script: bool
) -> None:
    asked = []
    with visiting(chromium, example_site, width=390, script=script) as visit:
        visit.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        visit.open("/")
        assert sorted(name for name in asked if name.endswith(".woff2")) == FONTS
