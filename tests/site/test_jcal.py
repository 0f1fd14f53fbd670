"""Calendars as jCal and with the components of RFC 9073: the same data, and nobody who did not agree."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import pytest

from meetingplace.catalogue.attendance import Attendance
from meetingplace.publishing.calendars import calendar, jcal, parts, vevents, zones_of
from meetingplace.publishing.outlet import outlet as outlet_of
from meetingplace.publishing.subscriptions import Subscriptions
from meetings import SITE, meeting, outlet, person
from outputs import made
from programs import find
from records import TODAY, anna, catalogue, event


SCRIPT = Path(__file__).with_name("jcal.mjs")
NEWER = frozenset({"name", "color", "participant-type"})
"""RFC 7986 and 9073, texts all of them."""
ATTENDING = Attendance(
    people=(
        person("Anna Berg", "host", "speaker", slug="anna-berg", has_page=True, disciplines=("Dans",)),
        person("Hemlig Person", in_feeds=False),
    ),
    organisations=(person("Kvarnen; i Flen, och \\ så", "performer", is_organisation=True),),
    total=2,
    by_kind=(("independent", 2),),
)
MEETINGS = [
    meeting(
        attending=ATTENDING, online={"platform": 'Zo"om^', "url": "https://zoom.example/?a=1,2"}, attendance="hybrid"
    ),
    meeting(slug="dagar", start="2026-09-12", end=None, title='Komma, semi; "citat" \\n \n 🎭' * 3),
    meeting(slug="utc", timezone="UTC", attending=ATTENDING, status="cancelled"),
    meeting(
        slug="varje",
        timezone="Asia/Kolkata",
        repeat={
            "rule": "FREQ=MONTHLY;BYDAY=2TH,3TH;INTERVAL=1;UNTIL=2026-12-31",
            "except": ["2026-03-19"],
            "changes": [{"date": "2026-04-09", "status": "cancelled"}],
        },
    ),
    meeting(slug="var", start="2026-03-12 09:30", repeat={"rule": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12,13;COUNT=4"}),
]


def written() -> bytes:
    made = [vevents(each, outlet(), parts) for each in MEETINGS]
    zones = (*zones_of(MEETINGS), "America/New_York")
    return calendar(title="Möten, alla", description="a;b", address="a", page="b", events=made, zones=zones, site=SITE)


def with_newer(component: Any) -> Any:
    """ical.js knows none of the names that came later: their values are left as they stand in the calendar."""
    properties = [
        [name, parameters, "text", *(re.sub(r"\\(.)", r"\1", value) for value in values)]
        if name in NEWER
        else [name, parameters, kind, *values]
        for name, parameters, kind, *values in component[1]
    ]
    return [component[0], properties, [with_newer(part) for part in component[2]]]


def test_ical_js_makes_the_same_of_the_calendar(tmp_path: Path) -> None:
    (tmp_path / "kalender.ics").write_bytes(written())
    node = find("node")
    assert node, "no node: `make test` installs it, or says how"
    done = subprocess.run([node, SCRIPT, tmp_path / "kalender.ics"], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(jcal(written())) == with_newer(json.loads(done.stdout))


def shape(component: icalendar.Component) -> Any:
    names = [name.lower() for name, _ in component.property_items(recursive=False) if name not in ("BEGIN", "END")]
    return [str(component.name).lower(), names, [shape(part) for part in component.subcomponents]]


def shape_of_json(component: Any) -> Any:
    return [component[0], [each[0] for each in component[1]], [shape_of_json(part) for part in component[2]]]


def test_icalendar_reads_the_same_from_both() -> None:
    plain = icalendar.Calendar.from_ical(written())
    assert [part.errors for part in plain.walk()] == [[]] * len(plain.walk())
    assert sorted(map(str, shape_of_json(json.loads(jcal(written())))[1])) == sorted(map(str, shape(plain)[1]))
    read: Any = icalendar.Calendar.from_jcal(jcal(written()).decode())
    assert [(e["UID"], e.start, e.end, e["SUMMARY"]) for e in read.events] == [
        (e["UID"], e.start, e.end, e["SUMMARY"]) for e in plain.events
    ]


def properties(content: bytes, *names: str) -> list[str]:
    unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line for line in unfolded if line.partition(":")[0].partition(";")[0] in names]


def test_whom_one_will_meet_and_where() -> None:
    made = vevents(MEETINGS[0], outlet(), parts)
    within = made[made.index(b"BEGIN:PARTICIPANT") :]
    assert properties(within, "BEGIN", "PARTICIPANT-TYPE", "SUMMARY", "NAME", "GEO", "URL", "CALENDAR-ADDRESS") == [
        "BEGIN:PARTICIPANT",
        "PARTICIPANT-TYPE:SPEAKER",
        "SUMMARY:Anna Berg",
        "URL:https://kultur.example/moten/personer/anna-berg/",
        "BEGIN:PARTICIPANT",
        "PARTICIPANT-TYPE:PERFORMER",
        "SUMMARY:Kvarnen\\; i Flen\\, och \\\\ så",
        "BEGIN:VLOCATION",
        "NAME:TEA-huset",
        "GEO:59.058000;16.587600",
    ]
    assert b"Hemlig" not in made
    assert made.replace(within, b"END:VEVENT\r\n") == vevents(MEETINGS[0], outlet())
    uids = properties(within, "UID")
    assert len(set(uids)) == len(uids) == 3
    assert properties(vevents(MEETINGS[2], outlet(), parts), "PARTICIPANT-TYPE") == []


@pytest.mark.parametrize(
    "front_matter",
    [
        {"place": {"tbd": "Högst troligt Flen"}},
        {"place": None, "attendance": "online", "online": {"note": "Länk i mejl"}},
        {"attendance": "online", "online": {"note": "Länk i mejl"}},
    ],
)
def test_where_nobody_goes_is_no_place(front_matter: dict[str, Any]) -> None:
    assert b"VLOCATION" not in vevents(meeting(**front_matter), outlet(), parts)


@pytest.mark.parametrize(
    ("settings", "files"),
    [
        ({}, ["frukost.ics", "kalender.ics", "sista-dag.ics"]),
        (
            {"rich_calendars": True},
            ["frukost-9073.ics", "frukost.ics", "kalender-9073.ics", "kalender.ics", "sista-dag.ics"],
        ),
        (
            {"json_calendars": True},
            ["frukost.ics", "frukost.jcal", "kalender.ics", "kalender.jcal", "sista-dag.ics", "sista-dag.jcal"],
        ),
    ],
)
@pytest.mark.parametrize("covers", ["feeds", "archive"])
def test_only_who_asks_for_them_gets_them(settings: dict[str, Any], files: list[str], covers: str) -> None:
    known = catalogue(event(who=["anna-berg"]), anna("name", covers), today=TODAY, **settings)
    with_words = outlet_of(known, outlet().addresses, outlet().language)
    written = [file for file in made(Subscriptions(known, with_words).outputs())[1] if "urval/" not in file.address]
    found = {file.address.rpartition("/")[2]: file for file in written}
    assert sorted(name for name in found if name.endswith(("ics", "jcal"))) == files
    named = [name for name, file in found.items() if b"Anna Berg" in file.content]
    assert bool(named) == (covers == "feeds")
    if "kalender-9073.ics" in found:
        whole = found["kalender-9073.ics"].content
        assert properties(whole, "SOURCE") == ["SOURCE;VALUE=URI:https://kultur.example/moten/kalender-9073.ics"]
        assert (b"BEGIN:PARTICIPANT" in whole) == (covers == "feeds")
