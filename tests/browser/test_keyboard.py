"""A keyboard reaches all that a mouse does: for pages see test_pages.py; here what keeps it from that is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tabbing import tab_through
from visits import visiting


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
