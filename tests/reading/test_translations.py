from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from meetingplace.model.record import Translation
from meetingplace.model.site import Site
from meetingplace.reading.library import Reading, read


Lines = Callable[[], list[str]]
Read = Callable[[], Reading]
ENGLISH = "---\ntitle: Dance and coffee\nsummary: We dance.\n---\nWelcome.\n"


def test_a_file_beside_a_record_translates_it(content: Path, reading: Read) -> None:
    (content / "events" / "2026" / "2026-08-20-dansfika.en.md").write_text(ENGLISH, "utf-8")
    event = reading().library.events["2026-08-20-dansfika"]
    texts = {"title": "Dance and coffee", "summary": "We dance."}
    assert (event.written_in, event.title) == ("sv", "Dansfika")
    assert event.translations == {"en": Translation(texts=texts, body="Welcome.\n")}


def test_alone_it_is_a_record_in_that_language(content: Path, reading: Read, meeting: str) -> None:
    (content / "events" / "breakfast.en.md").write_text(meeting, "utf-8")
    event = reading().library.events["breakfast"]
    assert (event.written_in, event.translations) == ("en", {})


def test_of_two_the_site_s_language_is_the_record(content: Path, meeting: str) -> None:
    (content / "events" / "x.sv.md").write_text(meeting, "utf-8")
    (content / "events" / "x.en.md").write_text(ENGLISH, "utf-8")
    event = read(content, Site()).library.events["x"]
    assert (event.written_in, list(event.translations)) == ("sv", ["en"])


def test_facts_stand_in_the_record_alone(content: Path, lines: Lines) -> None:
    text = "---\nstart: 2026-01-01\ntitel: Dance\nsummary: [a]\naudience: ''\n---\n"
    (content / "events" / "2026" / "2026-08-20-dansfika.en.md").write_text(text, "utf-8")
    file = "content/events/2026/2026-08-20-dansfika.en.md"
    said = "a translation has translated text alone; expected the key in the file that it translates"
    assert lines() == [
        f"{file}:2:1: error[translation-key] start: {said}",
        f'{file}:3:1: error[translation-key] titel: {said}; did you mean "title"?',
        f"{file}:4:10: error[text-expected] summary: got a list; expected a text",
        f"{file}:5:11: error[text-empty] audience: an empty text; expected a text",
    ]


def test_a_text_has_the_form_that_the_record_asks_for(content: Path, reading: Read) -> None:
    text = "---\ntitle: |\n  Dance\n  and coffee\nsummary: We dance.\n---\n"
    (content / "events" / "2026" / "2026-08-20-dansfika.en.md").write_text(text, "utf-8")
    translation = reading().library.events["2026-08-20-dansfika"].translations["en"]
    assert translation.texts == {"title": "Dance and coffee", "summary": "We dance."}


def test_a_language_that_the_site_does_not_have(content: Path, lines: Lines) -> None:
    (content / "series" / "kulturfrukost.de.md").write_text("---\ntitle: a\nsummary: b\n---\n", "utf-8")
    assert lines() == [
        'content/series/kulturfrukost.de.md:1:1: error[translation-language] got "de"; expected one of sv, en'
    ]


def test_a_language_in_capitals(content: Path, lines: Lines) -> None:
    (content / "series" / "kulturfrukost.EN.md").write_text("---\ntitle: a\nsummary: b\n---\n", "utf-8")
    assert lines()[0] == (
        'content/series/kulturfrukost.EN.md:1:1: error[translation-language] got "EN"; expected one of sv, en;'
        ' did you mean "en"?'
    )


def test_two_in_one_language_are_two_records(content: Path, lines: Lines) -> None:
    (content / "series" / "kulturfrukost.sv.md").write_text("---\ntitle: a\nsummary: b\n---\n", "utf-8")
    assert lines() == [
        (
            'content/series/kulturfrukost.sv.md:1:1: error[slug-duplicate] slug: the slug "kulturfrukost" is that of'
            " content/series/kulturfrukost.md too; expected another file name, or another slug"
        )
    ]
