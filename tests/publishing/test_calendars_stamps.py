"""What calendars take for newer: SEQUENCE and the stamps, as days pass and as more is written."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from meetingplace.publishing.calendars import vevents
from meetings import outlet
from records import anna, catalogue, event


FIRST = dt.date(2026, 3, 1)
DAYS = st.integers(0, 300).map(lambda days: FIRST + dt.timedelta(days=days))
MOMENTS = st.builds("{:%Y-%m-%d} {:02}:{:02}".format, DAYS, st.sampled_from([0, 1, 3, 9, 23]), st.integers(0, 58))
TIMES = DAYS.map(str) | MOMENTS


@st.composite
def histories(draw: st.DrawFn) -> dict[str, Any]:
    """Front matter that says when something happened, on any days."""
    found: dict[str, Any] = {
        "updates": [{"date": at, "text": "Nytt."} for at in draw(st.lists(TIMES, max_size=3))],
        "who": [{"person": "anna-berg", "since": str(draw(DAYS))}],
        "report": {"date": draw(TIMES), "came": "3"} if draw(st.booleans()) else None,
        "modified": draw(st.none() | TIMES),
        "timezone": draw(st.sampled_from(["Europe/Stockholm", "America/New_York", "Asia/Tokyo"])),
        "repeat": {
            "also": ["2026-09-19"],
            "changes": [{"date": "2026-09-19", "who": [{"person": "anna-berg", "since": str(draw(DAYS))}]}],
        },
    }
    return found


def stamps(today: dt.date, front_matter: dict[str, Any]) -> tuple[int, str, str, str]:
    """SEQUENCE, LAST-MODIFIED, DTSTAMP and CREATED of a meeting that was published on the first day."""
    made = catalogue(event(published=str(FIRST), **front_matter), anna("name", "feeds"), today=today)
    meeting = made.meeting("frukost", "feeds")
    assert meeting
    lines = dict(line.split(":", 1) for line in vevents(meeting, outlet()).decode().split("\r\n") if ":" in line)
    return int(lines["SEQUENCE"]), lines["LAST-MODIFIED"], lines["DTSTAMP"], lines["CREATED"]


@given(history=histories(), one=DAYS, other=DAYS)
def test_no_day_makes_a_meeting_older_and_none_lies_ahead(
    history: dict[str, Any], one: dt.date, other: dt.date
) -> None:
    earlier, later = (stamps(day, history) for day in sorted((one, other)))
    assert earlier[0] >= 0
    assert earlier[0] <= later[0]
    assert earlier[1] <= later[1]
    assert earlier[3] == later[3]
    assert later[1] == later[2]
    assert later[2][:8] <= f"{max(one, other) + dt.timedelta(days=1):%Y%m%d}"


@given(history=histories(), day=DAYS)
def test_what_is_added_on_a_day_makes_a_meeting_newer_that_day(history: dict[str, Any], day: dt.date) -> None:
    known = {**history, "modified": None}
    update = {"date": f"{day} 23:59", "text": "Allra sist."}
    before, after = stamps(day, known), stamps(day, {**known, "updates": [*known["updates"], update]})
    assert before[0] < after[0]
    assert before[1] < after[1]
    assert before[2] < after[2]


def test_who_was_announced_for_one_time_alone_counts_too() -> None:
    change = {"date": "2026-09-19", "who": [{"person": "anna-berg", "since": "2026-03-05"}]}
    front_matter = {"repeat": {"also": ["2026-09-19"], "changes": [change]}}
    assert stamps(dt.date(2026, 3, 4), front_matter)[0] == 0
    assert stamps(dt.date(2026, 3, 5), front_matter)[0] == 4 * 24 * 60
