"""The keyboard's way through an open page: every control once, in the order of the text, and seen."""

from __future__ import annotations

from playwright.sync_api import Page


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


def tab_through(page: Page) -> list[str]:
    """What is wrong with the way of the focus through an open page, from its beginning to past its end."""
    for _ in range(int(page.evaluate(FOLLOW))):
        page.keyboard.down("Tab")  # held down, as a repeating key
    page.keyboard.up("Tab")
    expected, visited, unseen = page.evaluate("() => [expected, visited, unseen]")
    astray = next(
        (f"{came} where {should} stands" for came, should in zip(visited, expected, strict=False) if came != should), ""
    )
    faults = [f"not seen: {control}" for control in unseen] + ([f"astray: {astray}"] if astray else [])
    return faults if len(visited) == len(expected) else [*faults, f"{len(visited)} of {len(expected)} are reached"]


def past_the_menu(page: Page) -> list[str]:
    """Where the way goes on that the first control leads, if that is not past the menu."""
    page.evaluate("document.querySelector('[data-place=\"0\"]').focus()")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    led = page.evaluate("document.activeElement.closest('main, footer') ? '' : document.activeElement.outerHTML")
    return [f"leads to the menu: {led}"] if led else []
