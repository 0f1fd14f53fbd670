"""Pages in Chromium, under the site's own security policy: every kind for everyone, every one on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from axe import brings_axe
from probes import WIDER_THAN_THE_SCREEN
from sites import page_kinds, read_pages, write
from visits import visiting
from walking import AXE_LOOKS, DESK, PHONE, faults


SHOW_INSTEAD = """
(text) => document.body.replaceWith(new DOMParser().parseFromString(text, 'text/html').body)
"""


def test_no_page_at_all_is_wider_than_a_phone(chromium: Browser, example_site: Path) -> None:
    """One page is opened, and shows what stands on each of the others: to open every one takes ten times as long."""
    with visiting(chromium, example_site, width=PHONE) as visit:
        visit.open("/")
        wider = {}
        for address, file in read_pages(example_site):
            visit.page.evaluate(SHOW_INSTEAD, file.read_text("utf-8"))
            wider[address] = visit.page.evaluate(WIDER_THAN_THE_SCREEN)
    assert {address: found for address, found in wider.items() if found} == {}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_kind_of_page_has_faults_on_any_screen(
    chromium: Browser, example_site: Path, width: int, language: str
) -> None:
    with visiting(chromium, example_site, width=width) as visit:
        if (width, language) in AXE_LOOKS:
            brings_axe(visit.page)
        found = {
            kind: faults(visit, address, width=width, language=language)
            for kind, address in page_kinds(example_site).items()
            if kind.startswith(language)
        }
    assert len(found) > 20
    assert {kind: told for kind, told in found.items() if told} == {}


SPOILT = """<!DOCTYPE html>
<html lang="sv">
<head><title>Fel</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/fel.css"></head>
<body>
<header><nav><a href="#allt">Förbi</a> <a class="tiny" href="/ett"></a><a class="tiny" href="/tva"></a></nav></header>
<div id="allt"><a href="/tre">Menyn</a></div>
<main>
<h1>Fel av alla slag</h1>
<p class="wide">Bredare än skärmen</p>
<p>Ord före <a class="plain" href="/fyra">en länk</a> och efter</p>
<p class="under">Texten som ligger underst <span>Texten som ligger överst</span></p>
<p class="lost">Den här texten går inte att läsa när raderna behöver mer plats</p>
<p class="moving">Det här rör sig</p>
<p class="covered"><a href="/fem">Under något annat</a><span></span></p>
<p><a class="hidden" href="/sex">Ingen ser var fokus är</a></p>
<img src="/bild.png">
</main>
<script>document.fonts.add(new FontFace('Annan', 'url(/annan.woff2)'))</script>
</body>
</html>
"""
ANYWHERE = {
    "asks for nothing",
    "console",
    "wider than the screen",
    "light",
    "overlapping",
    "small",
    "plain link",
    "in another order",
    "moving",
    "covered",
    "not seen",
    "lost with more space",
    "overlapping with more space",
    "has fonts",
    "without fonts overlapping",
    "without fonts lost with more space",
    "without fonts overlapping with more space",
    "an inline script runs",
}
TOLD = {
    PHONE: ANYWHERE | {"dark", "forced", "leads to the menu"},
    DESK: ANYWHERE | {"enlarged wider than the screen", "enlarged covered"},
}
STYLE = """
.tiny { display: inline-block; width: 9px; height: 9px }
.wide { width: 1500px }
.plain { text-decoration: none; color: inherit }
.under { position: relative; order: 1 }
.under span { position: absolute; top: 0; left: 0 }
.lost { height: 1.2em; line-height: 1.2; font-size: 10px; overflow: hidden }
.moving { transition: color 1s }
.covered { position: relative }
.covered span { position: absolute; inset: 0 }
.hidden { outline: none }
@media (prefers-color-scheme: light) { h1 { color: #888; background: #777 } }
@media (prefers-color-scheme: dark) { h1 { color: #888; background: #777 } }
@media (forced-colors: active) { h1 { forced-color-adjust: none } }
"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_fault_of_a_page_is_told(chromium: Browser, tmp_path: Path, width: int) -> None:
    """A control group: one page with a fault for each probe."""
    write(tmp_path, "index.html", SPOILT)
    write(tmp_path, "fel.css", STYLE)
    with visiting(chromium, tmp_path, width=width) as visit:
        brings_axe(visit.page)
        told = {fault.partition(": ")[0] for fault in faults(visit, "/", width=width, language="sv")}
    assert told == TOLD[width]


def test_whom_you_will_meet_can_be_read_without_script(chromium: Browser, example_site: Path) -> None:
    addresses = [address for address in page_kinds(example_site).values() if _has_participants(example_site, address)]
    assert addresses

    def read(*, script: bool) -> dict[str, str]:
        with visiting(chromium, example_site, width=PHONE, script=script) as visit:
            texts = {}
            for address in addresses:
                visit.open(address)
                texts[address] = visit.page.locator("#vilka").inner_text()
            return texts

    assert read(script=False) == read(script=True)


def _has_participants(root: Path, address: str) -> bool:
    file = root / address.lstrip("/")
    file = file / "index.html" if address.endswith("/") else file
    return 'id="vilka"' in file.read_text("utf-8")
