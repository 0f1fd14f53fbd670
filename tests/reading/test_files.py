from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from meetingplace.reading import files, front_matter
from meetingplace.reading.problems import Report


Lines = Callable[[], list[str]]
PLACE = "content/places"


def test_a_link_within_the_folder_is_read(content: Path, lines: Lines) -> None:
    (content / "files").mkdir()
    (content / "files" / "parken.txt").write_text("---\nname: Parken\n---\n", "utf-8")
    (content / "places" / "parken.md").symlink_to("../files/parken.txt")
    assert lines() == []


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        (
            "../../outside.md",
            "error[link-outside] the link leads out of the content folder; expected a file in the content folder",
        ),
        ("nowhere.md", "error[link-broken] the link leads nowhere, or to itself"),
        ("x.md", "error[link-broken] the link leads nowhere, or to itself"),
        ("../people", "error[link-to-folder] a link to a folder is not followed"),
        (
            "/dev/null",
            "error[link-outside] the link leads out of the content folder; expected a file in the content folder",
        ),
    ],
)
def test_links_that_are_not_followed(content: Path, lines: Lines, target: str, problem: str) -> None:
    Path("outside.md").write_text("---\nname: Utanför\n---\n", "utf-8")
    (content / "places" / "x.md").symlink_to(target)
    assert lines() == [f"{PLACE}/x.md:1:1: {problem}"]


def test_a_linked_folder_is_not_followed(content: Path, lines: Lines) -> None:
    (content / "places" / "loop").symlink_to(".")
    (content / "series" / "away").symlink_to("/")
    assert lines() == [
        "content/places/loop:1:1: error[link-to-folder] a link to a folder is not followed",
        (
            "content/series/away:1:1: error[link-outside] the link leads out of the content folder;"
            " expected a file in the content folder"
        ),
    ]


def test_a_folder_with_a_files_name_is_called_a_folder(content: Path, lines: Lines) -> None:
    (content / "vocabulary.yaml").unlink()
    (content / "vocabulary.yaml").mkdir()
    assert lines() == [
        "content/vocabulary.yaml:1:1: error[file-expected] this is a folder; expected a file, or nothing of this name"
    ]


def test_a_pipe_is_not_waited_for(content: Path, lines: Lines) -> None:
    os.mkfifo(content / "places" / "x.md")
    os.mkfifo(content / "places" / "y")
    said = "error[file-special] this is a pipe, a socket or a device; expected an ordinary file"
    assert lines() == [f"{PLACE}/x.md:1:1: {said}", f"{PLACE}/y:1:1: {said}"]


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    report = Report("x.md")
    assert (files.contents(tmp_path / "x.md", report), report.problems[0].code) == (None, "file-special")


def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path) -> None:
    report = Report("x.md")
    assert (files.contents(tmp_path / "x.md", report), report.problems[0].code) == (None, "file-gone")


def test_a_folder_with_the_name_of_a_file(content: Path, lines: Lines) -> None:
    (content / "places" / "parken.md").mkdir()
    (content / "places" / "parken.md" / "scen.md").write_text("---\nname: Scenen\n---\n", "utf-8")
    assert lines() == []


def test_a_folder_of_another_name_with_records_in_it_is_told(content: Path, lines: Lines) -> None:
    for folder in ("2026/09", "images", "files"):
        (content / folder).mkdir(parents=True, exist_ok=True)
        (content / folder / "frukost.md").write_text("x", "utf-8")
    (content / "original" / "foto").mkdir(parents=True)
    (content / "original" / "foto" / "frukost.jpg").write_text("x", "utf-8")
    assert lines() == [
        (
            "content/2026:1:1: warning[folder-passed-over] this folder is not read; expected one of events, people,"
            " places, municipalities, series"
        )
    ]


def test_what_is_passed_over_is_told(content: Path, lines: Lines) -> None:
    for name in ("places/a.MD", "places/b.md.txt", "places/c.markdown", "places/.d.md.swp", "places/e.jpg"):
        (content / name).write_text("x", "utf-8")
    (content / "event").mkdir()
    (content / "pages").mkdir(exist_ok=True)
    (content / "vocabulary.yml").write_text("x", "utf-8")
    file = "this file is not read; expected a name that ends in .md"
    assert lines() == [
        (
            "content/event:1:1: warning[folder-passed-over] this folder is not read; expected one of events, people,"
            ' places, municipalities, series; did you mean "events"?'
        ),
        f"content/places/a.MD:1:1: warning[file-passed-over] {file}",
        f"content/places/b.md.txt:1:1: warning[file-passed-over] {file}",
        f"content/places/c.markdown:1:1: warning[file-passed-over] {file}",
        (
            "content/vocabulary.yml:1:1: warning[file-misplaced] this file is not read here; expected a place in one of"
            ' the folders events, people, places, municipalities, series; did you mean "vocabulary.yaml"?'
        ),
    ]


@pytest.mark.parametrize(
    ("folder", "meant"),
    [("möten", "events"), ("personer", "people"), ("lokaler", "places"), ("kommuner", "municipalities")],
)
def test_a_folder_with_a_swedish_name(folder: str, meant: str, content: Path, lines: Lines) -> None:
    (content / folder).mkdir()
    assert [line.partition("; ")[2].rpartition("; ")[2] for line in lines()] == [f'did you mean "{meant}"?']


def test_folders_that_are_no_records_are_left_in_peace(content: Path, lines: Lines) -> None:
    for folder in ("bilder", "files", "theme", ".git"):
        (content / folder).mkdir()
    assert lines() == []


@pytest.mark.parametrize("folder", ["series", "pages"])
def test_a_file_where_a_folder_should_be(folder: str, content: Path, lines: Lines) -> None:
    shutil.rmtree(content / folder)
    (content / folder).write_text("x", "utf-8")
    said = "this is no folder; expected a folder, or nothing of this name"
    assert lines() == [f"content/{folder}:1:1: error[folder-expected] {said}"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("frukost.md", ""), ("Ordlista.yml", "vocabulary.yaml"), ("Vocabulary.yaml", "vocabulary.yaml"), ("x.yaml", "")],
)
def test_a_file_beside_the_folders(name: str, meant: str, content: Path, lines: Lines) -> None:
    (content / name).write_text("x", "utf-8")
    tail = f'; did you mean "{meant}"?' if meant else ""
    assert lines() == [
        (
            f"content/{name}:1:1: warning[file-misplaced] this file is not read here; expected a place in one of the folders"
            f" events, people, places, municipalities, series{tail}"
        )
    ]


def test_a_picture_is_looked_for_where_pictures_are(content: Path) -> None:
    folder = files.Folder(content)
    assert folder.name_like("frukost.png") == "images/frukost.png"
    assert folder.name_like("bilder/frukost.png") == "images/frukost.png"
    assert folder.name_like("images/Frukost.PNG") == "images/frukost.png"
    assert (folder.name_like("frukost"), folder.name_like("nowhere/x.png")) == ("", "")


def test_too_many_files(content: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    assert lines()[0] == "content:1:1: error[files-too-many] there are more files than are read; expected at most 3"


def test_a_file_over_the_limits_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "x.md").open("wb") as file:
        file.truncate(10**12)
    raw = files.contents(tmp_path / "x.md", Report("x.md"))
    assert len(raw or b"") == front_matter.LONGEST_FILE + 1


def test_odd_names_are_told_with_escapes(content: Path, lines: Lines) -> None:
    (content / "places" / "a\nb\x1b.md").write_text("", "utf-8")
    assert lines() == [
        (
            r"content/places/a\u000ab\u001b.md:1:1: error[file-empty] the file is empty;"
            " expected front matter between two lines of ---"
        )
    ]


def test_another_picture_of_the_same_name_is_another_digest_and_a_record_is_none(tmp_path: Path) -> None:
    def digest(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return files.Folder(tmp_path).digest()

    first = digest("images/bild.png", b"a")
    assert digest("people/anna.md", b"---\n") == first
    assert digest("images/bild.png", b"b") != first
    assert digest("images/bild.png", b"a") == first
    assert digest("files/karta.pdf", b"a") != first


def test_another_folder_or_file_behind_a_link_is_another_digest(tmp_path: Path) -> None:
    for year in ("2025", "2026"):
        (tmp_path / "images" / year).mkdir(parents=True)
        (tmp_path / "images" / year / "bild.png").write_bytes(b"a")

    def digest(name: str, to: str) -> str:
        path = tmp_path / "images" / name
        path.symlink_to(to)
        found = files.Folder(tmp_path).digest()
        path.unlink()
        return found

    assert digest("now", "2025") == digest("now", "2025") != digest("now", "2026")
    assert digest("now.png", "2025/bild.png") != digest("now.png", "2026/bild.png")
    assert digest("now.png", "/dev/zero") != digest("now.png", "gone.png")
