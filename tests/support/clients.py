"""Programs that people subscribe with, each with a folder of its own: vdirsyncer with khal, and newsboat."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from programs import find


VDIRSYNCER = """[general]
status_path = "{folder}/status/"
[pair moten]
a = "here"
b = "there"
collections = null
[storage here]
type = "filesystem"
path = "{folder}/moten"
fileext = ".ics"
[storage there]
type = "http"
url = "{address}"
"""
KHAL = """[calendars]
[[moten]]
path = {folder}/moten
readonly = True
[locale]
local_timezone = Europe/Stockholm
default_timezone = Europe/Stockholm
timeformat = %H:%M
dateformat = %m-%d
longdateformat = %Y-%m-%d
datetimeformat = %m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
NEWSBOAT = "auto-reload no\nreload-threads 1\nshow-read-feeds yes\n"


class Calendar:
    """Someone who subscribes to a calendar by vdirsyncer and looks at it in khal, in Stockholm."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        (folder / "moten").mkdir(parents=True)
        for name, text in (("vdirsyncer", VDIRSYNCER), ("khal", KHAL)):
            (folder / name).write_text(text.format(folder=folder, address=address), "utf-8")
        self._vdirsyncer("discover")

    def synced(self) -> list[list[str]]:
        """[start, end, title] of all that khal lists in a year from 1 November 2026, after fetching it anew."""
        self._vdirsyncer("sync")
        fields = ("start-long", "end-long", "title")
        options = [option for field in fields for option in ("--json", field)]
        shown = _run([_of_python("khal"), "-c", self._folder / "khal", "list", *options, "2026-11-01", "365d"])
        days = [json.loads(line) for line in shown.splitlines() if line.startswith("[")]
        return sorted([event[field] for field in fields] for day in days for event in day)

    def _vdirsyncer(self, command: str) -> None:
        _run([_of_python("vdirsyncer"), "-c", self._folder / "vdirsyncer", command])


class FeedReader:
    """Someone who subscribes to feeds in newsboat and reads all that is new."""

    def __init__(self, folder: Path, addresses: Sequence[str]) -> None:
        program = find("newsboat")
        assert program, "no newsboat: `make test` installs it, or says how"
        folder.mkdir(parents=True)
        self._folder, self._program = folder, program
        (folder / "config").write_text(NEWSBOAT, "utf-8")
        (folder / "urls").write_text("".join(f"{address}\n" for address in addresses), "utf-8")

    def news(self) -> dict[str, list[str]]:
        """By feed, the titles of what was not there before; from now on they are read."""
        files = [f"--{name}-file={self._folder / name}" for name in ("config", "cache")]
        _run([self._program, *files, f"--url-file={self._folder / 'urls'}", "--execute=reload"], HOME=str(self._folder))
        with closing(sqlite3.connect(self._folder / "cache")) as cache:
            found: dict[str, list[str]] = {url: [] for (url,) in cache.execute("SELECT rssurl FROM rss_feed")}
            for url, title in cache.execute("SELECT feedurl, title FROM rss_item WHERE unread ORDER BY title"):
                found[url].append(title)
            cache.execute("UPDATE rss_item SET unread = 0")
            cache.commit()
        return found


def _of_python(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def _run(command: Sequence[str | Path], **environment: str) -> str:
    done = subprocess.run(
        command,
        env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "America/New_York", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
