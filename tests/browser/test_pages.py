"""Pages in Chromium, under the site's own security policy: every kind for everyone, every one on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sites import page_kinds, read_pages
from visits import Visit, visiting


NARROW, ENLARGED, WIDE = 320, 640, 1280  # 1280 at 400 %, at 200 % and as it is (WCAG 2.2, 1.4.10 and 1.4.4)

WIDER_THAN_THE_SCREEN = """
() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const over = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > wide + 1);
  return over.slice(-3).map((e) => `${e.tagName.toLowerCase()}.${e.className}: ${e.textContent.trim().slice(0, 40)}`);
}
"""
COVERED = """
() => [...document.querySelectorAll('main :is(a[href], button, summary)')].filter((control) => {
  if (!control.checkVisibility()) return false;
  control.scrollIntoView({ block: 'center' });
  const box = control.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return top && top !== control && !control.contains(top) && !top.contains(control);
}).map((control) => control.textContent.trim().slice(0, 40))
"""
SHOW_INSTEAD = """
(text) => document.body.replaceWith(new DOMParser().parseFromString(text, 'text/html').body)
"""
RUN_INLINE_SCRIPT = """
() => {
  const script = document.createElement('script');
  script.textContent = 'window.inlineScriptRan = true';
  document.head.append(script);
  return window.inlineScriptRan === true;
}
"""


def overflow(page: Page) -> list[str]:
    found: list[str] = page.evaluate(WIDER_THAN_THE_SCREEN)
    return [f"wider than the screen: {element}" for element in found]


def covered(page: Page) -> list[str]:
    """Controls over whose middle another lies: who presses there presses that (WCAG 2.2, 2.4.11)."""
    found: list[str] = page.evaluate(COVERED)
    return [f"covered: {control}" for control in found]


def look(visit: Visit, address: str) -> list[str]:
    """What is wrong with a page; its policy is tried last, for the browser complains of what it stops."""
    visit.open(address)
    found = [*visit.faults, *overflow(visit.page), *covered(visit.page)]
    return [*found, "an inline script runs"] if visit.page.evaluate(RUN_INLINE_SCRIPT) else found


def test_no_page_at_all_is_wider_than_a_phone(chromium: Browser, example_site: Path) -> None:
    """One page is opened, and shows what stands on each of the others: to open every one takes ten times as long."""
    with visiting(chromium, example_site, width=NARROW) as visit:
        visit.open("/")
        faults = {}
        for address, file in read_pages(example_site):
            visit.page.evaluate(SHOW_INSTEAD, file.read_text("utf-8"))
            faults[address] = overflow(visit.page)
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.parametrize("width", [NARROW, ENLARGED, WIDE])
def test_no_kind_of_page_has_faults_on_any_screen(chromium: Browser, example_site: Path, width: int) -> None:
    with visiting(chromium, example_site, width=width) as visit:
        faults = {address: look(visit, address) for address in page_kinds(example_site).values()}
    assert {address: found for address, found in faults.items() if found} == {}


def test_whom_you_will_meet_can_be_read_without_script(chromium: Browser, example_site: Path) -> None:
    addresses = [address for address in page_kinds(example_site).values() if _has_participants(example_site, address)]
    assert addresses

    def read(*, script: bool) -> dict[str, str]:
        with visiting(chromium, example_site, width=NARROW, script=script) as visit:
            texts = {}
            for address in addresses:
                visit.open(address)
                texts[address] = visit.page.locator("#vilka").inner_text()
            return texts

    assert read(script=False) == read(script=True)


def _has_participants(root: Path, address: str) -> bool:
    file = root / address.lstrip("/")
    file = file / "index.html" if address.endswith("/") else file
    return 'id="vilka"' in file.read_text("utf-8")
