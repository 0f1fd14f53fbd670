"""Searching as readers do: in Chromium, under the site's own policy, from the published files alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from records import EVERYTHING
from sites import Build, write
from visits import Visit, visiting


EVENT = """---
title: Vinterträff
summary: Vi träffas i skymningen.
start: %s 18:00
end: 20:00
attendance: online
online: {platform: Zoom, note: Länken kommer med e-post}
published: 2026-10-01
who:
- {person: sokbar-svan, why: Visar sina vävar}
- {person: osokbar-orre, why: Läser dikter}
---
"""
PERSON = """---
name: %s
kind: independent
consent: {given: 2026-01-01, covers: [%s]}
---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = tmp_path_factory.mktemp("search")
    covers = {"sokbar-svan": EVERYTHING, "osokbar-orre": [scope for scope in EVERYTHING if scope != "search"]}
    for slug, name in (("sokbar-svan", "Sökbar Svan"), ("osokbar-orre", "Osökbar Orre")):
        write(folder, f"content/people/{slug}.md", PERSON % (name, ", ".join(covers[slug])))
    for stem, day in (("forra", "2020-01-15"), ("nasta", "2099-01-15")):
        write(folder, f"content/events/{stem}.md", EVENT % day)
    done = build(folder / "content", folder / "output", NAMES_KEPT_DAYS=20_000)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "output"


def ask(visit: Visit, words: str) -> list[str]:
    """Writes words and presses Enter: the titles of what is found, once that has been announced."""
    visit.page.get_by_label("Sök efter").fill(words)
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("status").first).to_contain_text(re.compile(rf"(\d+ träff|Inga träff).*{words}"))
    return visit.page.locator(".result__title").all_inner_texts()


def test_who_agreed_to_search_is_found_and_who_has_not_is_not_though_a_meeting_names_them(
    chromium: Browser, site: Path
) -> None:
    assert "Osökbar Orre" in (site / "motesplatser" / "nasta" / "index.html").read_text("utf-8")
    with visiting(chromium, site, width=390) as visit:
        visit.open("/sok/")
        assert ask(visit, "svan") == ["Sökbar Svan", "Vinterträff", "Vinterträff"]
        assert visit.page.locator(".results__heading").all_inner_texts() == ["Personer 1", "Mötesplatser 2"]
        assert ask(visit, "orre") == []
        assert ask(visit, "dikter") == []
        assert visit.faults == []


def test_coming_meetings_stand_before_those_that_have_been_which_say_so(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site, width=390) as visit:
        visit.open("/sok/")
        assert ask(visit, "vinterträffar") == ["Vinterträff", "Vinterträff"]  # another form of the word
        links = visit.page.locator(".result__title a").evaluate_all("(all) => all.map((one) => one.pathname)")
        assert links == ["/motesplatser/nasta/", "/motesplatser/forra/"]
        details = visit.page.locator(".result__detail").all_inner_texts()
        assert ["Har varit" in detail for detail in details] == [False, True]


def test_what_was_sought_is_in_the_address_and_comes_back_with_it(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site, width=390) as visit:
        visit.open("/sok/?q=svan")
        expect(visit.page.locator(".result__title")).to_have_count(3)
        assert visit.page.get_by_label("Sök efter").input_value() == "svan"
        ask(visit, "skymningen")
        assert visit.page.url.endswith("/sok/?q=skymningen")
        visit.page.go_back()
        expect(visit.page.locator(".result__title").first).to_have_text("Sökbar Svan")
        assert visit.page.get_by_label("Sök efter").input_value() == "svan"


def test_markup_in_an_address_is_text(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site, width=390) as visit:
        visit.open("/sok/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        expect(visit.page.get_by_role("status").first).to_contain_text("<img src=x onerror=alert(1)>")
        assert visit.page.locator("main img").count() == 0


def test_search_is_reached_from_every_page_by_its_menu(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site, width=390) as visit:
        visit.open("/motesplatser/nasta/")
        visit.page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Sök").click()
        assert visit.page.url.endswith("/sok/")


def test_without_script_the_page_says_so_and_leads_to_everything(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site, width=390, script=False) as visit:
        visit.open("/sok/")
        assert "Sökningen behöver JavaScript" in visit.page.locator("main").inner_text()
        visit.page.locator("main").get_by_role("link", name="Allt på webbplatsen").click()
        assert visit.page.url.endswith("/allt/")


def test_without_an_index_the_page_says_so(chromium: Browser, site: Path, tmp_path: Path) -> None:
    (tmp_path / "sok").mkdir()
    for name in ("sok/index.html", "theme/search.js", "_headers"):
        write(tmp_path, name, (site / name).read_text("utf-8"))
    with visiting(chromium, tmp_path, width=390) as visit:
        visit.open("/sok/?q=svan")
        expect(visit.page.get_by_role("status").first).to_contain_text("Sökningen går inte att använda just nu")
