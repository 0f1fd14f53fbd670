"""A site whose meetings leave `published` to their history, built from clones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from repositories import Repository
from sites import ROOT, TODAY, Build, tree


MEETING = """---
title: Kulturfrukost
summary: Vi äter frukost.
start: 2026-12-12 09:30
end: 11:00
attendance: online
online: {platform: Zoom, note: Länken kommer}
contact: {name: Åsa, email: asa@example.org}
updates: [{date: 2026-11-01, text: Nu med kaffe.}]
---
"""


@pytest.fixture
def clones(tmp_path: Path) -> list[Path]:
    """Two whole clones of one history, and one that is cut off."""
    repository = Repository(tmp_path / "origin").write("content/events/frukost.md", MEETING).commit("2026-10-01")
    repository.move("content/events/frukost.md", "content/events/kulturfrukost.md").commit("2026-10-02")
    depths: list[list[str]] = [[], [], ["--depth", "1"]]
    folders = [tmp_path / str(number) / "site" for number in range(3)]
    for folder, depth in zip(folders, depths, strict=True):
        repository.git("clone", "-q", *depth, f"file://{repository.folder}", str(folder))
    return folders


def test_two_clones_make_the_same_bytes(clones: list[Path], build: Build) -> None:
    made = []
    for clone in clones[:2]:
        done = build(clone / "content", clone.parent / "output")
        assert (done.returncode, done.stderr) == (0, "")
        made.append(tree(clone.parent / "output"))
    assert made[0] == made[1]
    stamps = [
        line for line in made[0]["kalender.ics"].decode().split("\r\n") if line.startswith(("CREATED", "SEQUENCE"))
    ]
    assert stamps == ["CREATED:20260930T220000Z", f"SEQUENCE:{31 * 24 * 60 + 60}"]


def test_a_history_that_is_cut_off_stops_the_build_and_the_check_in_the_same_words(
    clones: list[Path], build: Build
) -> None:
    content = clones[2] / "content"
    built = build(content, clones[2].parent / "output")
    program = Path(sys.executable).with_name("meetingplace")
    checked = subprocess.run(
        [program, "check", content, "--on", TODAY, "--settings", ROOT / "pelicanconf.py"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert [built.returncode, checked.returncode] == [1, 1]
    assert built.stderr == checked.stderr
    assert built.stderr.startswith(
        f"{content}:1:1: error[history-shallow] published: published saknas (antal möten: 1)"
    )
    assert not (clones[2].parent / "output").exists()
