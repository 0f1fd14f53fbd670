"""Names in texts become roles, and what only looks like the name stays."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from forgetting import ALSO, ANNA, FIRST, HEAD, ROLE, Run, event
from sites import write


TEXTS = [
    ("Med Anna Berg här.", f"Med {ROLE} här."),
    ("Anna Bergs idé, ANNA BERG", f"{FIRST}s idé, {ROLE}"),
    ("Anna\nBerg och Anna Berg Ek", f"{FIRST} och Anna Berg Ek"),
    ("**Anna** Berg, _Anna Berg_", f"**{FIRST}**, _{ROLE}_"),
    ("Anna&nbsp;Berg", FIRST),
    ("Kom. Anna Berg värd: Anna Berg", f"Kom. {FIRST} värd: {ROLE}"),
    ("[vår gäst](person:anna-berg), [Bo](person:bo)", f"{FIRST}, [Bo](person:bo)"),
    ("[hon](/personer/anna-berg/) och [hon](/personer/anna-berg-ek/)", f"{FIRST} och [hon](/personer/anna-berg-ek/)"),
    ("[Anna Berg på scen](https://kultur.example/)", f"[{FIRST} på scen](https://kultur.example/)"),
    (unicodedata.normalize("NFD", "så ") + "Anna Berg", unicodedata.normalize("NFD", "så ") + ROLE),
]


@pytest.mark.parametrize(("text", "after"), TEXTS)
def test_names_in_texts_become_the_role(run: Run, known: Path, text: str, after: str) -> None:
    path = event(known, f"food: |\n  {text.replace(chr(10), chr(10) + '  ')}\n", f"{text}\n")
    page = write(known, "pages/om.md", f"title: Om\n\n{text}\n")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err, path.read_text("utf-8")) == (0, "", f"---\n{HEAD}food: |\n  {after}\n---\n{after}\n")
    assert page.read_text("utf-8") == f"title: Om\n\n{after}\n"


def test_names_in_front_matter_and_in_other_files(run: Run, known: Path) -> None:
    path = event(
        known,
        'food: "Hos \\u0041nna Berg"\ntravel: Med Anna\n  Berg  # Anna Berg kör\nbring: Anna Berg\naudience: "Anna Bergs"\n',
    )
    english = write(known, "events/dans.en.md", "---\ntitle: Dance with Anna Berg\n---\n")
    series = write(known, "series/s.md", "---\ntitle: Hos Anna Berg\nsummary: x\ncontact: anna-berg\n---\n")
    words = write(known, "vocabulary.yaml", "terms:\n  dans: {sv: Dans, synonyms: [Anna Bergs dans]}\n")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err) == (0, "")
    assert (
        path.read_text("utf-8")
        == f'---\n{HEAD}food: Hos {ROLE}\ntravel: Med {ROLE}  # {ROLE} kör\nbring: {FIRST}\naudience: "{FIRST}s"\n---\n'
    )
    assert english.read_text("utf-8") == "---\ntitle: Dance with an independent cultural actor\n---\n"
    assert series.read_text("utf-8") == f"---\ntitle: Hos {ROLE}\nsummary: x\n---\n"
    assert words.read_text("utf-8") == f"terms:\n  dans: {{sv: Dans, synonyms: [{ROLE}s dans]}}\n"


@pytest.mark.parametrize("close", ["\r\n", "\r"])
def test_line_ends_and_the_byte_order_mark_stay(run: Run, known: Path, close: str) -> None:
    path = event(known, "who: [anna-berg, bo]\n", "En rad.\nAnna Berg.\nEn rad\u2028till.\n")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text("utf-8").replace("\n", close).encode())
    run("forget", "anna-berg", "--without-build", "--yes")
    text = f"---\n{HEAD}who: [bo]\n{ALSO}---\nEn rad.\n{FIRST}.\nEn rad\u2028till.\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace("\n", close).encode()


def test_an_organisation_is_not_counted(run: Run, known: Path) -> None:
    path = event(known, "who: [huset, bo]\n", "Hos Huset.\n")
    run("forget", "huset", "--without-build", "--yes")
    assert path.read_text("utf-8") == f"---\n{HEAD}who: [bo]\n---\nHos en förening.\n"


def test_a_house_keeps_the_name_that_it_shares_with_an_organisation(run: Run, known: Path) -> None:
    house = write(known, "places/huset.md", "---\nname: Huset\ntown: Flen\n---\nVi bor i Huset.\n")
    path = event(known, "who: [huset, bo]\n", "Hos [Huset](person:huset), i [Huset](/platser/huset/).\n")
    before = house.read_bytes()
    ran = run("forget", "huset", "--without-build", "--yes")
    assert (ran.status, house.read_bytes()) == (0, before)
    assert path.read_text("utf-8") == f"---\n{HEAD}who: [bo]\n---\nHos en förening, i [Huset](/platser/huset/).\n"
    assert "content/places/huset.md: namnet är kvar" in ran.out


def test_a_person_has_no_house_to_hide_behind(run: Run, known: Path) -> None:
    house = write(known, "places/berg.md", "---\nname: Anna Berg\n---\n")
    assert run("forget", "anna-berg", "--without-build", "--yes").status == 0
    assert house.read_text("utf-8") == f"---\nname: {FIRST}\n---\n"


def test_former_slugs_lead_nowhere(run: Run, known: Path) -> None:
    person = known / "people" / "anna-berg.md"
    person.write_text(ANNA.replace("kind:", "aliases: [anna-b]\nkind:"), "utf-8")
    path = event(known, "", "[Hon](/personer/anna-b/), [Bo](/personer/anna-bo/)\n")
    write(known, "files/x.txt", "https://a.example/personer/anna-b/")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert path.read_text("utf-8") == f"---\n{HEAD}---\n{FIRST}, [Bo](/personer/anna-bo/)\n"
    assert (ran.status, ran.out.splitlines()[-2]) == (1, "  content/files/x.txt")
    assert re.findall("^  (/personer/.*)$", ran.out, re.MULTILINE)[:2] == ["/personer/anna-berg/", "/personer/anna-b/"]


def test_a_name_that_is_anothers_too_and_a_picture_that_others_show_stay(run: Run, known: Path) -> None:
    write(known, "people/anna-berg-2.md", "---\nname: Anna Berg\nkind: staff\n---\n")
    path = event(known, "image: {file: images/anna.jpg, alt: x}\n", "Anna Berg.\n")
    before = path.read_bytes()
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, path.read_bytes(), (known / "images" / "anna.jpg").exists()) == (0, before, True)
    assert "images/anna.jpg: är kvar" in ran.out
    assert "events/dans.md: namnet är kvar" in ran.out
