"""What readers set for themselves costs them nothing: more space in texts, less motion, fingers instead of a pointer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sites import page_kinds
from visits import visiting


# WCAG 2.2, 1.4.12: what a page has to bear.
MORE_SPACE = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}
"""
LOST = """
() => {
  const told = (e) => `${e.tagName.toLowerCase()}.${e.className.baseVal ?? e.className}: ${e.textContent.trim().slice(0, 30)}`;
  const shown = [...document.body.querySelectorAll('*')].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const isClipped = (e) => {
    const { overflowX: x, overflowY: y, clipPath, position } = getComputedStyle(e);
    if (position === 'absolute' && e.clientWidth <= 1) return false; // for those who listen
    return clipPath === 'none' && ((/hidden|clip/.test(x) && e.scrollWidth > e.clientWidth + 1)
      || (/hidden|clip/.test(y) && e.scrollHeight > e.clientHeight + 1));
  };
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : [];
  return [...wide, ...shown.filter((e) => e.clientWidth && isClipped(e)).map((e) => `clipped: ${told(e)}`)];
}
"""
# Two texts lie over each other where their letters would: a line's box has air above and below them.
OVERLAPPING = """
() => {
  const isForListeners = (e) => e !== document.body && (getComputedStyle(e).clipPath !== 'none' || isForListeners(e.parentElement));
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    const e = text.parentElement;
    if (!text.data.trim() || !e.checkVisibility({ visibilityProperty: true }) || e.closest('svg, .skip') || isForListeners(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const air = (bottom - top) / 4;
      if (right - left > 1 && bottom - top > 1) lines.push({ text, left, right, top: top + air, bottom: bottom - air });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const found = [];
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j += 1) {
      const b = lines[j];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (a.text !== b.text && wide > 2 && Math.min(a.bottom, b.bottom) > b.top + 1) {
        found.push(`${a.text.data.trim().slice(0, 30)} / ${b.text.data.trim().slice(0, 30)}`);
      }
    }
  });
  return found;
}
"""
# Links within a sentence are as high as its lines (WCAG 2.2, 2.5.8: inline); all others have 24 px, or 24 px to themselves.
SMALL = """
() => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const controls = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
    .filter((e) => shown(e) && !e.classList.contains('skip'));
  const inText = (e) => getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes]
    .some((n) => n !== e && /[\\p{L}\\p{N}]/u.test(n.textContent) && !(n.nodeType === 1 && n.matches('a, button')));
  const boxes = controls.map((e) => ({ e, box: (e.closest('label') ?? e).getBoundingClientRect() }));
  const near = (one, other) => {
    const x = one.left + one.width / 2, y = one.top + one.height / 2;
    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  return boxes.filter(({ e, box }) => (box.width < 24 || box.height < 24) && !inText(e)
      && boxes.some((other) => other.e !== e && !other.e.contains(e) && !e.contains(other.e) && [...other.e.getClientRects()].some((line) => near(box, line))))
    .map(({ e, box }) => `${e.textContent.trim().slice(0, 30)} (${Math.round(box.width)} x ${Math.round(box.height)})`);
}
"""
MOVING = """
() => {
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  const moves = (style) => seconds(style.transitionDuration) > 0.001 || style.scrollBehavior === 'smooth'
    || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.001);
  const parts = [null, '::before', '::after', '::details-content', '::backdrop'];
  return [...document.querySelectorAll('*')].filter((e) => parts.some((part) => moves(getComputedStyle(e, part))))
    .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
}
"""
# A link among other words is told from them by more than its colour.
PLAIN_LINKS = """
() => [...document.querySelectorAll('main :is(p, li, dd) a[href]')].filter((e) => {
  const words = [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && /\\p{L}{2}/u.test(n.data));
  return words && getComputedStyle(e).display === 'inline' && getComputedStyle(e).textDecorationLine === 'none';
}).map((e) => e.textContent.trim().slice(0, 40))
"""


def of_each_kind(
    browser: Browser, root: Path, probes: tuple[str, ...], *, width: int, calm: bool = False, fonts: bool = True
) -> dict[str, list[str]]:
    """What the probes find on each kind of page, one after the other; kinds on which they find nothing are left out."""
    faults = {}
    with visiting(browser, root, width=width, fonts=fonts) as visit:
        visit.page.emulate_media(reduced_motion="reduce" if calm else "no-preference")
        for kind, address in page_kinds(root).items():
            visit.open(address)
            faults[kind] = [fault for probe in probes for fault in visit.page.evaluate(probe) or []]
    return {kind: found for kind, found in faults.items() if found}


@pytest.mark.parametrize(("width", "fonts"), [(320, True), (320, False), (1280, False)])
def test_more_space_in_texts_loses_none_of_them(chromium: Browser, example_site: Path, width: int, fonts: bool) -> None:
    probes = (OVERLAPPING, MORE_SPACE, LOST, OVERLAPPING)
    assert of_each_kind(chromium, example_site, probes, width=width, fonts=fonts) == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_a_finger_finds_every_control_and_everyone_sees_what_is_a_link(
    chromium: Browser, example_site: Path, width: int
) -> None:
    assert of_each_kind(chromium, example_site, (SMALL, PLAIN_LINKS), width=width) == {}


def test_nothing_moves_for_those_who_asked_for_calm(chromium: Browser, example_site: Path) -> None:
    assert of_each_kind(chromium, example_site, (MOVING,), width=1280, calm=True) == {}


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
