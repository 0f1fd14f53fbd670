"""The one thing to do on a meeting's page: there as long as one can sign up, and not otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from sites import Build, read_pages, write


MEETING = """---
title: Kvällen
summary: Vi ses.
start: 2026-11-24 18:00
end: 20:00
attendance: online
online: {{platform: Zoom, note: Länken kommer med e-post}}
contact: {{name: Åsa, email: asa@example.org}}
registration: {{required: yes, url: 'https://example.org/anmalan'}}
published: 2026-06-01
status: {status}
---
"""


@pytest.fixture(scope="module")
def ways(example_site: Path) -> dict[str, list[str]]:
    """What each meeting's page has one do, where that leads, what stands beside it and until when it holds."""
    return dict(_ways(example_site, "/motesplatser/"))


def _ways(root: Path, above: str) -> list[tuple[str, list[str]]]:
    pages = [(at, html.fromstring(file.read_text("utf-8"))) for at, file in read_pages(root) if at.startswith(above)]
    found = [(at, way) for at, page in pages for way in page.iterfind(".//p[@class='signup']")]
    return [
        (
            at.removeprefix(above).strip("/"),
            [
                str(way.xpath("normalize-space()")),
                *[link.get("href", "") for link in way.iterfind("a")],
                way.get("data-until", ""),
            ],
        )
        for at, way in found
    ]


def test_who_can_sign_up_is_asked_to_and_nobody_else(ways: dict[str, list[str]]) -> None:
    """Not to what is full, closed, cancelled or past, and not where one need not."""
    assert sorted(ways) == [
        "2026-11-26-scenkonst-for-unga",
        "2026-12-02-digital-speeddejting-vinter",
        "2027-01-15-konst-i-landskapet",
        "2027-01-21-upphovsratt-och-avtal",
        "2027-02-04-konst-i-varden",
        "2027-02-17-barnboken-pa-turne",
        "2027-03-04-pitchverkstad",
        "2027-03-17-producenter-i-abo",
        "2027-04-15-sormlands-kulturmote",
        "sommarmingel-2027",
    ]


def test_the_way_and_the_last_day_stand_together(ways: dict[str, list[str]]) -> None:
    assert ways["2026-11-26-scenkonst-for-unga"] == [
        "Anmäl dig Sista dag tisdag 24 november 2026",
        "https://www.motesplatsexempel.example/anmalan/unga",
        "2026-11-25T00:00+01:00",
    ]
    assert ways["2026-12-02-digital-speeddejting-vinter"] == [
        "Anmäl dig med mejl Sista dag tisdag 1 december 2026 kl. 12.00",
        "mailto:dejt@motesplatsexempel.example",
        "2026-12-01T12:00+01:00",
    ]
    assert ways["2027-03-04-pitchverkstad"] == [
        "Ställ dig på väntelistan Sista dag onsdag 24 februari 2027",
        "mailto:verktygsladan@motesplatsexempel.example",
        "2027-02-25T00:00+01:00",
    ]


def test_it_is_said_in_the_language_of_the_page(example_site: Path) -> None:
    assert [words for _, (words, *_) in _ways(example_site, "/en/motesplatser/")] == [
        "Sign up by e-mail Last day Monday 18 January 2027",
        "Sign up Last day Thursday 1 April 2027",
    ]


def test_it_stands_before_the_facts_and_once(example_site: Path) -> None:
    """Nobody has to read a table to find it."""
    text = (example_site / "motesplatser" / "2026-11-26-scenkonst-for-unga" / "index.html").read_text("utf-8")
    assert text.count('class="signup"') == 1
    assert text.index('class="signup"') < text.index('class="glance"')


def test_nobody_signs_up_to_what_is_off(tmp_path: Path, build: Build) -> None:
    for status in ("confirmed", "tentative", "cancelled", "postponed"):
        write(tmp_path / "content", f"events/{status}.md", MEETING.format(status=status))
    done = build(tmp_path / "content", tmp_path / "output", TODAY="2026-11-22")
    assert done.returncode == 0, done.stderr
    assert [slug for slug, _ in _ways(tmp_path / "output", "/motesplatser/")] == ["confirmed", "tentative"]
