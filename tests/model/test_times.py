from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from meetingplace.model import times
from meetingplace.model.times import CLOCK_DAY, When, ambiguous, exists, instant, parse, parse_clock
from records import event, event_faults


STOCKHOLM = "Europe/Stockholm"


def read(kind: Any, value: object) -> object:
    """The typed value, or the code of what is wrong with it."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return error.errors(include_url=False)[0]["type"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-09-12 18:00", When(dt.datetime(2026, 9, 12, 18))),
        ("2026-09-12 18.00", When(dt.datetime(2026, 9, 12, 18))),
        ("2026-09-12 9:30", When(dt.datetime(2026, 9, 12, 9, 30))),
        ("2026-09-12T18:00", When(dt.datetime(2026, 9, 12, 18))),
        ("2026-09-12 18:00:00", When(dt.datetime(2026, 9, 12, 18))),
        (" 2026-09-12  00:00 ", When(dt.datetime(2026, 9, 12))),
        ("2026-09-12", When(dt.datetime(2026, 9, 12), "day")),
        ("2026-10", When(dt.datetime(2026, 10, 1), "month")),
        ("2026", When(dt.datetime(2026, 1, 1), "year")),
        ("1900", When(dt.datetime(1900, 1, 1), "year")),
        ("2199", When(dt.datetime(2199, 1, 1), "year")),
    ],
)
def test_the_forms_of_a_time(text: str, when: When) -> None:
    assert read(times.Time, text) == when


@pytest.mark.parametrize(
    "value",
    [
        "",
        "4 mars",
        "04/03/2027",
        "2026-02-30",
        "31 februari",
        "2026-13",
        "2026-00",
        "2026-09-00",
        "2026-09-12 24:00",
        "2026-09-12 18:60",
        "2026-09-12 18",
        "2026-09-12 18:00:30",
        "2026-9-12",
        "27",
        "27-09-12",
        "20277-09-12",
        "1899",
        "2200",
        "2026-09-12 18:00+02:00",
        "2026-09-12 18:00Z",
        "٢٠٢٦-٠٩-١٢",
        "18:00",
        ["2026-09-12"],
        None,
    ],
)
def test_what_is_no_time(value: object) -> None:
    assert read(times.Time, value) == "time-invalid"


@pytest.mark.parametrize("text", ["2026-09-12 18:00", "2026-09-12", "2026-10", "2026"])
def test_a_time_is_written_as_it_is_read(text: str) -> None:
    assert str(parse(text)[0]) == text


@given(
    st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2199, 12, 31)),
    st.sampled_from(["moment", "day", "month", "year"]),
)
def test_what_is_written_is_read_again(local: dt.datetime, precision: times.Precision) -> None:
    written = str(When(local.replace(second=0, microsecond=0), precision))
    assert (str(parse(written)[0]), parse(written)[0].precision) == (written, precision)


@pytest.mark.parametrize(
    ("text", "fixed", "timed", "last"),
    [
        ("2026-09-12 18:00", True, True, dt.date(2026, 9, 12)),
        ("2026-09-12", True, False, dt.date(2026, 9, 12)),
        ("2026-02", False, False, dt.date(2026, 2, 28)),
        ("2028-02", False, False, dt.date(2028, 2, 29)),
        ("2026-12", False, False, dt.date(2026, 12, 31)),
        ("2026", False, False, dt.date(2026, 12, 31)),
    ],
)
def test_how_much_of_a_time_is_known(text: str, fixed: bool, timed: bool, last: dt.date) -> None:
    when = parse(text)[0]
    assert (when.fixed, when.timed, when.last_day) == (fixed, timed, last)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("18:00", dt.time(18)),
        ("18.00", dt.time(18)),
        ("9:30", dt.time(9, 30)),
        ("0:00", dt.time(0)),
        ("23:59", dt.time(23, 59)),
    ],
)
def test_the_forms_of_a_time_of_day(text: str, time: dt.time) -> None:
    assert parse_clock(text) == time


@pytest.mark.parametrize("text", ["24:00", "12:60", "kväll", "12", "12:0", "12:000", "", "١٢:٠٠"])
def test_what_is_no_time_of_day(text: str) -> None:
    assert parse_clock(text) is None


def test_an_end_of_a_time_of_day_stands_on_a_day_of_its_own_until_the_start_is_known() -> None:
    assert read(times.End, "18:00") == When(dt.datetime.combine(CLOCK_DAY, dt.time(18)))
    assert event(end="11.00").end == When(dt.datetime(2026, 9, 12, 11))


@pytest.mark.parametrize("text", ["2026-10", "2026"])
def test_an_end_and_a_limit_are_on_a_day(text: str) -> None:
    assert (read(times.End, text), read(times.DayOrMoment, text), read(times.Day, text)) == ("day-expected",) * 3


def test_a_day_has_no_hour() -> None:
    assert read(times.Day, "2026-09-12") == dt.date(2026, 9, 12)
    assert [read(times.Day, text) for text in ("2026-09-12 18:00", "12/9", "2026-02-30")] == [
        "day-expected",
        "day-expected",
        "time-invalid",
    ]


# ---------------------------------------------------------------------- clocks go forward and back


@pytest.mark.parametrize(
    ("local", "there", "twice"),
    [
        (dt.datetime(2026, 3, 29, 1, 59), True, False),
        (dt.datetime(2026, 3, 29, 2, 0), False, False),
        (dt.datetime(2026, 3, 29, 2, 59), False, False),
        (dt.datetime(2026, 3, 29, 3, 0), True, False),
        (dt.datetime(2026, 10, 25, 1, 59), True, False),
        (dt.datetime(2026, 10, 25, 2, 0), True, True),
        (dt.datetime(2026, 10, 25, 2, 59), True, True),
        (dt.datetime(2026, 10, 25, 3, 0), True, False),
    ],
)
def test_the_hours_that_are_missing_and_come_twice(local: dt.datetime, there: bool, twice: bool) -> None:
    assert (exists(local, STOCKHOLM), ambiguous(local, STOCKHOLM)) == (there, twice)
    assert (exists(local, "UTC"), ambiguous(local, "UTC")) == (True, False)


def test_of_an_hour_that_comes_twice_the_first_is_taken() -> None:
    assert instant(dt.datetime(2026, 10, 25, 2, 30), STOCKHOLM) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    assert instant(dt.datetime(2026, 10, 25, 3, 0), STOCKHOLM) == dt.datetime(2026, 10, 25, 2, 0, tzinfo=dt.UTC)


def test_a_meeting_begins_and_ends_at_times_that_exist() -> None:
    assert event_faults(start="2026-03-29 02:30", end="04:00") == [("start", "time-skipped")]
    assert event_faults(start="2026-03-29 01:30", end="02:30") == [("end", "time-skipped")]
    assert event_faults(start="2026-03-29 02:30", end="04:00", timezone="UTC") == []
    assert event_faults(start="2026-10-25 02:30", end="02:45") == []


@pytest.mark.parametrize(
    ("start", "zone", "codes"),
    [
        ("2026-09-12 18:00+02:00", STOCKHOLM, []),
        ("2026-09-12 18:00+0200", STOCKHOLM, []),
        ("2026-12-12 18:00+01:00", STOCKHOLM, []),
        ("2026-09-12 18:00Z", "UTC", []),
        ("2026-09-12 18:00-04:00", "America/New_York", []),
        ("2026-09-12 18:00+01:00", STOCKHOLM, [("start", "offset-contradicts")]),
        ("2026-09-12 18:00Z", STOCKHOLM, [("start", "offset-contradicts")]),
        ("2026-09-12 18:00-20:00", STOCKHOLM, [("start", "time-invalid")]),
        ("2026-09-12 18:00-17:00", STOCKHOLM, [("start", "offset-contradicts")]),
        ("2026-09-12 18:00+99:99", STOCKHOLM, [("start", "offset-contradicts")]),
        ("2026-10-25 02:30+01:00", STOCKHOLM, [("start", "offset-contradicts")]),
        ("2026-09-12 +02:00", STOCKHOLM, [("start", "time-invalid")]),
    ],
)
def test_an_offset_agrees_with_the_zone(start: str, zone: str, codes: list[tuple[str, str]]) -> None:
    assert event_faults(start=start, end="20:00", timezone=zone) == codes
