"""`published` of meetings that leave it out, from real repositories."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from unicodedata import normalize

import pytest

from meetingplace.model.site import Site
from meetingplace.reading.dated import dated
from meetingplace.reading.library import Reading, read
from repositories import Repository


TODAY = dt.date(2026, 9, 1)
MEETING = """---
title: Kulturfrukost
summary: Vi äter frukost.
start: 2026-09-12 09:30
end: 11:00
attendance: online
online: {{platform: Zoom, note: Länken kommer}}
{more}---
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    return Repository(tmp_path)


def meeting(repository: Repository, slug: str, more: str = "") -> Repository:
    return repository.write(f"content/events/{slug}.md", MEETING.format(more=more))


def known(site: Site | None = None, path: str = "", content: Path = Path("content")) -> Reading:
    """The content as it is known; `path` instead of the one on which programs are found."""
    chosen = site or Site()
    environment = {**os.environ, "PATH": path or os.environ["PATH"]}
    return dated(read(content, chosen), content, chosen, TODAY, environment)


def published(reading: Reading) -> dict[str, str]:
    return {slug: str(event.published) for slug, event in reading.library.events.items()}


def lines(reading: Reading) -> list[str]:
    return [problem.text("en") for problem in reading.problems]


def test_the_day_of_the_first_commit_unless_the_file_says(repository: Repository) -> None:
    meeting(repository, "a").commit("2026-06-01")
    meeting(repository, "b", "published: 2026-07-07 12:00\n").commit("2026-06-02")
    meeting(repository, "a", "cost: free\n").commit("2026-08-01")
    found = known()
    assert (published(found), lines(found)) == ({"a": "2026-06-01", "b": "2026-07-07 12:00"}, [])


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Asia/Tokyo"])
@pytest.mark.parametrize("content", ["content", "./content", "absolute"])
def test_the_day_is_that_of_the_site(repository: Repository, zone: str, content: str) -> None:
    meeting(repository, "a", "timezone: America/New_York\n").commit("2026-06-01T21:00:00+0000")
    folder = repository.folder / "content" if content == "absolute" else Path(content)
    day = {"Europe/Stockholm": "2026-06-01", "Asia/Tokyo": "2026-06-02"}[zone]
    assert published(known(Site(timezone=zone), content=folder)) == {"a": day}


def test_what_is_not_committed_yet_is_published_today(repository: Repository) -> None:
    meeting(repository, "a").commit("2026-06-01")
    found = known()
    assert published(found) == {"a": "2026-06-01"}
    meeting(repository, "b")
    assert (published(known()), lines(known())) == ({"a": "2026-06-01", "b": "2026-09-01"}, [])


def test_git_is_asked_only_where_a_meeting_that_is_published_leaves_it_out(repository: Repository) -> None:
    meeting(repository, "a", "published: 2026-06-01\n")
    meeting(repository, "draft", "status: draft\n")
    repository.write("content/places/kvarnen.md", "---\nname: Kvarnen\n---\n")
    nowhere = str(repository.folder / "bin")
    assert lines(known(path=nowhere)) == []
    meeting(repository, "b")
    assert lines(known(path=nowhere)) == [
        (
            "content:1:1: warning[history-unreadable] published: published is missing (meetings: 1), and git does not tell"
            " (git: command not found): today is taken; expected published in every meeting, or a history that can be read"
        )
    ]
    assert published(known(path=nowhere)) == {"a": "2026-06-01", "b": "2026-09-01"}


def test_outside_git_is_a_warning_once(repository: Repository) -> None:
    outside = repository.folder.parent / f"{repository.folder.name}-outside"
    for slug in "ab":
        meeting(repository, slug)
    (repository.folder / "content").rename(outside)
    found = known(content=outside)
    assert published(found) == {"a": "2026-09-01", "b": "2026-09-01"}
    assert lines(found) == [
        (
            f"{outside}:1:1: warning[history-missing] published: published is missing (meetings: 2), and the content is"
            " not in git: today is taken; expected published in every meeting, or content in git"
        )
    ]


def test_a_history_that_is_cut_off_is_an_error_once(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for slug in "abc":
        meeting(repository, slug).commit("2026-06-01")
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", "clone")
    monkeypatch.chdir(repository.folder / "clone")
    found = known()
    assert (found.failed, lines(found)) == (
        True,
        [
            (
                "content:1:1: error[history-shallow] published: published is missing (meetings: 3), and only the latest part"
                " of the history is here; expected all of it: run git fetch --unshallow, or write fetch-depth: 0 where"
                " GitHub Actions checks out"
            )
        ],
    )


def test_a_name_may_be_spelled_in_either_way(repository: Repository) -> None:
    meeting(repository, normalize("NFD", "åkeri")).commit("2026-06-01")
    assert published(known()) == {"akeri": "2026-06-01"}


def test_a_translation_is_no_meeting_of_its_own(repository: Repository) -> None:
    repository.write("content/events/a.en.md", "---\ntitle: Breakfast\n---\n").commit("2026-05-01")
    meeting(repository, "a").commit("2026-06-01")
    assert published(known()) == {"a": "2026-06-01"}
