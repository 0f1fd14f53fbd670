"""What decides whether one goes is on the first two screens of a phone, and an address is broken where it can be read."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from sites import read_pages
from visits import Visit, visiting


PHONE, TWO_SCREENS = 390, 2 * 844
LINES = """
(link) => {
  const lines = [];
  const range = document.createRange();
  let last = null;
  for (const node of [...link.childNodes].filter((each) => each.nodeType === Node.TEXT_NODE)) {
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top } = range.getBoundingClientRect();
      if (last === null || top > last + 4) lines.push('');
      lines[lines.length - 1] += node.data[at];
      last = top;
    }
  }
  return lines;
}
"""
LOWEST = """
() => Math.max(...[...document.querySelectorAll('.signup, .glance__row:has(a[href="#fakta-pay"])')]
  .filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().bottom + scrollY))
"""


def test_sign_up_and_pay_are_within_two_screens_of_a_phone(chromium: Browser, example_site: Path) -> None:
    meetings = [at for at, file in read_pages(example_site) if 'href="#fakta-pay"' in file.read_text("utf-8")]
    with visiting(chromium, example_site, width=PHONE) as visit:
        found = {at: _lowest(visit, at) for at in meetings}
    assert len(found) > 15
    assert {at: lowest for at, lowest in found.items() if lowest > TWO_SCREENS} == {}


def _lowest(visit: Visit, address: str) -> float:
    visit.open(address)
    lowest: float = visit.page.evaluate(LOWEST)
    return lowest


def test_addresses_take_a_new_line_at_their_signs_alone(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=PHONE) as visit:
        visit.open("/kontakt/")
        found = [link.evaluate(LINES) for link in visit.page.locator(".contact__ways a[href^=mailto]").all()]
    broken = [lines for lines in found if len(lines) > 1]
    assert len(broken) > 3
    assert [lines for lines in broken if any(line[0] not in "@." for line in lines[1:])] == []


def test_nothing_is_empty_beside_what_decides(chromium: Browser, example_site: Path) -> None:
    """Counts and what follows them reach about as far down as the facts beside them."""
    with visiting(chromium, example_site, width=1280) as visit:
        visit.open("/motesplatser/2026-11-26-scenkonst-for-unga/")
        more, decide = (visit.page.locator(name).bounding_box() for name in (".meeting__more", ".meeting__decide"))
    assert more is not None
    assert decide is not None
    assert more["x"] + more["width"] < decide["x"]
    assert more["y"] < decide["y"] + decide["height"]
