"""Pages that are looked at before they are read: the archive, the calendar, and the lists of listings."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from sites import Build, write


MEETING = """---
title: {title}
summary: Vi ses.
start: {start}
attendance: on-site
place: huset
published: 2020-01-01
{more}---
"""


def meeting(content: Path, slug: str, start: str, more: str = "") -> None:
    more += "end: 14:00\n" if ":" in start else ""
    write(content, f"events/{slug}.md", MEETING.format(title=slug.title(), start=start, more=more))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    content, out = tmp_path_factory.mktemp("content"), tmp_path_factory.mktemp("out")
    for slug, position in {"ade": "59.0, lon: 16.0", "byn": "59.4, lon: 17.0", "cen": "58.8, lon: 17.2"}.items():
        write(content, f"municipalities/{slug}.md", f"---\nname: {slug.title()}\nposition: {{lat: {position}}}\n---\n")
    write(content, "municipalities/dal.md", "---\nname: Dal\n---\n")
    write(content, "places/huset.md", "---\nname: Huset\nmunicipality: byn\ntown: Byn\n---\n")
    for number in range(7):
        meeting(content, f"forr-{number}", f"2024-0{number + 1}-10 10:00")
    meeting(content, "i-fjol", "2025-03-04 10:00", "report: {date: 2025-03-05, came: 9, outcomes: [En turné]}\n")
    meeting(content, "installt", "2026-11-24 10:00", "status: cancelled\n")
    meeting(content, "nu", "2026-12-01 10:00")
    meeting(content, "sen", "2026-12-01 12:00")
    meeting(content, "senare", "2027-05")
    write(content, "places/ladan.md", "---\nname: Ladan\n---\n")
    wandering = "repeat: {rule: 'FREQ=WEEKLY;COUNT=2', changes: [{date: 2026-12-08, place: ladan}]}\n"
    meeting(content, "vandrar", "2026-12-01 13:00", wandering)
    done = build(content, out)
    assert (done.returncode, done.stderr) == (0, "")
    return out


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.parse(site / address / "index.html").getroot()


def texts(page: lxml.html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


def labels(page: lxml.html.HtmlElement) -> list[str]:
    return [str(label) for label in page.xpath("//main//svg/@aria-label")]


def test_the_archive_has_each_year_with_its_latest_five(site: Path) -> None:
    archive = page(site, "motesplatser/arkiv")
    assert texts(archive, "//section/h2") == ["2025", "2024"]
    assert texts(archive, "//section[h2='2024']//a[contains(@class, 'u-url')]") == [
        f"Forr-{n}" for n in (6, 5, 4, 3, 2)
    ]
    assert texts(archive, "//p[@class='year__all']") == ["Mötet 2025", "Alla 7 möten 2024"]


def test_a_year_of_the_archive_has_all_by_month_and_leads_on(site: Path) -> None:
    year = page(site, "motesplatser/arkiv/2024")
    assert texts(year, "//section/h2")[:2] == ["juli", "juni"]
    assert len(year.xpath("//li[contains(@class, 'h-event')]")) == len(year.xpath("//svg/circle")) == 7
    assert labels(year) == [
        "2024: 7 möten. Per månad: januari 1, februari 1, mars 1, april 1, maj 1, juni 1 och juli 1."
    ]
    assert texts(year, "//nav[@class='turn']//a") == ["2025"]


def test_what_came_of_a_meeting_stands_in_its_line(site: Path) -> None:
    assert texts(page(site, "motesplatser/arkiv/2025"), "//p[@class='row__outcome']") == ["En turné"]


def test_a_list_says_what_is_next_and_counts_without_what_is_called_off(site: Path) -> None:
    entries = page(site, "kommuner")
    assert texts(entries, "//li[@class='entry']") == [
        "Ade Inget är planerat än",
        "Byn 4 kommande tis 1 december Nu",
        "Cen Inget är planerat än",
        "Dal Inget är planerat än",
    ]


def test_a_venue_is_told_of_by_what_takes_place_in_it(site: Path) -> None:
    assert texts(page(site, "platser"), "//li[@class='entry']") == [
        "Huset Byn · 4 kommande tis 1 december Nu",
        "Ladan 1 kommande tis 8 december Vandrar",
    ]


def test_the_map_has_those_with_a_position_and_says_so(site: Path) -> None:
    entries = page(site, "kommuner")
    assert labels(entries) == ["Karta över 3 kommuner. Kommande möten: Byn 4."]
    assert texts(entries, "//svg/text[@class='map__name']") == ["Ade", "Byn", "Cen"]
    assert texts(entries, "//svg/text[@class='map__count']") == ["4"]


def test_a_list_of_nothing_says_so(site: Path) -> None:
    assert texts(page(site, "serier"), "//p[contains(@class, 'empty')]") == [
        "Det finns ingen återkommande mötesplats än."
    ]


def test_the_calendar_shows_each_month_as_its_days(site: Path) -> None:
    months = page(site, "kalender")
    assert texts(months, "//main//h2") == ["2026", "2027", "2025", "2024"]
    assert texts(months, "//section[h2='2026']//h3") == ["november", "december"]
    assert labels(months)[:3] == ["Dagar med möten: 24.", "Dagar med möten: 1 och 8.", "Inga dagar med möten."]
    assert len(months.xpath("//circle[@class='beat__today']")) == 1


def test_weeks_of_a_month_have_their_numbers(site: Path) -> None:
    november = page(site, "kalender/2026-11")
    assert texts(november, "//tbody//th[@scope='row']") == ["v. 44", "v. 45", "v. 46", "v. 47", "v. 48", "v. 49"]
    assert november.xpath("//tbody//th/@aria-label")[0] == "Vecka 44"


def test_a_month_is_counted_in_a_line(site: Path) -> None:
    assert texts(page(site, "kalender/2026-12"), "//p[@class='lead']") == ["3 möten på 2 dagar"]
    assert texts(page(site, "kalender/2027-05"), "//p[@class='empty']") == ["Ingen dag är bestämd än."]
