"""The page of subscriptions: everything that is published to subscribe to is on it, but for what is someone's own."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from sites import SITEURL


CALENDARS = ("kalender.ics", "sista-dag.ics")
FEEDS = ("rss.xml", "atom.xml", "feed.json", "nytt.xml")


@pytest.fixture(scope="module", params=["", "en/"])
def folder(request: pytest.FixtureRequest) -> str:
    """Where an edition of the site is, below its root."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def page(example_site: Path) -> lxml.html.HtmlElement:
    return page_in(example_site)


def page_in(root: Path, folder: str = "") -> lxml.html.HtmlElement:
    return lxml.html.parse(root / folder / "prenumerera/index.html").getroot()


def published(root: Path, folder: str, names: tuple[str, ...]) -> set[str]:
    found = {file.relative_to(root).as_posix() for name in names for file in root.rglob(name)}
    own = {name for name in found if name.startswith(folder) and (folder or not name.startswith("en/"))}
    return {f"{SITEURL}/{name}" for name in own if not name.startswith(f"{folder}personer/")}


def test_every_calendar_and_feed_is_there_as_text(folder: str, example_site: Path) -> None:
    page = page_in(example_site, folder)
    links = {link.text_content(): link.get("href") for link in page.xpath("//p[@class='address']/a")}
    assert set(links) >= published(example_site, folder, (*CALENDARS, *FEEDS))
    assert {text for text, href in links.items() if text != href} == set()


def test_every_calendar_can_be_opened_in_a_program(folder: str, example_site: Path) -> None:
    page = page_in(example_site, folder)
    opened = {href.replace("webcal://", "https://") for href in page.xpath("//a[starts-with(@href, 'webcal:')]/@href")}
    assert opened >= published(example_site, folder, CALENDARS)


def test_no_two_links_of_one_name_lead_to_different_calendars(page: lxml.html.HtmlElement) -> None:
    names = [link.get("aria-label") for link in page.xpath("//a[starts-with(@href, 'webcal:')]")]
    forms = [name for name in names if names.count(name) > 1]
    assert forms == []


def test_a_persons_calendar_is_found_on_their_own_page(page: lxml.html.HtmlElement) -> None:
    assert page.xpath("//main//a[contains(@href, '/personer/')]/@href") == ["/personer/"]


def test_each_program_has_its_steps_how_often_it_fetches_and_what_is_cancelled(page: lxml.html.HtmlElement) -> None:
    programs = page.xpath("//details[@class='program']")
    assert [program.findtext("summary/h3") for program in programs] == [
        "Iphone och Ipad",
        "Mac",
        "Google Kalender, även på Android",
        "Outlook på webben och nya Outlook",
        "Outlook på datorn, det klassiska",
        "Thunderbird",
        "Flödesläsare",
    ]
    for program in programs:
        assert len(program.xpath("ol/li")) > 2
        assert program.xpath("dl/dt/text()") == ["Hur ofta det hämtas", "Ett inställt möte"]
        assert [each for each in program.xpath("dl/dd") if not each.text_content().strip()] == []
