"""Forgetting ends with a search through the content and a fresh build, and says what is left."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PIL import Image

from forgetting import ANNA, Run, event
from sites import ROOT, tree, write


LAST = "Klart. Inget spår finns kvar, varken i innehållet eller i ett nytt bygge."


def test_traces_that_are_left_in_the_content_are_told(run: Run, known: Path) -> None:
    event(known, "registration: {required: yes, email: anna@berg.example}\n", name="events/med-anna-berg.md")
    write(known, "files/lista.txt", "Anna Berg")
    write(known, "files/annan.txt", "Anna Berg Ek, anna-berg-ek")
    write(known, "files/telefon.txt", "ring +46 701-740624")
    for number, code in enumerate(["utf-8", "utf-16-le", "utf-16-be"]):
        (known / "files" / f"x{number}.jpg").write_bytes(
            b"\xff\xd8\x00\x00" + "Av Anna Berg.".encode(code) + b"\x00\xff"
        )
    (known / "pages").mkdir()
    (known / "pages" / "gammal.html").write_bytes("Anna Berg på ön".encode("latin-1"))
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert ran.status == 1
    assert ran.out.splitlines()[-9:-1] == [
        "Spår finns kvar i:",
        "  content/events/med-anna-berg.md",
        "  content/files/lista.txt",
        "  content/files/telefon.txt",
        *(f"  content/files/x{number}.jpg" for number in range(3)),
        "  content/pages/gammal.html",
    ]


SETTINGS = """SITEURL = "https://a.example"
CONTACT = {"name": "Anna Berg", "email": "a@b.example"}
"""


def test_settings_that_name_someone_are_told_before_and_after(run: Run, known: Path) -> None:
    write(Path(), "pelicanconf.py", SETTINGS)
    write(Path(), "publishconf.py", "from pelicanconf import *\nSITEURL = 'https://world.example'\n")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    lines = ran.out.splitlines()
    assert "\npelicanconf.py: röjer personen" in ran.out.partition("Filerna är ändrade.")[0]
    assert (ran.status, lines[-3:-1]) == (1, ["Spår finns kvar i:", "  pelicanconf.py"])
    assert "  https://world.example/personer/anna-berg/" in lines
    assert "pelicanconf" not in sys.modules
    write(Path(), "pelicanconf.py", SETTINGS.replace("Anna Berg", "Bo"))
    assert run("forget", "anna-berg", "--without-build").status == 0
    assert run("forget", "anna-berg", "--without-build").status == 2


def buildable() -> str:
    settings = (ROOT / "pelicanconf.py").read_text("utf-8").replace('"theme"', repr(str(ROOT / "theme")))
    settings = settings.replace('["plugins"]', repr([str(ROOT / "plugins")]))
    return settings.replace("http://127.0.0.1:8000", "https://a.example")


def test_a_build_that_fails_proves_nothing_and_the_next_time_proves_it(run: Run, known: Path) -> None:
    event(known, "who: [anna-berg]\n")
    settings = write(Path(), "pelicanconf.py", buildable() + "\nTHEME = 'nowhere'\n")
    ran = run("forget", "anna-berg", "--yes")
    assert (ran.status, ran.err.startswith("meetingplace: bygget misslyckades, så inget är visat: ")) == (2, True)
    assert "Klart" not in ran.out
    settings.write_text(buildable().replace("Det här är exempelinnehåll", "Av ANNA BERGS vänner"), "utf-8")
    ran = run("forget", "anna-berg")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("Det som påbörjades förra gången görs färdigt: anna-berg\n")
    assert {"  pelicanconf.py", "  output/index.html"} < set(ran.out.partition("Spår finns kvar i:")[2].splitlines())
    assert run("forget", "bo", "--yes").status == 1
    assert (known / "people" / "bo.md").exists()
    settings.write_text(buildable(), "utf-8")
    ran = run("forget", "anna-berg")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, LAST)
    assert "  https://a.example/personer/anna-berg/\n" in ran.out
    assert "git filter-repo --invert-paths --path 'content/images/anna.jpg'" in ran.out
    assert sorted(path.name for path in Path().iterdir() if path.name[0] == ".") == []


def test_without_settings_nothing_is_begun(run: Run, known: Path) -> None:
    before = tree(known)
    assert (run("forget", "anna-berg", "--yes").status, tree(known)) == (2, before)


def test_what_is_kept_to_prove_it_by_has_no_consent(run: Run, known: Path) -> None:
    write(known, "files/x.txt", "Anna Berg")
    assert run("forget", "anna-berg", "--yes", "--without-build").status == 1
    assert "given" not in Path(".content.forget/journal").read_text("utf-8")
    write(known, "people/anna-berg.md", ANNA.replace("images/anna.jpg", "images/ny.jpg"))
    Image.new("RGB", (9, 9)).save(known / "images" / "ny.jpg")
    write(known, "files/x.txt", "")
    ran = run("forget", "anna-berg", "--yes", "--without-build")
    assert (ran.status, ran.out.count("content/people/anna-berg.md: tas bort")) == (0, 1)
    assert not (known / "people" / "anna-berg.md").exists()
    assert not Path(".content.forget").exists()


def test_a_fresh_build_is_looked_through_and_addresses_are_told(run: Run, known: Path) -> None:
    event(known, "who: [anna-berg]\npublished: 2026-01-01\n", "Med Anna Berg.\n")
    write(Path(), "pelicanconf.py", buildable())
    write(Path("output"), "gammal/index.html", "<p>Anna&nbsp;<b>Berg</b>")
    ran = run("forget", "anna-berg", "--yes", "--output", "output")
    assert (ran.status, ran.err) == (0, "")
    told = re.findall(r"^  (https://\S+)$", ran.out, re.MULTILINE)
    assert {
        "https://a.example/personer/anna-berg/",
        "https://a.example/motesplatser/dans/",
        "https://a.example/gammal/",
        "https://a.example/motesplatser/dans/dans.ics",
        "https://a.example/kalender.ics",
        "https://a.example/personer/anna-berg/feed.json",
        "https://a.example/nytt/",
        "https://a.example/nytt.xml",
    } <= set(told)
    assert len(told) == len(set(told))
    assert "git filter-repo --invert-paths --path 'content/images/anna.jpg'" in ran.out
    assert ran.out.splitlines()[-1] == LAST


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg",
        "ANNA BERGS",
        "/anna-berg/",
        "SUMMARY:Anna B\r\n erg",
        '"\\u0041nna Berg"',
        "Anna&#32;Berg",
        "Anna%20Berg",
        "<b>Anna</b> <i>Berg</i>",
        "tel:+070 174-06-24",
        "anna@BERG.example",
        "Dansar på alla tak i staden",
    ],
)
def test_the_search_reads_what_formats_fold_escape_and_compose(run: Run, known: Path, text: str) -> None:
    write(known, "files/x.bin", text)
    write(known, "files/y.bin", "Anna Berg Ek /anna-berg-ek/ dansar 070-174 06 25")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.out.splitlines()[-2]) == (1, "  content/files/x.bin")
    told = "content/files/x.bin: röjer personen i ett namn, en adress eller en fil som inte ändras här"
    assert told in ran.out.partition("Filerna är ändrade.")[0]


def test_what_was_published_is_judged_by_the_day_of_the_settings_or_the_one_asked_for(run: Run, known: Path) -> None:
    write(Path(), "pelicanconf.py", 'SITEURL = "https://a.example"\nTODAY = "2025-12-31"\n')
    event(known, "who: [anna-berg]\npublished: 2026-01-01\n")
    page = "https://a.example/motesplatser/dans/"
    before = tree(known)
    assert page not in run("forget", "anna-berg", "--without-build", "--yes").out.split()
    for name, raw in before.items():
        (known / name).parent.mkdir(exist_ok=True)
        (known / name).write_bytes(raw)
    assert page in run("forget", "anna-berg", "--without-build", "--yes", "--on", "2026-06-01").out.split()
