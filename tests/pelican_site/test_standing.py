"""Where nothing has changed nothing is built; whatever has changed is seen."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meetingplace.building import Publication
from meetingplace.pelican_site import inputs
from meetingplace.pelican_site.standing import Standing
from sites import Build, run_pelican, tree, write


NOTHING = "Klart: ingenting har ändrats sedan webbplatsen senast byggdes.\n"
MEETING = """---
title: Frukost
summary: Vi äter och berättar vad vi gör.
start: 2026-12-03 08:30
end: 10:00
attendance: on-site
place: {name: Kvarnen, town: Flen}
published: 2026-11-01
---
Välkommen.
"""


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """The settings of a small site that has been published, with its folders."""
    for name in ("content/events/a.md", "content/bild.png", "theme/templates/base.html", "theme/styles/a.css"):
        write(tmp_path, name, name)
    folders = {"PATH": "content", "THEME": "theme", "OUTPUT_PATH": "out"}
    found = {name: str(tmp_path / folder) for name, folder in folders.items()}
    found |= {"PLUGINS": ["meetingplace"], "TODAY": "2026-11-22", "TIMEZONE": "Europe/Stockholm", "SITENAME": "S"}  # type: ignore[dict-item]
    publish(found)
    return found


def publish(settings: dict[str, Any]) -> None:
    standing = Standing.seen(settings)
    assert standing
    with Publication.open(Path(settings["OUTPUT_PATH"])) as publication:
        publication.write("index.html", b"A")
        publication.write("a/index.html", b"A")
        publication.commit(done=lambda: standing.remember("Klart."))


def words(settings: dict[str, Any]) -> str | None:
    standing = Standing.seen(settings)
    return standing.last_words() if standing else None


def test_nothing_has_changed(settings: dict[str, Any]) -> None:
    assert words(settings) == "Klart."
    assert words(dict(reversed(settings.items()))) == "Klart."


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": lambda folder: (folder / "content/events/a.md").write_text("other", "utf-8"),
    "text of the same length and age": lambda folder: _disguised(folder / "content/events/a.md"),
    "changed and changed back": lambda folder: os.utime(folder / "content/events/a.md", (1, 1)),
    "new file": lambda folder: write(folder, "content/events/b.md", ""),
    "new hidden file": lambda folder: write(folder, "content/events/.b", ""),
    "new folder": lambda folder: (folder / "content/people").mkdir(),
    "renamed": lambda folder: (folder / "content/events/a.md").rename(folder / "content/events/b.md"),
    "moved": lambda folder: (folder / "content/events/a.md").rename(folder / "content/a.md"),
    "deleted": lambda folder: (folder / "content/events/a.md").unlink(),
    "picture": lambda folder: (folder / "content/bild.png").write_bytes(b"x"),
    "link": lambda folder: (folder / "content/b.md").symlink_to("events/a.md"),
    "link to a folder": lambda folder: (folder / "content/b").symlink_to("events"),
    "link to itself": lambda folder: (folder / "content/b").symlink_to("b"),
    "pipe": lambda folder: os.mkfifo(folder / "content/pipe"),
    "template": lambda folder: (folder / "theme/templates/base.html").write_text("x", "utf-8"),
    "stylesheet": lambda folder: (folder / "theme/styles/a.css").write_text("x", "utf-8"),
    "no theme": lambda folder: shutil.rmtree(folder / "theme"),
    "page taken away": lambda folder: (folder / "out/index.html").unlink(),
    "page cut short": lambda folder: (folder / "out/index.html").write_bytes(b""),
    "page is a link": lambda folder: _linked(folder / "out/index.html"),
    "folder is a link": lambda folder: _linked(folder / "out/a"),
    "site taken away": lambda folder: shutil.rmtree(folder / "out"),
    "manifest": lambda folder: (folder / ".out.build/manifest.json").write_text("{}", "utf-8"),
    "no manifest": lambda folder: (folder / ".out.build/manifest.json").unlink(),
    "move that was interrupted": lambda folder: write(folder, ".out.build/journal", "{}"),
    "another build": lambda folder: write(folder, ".out.build/lock", ""),
    "left by a build that was killed": lambda folder: (folder / ".out.build/staging").mkdir(),
    "cut short": lambda folder: _cut(folder / ".out.build/standing.json"),
    "damaged": lambda folder: (folder / ".out.build/standing.json").write_bytes(b"\xff{"),
    "of another version": lambda folder: (folder / ".out.build/standing.json").write_text('{"version": 0}', "utf-8"),
}


def _disguised(path: Path) -> None:
    was = path.stat()
    path.write_text(path.read_text("utf-8").upper(), "utf-8")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def _linked(path: Path) -> None:
    path.rename(path.parents[1] / "elsewhere")
    path.symlink_to(path.parents[1] / "elsewhere")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(change: str, settings: dict[str, Any], tmp_path: Path) -> None:
    CHANGES[change](tmp_path)
    assert words(settings) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"TODAY": "2026-11-23"},
        {"TODAY": None},
        {"SITENAME": "T"},
        {"PUBLISHED": True},
        {"PLUGINS": ["meetingplace", "other"]},
        {"PLUGINS": ["other"]},
        {"SOMETHING": object()},
        {"TIMEZONE": "No/Where"},
        {"TIMEZONE": None},
    ],
)
def test_a_setting_is_seen(changed: dict[str, Any], settings: dict[str, Any]) -> None:
    assert words({**settings, **changed}) is None


def test_what_cannot_be_told_is_not_remembered(settings: dict[str, Any]) -> None:
    assert Standing.seen({**settings, "SOMETHING": object()}) is None
    assert Standing.seen({**settings, "PLUGINS": ["meetingplace", "other"]}) is None


def test_code_words_and_libraries_are_seen(
    settings: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "packages/jinja2-1.dist-info/METADATA", "")
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    publish(settings)
    assert words(settings) == "Klart."
    (tmp_path / "packages/jinja2-1.dist-info").rename(tmp_path / "packages/jinja2-2.dist-info")
    assert words(settings) is None
    publish(settings)
    shutil.copytree(inputs.CODE, tmp_path / "code")
    monkeypatch.setattr("meetingplace.pelican_site.standing.CODE", tmp_path / "code")
    publish(settings)
    assert words(settings) == "Klart."
    write(tmp_path, "code/i18n/sv/new.po", "")
    assert words(settings) is None


def test_an_unchanged_site_is_not_built_again(tmp_path: Path, build: Build) -> None:
    content, out = tmp_path / "content", tmp_path / "out"
    event = write(content, "events/2026-12-03-frukost.md", MEETING)
    done = run_pelican(content, out)
    assert (done.returncode, done.stderr) == (0, "")
    before = tree(tmp_path)
    again = run_pelican(content, out)
    assert (again.returncode, again.stdout, again.stderr) == (0, NOTHING, "")
    assert tree(tmp_path) == before
    event.write_text(MEETING.replace("title: Frukost", "titel: Frukost"), "utf-8")
    assert build(content, out).returncode == 1
    event.write_text(MEETING.replace("10:00", "11:00"), "utf-8")
    assert NOTHING not in build(content, out).stdout
    page = "motesplatser/2026-12-03-frukost/index.html"
    assert (out / page).read_bytes() != before[f"out/{page}"]


def test_a_build_that_warns_warns_each_time(tmp_path: Path, build: Build) -> None:
    content, out = tmp_path / "content", tmp_path / "out"
    write(content, "events/2026-12-03-frukost.md", MEETING.replace("published: 2026-11-01\n", ""))
    first = build(content, out)
    assert first.returncode == 0
    assert "history-missing" in first.stderr
    assert build(content, out).stderr == first.stderr
    assert not (tmp_path / ".out.build/standing.json").exists()
    assert json.loads((tmp_path / ".out.build/manifest.json").read_bytes())["seals"]
