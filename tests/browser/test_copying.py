"""Copying with a button: an enhancement that can be pressed by keyboard, says what it did, and is not needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sites import SITEURL
from visits import Visit, visiting


MEETING = "/motesplatser/2027-01-12-skrivtimmen/"


def press(visit: Visit, address: str, within: str) -> str:
    """Presses the first button to copy with, by keyboard alone, and gives what was said of it."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=SITEURL)
    visit.open(address)
    button = visit.page.locator(within).get_by_role("button", name="Kopiera").first
    button.focus()
    visit.page.keyboard.press("Enter")
    said = visit.page.locator("p[role=status]")
    said.filter(has_text="opiera").wait_for(state="attached")
    return said.inner_text()


@pytest.mark.parametrize("way", ["window.ClipboardItem", "undefined"])
def test_the_invitation_is_copied_whole(chromium: Browser, example_site: Path, way: str) -> None:
    with visiting(chromium, example_site, width=390) as visit:
        visit.page.add_init_script(f"window.ClipboardItem = {way}")
        assert press(visit, MEETING, ".invitation") == "Kopierat"
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert visit.faults == []
    assert copied == (example_site / MEETING.strip("/") / "inbjudan.txt").read_text("utf-8")


def test_an_address_is_copied(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=390) as visit:
        assert press(visit, "/prenumerera/", "main") == "Kopierat"
        assert visit.page.evaluate("navigator.clipboard.readText()") == f"{SITEURL}/kalender.ics"


def test_what_cannot_be_copied_is_said(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=390) as visit:
        visit.page.route("**/inbjudan.txt", lambda route: route.fulfill(status=500, body=""))
        assert press(visit, MEETING, ".invitation") == "Gick inte att kopiera"


def test_without_script_there_is_the_address_itself(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=390, script=False) as visit:
        visit.open("/prenumerera/")
        assert visit.page.get_by_role("button").count() == 0
        assert visit.page.get_by_text(f"{SITEURL}/kalender.ics", exact=True).first.is_visible()
        visit.open(MEETING)
        assert visit.page.locator(".invitation a").inner_text() == "Inbjudan som mejl"
