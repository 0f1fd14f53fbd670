"""Links from the root in texts are looked up among all that the site will have, on the day of the build."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from meetingplace.catalogue import Catalogue
from meetingplace.model.site import Site
from meetingplace.publishing import pictures
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.problems import problems_of
from meetingplace.publishing.site import SiteMaker
from meetingplace.reading.library import read
from meetingplace.reading.pictures import decoded
from outputs import everything
from sites import write


MEETING = "title: {}\nsummary: Vi ses.\nstart: {}\nend: 11:00\nattendance: on-site\nplace: kvarnen\n"
WORLD = {
    "people/anna-berg.md": "name: Anna Berg\nkind: independent\naliases: [anna-alm]\nconsent: {given: 2025-01-01, until: 2025-12-31}\n",
    "people/bo-ek.md": "name: Bo Ek\nkind: independent\naliases: [bo-al]\nconsent: {given: 2026-01-01}\n",
    "people/cleo-alm.md": "name: Cleo Alm\nkind: independent\nconsent: {given: 2026-01-01, covers: [name]}\n",
    "places/kvarnen.md": "name: Kvarnen\nmunicipality: flen\n",
    "municipalities/flen.md": "name: Flen\n",
    "series/fika.md": "title: Fika\nsummary: Vi ses.\n",
    "events/2026-09-12-frukost.md": MEETING.format("Frukost", "2026-09-12 09:30") + "aliases: [frukost]\n",
    "events/2026-10-12-sedan.md": MEETING.format("Sedan", "2026-10-12 09:30") + "published: 2026-10-01\n",
    "events/2026-11-12-utkast.md": MEETING.format("Utkast", "2026-11-12 09:30") + "status: draft\n",
    "pages/om.md": "title: Om oss\n",
    "pages/utkast.md": "title: Utkast\nstatus: draft\n",
}
THERE = """/ /motesplatser/ /motesplatser /motesplatser/?q=1 /motesplatser/#juli /motesplatser/index.html /personer/
/motesplatser/2026-09-12-frukost/ /motesplatser/frukost/ /motesplatser/2026-09-12-frukost/deltagare/
/motesplatser/2026-09-12-frukost/2026-09-12-frukost.ics /personer/bo-ek/ /personer/bo-al/ /platser/kvarnen/
/platser/kvarnen/kalender.ics /kommuner/flen/rss.xml /serier/fika/ /amnen/dans/ /om/ /kalender.ics /rss.xml
/kalender/2026-09/ /sitemap.xml /theme/site.css /bilder/0123456789abcdef.jpg /404.html /prenumerera/""".split()  # noqa: SIM905 - reads as the list it is
NOTHING = """/personer/finns-inte/ /motesplatser/finns-inte/ /motesplatser/2026-11-12-utkast/ /utkast/ /bilder/bord.jpg
/images/bord.jpg /filer/inbjudan.pdf /finns-inte /platser/kvarnen/finns-inte/ /kalender/mars/ /Personer/ /motesplatser/frukost/deltagare/
/atom.txt""".split()  # noqa: SIM905 - reads as the list it is
TODAY = """/motesplatser/2026-10-12-sedan/ /motesplatser/2026-10-12-sedan/2026-10-12-sedan.ics /personer/cleo-alm/
/personer/bo-ek/rss.xml /kalender/2026-03/ /kalender/2031-01/""".split()  # noqa: SIM905 - reads as the list it is


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, keys in WORLD.items():
        write(Path("content"), name, f"---\n{keys}---\nHej.\n")
    write(Path("content"), "vocabulary.yaml", "terms:\n  dans: {sv: Dans}\n")
    return Path("content")


def problems(content: Path, url: str = "https://x.example") -> list[str]:
    site = Site(url=url)
    reading = read(content, site)
    catalogue = Catalogue(reading.library, site, dt.date(2026, 9, 1))
    return [p.text("en") for p in problems_of(reading, catalogue, SiteMaker(catalogue, content), {})]


def linking(content: Path, address: str, url: str = "https://x.example") -> list[str]:
    write(content, "series/lankar.md", f"---\ntitle: Se\nsummary: Se.\n---\nHär:\n\nLäs [mer]({address}).\n")
    return [line.partition("; ")[0] for line in problems(content, url) if "content/series/lankar.md" in line]


PLACE = "content/series/lankar.md:7:11:"


@pytest.mark.parametrize("address", THERE)
def test_what_is_there(content: Path, address: str) -> None:
    assert linking(content, address) == []


@pytest.mark.parametrize("address", NOTHING)
def test_what_is_not(content: Path, address: str) -> None:
    assert linking(content, address) == [f'{PLACE} error[link-to-nothing] the link "{address}" leads to nothing']


@pytest.mark.parametrize("address", TODAY)
def test_what_a_day_may_bring_never_stops_a_build(content: Path, address: str) -> None:
    told = f'{PLACE} warning[link-to-nothing-today] the link "{address}" leads to nothing today'
    assert linking(content, address) == [told]


@pytest.mark.parametrize("address", ["/personer/anna-berg/", "/personer/anna-alm/", "/personer/anna-berg/rss.xml"])
def test_of_someone_who_may_not_be_named_it_is_said_once(content: Path, address: str) -> None:
    told = [line.partition(" leads")[0] for line in linking(content, address)]
    assert told[0] == f'{PLACE} warning[address-hidden] "{address}"'
    assert [line for line in told if "error" in line] == []


@pytest.mark.parametrize("prefix", ["/sub", "/sub/djupt"])
def test_a_site_below_a_path_is_linked_to_with_it_or_without(content: Path, prefix: str) -> None:
    url = f"https://x.example{prefix}"
    assert linking(content, "/personer/", url) == linking(content, f"{prefix}/personer/", url) == []
    assert linking(content, f"{prefix}/", url) == linking(content, prefix, url) == []
    assert len(linking(content, f"{prefix}/finns-inte/", url)) == len(linking(content, "/subbe/", url)) == 1
    html = '<a href="/personer/">a</a><a href="/sub/djupt/x/">b</a><a href="//y/">c</a><a href="https://y/">d</a>'
    placed = html.replace('"/personer/', f'"{prefix}/personer/')
    assert Addresses(Site(url="https://x.example/sub/djupt")).linked(html) == html.replace(
        '"/personer/', '"/sub/djupt/personer/'
    )
    assert Addresses(Site(url=url)).linked(placed) == placed
    assert Addresses(Site(url="https://x.example")).linked(html) == html


def test_pages_translations_and_keys_are_looked_through(content: Path) -> None:
    dead = "[x](/dod/)"
    write(content, "pages/om.md", f"---\ntitle: Om oss\n---\n\nSe {dead} och `{dead}`.\n")
    write(content, "events/2026-09-12-frukost.en.md", "---\ntitle: Breakfast\n---\nSee <a href='/dod/'>x</a>.\n")
    write(content, "people/bo-ek.md", f"---\n{WORLD['people/bo-ek.md']}---\n{dead}\n")
    write(content, "places/kvarnen.md", f"---\n{WORLD['places/kvarnen.md']}travel: Se {dead}\n---\n")
    assert [re.split("; expected| the link", line)[0] for line in problems(content)] == [
        "content/events/2026-09-12-frukost.en.md:4:8: error[link-to-nothing]",
        "content/pages/om.md:5:8: error[link-to-nothing]",
        "content/people/bo-ek.md:7:5: error[link-to-nothing] a link leads to nothing",
        "content/places/kvarnen.md:4:16: error[link-to-nothing] travel:",
    ]


def test_where_something_else_is_wrong_only_what_is_sure_is_said(content: Path) -> None:
    write(content, "events/2026-09-12-frukost.md", "---\ntitel: Frukost\n---\n")
    assert linking(content, "/motesplatser/2026-09-12-frukost/") == []
    assert linking(content, "/platser/kvarnen/kalender.ics") == []
    assert linking(content, "/kalender/2026-09/") == []
    assert len(linking(content, "/personer/finns-inte/")) == 1


def test_what_was_probably_meant_is_never_a_person(content: Path) -> None:
    write(content, "pages/lank.md", "---\ntitle: X\n---\n[x](/kommuner/flenn/) [y](/personer/anna-bergg/)\n")
    said = [line.partition("; did you mean ")[2] for line in problems(content) if "lank.md" in line]
    assert said == ['"/kommuner/flen/"?', ""]


def test_pictures_are_made_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    (content / "images").mkdir()
    (content / "images" / "bord.png").write_bytes(picture.getvalue())
    keys = WORLD["places/kvarnen.md"] + "image: {file: images/bord.png, alt: Bordet}\n"
    write(content, "places/kvarnen.md", f"---\n{keys}---\n[x](/kalender/2026-03/)\n")
    site = Site(url="https://x.example")
    reading = read(content, site)
    catalogue = Catalogue(reading.library, site, dt.date(2026, 9, 1))
    maker = SiteMaker(catalogue, content)

    def noted(raw: bytes) -> Image.Image:
        made.append(raw)
        return decoded(raw)

    monkeypatch.setattr(pictures, "decoded", noted)
    problems_of(reading, catalogue, maker, {})
    everything(maker)
    assert made == [picture.getvalue()]
