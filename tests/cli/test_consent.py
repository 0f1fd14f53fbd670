from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sites import write


Run = Callable[..., Any]
MEETING = """---
title: Dans
summary: Vi dansar.
start: 2026-09-12 09:30
end: 11:00
attendance: on-site
place: tea-huset
published: 2026-01-01
"""
PEOPLE = {
    "soon": "consent: {given: 2024-10-01, how: mejl, covers: [name, feeds]}",
    "sooner": "consent: {given: 2026-01-01, until: 2026-09-02}",
    "sixty": "consent: {given: 2026-01-01, until: 2026-10-31}",
    "sixty-one": "consent: {given: 2026-01-01, until: 2026-11-01}",
    "all": "consent: {given: 2026-01-01, how: blankett, covers: [name, profile, feeds, archive]}",
    "none": "",
    "later": "consent: {given: 2026-09-02}",
    "over": "consent: {given: 2024-01-01, until: 2026-08-31}",
    "taken-back": "consent: {given: 2026-01-01, covers: []}",
    "house": "type: organisation",
}


@pytest.fixture
def agreed(content: Path) -> Path:
    for slug, consent in PEOPLE.items():
        write(content, f"people/{slug}.md", f"---\nname: {slug.capitalize()} Ek\nkind: staff\n{consent}\n---\n")
    who = f"who: [{', '.join(PEOPLE)}]\n"
    write(content, "events/dans.md", f"{MEETING}{who}---\n")
    write(
        content, "events/hidden.md", f"{MEETING}who:\n  - {{person: all, public: no}}\n---\nMed Soon Ek och All Ek.\n"
    )
    write(content, "events/old.md", f"{MEETING.replace('2026-09-12', '2026-05-01')}{who}---\n")
    write(content, "events/text.md", f"{MEETING}---\nMed **All** Ek och [vår gäst](person:sixty).\n")
    write(content, "events/later.md", f"{MEETING.replace('2026-01-01', '2026-09-02')}{who}---\n")
    write(content, "events/draft.md", f"{MEETING}{who}status: draft\n---\n")
    return content


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_everyone_and_what_holds_on_a_day(run: Run, agreed: Path) -> None:
    ran = run("consent", "--on", "2026-09-01", "--format", "csv", "--language", "en")
    found = [(row["Slug of the person"], row["What holds"], row["Last day"], row["Days left"]) for row in rows(ran.out)]
    assert ran.status == 0
    assert found == [
        ("sooner", "named; the consent ends soon", "2026-09-02", "1"),
        ("soon", "named; the consent ends soon", "2026-10-01", "30"),
        ("sixty", "named; the consent ends soon", "2026-10-31", "60"),
        ("all", "named", "2028-01-01", "487"),
        ("later", "counted only: consent is not given yet", "2028-09-02", "732"),
        ("none", "counted only: no consent", "", ""),
        ("over", "counted only: the consent has run out", "2026-08-31", "0"),
        ("sixty-one", "named", "2026-11-01", "61"),
        (
            "taken-back",
            "counted only: the consent is withdrawn, it does not cover the name",
            "2028-01-01",
            "487",
        ),
    ]


def test_who_is_named_where(run: Run, agreed: Path) -> None:
    ran = run("consent", "--on", "2026-09-01", "--format", "csv", "--language", "en")
    where = {
        row["Slug of the person"]: (row["Named on pages"], row["Named in feeds"], row["Listed and not named"])
        for row in rows(ran.out)
    }
    assert where == {
        "soon": ("dans hidden", "dans hidden", "old"),
        "sooner": ("dans", "", "old"),
        "sixty": ("dans text", "", "old"),
        "sixty-one": ("dans", "", "old"),
        "all": ("old dans text", "old dans text", "hidden"),
        **dict.fromkeys(["none", "later", "over", "taken-back"], ("", "", "old dans")),
    }


def test_of_two_with_one_name_the_one_who_is_listed_is_meant(run: Run, agreed: Path) -> None:
    write(agreed, "people/double.md", "---\nname: All Ek\nkind: staff\nconsent: {given: 2026-01-01}\n---\n")
    ran = run("consent", "--on", "2026-09-01", "--format", "csv", "--language", "en")
    where = {row["Slug of the person"]: row["Named on pages"] for row in rows(ran.out)}
    assert (where["all"], where["double"]) == ("old dans hidden text", "text")


def test_as_text(run: Run, agreed: Path) -> None:
    for slug in set(PEOPLE) - {"soon", "none"}:
        agreed.joinpath("people", f"{slug}.md").unlink()
    for path in agreed.glob("events/*.md"):
        path.unlink()
    write(agreed, "events/dans.md", f"{MEETING}who: [soon, none]\n---\n")
    ran = run("consent", "content", "--on", "2026-09-01")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "2026-09-01: 1 får namnges, 1 räknas bara, samtycket tar slut inom 60 dagar för 1\n\n"
        "! Soon Ek (soon): får namnges; samtycket tar snart slut\n"
        "    Gavs: 2024-10-01\n    Sista dag: 2026-10-01\n    Dagar kvar: 30\n    Gäller: name feeds\n"
        "    Hur det gavs: mejl\n    Namnges på sidor: dans\n    Namnges i flöden: dans\n\n"
        "None Ek (none): räknas bara: inget samtycke\n    Står med men namnges inte: dans\n"
    )


@pytest.mark.parametrize("name", ["=1+1 Ek", "+46 Ek", "-Ek", "@Ek", "＝Ek"])
def test_no_cell_is_a_formula(run: Run, agreed: Path, name: str) -> None:
    write(
        agreed,
        "people/all.md",
        f'---\nname: "{name}"\nkind: staff\nconsent: {{given: 2026-01-01, how: "\\t=x, \\"y\\""}}\n---\n',
    )
    ran = run("consent", "--on", "2026-09-01", "--format", "csv", "--language", "en")
    row = next(row for row in rows(ran.out) if row["Slug of the person"] == "all")
    assert (row["Name"], row["How it was given"]) == (f"'{name}", '\'=x, "y"')


def test_nothing_is_said_of_content_with_errors(run: Run, agreed: Path) -> None:
    write(agreed, "events/dans.md", f"{MEETING}who: [al]\n---\n")
    ran = run("consent")
    assert (ran.status, ran.out, ran.err.count("reference-unknown")) == (1, "", 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["nowhere"], "meetingplace: nowhere: det finns ingen sådan mapp\n"),
        (["--on", "i dag"], "meetingplace: --on: väntade ÅÅÅÅ-MM-DD\n"),
    ],
)
def test_wrong_use(run: Run, given: list[str], said: str) -> None:
    ran = run("consent", *given)
    assert (ran.status, ran.out, ran.err) == (2, "", said)
