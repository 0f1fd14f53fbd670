"""Calendars as their readers understand them: icalendar with recurring-ical-events, and ical.js (Thunderbird)."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from programs import find
from sites import Build


Starts = list[list[str]]

SCRIPT = Path(__file__).with_name("occurrences.mjs")
FROM, UNTIL = dt.date(2020, 1, 1), dt.date(2030, 1, 1)
STOCKHOLM = ZoneInfo("Europe/Stockholm")

MEETING = """---
title: En mötesplats
summary: Vi ses.
start: {start:%Y-%m-%d %H:%M}
end: {end:%H:%M}
attendance: online
online: {{platform: Zoom, note: Länken kommer med e-post}}
contact: {{name: Åsa, email: asa@example.org}}
published: 2026-06-01
{more}---
"""
# Local times: one in summer, one in winter, and one that goes on every week while the clocks go back (25 October).
MEETINGS = {
    "sommar": ([dt.datetime(2026, 7, 1, 18, 0)], ""),
    "vinter": ([dt.datetime(2026, 12, 1, 18, 0)], ""),
    "host": (
        [dt.datetime(2026, 10, 8, 9, 30) + dt.timedelta(weeks=week) for week in range(5)],
        "repeat: {rule: FREQ=WEEKLY;COUNT=5}\n",
    ),
}


def by_ical_js(files: Iterable[Path]) -> dict[Path, Starts]:
    node = find("node")
    assert node, "no node: `make test` installs it, or says how"
    done = subprocess.run(
        [node, SCRIPT, FROM.isoformat(), UNTIL.isoformat(), *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {Path(name): starts for name, starts in json.loads(done.stdout).items()}


def spelled(start: dt.date) -> str:
    if isinstance(start, dt.datetime):
        assert start.tzinfo, "a time without a zone"
        return f"{start.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    return start.isoformat()


def by_icalendar(file: Path) -> Starts:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    events = recurring_ical_events.of(calendar, skip_bad_series=False).between(FROM, UNTIL)
    return sorted([str(event["UID"]), spelled(event["DTSTART"].dt)] for event in events)


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """The calendar of a site with the meetings above."""
    folder = tmp_path_factory.mktemp("calendars")
    events = folder / "content" / "events"
    events.mkdir(parents=True)
    for slug, (starts, more) in MEETINGS.items():
        text = MEETING.format(start=starts[0], end=starts[0] + dt.timedelta(hours=1), more=more)
        (events / f"{slug}.md").write_text(text, "utf-8")
    done = build(folder / "content", folder / "output", UID_DOMAIN="uid.example")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "output" / "kalender.ics"


@pytest.fixture(scope="module")
def instants() -> Starts:
    return sorted(
        [f"{slug}@uid.example", spelled(start.replace(tzinfo=STOCKHOLM))]
        for slug, (starts, _) in MEETINGS.items()
        for start in starts
    )


def test_icalendar_sees_the_right_instants(calendar: Path, instants: Starts) -> None:
    assert by_icalendar(calendar) == instants


def test_ical_js_sees_the_right_instants(calendar: Path, instants: Starts) -> None:
    assert by_ical_js([calendar]) == {calendar: instants}


def test_both_readers_see_the_same_in_every_calendar_of_the_example(example_site: Path) -> None:
    files = sorted(example_site.rglob("*.ics"))
    assert len(files) > 1
    theirs = by_ical_js(files)
    assert {file: by_icalendar(file) for file in files} == theirs
    assert len(theirs[example_site / "kalender.ics"]) > 1
