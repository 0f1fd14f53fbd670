"""A meeting with sixty participants on a slow connection: what it weighs, and what is left of it without its parts."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from sites import Build, write
from visits import visiting


PEOPLE = 60
MOST_BYTES = 50_000  # of page, style and script together, as they are sent
MOST_BYTES_OF_SCRIPT = 10_000
ADDRESS = "/motesplatser/stora-motet/"

PERSON = """---
name: {name} {surname}
kind: {kind}
consent: {{given: 2026-01-01, how: E-post, covers: [name, profile, feeds]}}
title: {title}
organisation: {organisation}
offers:
  - Jag visar hur man lastar en turnébil på trettiosju minuter, för {number} och fler
seeks:
  - Någon som har räknat på en föreställning för tolv personer i rum {number}
---

{name} gör föreställningar för trappuppgångar.
"""
MEETING = """---
title: Stora mötet
summary: Alla i länet som gör, köper eller stöder kultur träffas under en dag och lovar något.
start: 2026-12-15 09:00
end: 16:00
place: {{name: Spinneriet, address: Exempelgatan 2, town: Nyköping}}
audience: Alla som arbetar med kultur
cost: free
pay: {{paid: yes}}
attendance: on-site
contact: {{name: Åsa Lind, email: asa@example.org}}
published: 2026-06-01
who:
{participants}
---

En hel dag. Vi börjar med frukost och slutar med löften.
"""
NAMES = ["Anna", "Bo", "Cia", "Dag", "Eva", "Finn", "Greta", "Hans", "Ida", "Jon", "Kim", "Lo", "Maj", "Nils", "Ola"]
SURNAMES = ["Almgren", "Boström", "Cederlöf", "Dahlander"]
KINDS = ["independent", "public", "association", "business"]


def write_sixty(content: Path) -> None:
    """A meeting whose participants have said all that can be shown of them, each in words of their own."""
    rows = []
    for number in range(PEOPLE):
        name, surname = NAMES[number % len(NAMES)], SURNAMES[number // len(NAMES)]
        slug = f"person-{number:02}"
        title, organisation = f"dramatiker nr {number}", f"Teater {surname[::-1].lower()} {number % 7}"
        about = PERSON.format(
            name=name, surname=surname, kind=KINDS[number % 4], title=title, organisation=organisation, number=number
        )
        write(content, f"people/{slug}.md", about)
        rows.append(
            f"  - person: {slug}\n    why: Vill höra hur {NAMES[-number % 15]} fick sin kommun att hyra ett rum i {number + 2} veckor\n"
        )
    write(content, "events/stora-motet.md", MEETING.format(participants="".join(rows)))


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = tmp_path_factory.mktemp("sixty")
    write_sixty(folder / "content")
    done = build(folder / "content", folder / "output")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "output"


def sent(root: Path, address: str) -> Iterator[tuple[str, int]]:
    """Each file that a page needs to be read, and its bytes over the wire: pictures and fonts apart, which may come later."""
    page = root / address.lstrip("/") / "index.html"
    links = re.findall(r'<link rel="stylesheet" href="([^"]+)|<script [^>]*src="([^"]+)', page.read_text("utf-8"))
    files = [page, *(root / urlsplit("".join(link)).path.lstrip("/") for link in links)]
    files += [
        root / imported.lstrip("/")
        for file in files
        if file.suffix == ".js"
        for imported in re.findall(r'from "(/[^"]+)"', file.read_text("utf-8"))
    ]
    for file in files:
        yield file.name, len(gzip.compress(file.read_bytes(), 6))


def test_sixty_people_weigh_little(sixty: Path) -> None:
    weights = dict(sent(sixty, ADDRESS))
    scripts = sum(size for name, size in weights.items() if name.endswith(".js"))
    assert (sixty / "motesplatser/stora-motet/index.html").read_text("utf-8").count('<li class="person ') >= PEOPLE
    assert {"site.css", "index.html"} <= weights.keys()
    assert (sum(weights.values()) <= MOST_BYTES, scripts <= MOST_BYTES_OF_SCRIPT) == (True, True), weights


def shown(page: Page) -> str:
    return page.locator("#vilka").inner_text()


def test_sixty_people_are_read_without_script_or_pictures(chromium: Browser, sixty: Path) -> None:
    texts = []
    for lacking in ("nothing", "script", "pictures"):
        with visiting(chromium, sixty, width=320, script=lacking != "script") as visit:
            if lacking == "pictures":
                visit.page.route(re.compile(r"\.(jpe?g|png|webp|avif|svg)$"), lambda route: route.abort())
            visit.open(ADDRESS)
            texts.append(shown(visit.page))
    assert texts[1:] == [texts[0], texts[0]]
    assert texts[0].count("Vill höra hur") == PEOPLE
