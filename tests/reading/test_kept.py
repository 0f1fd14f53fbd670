"""What an earlier reading left on the shelf is not read again, and nothing is told or made otherwise for its sake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from files import meeting_file
from meetingplace.building import Shelf
from meetingplace.model.consent import Consent
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.site import Site
from meetingplace.reading.library import Reading, read
from meetingplace.reading.outlines import as_value, of_value, outline_of


Edit = Callable[[Path], object]
MEETING = "events/2026-09-12-kulturfrukost.md"
PERSON = (
    "---\nname: Cia Dahl\nkind: funder\nconsent: {given: 2026-01-10, until: 2026-12-31, covers: [name, feeds]}\n---\n"
)


@pytest.fixture
def world(content: Path) -> Path:
    """A folder whose records speak of each other in every way."""
    body = "Fråga [Anna](person:anna-berg), eller se [dansfikat](../2026-08-20-dansfika/)."
    more = "who: [bo-ek, cia-dahl]\nmunicipality: flen\nseries: kulturfrukost\ntopics: [dans]\nimage: {file: images/frukost.png, alt: Kaffe}\n"
    put(MEETING, meeting_file(more, body=body))(content)
    put("people/cia-dahl.md", PERSON)(content)
    put("people/dan-fors.md", PERSON.replace("Cia Dahl", "Dan Fors"))(content)
    put(MEETING.replace(".md", ".en.md"), "---\ntitle: Breakfast\n---\nAsk [Dan](person:dan-fors).\n")(content)
    return content


def put(path: str, text: str) -> Edit:
    return lambda content: (content / path).write_text(text, "utf-8")


def instead(path: str, old: str, new: str) -> Edit:
    def edit(content: Path) -> None:
        text = (content / path).read_text("utf-8")
        assert old in text
        (content / path).write_text(text.replace(old, new), "utf-8")

    return edit


def without(path: str) -> Edit:
    return lambda content: (content / path).unlink()


def renamed(path: str, to: str) -> Edit:
    return lambda content: (content / path).rename(content / to)


def told(reading: Reading) -> Any:
    """All that others see of a reading."""
    library = reading.library
    records = [dict(library.events), dict(library.people), dict(library.places), dict(library.municipalities)]
    texts = [(each.label, each.slug, each.source(), [text.text for text in each.texts()]) for each in reading.originals]
    return reading.problems, records, dict(library.series), library.outlines, library.files, texts


EDITS: dict[str, Edit] = {
    "nothing": lambda content: None,
    "a body": instead(MEETING, "Fråga", "Skriv till"),
    "front matter": instead(MEETING, "Kulturfrukost", "Morgonkaffe"),
    "a fault": instead(MEETING, "end: 11:00", "end: 08:00"),
    "a translation": instead(MEETING.replace(".md", ".en.md"), "Breakfast", "Coffee"),
    "no translation": without(MEETING.replace(".md", ".en.md")),
    "one more record in the same language": put(MEETING.replace(".md", ".sv.md"), meeting_file()),
    "someone who is listed goes": without("people/cia-dahl.md"),
    "someone whom a text links to goes": without("people/anna-berg.md"),
    "someone whom a translation alone links to goes": without("people/dan-fors.md"),
    "a meeting that a text links to is renamed": renamed(
        "events/2026/2026-08-20-dansfika.md", "events/2026/2026-08-20-dans.md"
    ),
    "a meeting that a text links to becomes a draft": instead(
        "events/2026/2026-08-20-dansfika.md", "uid: dansfika", "status: draft"
    ),
    "a place goes": without("places/tea-huset.md"),
    "a name that an address holds": put("people/dans-fika.md", PERSON.replace("Cia Dahl", "Kultur Frukost")),
    "a second of the same name": put("people/cia-d.md", PERSON),
    "a uid that is taken": put("events/2026-09-13-x.md", meeting_file("uid: dansfika\n")),
    "an alias that is taken": put("events/2026-09-13-x.md", meeting_file("aliases: [2026-08-20-dansfika]\n")),
    "a word less": instead("vocabulary.yaml", "  dans:", "  balett:"),
    "a picture less": without("images/frukost.png"),
    "another picture": lambda content: (content / "images/frukost.png").write_bytes(b"GIF89a"),
    "many more": lambda content: [
        put(f"people/nr-{n}.md", PERSON.replace("Cia", f"Cia{n}"))(content) for n in range(60)
    ],
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_reading_after_another_is_a_fresh_one(world: Path, edit: Edit) -> None:
    before = Shelf()
    first = told(read(world, Site(), shelf=before))
    edit(world)
    between = Shelf(before.left)
    fresh = told(read(world, Site()))
    assert told(read(world, Site(), shelf=between)) == fresh
    assert told(read(world, Site(), shelf=Shelf(between.left))) == fresh
    assert (fresh == first) == (edit is EDITS["nothing"])


def test_a_slug_that_is_written_otherwise_is_found_too(world: Path) -> None:
    instead(MEETING, "person:anna-berg", "person:bo-ek")(world)
    instead(MEETING, "who: [bo-ek, cia-dahl]", 'who: ["cia\\x2Ddahl"]')(world)
    shelf = Shelf()
    assert read(world, Site(), shelf=shelf).problems == ()
    without("people/cia-dahl.md")(world)
    found = read(world, Site(), shelf=Shelf(shelf.left)).problems
    assert [problem.code for problem in found] == ["reference-unknown"]


class Told(Shelf):
    """A shelf that gives something else for an outline."""

    def __init__(self, shelf: Shelf, instead: Callable[[Any], Any]) -> None:
        super().__init__(shelf.left)
        self._instead = instead

    def get(self, made_of: str) -> Any:
        value = super().get(made_of)
        return self._instead(value) if made_of.startswith("outline") and value else value


def test_what_was_clean_is_not_read_again_amid_the_same(world: Path) -> None:
    shelf = Shelf()
    read(world, Site(), shelf=shelf)
    again = read(world, Site(), shelf=Told(shelf, lambda value: ["marked", *value[1:]]))
    assert {slug for _, slug in again.library.outlines} == {"marked"}
    elsewhere = read(world, Site(timezone="Europe/Helsinki"), shelf=Told(shelf, lambda value: ["marked", *value[1:]]))
    assert "marked" not in {slug for _, slug in elsewhere.library.outlines}


def test_what_there_is_to_say_is_said_each_time(world: Path) -> None:
    instead(MEETING, "topics: [dans]", "topics: [okänt]")(world)
    shelf = Shelf()
    said = read(world, Site(), shelf=shelf).problems
    assert [problem.code for problem in said] == ["term-unknown"]
    assert read(world, Site(), shelf=Shelf(shelf.left)).problems == said


def test_a_damaged_shelf_is_as_good_as_none(world: Path) -> None:
    shelf = Shelf()
    fresh = told(read(world, Site(), shelf=shelf))
    damages: tuple[Any, ...] = (None, [], {}, "x", [1, 2])
    for damage in damages:
        assert told(read(world, Site(), shelf=Told(shelf, lambda _, damage=damage: damage))) == fresh  # type: ignore[misc]


@pytest.mark.parametrize("consent", [None, {"given": "2026-01-02"}, {"given": "2026-01-02", "until": "2026-03-04"}])
def test_an_outline_is_the_same_when_it_comes_back(consent: dict[str, str] | None) -> None:
    person = Person.model_validate({"slug": "a", "name": "A", "kind": "staff", "aliases": ["b"], "consent": consent})
    start = {"start": "2026-09-12", "attendance": "on-site", "place": {"tbd": "Ej klart"}, "published": "2026-08-01"}
    event = Event.model_validate({"slug": "c", "title": "C", "summary": "C.", "timezone": "Europe/Stockholm", **start})
    for outline in (outline_of(person, "whole", "front", has_own_slug=True), outline_of(event)):
        assert of_value(as_value(outline)) == outline


def test_an_outline_does_not_say_how_someone_agreed() -> None:
    agreed = Consent.model_validate({"given": "2026-01-02", "how": "hemligt"})
    person = Person.model_validate({"slug": "a", "name": "A", "kind": "staff", "consent": agreed})
    assert "hemligt" not in str(as_value(outline_of(person)))


def test_many_files_are_read_by_several_processes_as_by_one(world: Path) -> None:
    for number in range(40):
        more = f"who: [{'cia-dahl' if number % 7 else 'okand'}]\ntopics: [{'dans' if number % 5 else 'okant'}]\n"
        put(f"events/nr-{number:02}.md", meeting_file(more, end="11:00" if number % 3 else "08:00"))(world)
    alone, together = told(read(world, Site())), told(read(world, Site(), processes=2))
    assert alone == together
    assert {problem.code for problem in alone[0]} == {"reference-unknown", "term-unknown", "end-before-start"}


def test_a_file_that_says_draft_or_slug_in_another_way_is_understood_before_it_is_looked_through(world: Path) -> None:
    put("events/a.md", meeting_file('"sl\\u0075g": annat\n'))(world)
    put("events/b.md", meeting_file('status: "dr\\u0061ft"\n'))(world)
    assert [slug for slug in read(world, Site()).library.events if slug in ("a", "annat", "b")] == ["annat"]
