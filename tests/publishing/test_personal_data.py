from __future__ import annotations

from pathlib import Path
from typing import Any

import lxml.html
import pytest

from meetingplace.building import Page
from meetingplace.model.consent import YEARS_VALID
from meetingplace.publishing.pages.personal_data import CONSENT_MONTHS, PersonalData
from meetingplace.publishing.site import SiteMaker
from meetingplace.publishing.views import Link
from meetingplace.publishing.views import Page as View
from outputs import everything
from records import catalogue
from sites import home, read_pages


GIVEN = {"controller": "Flens kommun", "email": "dso@flen.example"}


def made(**site: Any) -> list[Page]:
    """The pages at the root."""
    pages, _ = everything(SiteMaker(catalogue(**site), Path("finns-inte"), shares=False))
    return [page for page in pages if not page.address.startswith("en/")]


def page_of(**site: Any) -> PersonalData:
    (found,) = [page for page in made(**site) if page.address == "personuppgifter/index.html"]
    assert isinstance(found.view, View)
    assert isinstance(found.view.page, PersonalData)
    return found.view.page


def foot(page: Page) -> list[Link]:
    assert isinstance(page.view, View)
    return [link for link in page.view.shell.foot if link.text == "Personuppgifter"]


def test_without_settings_there_is_no_page_and_no_link() -> None:
    assert [page.address for page in made() if "personuppgifter" in page.address or foot(page)] == []


def test_every_page_links_to_it() -> None:
    pages = made(url="https://kultur.example/moten", personal_data=GIVEN)
    assert {tuple(foot(page)) for page in pages} == {(Link("Personuppgifter", "/moten/personuppgifter/"),)}


def test_what_settings_say_is_there() -> None:
    more = {"organisation_number": "212000-0142", "phone": "0157-43 00 00", "officer": {"email": "o@flen.example"}}
    page = page_of(personal_data={**GIVEN, **more, "authority": True}, names_kept_days=30)
    assert (page.controller, page.email, page.organisation_number, page.phone_url, page.officer_email) == (
        "Flens kommun",
        "dso@flen.example",
        "212000-0142",
        "tel:0157430000",
        "o@flen.example",
    )
    assert (page.public_task, page.names_kept_days) == (True, 30)


def test_what_is_said_of_consent_is_what_holds() -> None:
    assert CONSENT_MONTHS == YEARS_VALID * 12


def test_another_address() -> None:
    pages = made(personal_data=GIVEN, addresses={"personal_data": "om/dina-uppgifter"})
    assert [page.address for page in pages if page.template == "personal_data.html"] == ["om/dina-uppgifter/index.html"]


def test_the_example_is_linked_from_every_page(example_site: Path) -> None:
    lacking = [
        address
        for address, path in read_pages(example_site)
        if not lxml.html.parse(path).xpath("//footer//a[@href=$page]", page=f"{home(address)}personuppgifter/")
    ]
    assert lacking == []


@pytest.mark.parametrize(
    "said",
    [
        "Exempelföreningen",
        "personuppgifter@motesplatser.example",
        "dataskyddsombud@motesplatser.example",
        "artikel 6.1 a",
        "i 24 månader",
        "i 90 dagar",
        "när som helst",
        "kan vi inte ta tillbaka",
        "Integritetsskyddsmyndigheten",
        "inga kakor",
    ],
)
def test_the_example_says_what_one_must_know(example_site: Path, said: str) -> None:
    main = lxml.html.parse(example_site / "personuppgifter/index.html").xpath("string(//main)")
    assert said in main
