from __future__ import annotations

import datetime as dt

import pytest

from meetingplace.model.repeat import Repeat, starts_of
from meetingplace.model.times import parse
from records import event_faults


@pytest.mark.parametrize(
    ("repeat", "code"),
    [
        ({"also": ["2026-10-12"], "except": ["2026-10-13"]}, "exception-misses"),
        ({"also": ["2026-10-12 18:00"], "except": ["2026-10-12 09:30"]}, "exception-misses"),
        ({"changes": [{"date": "2026-09-13", "status": "cancelled"}]}, "exception-misses"),
        ({"changes": [{"date": "2026-09-12 10:30", "status": "cancelled"}]}, "exception-misses"),
        ({"except": ["2026-09-12"]}, "repeat-empty"),
        ({"also": ["2026-03-29 02:30"]}, "time-skipped"),
        ({"changes": [{"date": "2026-09-12", "start": "2027-03-28 02:30", "end": "04:00"}]}, "time-skipped"),
        ({"changes": [{"date": "2026-09-12", "start": "2027-03-28 01:30", "end": "02:30"}]}, "time-skipped"),
        ({"changes": [{"date": "2026-09-12", "end": "09:30"}]}, "end-before-start"),
        ({"changes": [{"date": "2026-09-12", "start": "2026-09-13 12:00", "end": "11:00"}]}, "end-before-start"),
        ({"changes": [{"date": "2026-09-12", "end": "2026-09-13"}]}, "end-of-other-kind"),
        ({"changes": [{"date": "2026-09-12", "end": "2026-10-14 09:30"}]}, "end-too-late"),
    ],
)
def test_a_change_that_cannot_be(repeat: dict[str, object], code: str) -> None:
    assert event_faults(repeat=repeat) == [("repeat", code)]


def test_a_rule_over_an_hour_that_is_missing_may_leave_that_day_out() -> None:
    night = {"start": "2026-03-28 02:30", "end": "03:30"}
    assert event_faults(**night, repeat={"rule": "FREQ=DAILY;COUNT=3"}) == [("repeat", "time-skipped")]
    assert event_faults(**night, repeat={"rule": "FREQ=DAILY;COUNT=3", "except": ["2026-03-29"]}) == []
    changes = [{"date": "2026-03-29", "start": "2026-03-29 03:30"}]
    assert event_faults(**night, repeat={"rule": "FREQ=DAILY;COUNT=3", "changes": changes}) == []


def test_a_day_repeats_on_days() -> None:
    day = {"start": "2026-09-12", "end": None}
    assert (
        event_faults(**day, repeat={"also": ["2026-10-12"], "changes": [{"date": "2026-10-12", "start": "2026-10-13"}]})
        == []
    )
    assert event_faults(**day, repeat={"also": ["2026-10-12 18:00"]}) == [("repeat", "day-expected")]
    hours = {"date": "2026-09-12", "start": "2026-09-12 18:00"}
    assert event_faults(**day, repeat={"changes": [hours]}) == [("repeat", "end-missing")]
    assert event_faults(**day, repeat={"changes": [{**hours, "end": "20:00"}]}) == []


@pytest.mark.parametrize("start", ["2026-09", "2026"])
def test_what_has_no_day_does_not_repeat(start: str) -> None:
    assert event_faults(start=start, end=None, repeat={"also": ["2026-10-12"]}) == [("repeat", "repeat-without-day")]


def test_other_keys_of_a_change_and_other_forms_of_a_repeat() -> None:
    assert event_faults(repeat={"changes": [{"date": "2026-09-12", "attendance": "online"}]}) == [
        ("repeat.changes.0.attendance", "extra_forbidden")
    ]
    assert event_faults(repeat={"changes": [{"date": "2026-09-12", "status": "draft"}]}) == [
        ("repeat.changes.0.status", "literal_error")
    ]
    assert event_faults(repeat=["2026-10-12"]) == [("repeat", "model_type")]
    assert Repeat().model_dump() == {"rule": None, "also": (), "except_": (), "changes": ()}
    assert starts_of(parse("2026-09-12")[0], None) == (dt.datetime(2026, 9, 12),)


@pytest.mark.parametrize(
    ("zone", "found"),
    [
        ("Europe/Stockholm", []),
        ("UTC", []),
        ("America/New_York", []),
        ("Asia/Tokyo", []),
        ("Africa/Casablanca", [("repeat", "repeat-zone")]),
    ],
)
def test_what_repeats_does_so_in_a_zone_with_yearly_rules(zone: str, found: list[tuple[str, str]]) -> None:
    assert event_faults(timezone=zone, repeat={"also": ["2026-10-12"]}) == found
    assert event_faults(timezone=zone) == []


def test_as_many_exceptions_as_anyone_could_write() -> None:
    days = [(dt.date(2026, 9, 12) + dt.timedelta(days=n)).isoformat() for n in range(5_000)]
    assert event_faults(repeat={"also": days, "except": days[1:]}) == []
    assert event_faults(repeat={"also": days, "except": days}) == [("repeat", "repeat-empty")]
