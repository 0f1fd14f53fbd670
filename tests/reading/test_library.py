from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from meetingplace.model.site import Site
from meetingplace.reading.library import Reading, read


Lines = Callable[[], list[str]]
Read = Callable[[], Reading]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_records_by_slug(reading: Read) -> None:
    library = reading().library
    found = {name: list(getattr(library, name)) for name in ("events", "people", "places", "municipalities", "series")}
    assert found == {
        "events": ["2026-08-20-dansfika"],
        "people": ["anna-berg", "bo-ek"],
        "places": ["tea-huset"],
        "municipalities": ["flen"],
        "series": ["kulturfrukost"],
    }
    assert library.vocabulary.slug("LÅTAR") == "musik"


def test_a_slug_is_the_folded_stem_at_any_depth(content: Path, reading: Read, meeting: str) -> None:
    write(content / "events" / "a" / "b" / "2026-09-12 Åsas Kväll.md", meeting)
    assert list(reading().library.events) == ["2026-08-20-dansfika", "2026-09-12-asas-kvall"]


def test_the_key_slug_overrides_the_name(content: Path, reading: Read, meeting: str) -> None:
    write(content / "events" / "x.md", meeting.replace("title:", "slug: kulturfrukost\ntitle:"))
    assert list(reading().library.events) == ["2026-08-20-dansfika", "kulturfrukost"]


def test_a_draft_is_in_no_library(reading: Read) -> None:
    assert "2026-10-01-utkast" not in reading().library.events


def test_two_files_with_one_slug_name_each_other(content: Path, lines: Lines) -> None:
    write(content / "places" / "TEA-Huset.md", "---\nname: Ett till\n---\n")
    write(content / "places" / "téa huset.md", "---\nname: Ett till\n---\n")
    said = "too; expected another file name, or another slug"
    assert lines() == [
        (
            f'content/places/tea-huset.md:1:1: error[slug-duplicate] slug: the slug "tea-huset" is that of'
            f" content/places/TEA-Huset.md {said}"
        ),
        (
            f'content/places/téa huset.md:1:1: error[slug-duplicate] slug: the slug "tea-huset" is that of'
            f" content/places/TEA-Huset.md {said}"
        ),
    ]


def test_names_that_give_no_slug(content: Path, lines: Lines) -> None:
    for name in ("!!!.md", "CON.md", "x" * 120 + ".md"):
        write(content / "places" / name, "---\nname: Parken\n---\n")
    assert lines() == [
        (
            "content/places/!!!.md:1:1: error[slug-empty] the file's name gives no slug;"
            " expected letters or digits in the name"
        ),
        (
            'content/places/CON.md:1:1: error[slug-reserved] got "con";'
            " expected a name that Windows does not keep for itself"
        ),
        (
            f'content/places/{"x" * 120}.md:1:1: error[slug-invalid] got "{"x" * 79}…";'
            " expected at most 100 of a–z, 0–9 and hyphens"
        ),
    ]


def test_a_file_that_cannot_be_read_still_has_its_slug(content: Path, lines: Lines, meeting: str) -> None:
    write(content / "people" / "cecilia-dal.md", "---\nname: [\n---\n")
    write(content / "events" / "x.md", meeting.replace("---\n", "---\nhost: [cecilia-dal]\n", 1))
    assert [line.split(" ")[1] for line in lines()] == ["error[bracket-unclosed]"]


def test_problems_of_all_files_come_in_order(content: Path, reading: Read, meeting: str) -> None:
    write(content / "series" / "b.md", "---\ntitle: B\n---\n")
    write(content / "events" / "b.md", meeting.replace("end: 11:00", "end: 08:00\nx: 1"))
    write(content / "events" / "a.md", "")
    places = [(problem.file, problem.line) for problem in reading().problems]
    assert places == [
        ("content/events/a.md", 1),
        ("content/events/b.md", 5),
        ("content/events/b.md", 6),
        ("content/series/b.md", 1),
    ]


def test_files_are_called_as_the_folder_was_given(content: Path) -> None:
    write(content / "places" / "x.md", "")
    assert [problem.file for problem in read(content.absolute(), Site()).problems] == [
        (content.absolute() / "places" / "x.md").as_posix()
    ]


def test_a_hostile_file_does_not_bury_the_others(content: Path, lines: Lines, meeting: str) -> None:
    keys = "".join(f"x{number}: 1\n" for number in range(3000))
    write(content / "events" / "x.md", meeting.replace("---\n", f"---\n{keys}", 1))
    write(content / "places" / "x.md", "")
    found = lines()
    assert len(found) == 102
    assert found[100:] == [
        "content/events/x.md:101:1: error[problems-more] 2900 more problems in this file",
        "content/places/x.md:1:1: error[file-empty] the file is empty; expected front matter between two lines of ---",
    ]


def test_without_a_vocabulary_every_word_will_do(content: Path, lines: Lines, meeting: str) -> None:
    (content / "vocabulary.yaml").unlink()
    write(content / "events" / "x.md", meeting.replace("---\n", "---\ntopics: [vad som helst]\n", 1))
    assert lines() == []


def test_faults_of_the_vocabulary(content: Path, lines: Lines) -> None:
    write(
        content / "vocabulary.yaml",
        "terms:\n  dans: {sv: Dans, kind: disciplin}\n  musik: {synonym: [låt]}\nord: x\n",
    )
    assert lines() == [
        (
            'content/vocabulary.yaml:2:26: error[choice-unknown] terms.dans.kind: got "disciplin"; expected one of'
            ' discipline, skill, resource, topic, form; did you mean "discipline"?'
        ),
        (
            'content/vocabulary.yaml:3:11: error[key-unknown] terms.musik.synonym: "synonym" is no key here;'
            ' did you mean "synonyms"?'
        ),
        'content/vocabulary.yaml:4:1: error[key-unknown] ord: "ord" is no key here; did you mean "terms"?',
    ]


def test_a_file_is_judged_before_it_is_written(content: Path, meeting: str) -> None:
    unwritten = {"events/2027/x.md": meeting.replace("tea-huset", "te-huset").encode()}
    assert [problem.text("en") for problem in read(content, Site(), unwritten).problems] == [
        (
            'content/events/2027/x.md:7:8: error[reference-unknown] place: got "te-huset"; expected the slug of a venue;'
            ' did you mean "tea-huset"?'
        )
    ]
    assert not (content / "events" / "2027").exists()


def test_an_empty_folder_is_fine(tmp_path: Path) -> None:
    assert read(tmp_path, Site()) == Reading(read(tmp_path, Site()).library, ())


def test_a_file_is_judged_as_it_would_be_instead_of_what_is_there(content: Path) -> None:
    path = "series/kulturfrukost.md"
    assert [p.code for p in read(content, Site(), {path: b"---\ntitle: x\n---\n"}).problems] == ["key-missing"]
