"""The facts that decide, in a few words: each leads to the place on the page where it stands whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from sites import read_pages


def pages_with_a_glance(root: Path) -> list[tuple[str, html.HtmlElement]]:
    found = [(address, html.fromstring(file.read_text("utf-8"))) for address, file in read_pages(root)]
    return [(address, page) for address, page in found if page.xpath("//*[@class='glance']")]


def rows(page: html.HtmlElement) -> dict[str, str]:
    found = page.xpath("//*[@class='glance__row']")
    return {row.findtext("dt/a"): " ".join(row.find("dd").text_content().split()) for row in found}


@pytest.fixture(scope="module")
def glances(example_site: Path) -> dict[str, html.HtmlElement]:
    return dict(pages_with_a_glance(example_site))


def test_every_word_leads_to_a_place_on_the_page(glances: dict[str, html.HtmlElement]) -> None:
    wanting = {
        address: [
            link
            for link in page.xpath("//*[@class='glance__row']/dt/a/@href")
            if not page.xpath(f"//*[@id='{link[1:]}']")
        ]
        for address, page in glances.items()
    }
    assert len(glances) > 20
    assert {address: links for address, links in wanting.items() if links} == {}


def test_what_is_to_come_is_told_in_a_few_words(glances: dict[str, html.HtmlElement]) -> None:
    assert rows(glances["/motesplatser/2026-11-26-scenkonst-for-unga/"]) == {
        "Kan leda till": "Tjugo speldagar på förskolor · Turné till åtta bygdegårdar · Replokal mot publik",
        "Arvode": "Ja, du får arvode för din tid: 1 000 kronor, och 2 500 kronor för den som visar något",
        "Kostnad": "Gratis",
        "Anmälan": "Anmälan är öppen. Anmälan krävs. Sista dag tisdag 24 november 2026. 50 platser",
        "Tillgänglighet": "Rullstol, tillgänglig toalett, hörslinga, teckenspråkstolkning, textning, doftfritt, vilorum",
        "Program": "4 punkter",
        "Fråga": "Ismahan Duale Mejla",
    }


def test_who_cannot_or_need_not_sign_up_is_not_asked_to(glances: dict[str, html.HtmlElement]) -> None:
    assert rows(glances["/motesplatser/2027-02-25-ljud-och-ljus/"])["Anmälan"] == "Fullt. Anmälan krävs. 14 platser"
    new = glances["/en/motesplatser/2027-02-18-new-in-sormland/"]
    assert rows(new)["Sign-up"] == "No sign-up is needed"


def test_of_what_has_been_only_what_is_left_of_it(glances: dict[str, html.HtmlElement]) -> None:
    terms = {term for page in glances.values() if page.xpath("//*[@id='efterat']") for term in rows(page)}
    assert terms == {"Vad det ledde till", "Kan leda till", "Program", "Fråga"}
