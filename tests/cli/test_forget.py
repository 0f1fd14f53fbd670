from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from meetingplace.building import manifest
from meetingplace.building.lock import Lock
from meetingplace.catalogue import Catalogue
from meetingplace.model.site import Site
from meetingplace.reading.library import read
from records import TODAY
from sites import ROOT, tree, write


Run = Callable[..., Any]
LAST = "Klart. Inget spår finns kvar, varken i innehållet eller i ett nytt bygge."
Sit = Callable[..., list[str]]
HEAD = """# rubriken
title: Dans
summary: "Vi dansar."
start: 2026-09-12 09:30
end:   11:00
attendance: on-site
place: tea-huset
"""
ANNA = """---
name: Anna Berg
kind: independent
consent: {given: 2026-01-01, how: mejl, covers: [name, profile, contact, photo, feeds]}
disciplines: [hemligt, dans]
contact: {email: anna@berg.example, phone: 070-174 06 24}
image: {file: images/anna.jpg, alt: Anna dansar}
offers: [{term: dans, text: Dansar på alla tak i staden}]
---
En text om allt som hon har gjort.
"""


@pytest.fixture
def known(content: Path) -> Path:
    write(content, "people/anna-berg.md", ANNA)
    write(content, "people/anna-berg.en.md", "---\ntitle: dancer\n---\nAll that she did.\n")
    write(
        content, "people/anna-berg-ek.md", "---\nname: Anna Berg Ek\nkind: staff\nconsent: {given: 2026-01-01}\n---\n"
    )
    write(content, "people/bo.md", "---\nname: Bo\nkind: staff\n---\n")
    write(content, "people/huset.md", "---\nname: Huset\nkind: association\ntype: organisation\n---\n")
    (content / "images").mkdir()
    Image.new("RGB", (9, 9)).save(content / "images" / "anna.jpg")
    return content


def event(content: Path, front: str, body: str = "", name: str = "events/dans.md") -> Path:
    return write(content, name, f"---\n{HEAD}{front}---\n{body}")


def test_all_that_is_theirs_is_gone_and_the_rest_is_as_it_was(run: Run, known: Path) -> None:
    before = tree(known)
    event(known, "who: [bo, anna-berg]\n")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    after = tree(known)
    assert (ran.status, ran.err) == (0, "")
    assert set(before) - set(after) == {"people/anna-berg.md", "people/anna-berg.en.md", "images/anna.jpg"}
    assert {name: raw for name, raw in after.items() if name != "events/dans.md"} == {
        name: raw for name, raw in before.items() if name in after
    }
    assert after["events/dans.md"].decode() == (
        f"---\n{HEAD}who: [bo]\nalso:\n  - {{count: 1, kind: independent, discipline: dans}}\n---\n"
    )
    assert [path.name for path in Path().iterdir()] == ["content"]
    assert read(known, Site()).problems == ()


ALSO = "also:\n  - {count: 1, kind: independent, discipline: dans}\n"
REFERENCES = [
    ("who: [anna-berg]\n", ALSO),
    ("who:   [anna-berg, bo]  # två\n", "who:   [bo]  # två\n" + ALSO),
    ("who: [bo,\n  anna-berg,  # hon\n  huset]\n", "who: [bo,\n  huset]\n" + ALSO),
    ("who: [{person: anna-berg, why: x}, bo]\n", "who: [bo]\n" + ALSO),
    ("who:\n# först\n- anna-berg\n# sedan\n- bo\n", "who:\n# först\n# sedan\n- bo\n" + ALSO),
    (
        "who:\n  - person: bo\n    why: a\n  - person: anna-berg   # hon\n    why: >\n      b\n      c\n\n  # sist\n  - huset\n\nfood: ja\n",
        "who:\n  - person: bo\n    why: a\n\n  # sist\n  - huset\n\nfood: ja\n" + ALSO,
    ),
    ("who:\n  -\n    why: b\n    person: anna-berg\n  - bo\n", "who:\n  - bo\n" + ALSO),
    ("who:\n  - anna-berg\n  - {person: anna-berg, role: speaker}\nfood: ja\n", "food: ja\n" + ALSO),
    ("who:\n  - {person: anna-berg, status: declined}\n  - bo\n", "who:\n  - bo\n"),
    ("who:\n  - {person: anna-berg, status: invited}\n", ""),
    ("who:\n  - {person: anna-berg, status: maybe}\n", ALSO),
    ("host: [anna-berg]\nwho: [anna-berg]\n", ALSO),
    ("programme:\n  - title: Tal\n    who: [anna-berg]\n", "programme:\n  - title: Tal\n" + ALSO),
    ("programme:\n  - who: [anna-berg]\n    title: Tal\n", "programme:\n  - title: Tal\n" + ALSO),
    ("programme: [{who: [anna-berg], title: Tal}]\n", "programme: [{title: Tal}]\n" + ALSO),
    ("contact: anna-berg\n", ""),
    ("contact:\n  person: anna-berg\n  hours: alltid\nfood: ja\n", "food: ja\n"),
    ("contact: {name: Anna Berg, email: anna@berg.example}\n", ""),
    (
        "possibilities:\n  - by: anna-berg\n    kind: funding\n    title: x\n",
        "possibilities:\n  - kind: funding\n    title: x\n",
    ),
    ("possibilities: [{kind: funding, title: x, by: anna-berg}]\n", "possibilities: [{kind: funding, title: x}]\n"),
    (
        "who: [anna-berg]\nalso:\n  - count: 3   # tre\n    kind: independent\n    discipline: Dans\n",
        "also:\n  - count: 4   # tre\n    kind: independent\n    discipline: Dans\n",
    ),
    (
        "who: [anna-berg]\nalso: [{count: 3, kind: staff}]\n",
        "also: [{count: 3, kind: staff}, {count: 1, kind: independent, discipline: dans}]\n",
    ),
    (
        "also:\n- {count: 3, kind: independent, discipline: dans, text: x}\n# slut\nwho: [anna-berg]\n",
        "also:\n- {count: 3, kind: independent, discipline: dans, text: x}\n- {count: 1, kind: independent, discipline: dans}\n# slut\n",
    ),
    ("also:\nwho: [anna-berg]\n", ALSO),
    ("status: draft\nwho: [anna-berg]\n", "status: draft\n" + ALSO),
]


@pytest.mark.parametrize(("front", "after"), REFERENCES)
def test_references_go_and_every_other_byte_stays(run: Run, known: Path, front: str, after: str) -> None:
    path = event(known, front, "Hej.\n")
    total = attending(known)
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err, path.read_text("utf-8")) == (0, "", f"---\n{HEAD}{after}---\nHej.\n")
    assert attending(known) == total
    assert [p.text() for p in read(known, Site()).problems if p.severity == "error"] == []


def attending(content: Path) -> list[int]:
    meetings = Catalogue(read(content, Site()).library, Site(), TODAY).meetings("name")
    return [meeting.attendance.total for meeting in meetings]


TWICE = "repeat:\n  rule: FREQ=DAILY;COUNT=3\n  changes:\n    - date: 2026-09-13\n      "
THRICE = "    - date: 2026-09-14\n      start: 2026-09-15\n      "
ONLY = 'also:\n  - {kind: independent, text: "en fri kulturaktör, bara söndag 13 september 2026"}\n'
NOT = 'also:\n  - {kind: independent, text: "en fri kulturaktör, men inte söndag 13 september 2026"}\n'
OWN_LISTS = [
    (f"{TWICE}who: [anna-berg, bo]\n", f"{TWICE}who: [bo]\n{ONLY}", ["några av dagarna"]),
    (f"{TWICE}who: [{{person: anna-berg, status: declined}}, bo]\n", f"{TWICE}who: [bo]\n", []),
    (f"who: [anna-berg, bo]\n{TWICE}who: [bo]\n", f"who: [bo]\n{TWICE}who: [bo]\n{NOT}", ["några av dagarna"]),
    (f"who: [anna-berg]\n{TWICE}who: [bo, anna-berg]\n", f"{TWICE}who: [bo]\n{ALSO}", []),
    (f"host: [anna-berg]\n{TWICE}who: [bo]\n", f"{TWICE}who: [bo]\n{ALSO}", []),
    (
        f"{TWICE}who: [anna-berg]\n      title: Y\n",
        f"{TWICE}title: Y\n{ONLY}",
        ["egen lista blir tom", "några av dagarna"],
    ),
    (
        f"{TWICE}who: [anna-berg, bo]\n{THRICE}who: [anna-berg, bo]\n",
        f"{TWICE}who: [bo]\n{THRICE}who: [bo]\n"
        + ONLY.replace(" 13 september 2026", " 13 september 2026 och tisdag 15 september 2026"),
        ["några av dagarna"],
    ),
]


@pytest.mark.parametrize(("front", "after", "told"), OWN_LISTS)
def test_whoever_comes_on_some_days_only_is_counted_on_no_other_day(
    run: Run, known: Path, front: str, after: str, told: list[str]
) -> None:
    path = event(known, front)
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err, path.read_text("utf-8")) == (0, "", f"---\n{HEAD}{after}---\n")
    notes = re.findall(r"^content/events/dans.md: (.*)$", ran.out, re.MULTILINE)[1:]
    assert [words in note for words, note in zip(told, notes, strict=True)] == [True] * len(told)


ROLE = "en fri kulturaktör"
FIRST = "En fri kulturaktör"
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


def test_a_name_that_is_anothers_too_and_a_picture_that_others_show_stay(run: Run, known: Path) -> None:
    write(known, "people/anna-berg-2.md", "---\nname: Anna Berg\nkind: staff\n---\n")
    path = event(known, "image: {file: images/anna.jpg, alt: x}\n", "Anna Berg.\n")
    before = path.read_bytes()
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, path.read_bytes(), (known / "images" / "anna.jpg").exists()) == (0, before, True)
    assert "images/anna.jpg: är kvar" in ran.out
    assert "events/dans.md: namnet är kvar" in ran.out


def test_it_is_shown_and_asked_first(run: Run, known: Path, answers: Sit) -> None:
    event(known, "who: [bo, anna-berg]\n")
    before = tree(known)
    asked = answers("nej", "ja")
    ran = run("forget", "anna-berg", "--without-build")
    assert (ran.status, tree(known), asked) == (0, before, ["Ska det göras? ja eller nej: "])
    assert ran.out == (
        "content/events/dans.md: ändras\n  - who: [bo, anna-berg]\n  + who: [bo]\n  + also:\n"
        "  +   - {count: 1, kind: independent, discipline: dans}\n"
        "content/images/anna.jpg: tas bort\ncontent/people/anna-berg.en.md: tas bort\n"
        "content/people/anna-berg.md: tas bort\nInget har ändrats.\n"
    )
    assert run("forget", "anna-berg", "--without-build").status == 0
    assert not (known / "people" / "anna-berg.md").exists()


def test_nobody_is_forgotten_unasked_nor_from_content_with_errors(run: Run, known: Path) -> None:
    before = tree(known)
    assert (
        run("forget", "anna-berg", "--without-build").status,
        run("forget", "ana", "--without-build").status,
        tree(known),
    ) == (2, 2, before)
    event(known, "who: [ana]\n")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err.count("reference-unknown"), (known / "people" / "anna-berg.md").exists()) == (
        1,
        1,
        True,
    )


def test_nothing_is_written_that_could_not_be_read(run: Run, known: Path) -> None:
    path = event(known, "")
    path.write_text(path.read_text("utf-8").replace('"Vi dansar."', "Anna Berg " * 19 + "."), "utf-8")
    before = tree(known)
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, tree(known)) == (1, before)
    assert ran.err.startswith("content/events/dans.md:4:10: error[text-too-long]")


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


@pytest.mark.parametrize("stop", range(6))
def test_it_is_never_half_done(run: Run, known: Path, monkeypatch: pytest.MonkeyPatch, stop: int) -> None:
    """Stopped before each file is moved or removed: nothing has happened, or the next time finishes it."""
    event(known, "who: [bo, anna-berg]\n")
    event(known, "who: [bo, anna-berg]\n", name="events/dans-2.md")
    before = tree(known)
    steps = 0

    def counted(method: Callable[..., Any]) -> Callable[..., Any]:
        def step(path: Path, *given: Any, **named: Any) -> Any:
            nonlocal steps
            if known.resolve() in path.parents or ".content.forget" in path.parts:
                steps += 1
                if steps > stop:
                    raise KeyboardInterrupt
            return method(path, *given, **named)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", counted(Path.replace))
        patch.setattr(Path, "unlink", counted(Path.unlink))
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
        assert run("forget", "anna-berg", "--without-build", "--yes").status == 130
    begun = Path(".content.forget/journal").exists()
    assert begun == (stop > 0)
    if not begun:
        assert tree(known) == before
    assert run("forget", "anna-berg", "--without-build", "--yes").status == 0
    assert [name for name in tree(known) if "anna" in name] == ["people/anna-berg-ek.md"]
    assert [b"anna-berg]" in raw for raw in tree(known).values()] == [False] * len(tree(known))
    assert [path.name for path in Path().iterdir()] == ["content"]
    assert read(known, Site()).problems == ()


def test_a_journal_that_leads_elsewhere_is_refused(run: Run, known: Path) -> None:
    Path(".content.forget").mkdir()
    Path("precious").write_text("x")
    manifest.write_state(Path(".content.forget/journal"), {"moves": {}, "removals": ["../precious"]})
    assert (run("forget", "anna-berg", "--without-build", "--yes").status, Path("precious").read_text()) == (2, "x")


def test_a_file_that_was_changed_meanwhile_is_not_written_over(
    run: Run, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = event(known, "who: [bo, anna-berg]\n")
    held = Lock.take

    def change(lock: Path) -> Any:
        path.write_text(path.read_text("utf-8") + "Nytt.\n", "utf-8")
        return held(lock)

    monkeypatch.setattr(Lock, "take", change)
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err) == (2, f"meetingplace: {path.resolve()}: ändrades under tiden; försök igen\n")
    assert (known / "people" / "anna-berg.md").exists()
    assert path.read_text("utf-8").endswith("Nytt.\n")


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
