"""A keyboard reaches all that a mouse does: in the order of the text, visibly, with a way past the menu, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sites import swedish_kinds
from visits import visiting


# Where the focus has been, and whether it could be seen there: an outline that is drawn, of 2 px or more.
FOLLOW = """
() => {
  const controls = 'a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex], [contenteditable]';
  const told = (e) => `${e.tagName.toLowerCase()} ${(e.textContent || e.name || e.type || '').trim().slice(0, 40)}`;
  const reachable = [...document.querySelectorAll(controls)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)
    .filter((e) => !(e.type === 'radio' && e.form && e !== (e.form.querySelector(`[name="${e.name}"]:checked`)
      || e.form.querySelector(`[name="${e.name}"]`))));
  window.expected = reachable.map((e, i) => { e.dataset.place = i; return `${i} ${told(e)}`; });
  window.visited = [];
  window.unseen = [];
  document.addEventListener('focusin', ({ target: e }) => {
    window.visited.push(`${e.dataset.place} ${told(e)}`);
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    if (!drawn || !inside) window.unseen.push(told(e));
  });
  return reachable.length;
}
"""
REVERSED = """
() => [...document.querySelectorAll('body *')].filter((e) => {
  const style = getComputedStyle(e);
  return style.order !== '0' || /reverse/.test(style.flexDirection + style.flexWrap) || e.tabIndex > 0;
}).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)
"""


def tab_through(page: Page) -> list[str]:
    """What is wrong with the way of the focus through an open page, from its beginning to past its end."""
    for _ in range(int(page.evaluate(FOLLOW))):
        page.keyboard.press("Tab")
    expected, visited, unseen = page.evaluate("() => [expected, visited, unseen]")
    astray = next(
        (f"{came} where {should} stands" for came, should in zip(visited, expected, strict=False) if came != should), ""
    )
    faults = [f"not seen: {control}" for control in unseen] + ([f"astray: {astray}"] if astray else [])
    return faults if len(visited) == len(expected) else [*faults, f"{len(visited)} of {len(expected)} are reached"]


@pytest.mark.parametrize("width", [320, 1280])
def test_every_control_is_reached_once_in_order_and_seen(chromium: Browser, example_site: Path, width: int) -> None:
    faults = {}
    with visiting(chromium, example_site, width=width) as visit:
        for kind, address in swedish_kinds(example_site).items():
            visit.open(address)
            faults[kind] = tab_through(visit.page)
    assert {kind: found for kind, found in faults.items() if found} == {}


def test_nothing_is_shown_in_another_order_than_it_is_written(chromium: Browser, example_site: Path) -> None:
    faults = {}
    with visiting(chromium, example_site, width=1280) as visit:
        for kind, address in swedish_kinds(example_site).items():
            visit.open(address)
            faults[kind] = visit.page.evaluate(REVERSED)
    assert {kind: found for kind, found in faults.items() if found} == {}


def test_the_first_control_leads_past_the_menu(chromium: Browser, example_site: Path) -> None:
    faults = {}
    with visiting(chromium, example_site, width=320) as visit:
        for kind, address in swedish_kinds(example_site).items():
            visit.open(address)
            visit.page.keyboard.press("Tab")
            visit.page.keyboard.press("Enter")
            visit.page.keyboard.press("Tab")
            faults[kind] = visit.page.evaluate(
                "() => document.activeElement.closest('main, footer') ? '' : document.activeElement.outerHTML"
            )
    assert {kind: found for kind, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        ("document.querySelector('main a').tabIndex = 5", "astray: "),
        ("document.querySelector('main a').addEventListener('focus', (e) => e.target.blur())", "astray: "),
        ("document.querySelector('main a').style.outline = 'none'", "not seen: "),
    ],
)
def test_a_spoilt_way_is_seen(chromium: Browser, example_site: Path, spoil: str, fault: str) -> None:
    with visiting(chromium, example_site, width=320) as visit:
        visit.open("/personuppgifter/")
        visit.page.evaluate(f"() => {{ {spoil} }}")
        found = tab_through(visit.page)
    assert [line[: len(fault)] for line in found[:1]] == [fault]
