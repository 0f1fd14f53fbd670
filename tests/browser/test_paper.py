"""On paper: a meeting is one sheet to hand on, and says where it stands on the web."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser

from sites import read_pages
from visits import Visit, visiting


ORDINARY = 25
"""People: of more than these an invitation may need a second sheet."""


def sheets(visit: Visit, address: str) -> int:
    """How many sheets of A4 a page is."""
    visit.open(address)
    pdf = visit.page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def meetings(root: Path) -> dict[str, int]:
    """The meetings of a site, with how many are named at each."""
    texts = {address: file.read_text("utf-8") for address, file in read_pages(root)}
    return {address: text.count('<li class="person ') for address, text in texts.items() if 'page--meeting"' in text}


def test_an_ordinary_meeting_is_one_sheet(chromium: Browser, example_site: Path) -> None:
    ordinary = [address for address, people in meetings(example_site).items() if people <= ORDINARY]
    assert len(ordinary) > 20
    with visiting(chromium, example_site, width=1280) as visit:
        longer = {address: sheets(visit, address) for address in ordinary}
    assert {address: count for address, count in longer.items() if count != 1} == {}


def test_on_paper_the_address_of_the_page_can_be_read(chromium: Browser, example_site: Path) -> None:
    address = max(meetings(example_site))
    with visiting(chromium, example_site, width=1280) as visit:
        visit.open(address)
        on_screen = visit.page.locator(".meeting__address").is_visible()
        visit.page.emulate_media(media="print")
        on_paper = visit.page.locator(".meeting__address")
        assert (on_screen, on_paper.is_visible()) == (False, True)
        assert on_paper.inner_text() == f"motesplatser.example{address}"
