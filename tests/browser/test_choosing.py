"""Choosing among what is coming: links to pages without a script, and with one buttons that combine at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from sites import SITEURL
from visits import Visit, visiting


MEETINGS = "/motesplatser/"
COUNT = ".choosing [role=status]"
BOXES = """
all => all.map((one) => Object.values(one.getBoundingClientRect().toJSON()))
"""


@pytest.fixture
def visit(chromium: Browser, example_site: Path) -> Iterator[Visit]:
    with visiting(chromium, example_site, width=390) as visit:
        visit.page.clock.set_fixed_time("2026-11-22T09:00:00+01:00")
        visit.open(MEETINGS)
        yield visit
        assert visit.faults == []


def coming(page: Page) -> list[str]:
    """The meetings that are shown as coming, each once."""
    links = page.locator(".listing__month [data-in]:visible a.u-url").evaluate_all("all => all.map((a) => a.pathname)")
    return list(dict.fromkeys(links))


def fitting(root: Path, *groups: tuple[str, ...]) -> list[str]:
    """The meetings that the page has for those who choose something of each group."""
    cards = lxml.html.parse(root / "motesplatser/index.html").xpath("//*[@class='listing__month']//article")
    found = [card for card in cards if all(set(card.get("data-in").split()) & set(group) for group in groups)]
    return list(dict.fromkeys(card.xpath(".//h3/a/@href")[0] for card in found))


def press(visit: Visit, name: str) -> None:
    """By keyboard alone."""
    button = visit.page.locator(".choosing").get_by_role("button", name=name)
    if not button.is_visible():
        hidden = visit.page.locator(".choice", has_text=name)
        visit.page.locator("details", has=hidden).locator("summary").press("Enter")
    button.press("Enter")


def state(visit: Visit) -> dict[str, Any]:
    pressed = visit.page.locator(".choosing [aria-pressed=true] > :first-child").all_inner_texts()
    query = visit.page.url.removeprefix(SITEURL + MEETINGS)
    return {"pressed": pressed, "query": query, "said": visit.page.locator(COUNT).inner_text()}


def test_choices_are_links_to_pages_without_a_script(chromium: Browser, example_site: Path) -> None:
    with visiting(chromium, example_site, width=390, script=False) as visit:
        visit.open(MEETINGS)
        links = visit.page.locator(".choosing a")
        addresses = links.evaluate_all("all => all.map((link) => link.pathname)")
        assert visit.page.locator(".choosing button").count() == 0
        visit.page.get_by_role("link", name="Arvode betalas").first.click()
        assert visit.page.url == f"{SITEURL}/urval/arvode/"
        assert coming(visit.page) == fitting(example_site, ("urval=arvode",))
    selections = ["/urval/pa-plats/", "/urval/digitalt/", "/urval/arvode/", "/urval/nya-valkomna/"]
    assert addresses[:4] == selections
    assert [address for address in addresses if not (example_site / address[1:] / "rss.xml").is_file()] == []


def test_choices_combine_at_once_and_are_counted_and_said(visit: Visit, example_site: Path) -> None:
    page = visit.page
    everything = coming(page)
    assert state(visit) == {"pressed": [], "query": "", "said": f"{len(everything)} kommande möten"}
    press(visit, "Arvode betalas")
    press(visit, "Flen")
    first = fitting(example_site, ("urval=arvode",), ("kommun=flen",))
    assert coming(page) == first
    press(visit, "Eskilstuna")
    either = fitting(example_site, ("urval=arvode",), ("kommun=flen", "kommun=eskilstuna"))
    assert 0 < len(first) < len(either) < len(everything)
    assert coming(page) == either
    assert state(visit) == {
        "pressed": ["Arvode betalas", "Eskilstuna", "Flen"],
        "query": "?urval=arvode&kommun=flen&kommun=eskilstuna",
        "said": f"{len(either)} kommande möten: Arvode betalas, Eskilstuna, Flen",
    }
    press(visit, "Eskilstuna")
    assert coming(page) == first


def test_months_in_which_nothing_fits_go_with_their_links(visit: Visit) -> None:
    press(visit, "Arvode betalas")
    page = visit.page
    headings = page.locator(".listing__heading:visible").evaluate_all("all => all.map((heading) => heading.id)")
    assert headings == page.locator(".jump a:visible").evaluate_all("all => all.map((link) => link.hash.slice(1))")
    empty = page.locator(".listing__month:visible").filter(has_not=page.locator("article:visible"))
    assert (empty.count(), len(headings) < page.locator(".listing__heading").count()) == (0, True)


def test_an_address_is_shared_and_the_way_back_works(visit: Visit, example_site: Path) -> None:
    fit = fitting(example_site, ("urval=digitalt",), ("urval=nya-valkomna",))
    visit.open(f"{MEETINGS}?urval=digitalt&urval=nya-valkomna&utm=brev")
    assert coming(visit.page) == fit
    press(visit, "Nya är välkomna")
    assert state(visit)["query"] == "?urval=digitalt&utm=brev"
    visit.page.go_back()
    assert (coming(visit.page), state(visit)["pressed"]) == (fit, ["Digitalt", "Nya är välkomna"])
    visit.page.go_forward()
    assert state(visit)["pressed"] == ["Digitalt"]


def test_where_nothing_fits_it_is_said_and_all_can_be_shown_again(visit: Visit) -> None:
    everything = coming(visit.page)
    visit.open(f"{MEETINGS}?kommun=flen&amne=som-inte-finns")
    assert coming(visit.page) == []
    assert state(visit)["said"] == "Inget kommande möte stämmer med allt du har valt: Flen"
    visit.page.get_by_role("button", name="Visa alla").press("Enter")
    assert coming(visit.page) == everything
    assert state(visit) == {"pressed": [], "query": "", "said": f"{len(everything)} kommande möten"}
    assert visit.page.evaluate("document.activeElement.matches('[role=status]')")
    assert visit.page.get_by_role("button", name="Visa alla").count() == 0


def test_nothing_moves_when_links_become_buttons(chromium: Browser, example_site: Path) -> None:
    def boxes(*, script: bool) -> object:
        with visiting(chromium, example_site, width=390, script=script) as visit:
            if script:
                visit.page.clock.set_fixed_time("2026-11-22T09:00:00+01:00")
            visit.page.route("**/*.woff2", lambda route: route.abort())
            visit.open(MEETINGS)
            return visit.page.locator(".choice, summary, .choosing, .listing, article").evaluate_all(BOXES)

    assert boxes(script=True) == boxes(script=False)


def test_what_has_been_is_chosen_among_too(visit: Visit) -> None:
    press(visit, "Flen")
    past = visit.page.locator(".listing__past article:visible").evaluate_all(
        "all => all.map((card) => card.dataset.in)"
    )
    assert [choices for choices in past if "kommun=flen" not in choices.split()] == []
