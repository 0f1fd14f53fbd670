"""What the bench's figures rest on: content that is always the same, and work that is seen to be equal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

import made
from compare import Outputs, UnequalError, compare, events, items, outputs
from formats import with_participant, with_words, write_hugo, write_our_meeting, write_ours
from places import OWN, lean_command
from sites import tree


MEETINGS, PEOPLE = 6, 22
WRITE = "import sys; from pathlib import Path; from formats import {0}; {0}(Path(sys.argv[1]), 6, 22)"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "content"
    write_ours(folder, MEETINGS, PEOPLE)
    return folder


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    out = content.with_name("output")
    built(content, out)
    return out


def built(content: Path, out: Path) -> None:
    done = subprocess.run(lean_command(content, out), capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("write", [write_ours, write_hugo])
def test_content_is_the_same_in_every_process(tmp_path: Path, write: Callable[[Path, int, int], None]) -> None:
    write(tmp_path / "here", MEETINGS, PEOPLE)
    command = [sys.executable, "-c", WRITE.format(write.__name__), str(tmp_path / "there")]
    subprocess.run(command, cwd=OWN, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True)
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_content_is_what_figures_were_published_of() -> None:
    """Who changes what is built cannot compare with figures from before."""
    of_meetings = sha256("".join(map(repr, made.meetings(40, 30))).encode()).hexdigest()
    of_people = sha256("".join(map(repr, made.people(30))).encode()).hexdigest()
    assert (of_meetings[:16], of_people[:16]) == ("00330909ed9bc04d", "9a8fa500e56f2bd6")


def test_content_is_as_large_as_it_is_said_to_be() -> None:
    meetings, people = list(made.meetings(300, 100)), list(made.people(300))
    bodies = [meeting.body for meeting in meetings] + [person.body for person in people]
    lengths = {len(re.findall(r"[^\W\d]+", body.replace("https://example.se/", ""))) for body in bodies}
    assert (min(lengths) >= 150, max(lengths) <= 300) == (True, True)
    assert {len(meeting.who) for meeting in meetings} == set(range(8, 21))
    assert len({meeting.start for meeting in meetings}) == len({m.published for m in meetings}) == len(meetings)
    assert len({made.person_slug(n) for n in range(30_000)}) == 30_000


def test_the_lean_build_makes_all_that_is_counted(site: Path) -> None:
    found = compare(site, site, made.meetings(MEETINGS, PEOPLE), PEOPLE)
    assert found == outputs(site) == Outputs(html=1 + MEETINGS + PEOPLE + 40 + 10, ics=1 + MEETINGS, rss=1)


def test_whom_calendars_and_feeds_name_is_compared(site: Path) -> None:
    named = {
        f"{meeting.slug}@bench.example": [made.person_name(row.person) for row in meeting.who]
        for meeting in made.meetings(MEETINGS, PEOPLE)
    }
    calendars = [
        found
        for meeting in made.meetings(MEETINGS, PEOPLE)
        for found in events(site / f"motesplatser/{meeting.slug}/{meeting.slug}.ics")
    ]
    assert {found[0]: found[-1] for found in calendars} == named
    assert {str(found[1]).rpartition(":")[2]: found[-1] for found in items(site / "rss.xml")} == {
        uid.partition("@")[0]: names for uid, names in named.items()
    }


@pytest.mark.parametrize(
    ("pattern", "before", "after"),
    [
        pytest.param("motesplatser/*/index.html", "<h1>", "<h1>En annan: ", id="title"),
        pytest.param("motesplatser/*/index.html", "</a> <span>", "son</a> <span>", id="participant"),
        pytest.param("personer/*/index.html", "/motesplatser/", "/moten/", id="link"),
        pytest.param("motesplatser/*/*.ics", "UID:", "UID:x", id="uid"),
        pytest.param("kalender.ics", "BEGIN:VEVENT", "BEGIN:VTODO", id="meeting"),
        pytest.param("rss.xml", "tag:", "tag:x", id="guid"),
    ],
)
def test_work_that_is_not_equal_is_refused(tmp_path: Path, site: Path, pattern: str, before: str, after: str) -> None:
    other = tmp_path / "other"
    shutil.copytree(site, other)
    path = next(path for path in sorted(other.glob(pattern)) if before in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8", newline="")
    with pytest.raises(UnequalError):
        compare(site, other, made.meetings(MEETINGS, PEOPLE), PEOPLE)


def test_work_that_is_missing_is_refused(tmp_path: Path, site: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(site, other)
    (other / "rss.xml").unlink()
    with pytest.raises(UnequalError):
        compare(site, other, made.meetings(MEETINGS, PEOPLE), PEOPLE)


def test_an_edit_is_built_and_so_is_one_more_who_comes(tmp_path: Path, content: Path) -> None:
    shutil.copytree(content, tmp_path / "content")
    first, *others = made.meetings(MEETINGS, PEOPLE)
    built(tmp_path / "content", tmp_path / "output")
    edited = with_participant(with_words(first, "nyskrivet"), PEOPLE)
    write_our_meeting(tmp_path / "content", edited)
    built(tmp_path / "content", tmp_path / "output")
    page = (tmp_path / "output" / "motesplatser" / first.slug / "index.html").read_text("utf-8")
    assert "nyskrivet" in page
    compare(tmp_path / "output", tmp_path / "output", [edited, *others], PEOPLE)
