from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from meetingplace.pelican_site.serving.afterwards import Afterwards
from sites import Build, pelican_arguments, tree, write


MEETING = """---
title: {title}
summary: Vi äter.
start: 2026-12-01 08:30
end: 10:00
attendance: on-site
place: {{name: Kvarnen, town: Flen}}
published: 2026-11-01
---
Hej.
"""
SOON = 120.0


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write(tmp_path / "content", "events/frukost.md", MEETING.format(title="Frukost"))
    return tmp_path / "content"


def index(folder: Path) -> dict[str, bytes]:
    return {name: raw for name, raw in tree(folder).items() if name.startswith("sok/register/")}


def eventually(folder: Path, expected: dict[str, bytes]) -> bool:
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        with suppress(FileNotFoundError):  # files are being moved
            if index(folder) == expected:
                return True
        time.sleep(0.05)
    return False


def test_an_editor_does_not_wait_for_the_index_and_then_it_comes(content: Path, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    assert build(content, out).returncode == 0
    old = index(out)
    write(content, "events/frukost.md", MEETING.format(title="Kvällsmat"))
    assert build(content, out, SEARCH_LATER=True).returncode == 0
    assert b"Kv\xc3\xa4llsmat" in (out / "index.html").read_bytes()
    assert index(out) == old
    assert build(content, tmp_path / "clean").returncode == 0
    with Afterwards(pelican_arguments(content, out)) as afterwards:
        afterwards.begin()
        assert eventually(out, index(tmp_path / "clean"))
    assert tree(out) == tree(tmp_path / "clean")


def test_a_first_build_without_an_index_has_none(content: Path, tmp_path: Path, build: Build) -> None:
    assert build(content, tmp_path / "out", SEARCH_LATER=True).returncode == 0
    assert index(tmp_path / "out") == {}


def test_what_is_under_way_ends_with_all_its_processes(content: Path, tmp_path: Path, build: Build) -> None:
    with Afterwards(pelican_arguments(content, tmp_path / "out")) as afterwards:
        afterwards.begin()
        first = afterwards.process
        afterwards.begin()
        second = afterwards.process
    assert first is not None
    assert second is not None
    assert afterwards.process is None
    for number in (first, second):
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
    assert build(content, tmp_path / "out").returncode == 0
