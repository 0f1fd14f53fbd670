"""The invitation as a mail: short, whole, and nobody in it who has not agreed to feeds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplace.catalogue.attendance import Attendance
from meetingplace.publishing.invitation import LONGEST, WIDTH, cut, invitation
from meetings import SITE, TODAY, meeting, outlet, person


PAGE = f"{SITE.url}/motesplatser/kulturfrukost/"
TELLING = {
    "cost": "free",
    "pay": {"paid": "yes", "amount": "800 kr", "covers": ["time", "travel"]},
    "registration": {"required": "yes", "url": "https://anmal.example/flen", "deadline": "2026-03-05"},
    "access": {"wheelchair": "yes", "hearing_loop": "no", "note": "Ring på **klockan**."},
}
HOST = replace(person("Anna Berg", "host", disciplines=("Dans",), municipality="flen"), why="Söker en fotograf")
COMING = Attendance(people=(HOST, person("Bo Ek", in_feeds=False)), total=14, by_kind=(("independent", 14),))


def written(attending: Attendance | None = None, **front_matter: Any) -> str:
    return invitation(meeting(attending=attending, **front_matter), outlet())


def test_the_whole_invitation() -> None:
    assert written(COMING, **TELLING) == (
        "Ämne: Kulturfrukost, tor 12 mars 09.30\n"
        "\n"
        "Kulturfrukost\n"
        "Vi äter frukost och berättar vad vi gör.\n"
        "\n"
        "När: torsdag 12 mars 2026 kl. 09.30–11.00\n"
        "Var: TEA-huset, Sveavägen 3, 642 37 Flen\n"
        "\n"
        "Vilka du möter: 14 fria kulturaktörer kommer\n"
        "– Anna Berg (värd), dans, Flen: Söker en fotograf\n"
        "\n"
        "Kostnad: Gratis\n"
        "Arvode: Ja, du får arvode för din tid: 800 kr. Täcker tid och resa\n"
        "Tillgänglighet: rullstol: ja, hörslinga: nej. Ring på klockan.\n"
        "Anmälan: Anmälan krävs. Sista dag torsdag 5 mars 2026\n"
        "https://anmal.example/flen\n"
        "\n"
        "Kontakt: Åsa Ek, asa@kultur.example, 070-123 45 67\n"
        f"{PAGE}\n"
    )


@pytest.mark.parametrize("term", ["Kostnad", "Arvode", "Tillgänglighet", "Anmälan"])
def test_what_is_missing_is_told_with_whom_to_ask(term: str) -> None:
    assert [line for line in written().splitlines() if line.startswith(f"{term}:")] == [
        f"{term}: Inte angivet – fråga Åsa Ek"
    ]


@pytest.mark.parametrize(
    ("front_matter", "today", "subject"),
    [
        ({}, TODAY, "Ämne: Kulturfrukost, tor 12 mars 09.30"),
        ({"status": "cancelled"}, TODAY, "Ämne: INSTÄLLT: Kulturfrukost, tor 12 mars 09.30"),
        ({"status": "postponed"}, TODAY, "Ämne: FRAMFLYTTAT: Kulturfrukost, tor 12 mars 09.30"),
        (
            {"updates": [{"date": "2026-02-20", "text": "Ny dag.", "was": "2026-03-10 09:30"}]},
            TODAY,
            "Ämne: FLYTTAT: Kulturfrukost, tor 12 mars 09.30",
        ),
        ({}, dt.date(2026, 3, 13), "Ämne: Har varit: Kulturfrukost, tor 12 mars 09.30"),
        ({"status": "cancelled"}, dt.date(2026, 3, 13), "Ämne: INSTÄLLT: Kulturfrukost, tor 12 mars 09.30"),
        ({"start": "2026-03-12", "end": None}, TODAY, "Ämne: Kulturfrukost, tor 12 mars"),
        ({"start": "2026-03", "end": None}, TODAY, "Ämne: Kulturfrukost, mars 2026"),
        ({"start": "2026", "end": None}, TODAY, "Ämne: Kulturfrukost, 2026"),
        (
            {"title": "Kulturfrukost för alla som vill veta mer om residens i Sörmland"},
            TODAY,
            "Ämne: Kulturfrukost för alla som vill veta mer om …, tor 12 mars 09.30",
        ),
    ],
)
def test_the_subject(front_matter: dict[str, Any], today: dt.date, subject: str) -> None:
    assert written(today=today, **front_matter).splitlines()[0] == subject


@pytest.mark.parametrize("number", ["070-174 06 05", "+46 70 174 06 05", "0150-123 45"])
def test_a_telephone_number_is_on_one_line(number: str) -> None:
    for length in range(30, 50):
        note = f"Ring {'x' * length} {number}."
        assert number in written(registration={"required": "yes", "note": note})


def test_why_it_is_moved_is_told_and_not_what_was_told_since() -> None:
    updates = [
        {"date": "2026-02-20", "text": "Salen är upptagen.", "was": "2026-03-10 09:30"},
        {"date": "2026-02-25", "text": "Det blir kaffe."},
    ]
    assert written(updates=updates).splitlines()[2:6] == [
        "Kulturfrukost",
        "Flyttat från tisdag 10 mars 2026 kl. 09.30.",
        "Salen är upptagen.",
        "Vi äter frukost och berättar vad vi gör.",
    ]


def test_what_is_cancelled_invites_nobody() -> None:
    text = written(COMING, status="cancelled", **TELLING)
    terms = [line.partition(":")[0] for line in text.splitlines() if ":" in line]
    assert terms == ["Ämne", "INSTÄLLT", "När", "Var", "Kontakt", "https"]


def test_what_is_past_keeps_its_address_and_names_nobody() -> None:
    assert written(COMING, today=dt.date(2026, 3, 13), **TELLING) == (
        "Ämne: Har varit: Kulturfrukost, tor 12 mars 09.30\n\n"
        "Kulturfrukost\n\n"
        "Den här inbjudan gäller inte längre: dagen har passerat.\n"
        "När: torsdag 12 mars 2026 kl. 09.30–11.00\n\n"
        f"Läs om mötet:\n{PAGE}\n"
    )


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="must not leave"):
        invitation(meeting(audience="name"), outlet())


def test_names_come_in_as_long_as_there_is_room() -> None:
    people = tuple(replace(person(f"Person {n}"), why="Vill prata om scener för dans i länet") for n in range(60))
    text = written(Attendance(people=people, total=60, by_kind=(("independent", 60),)), **TELLING)
    names = [line for line in text.splitlines() if line.startswith("– ")]
    assert names[:-1] == [f"– Person {n}: Vill prata om scener för dans i länet" for n in range(len(names) - 1)]
    assert names[-1] == f"– och {60 - (len(names) - 1)} till"
    assert LONGEST - 50 < len(text) <= LONGEST


def test_a_meeting_on_site_and_online_that_comes_back() -> None:
    text = written(
        attendance="hybrid",
        online={"platform": "Zoom", "url": "https://zoom.example/j/1", "note": "Länken fungerar samma dag."},
        repeat={"rule": "FREQ=WEEKLY;COUNT=3"},
    )
    assert text.split("\n\n")[2] == (
        "När: torsdag 12 mars 2026 kl. 09.30–11.00 (och 2 gånger till)\n"
        "Var: TEA-huset, Sveavägen 3, 642 37 Flen (på plats och digitalt)\n"
        "Digitalt: Zoom. Länken fungerar samma dag\n"
        "https://zoom.example/j/1"
    )


WORD = st.text(st.sampled_from("abåäö-*_#"), min_size=1, max_size=30)
TEXT = st.lists(WORD, min_size=1, max_size=200).map(" ".join)
SHORT = st.lists(WORD, min_size=1, max_size=60).map(lambda words: " ".join(words)[:200].strip())
PATH = st.text(st.sampled_from("abc/-"), max_size=900).map("https://x.example/".__add__)


@settings(max_examples=150)
@given(title=TEXT, summary=SHORT, note=TEXT, cost=TEXT, place=TEXT, url=PATH, people=st.lists(st.tuples(WORD, TEXT)))
def test_however_much_there_is_to_say(
    title: str, summary: str, note: str, cost: str, place: str, url: str, people: list[tuple[str, str]]
) -> None:
    made = tuple(replace(person(name), why=why) for name, why in people)
    text = invitation(
        meeting(
            attending=Attendance(people=made, total=len(made), by_kind=(("independent", len(made)),)),
            title=title,
            summary=summary,
            cost=cost,
            place={"name": place},
            registration={"required": "yes", "url": url, "note": note, "deadline": "2026-03-05 12:00"},
            access={"note": note},
            pay={"paid": "yes", "note": note},
        ),
        outlet(render=lambda text, _: text),
    )
    lines = text.splitlines()
    assert len(text) <= LONGEST
    assert [line for line in lines if len(line) > WIDTH and " " in line.removeprefix("– ").strip()] == []
    assert lines[-1] == PAGE
    terms = [line.partition(":")[0] for line in lines]
    assert [term for term in ("När", "Var", "Anmälan", "Kontakt") if terms.count(term) != 1] == []
    assert (url in lines) == (len(url) <= 300)


@given(TEXT, st.integers(20, 300))
def test_nothing_is_cut_within_a_word(text: str, most: int) -> None:
    short = cut(text, most)
    kept = short.removesuffix("…").split()
    assert len(short) <= most
    assert kept[:-1] == text.split()[: len(kept) - 1]
    assert not kept or kept[-1] == text.split()[len(kept) - 1] or len(kept) == 1


def test_every_meeting_has_one_that_a_mail_can_carry(example_site: Path) -> None:
    folders = {file.parent for file in example_site.glob("motesplatser/*/*.ics")}
    texts = {file.parent: file.read_bytes() for file in example_site.glob("motesplatser/*/inbjudan.txt")}
    assert folders - set(texts) == set()
    for data in texts.values():
        text = data.decode()
        assert len(text) <= LONGEST
        assert text.startswith("Ämne: ")
        assert text.replace("\n", "").isprintable()
