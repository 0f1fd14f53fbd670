"""axe-core finds nothing in what a script puts on a page, and sees each choice of colours; for pages see test_pages.py."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from axe import brings_axe, violations
from visits import visiting


SPOIL = """
() => {
  const media = ['(prefers-color-scheme: light) and (forced-colors: none)', '(prefers-color-scheme: dark)', '(forced-colors: active)'];
  const main = document.querySelector('main');
  main.append(document.createElement('img'));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(media.map((when) => `@media ${when} { main p { forced-color-adjust: none; color: #888; background: #777 } }`).join(' '));
  document.adoptedStyleSheets = [sheet];
}
"""


def test_axe_finds_nothing_in_what_a_search_finds(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=320) as visit:
        brings_axe(visit.page)
        visit.open("/sok/?q=konst")
        expect(visit.page.locator(".result")).not_to_have_count(0)
        assert [*visit.faults, *violations(visit.page)] == []


def test_axe_sees_every_choice_of_colours(chromium: Browser, example_site: Path) -> None:
    """A control group: of a page that is spoilt once for each, each time it is told."""
    with visiting(chromium, example_site, width=320) as visit:
        brings_axe(visit.page)
        visit.open("/404.html")
        visit.page.evaluate(SPOIL)
        found = [violation.split(": ", 2)[:2] for violation in violations(visit.page)]
    assert found == [
        ["light", "color-contrast"],
        ["light", "image-alt"],
        ["dark", "color-contrast"],
        ["forced", "color-contrast"],
    ]
