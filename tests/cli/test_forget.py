"""What is someone's goes, what refers to them goes too, and they are counted where they were to come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from forgetting import ALSO, HEAD, Run, event
from meetingplace.catalogue import Catalogue
from meetingplace.model.site import Site
from meetingplace.reading.library import read
from records import TODAY
from sites import tree


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
