from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meetingplace.model.site import Site
from meetingplace.reading.library import read


Run = Callable[..., Any]
Sit = Callable[..., list[str]]
EVENT = [
    *(
        "new",
        "event",
        "--title",
        "Dans: en kväll för Åsa",
        "--summary",
        "Vi dansar.",
        "--start",
        "2026-10-03 18:00",
    ),
    *("--end", "20:00", "--attendance", "på plats", "--place", "tea-huset"),
]
PERSON = ["new", "person", "--name", "Åsa Ek", "--kind", "independent"]


def test_a_meeting(run: Run, content: Path) -> None:
    ran = run(*EVENT, "--topics", "dans")
    path = content / "events" / "2026" / "2026-10-03-dans-en-kvall-for-asa.md"
    assert (ran.status, ran.out, ran.err) == (0, f"{path}\n", "")
    front = path.read_text("utf-8").split("# ")[0]
    assert re.sub(r"(published: ).{10}|(uid: ).{36}", r"\1\2…", front) == (
        '---\ntitle: "Dans: en kväll för Åsa"\nsummary: Vi dansar.\nstart: 2026-10-03 18:00\nend: 20:00\n'
        "attendance: on-site\nplace: tea-huset\ntopics: [dans]\npublished: …\nuid: …\n"
    )
    assert read(content, Site()).problems == ()


@pytest.mark.parametrize(("words", "odd"), [(EVENT, []), (PERSON, ["contact.email", "contact.phone", "image.file"])])
def test_the_hints_are_right_when_the_marks_are_taken_away(
    run: Run, content: Path, words: list[str], odd: list[str]
) -> None:
    run("new", "person", "--name", "Anna Berg", "--kind", "fri")
    path = Path(run(*words).out.strip())
    marks = re.sub(r"^# (?!Ta bort)", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(marks.replace("…", "x"), "utf-8")
    assert [p.field for p in read(content, Site()).problems if p.severity == "error"] == odd


def test_every_meeting_gets_a_uid_of_its_own(run: Run, content: Path) -> None:
    run(*EVENT)
    run(*EVENT, "--slug", "en annan")
    events = read(content, Site()).library.events
    assert sorted(events) == ["2026-09-12-frukost", "2026-10-03-dans-en-kvall-for-asa", "2026-10-03-en-annan"]
    assert len({event.uid for event in events.values()}) == 3


def test_a_file_is_never_written_over(run: Run, content: Path) -> None:
    first = run(*PERSON)
    before = (content / "people" / "asa-ek.md").read_bytes()
    again = run(*PERSON, "--title", "dansare")
    assert (first.status, again.status, again.out) == (0, 2, "")
    assert again.err == "meetingplace: content/people/asa-ek.md: det finns redan en sådan fil\n"
    assert (content / "people" / "asa-ek.md").read_bytes() == before


def test_what_is_missing_is_told_where_nobody_can_be_asked(run: Run, content: Path) -> None:
    ran = run("new", "event", "--title", "Dans", "--start", "2026-10-03 18:00", "--attendance", "hybrid")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "meetingplace: saknas: --summary --end --place --online-note\n"


def test_a_day_without_hours_needs_no_end(run: Run) -> None:
    ran = run(
        "new",
        "event",
        "--title",
        "Dans",
        "--summary",
        "x",
        "--start",
        "2026-10",
        "--attendance",
        "online",
        "--url",
        "https://a.example",
    )
    assert (ran.status, ran.out) == (0, "content/events/2026/2026-10-dans.md\n")


def test_nothing_is_written_that_check_would_not_let_through(run: Run, content: Path) -> None:
    ran = run(*EVENT[:-1], "te-huset", "--end", "17:00")
    path = "content/events/2026/2026-10-03-dans-en-kvall-for-asa.md"
    assert (ran.status, ran.out, Path(path).exists()) == (1, "", False)
    assert [line.split(" ")[:3] for line in ran.err.splitlines()] == [
        [f"{path}:5:6:", "error[end-before-start]", "end:"],
        [f"{path}:7:8:", "error[reference-unknown]", "place:"],
    ]


def test_a_place_of_its_own_or_to_be_decided(run: Run, content: Path) -> None:
    run(*EVENT[:-2], "--town", "Trosa", "--slug", "a")
    run(*EVENT[:-2], "--tbd", "Troligen Flen", "--slug", "b")
    events = read(content, Site()).library.events
    places = [events[f"2026-10-03-{slug}"].place for slug in "ab"]
    assert [(place.town, place.tbd) for place in places if place] == [
        ("Trosa", None),
        (None, "Troligen Flen"),
    ]


def test_consent_is_never_presumed(run: Run, content: Path) -> None:
    run(*PERSON)
    run("new", "person", "--name", "Bo Ek", "--kind", "fri", "--consent", "kanske")
    people = read(content, Site()).library.people
    assert {slug: person.consent for slug, person in people.items()} == {"asa-ek": None, "bo-ek": None}


def test_consent_that_was_given(run: Run, content: Path) -> None:
    given = ["--consent", "ja", "--consent-given", "2026-03-03"]
    missing = run(*PERSON, *given)
    run(*PERSON, *given, "--consent-how", "mejl", "--consent-covers", "name, feeds")
    consent = read(content, Site()).library.people["asa-ek"].consent
    assert missing.err == "meetingplace: saknas: --consent-how\n"
    assert consent
    assert (consent.given.isoformat(), consent.how, consent.covers) == (
        "2026-03-03",
        "mejl",
        ("name", "feeds"),
    )


def test_an_organisation_is_not_asked(run: Run, content: Path, answers: Sit) -> None:
    asked = answers("", "", "")
    run("new", "person", "--name", "Scenkonst Flen", "--kind", "association", "--type", "organisation")
    assert (len(asked), [question for question in asked if "sagt ja" in question]) == (3, [])


def test_questions_are_asked_in_plain_swedish(run: Run, content: Path, answers: Sit) -> None:
    asked = answers("", "Åsa Ek", "fri", "dansare", "", "flen", "dans", "ja", "", "sms", "")
    ran = run("new", "person")
    person = read(content, Site()).library.people["asa-ek"]
    assert ran.status == 0
    assert asked[:2] == ["Hela namnet: ", "Hela namnet: "]
    assert asked[7] == (
        "Har personen själv sagt ja till att nämnas vid namn på webbplatsen? ja eller nej; tomt är nej: "
    )
    assert (person.kind, person.title, person.disciplines) == ("independent", "dansare", ("dans",))
    assert person.consent
    assert person.consent.covers == ("name", "profile")


def test_an_answer_that_will_not_do_is_asked_for_again(run: Run, content: Path, answers: Sit) -> None:
    asked = answers("", "tea-huset")
    ran = run(*EVENT[:-1], "te-huset")
    assert (ran.status, asked[1]) == (0, "Lokalens slug: ")
    assert 'menade du "tea-huset"?' in ran.err


def test_the_end_of_the_answers_is_the_end(run: Run, answers: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    answers()

    def end(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    ran = run("new", "person")
    assert (ran.status, ran.err) == (2, "meetingplace: saknas: --name\n")


def test_without_a_content_folder_it_is_wrong_use(run: Run) -> None:
    ran = run(*PERSON, "--content", "nowhere")
    assert (ran.status, ran.err) == (2, "meetingplace: nowhere: det finns ingen sådan mapp\n")
