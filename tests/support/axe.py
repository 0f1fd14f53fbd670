"""axe-core on an open page: all of its rules, and those of colours in each choice of colours."""

from __future__ import annotations

from typing import Literal, TypedDict

from playwright.sync_api import Page

from sites import ROOT


AXE = (ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]  # all others ask of what is there, and colours change none of it
RUN_AXE = """
async (runOnly) => {
  const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 5).join(', ')})`);
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


def brings_axe(page: Page) -> None:
    """Lets every document that is opened from now on have axe, which costs less than to add it to each."""
    page.add_init_script(AXE)


def violations(page: Page, choices: tuple[str, ...] = tuple(COLOURS)) -> list[str]:
    """What axe says of an open page that has it (see `brings_axe`) in each choice of colours."""
    found = []
    for name, colours in ((choice, COLOURS[choice]) for choice in choices):
        page.emulate_media(**colours)
        chosen = RULES if name == "light" else OF_COLOURS
        found += [f"{name}: {violation}" for violation in page.evaluate(RUN_AXE, chosen)]
    page.emulate_media(**COLOURS["light"])
    return found
