"""axe-core finds nothing on any kind of page, in any language, on a phone and a desk, in whatever colours."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Browser, Page, expect

from sites import ROOT, page_kinds, swedish_kinds
from visits import visiting


AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]  # all others ask of what is there, and colours change none of it
RUN_AXE = """
async (runOnly) => {
  const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 5).join(', ')})`);
}
"""
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


class Colours(TypedDict):
    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active", "none"]


COLOURS: dict[str, Colours] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}


def violations(page: Page, choices: tuple[str, ...] = tuple(COLOURS)) -> list[str]:
    """What axe says of an open page in each choice of colours, so that it is opened only once."""
    page.evaluate(AXE.read_text("utf-8"))
    found = []
    for name, colours in ((choice, COLOURS[choice]) for choice in choices):
        page.emulate_media(**colours)
        chosen = RULES if name == "light" else OF_COLOURS
        found += [f"{name}: {violation}" for violation in page.evaluate(RUN_AXE, chosen)]
    page.emulate_media(**COLOURS["light"])
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_on_a_phone(chromium: Browser, example_site: Path, language: str) -> None:
    faults = {}
    with visiting(chromium, example_site, width=320) as visit:
        for kind, address in page_kinds(example_site).items():
            if kind.startswith(language):
                visit.open(address)
                faults[kind] = violations(visit.page)
    assert {kind: found for kind, found in faults.items() if found} == {}


def test_axe_finds_nothing_on_a_desk(chromium: Browser, example_site: Path) -> None:
    """In one language and one choice of colours: the words and the colours are those of a phone."""
    faults = {}
    with visiting(chromium, example_site, width=1280) as visit:
        for kind, address in swedish_kinds(example_site).items():
            visit.open(address)
            faults[kind] = violations(visit.page, ("light",))
    assert {kind: found for kind, found in faults.items() if found} == {}


def test_axe_finds_nothing_in_what_a_search_finds(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=320) as visit:
        visit.open("/sok/?q=konst")
        expect(visit.page.locator(".result")).not_to_have_count(0)
        assert [*visit.faults, *violations(visit.page)] == []


def test_axe_sees_every_choice_of_colours(chromium: Browser, example_site: Path) -> None:
    """A control group: of a page that is spoilt once for each, each time it is told."""
    with visiting(chromium, example_site, width=320) as visit:
        visit.open("/404.html")
        visit.page.evaluate(SPOIL)
        found = [violation.split(": ", 2)[:2] for violation in violations(visit.page)]
    assert found == [
        ["light", "color-contrast"],
        ["light", "image-alt"],
        ["dark", "color-contrast"],
        ["forced", "color-contrast"],
    ]
