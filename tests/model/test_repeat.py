from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.repeat import MOST_OCCURRENCES, Rule, starts_of
from records import event, event_faults


# The meeting starts on Saturday 12 September 2026 at 09.30.


def starts(**repeat: object) -> list[str]:
    """The starts of the meeting when it repeats so."""
    made = event(repeat=repeat)
    return [f"{at:%m-%d %H:%M}" for at in starts_of(made.start, made.repeat)]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=WEEKLY;COUNT=3", ["09-12 09:30", "09-19 09:30", "09-26 09:30"]),
        ("RRULE:FREQ=WEEKLY;COUNT=2", ["09-12 09:30", "09-19 09:30"]),
        (" freq=weekly;count=2 ", ["09-12 09:30", "09-19 09:30"]),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=2026-10-10", ["09-12 09:30", "09-26 09:30", "10-10 09:30"]),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20261009", ["09-12 09:30", "09-26 09:30"]),
        ("FREQ=MONTHLY;BYDAY=2SA;COUNT=2", ["09-12 09:30", "10-10 09:30"]),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2;COUNT=2", ["09-12 09:30", "10-10 09:30"]),
        ("FREQ=MONTHLY;BYDAY=-3SA;COUNT=2", ["09-12 09:30", "10-17 09:30"]),
        ("FREQ=DAILY;COUNT=1", ["09-12 09:30"]),
        ("FREQ=YEARLY;BYMONTH=9,10;BYDAY=2SA;COUNT=2", ["09-12 09:30", "10-10 09:30"]),
    ],
)
def test_a_rule(rule: str, found: list[str]) -> None:
    assert starts(rule=rule) == found


def test_the_last_day_of_a_rule_is_included_whatever_the_hour() -> None:
    made = event(start="2026-09-12 23:30", end="23:59", repeat={"rule": "FREQ=DAILY;UNTIL=2026-09-13"})
    assert len(starts_of(made.start, made.repeat)) == 2


def test_times_besides_a_rule_and_without_one() -> None:
    assert starts(also=["2026-09-14", "2026-09-13 18:00"]) == ["09-12 09:30", "09-13 18:00", "09-14 09:30"]
    assert starts(rule="FREQ=WEEKLY;COUNT=2", also=["2026-09-19 09:30"]) == ["09-12 09:30", "09-19 09:30"]


def test_exceptions_are_days_or_moments() -> None:
    also = ["2026-09-13 18:00", "2026-09-13 20:00"]
    assert starts(also=also, **{"except": ["2026-09-13"]}) == ["09-12 09:30"]
    assert starts(also=also, **{"except": ["2026-09-13 18:00"]}) == ["09-12 09:30", "09-13 20:00"]
    assert starts(also=also, **{"except": ["2026-09-12"]}) == ["09-13 18:00", "09-13 20:00"]


def test_clocks_go_back_between_two_times_and_the_local_hour_stays() -> None:
    assert starts(rule="FREQ=WEEKLY;INTERVAL=7;COUNT=2") == ["09-12 09:30", "10-31 09:30"]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=WEEKLY", "rule-endless"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=2026-10-10", "rule-endless"),
        ("FREQ=SECONDLY;COUNT=2", "rule-invalid"),
        ("FREQ=HOURLY;COUNT=2", "rule-invalid"),
        ("COUNT=2", "rule-invalid"),
        ("", "rule-invalid"),
        ("varje vecka", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=0", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=-1", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=٣", "rule-invalid"),
        ("FREQ=WEEKLY;INTERVAL=0;COUNT=2", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=2;COUNT=3", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=2;BYHOUR=9", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=2;X=1", "rule-invalid"),
        ("FREQ=WEEKLY;COUNT=2;", "rule-invalid"),
        ("FREQ=WEEKLY;BYDAY=2SA;COUNT=2", "rule-invalid"),
        ("FREQ=WEEKLY;BYMONTHDAY=12;COUNT=2", "rule-invalid"),
        ("FREQ=DAILY;BYDAY=1SA;COUNT=2", "rule-invalid"),
        ("FREQ=DAILY;BYYEARDAY=255;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYWEEKNO=37;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYDAY=0SA;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYDAY=6SA;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYDAY=99MO;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2", "rule-invalid"),
        ("FREQ=YEARLY;BYMONTH=13;COUNT=2", "rule-invalid"),
        ("FREQ=YEARLY;BYDAY=54SA;COUNT=2", "rule-invalid"),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=6SA;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYSETPOS=1;COUNT=2", "rule-invalid"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=0;COUNT=2", "rule-invalid"),
        ("FREQ=WEEKLY;UNTIL=2026-02-30", "rule-invalid"),
        ("FREQ=WEEKLY;UNTIL=2026-10-10T09:30", "rule-invalid"),
        ("FREQ=WEEKLY\nDTSTART:20260912;COUNT=2", "rule-invalid"),
        (f"FREQ=DAILY;COUNT={MOST_OCCURRENCES + 1}", "rule-too-long"),
        ("FREQ=DAILY;COUNT=999999", "rule-too-long"),
        ("FREQ=DAILY;COUNT=1000000", "rule-invalid"),
    ],
)
def test_a_rule_that_is_none(rule: str, code: str) -> None:
    assert [found for _, found in event_faults(repeat={"rule": rule})] == [code]


def test_as_many_occurrences_as_a_meeting_may_have() -> None:
    assert len(starts(rule=f"FREQ=DAILY;COUNT={MOST_OCCURRENCES}")) == MOST_OCCURRENCES
    assert event_faults(repeat={"rule": "FREQ=DAILY;UNTIL=2029-01-01"}) == [("repeat", "rule-too-long")]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=13;COUNT=3",
        "FREQ=WEEKLY;UNTIL=2026-09-11",
        "FREQ=WEEKLY;UNTIL=0001-01-01",
        # These hit nothing at all. A rule that was expanded to the end of time would stop the tests here.
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
        "FREQ=DAILY;BYMONTH=2,4,6,9,11;BYMONTHDAY=31;UNTIL=9999-12-31",
        "FREQ=DAILY;BYDAY=SA;BYSETPOS=2;COUNT=3",
        "FREQ=WEEKLY;BYDAY=SA;BYSETPOS=2;COUNT=3",
        "FREQ=MONTHLY;BYDAY=5SA;BYMONTHDAY=1;COUNT=3",
        "FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-30;COUNT=3",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;COUNT=3",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;COUNT=3",
    ],
)
def test_a_rule_that_does_not_hit_the_start(rule: str) -> None:
    assert event_faults(repeat={"rule": rule}) == [("repeat", "rule-misses-start")]


def test_a_rule_that_hits_nothing_is_not_looked_at_for_thousands_of_years() -> None:
    last: list[int] = []

    class Watched(dt.datetime):
        def replace(self, **fields: object) -> dt.datetime:  # type: ignore[override]
            last.append(int(str(fields.get("year", 0))))
            return super().replace(**fields)  # type: ignore[arg-type]

    rule = Rule(text="FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", count=3)
    assert list(rule.starts(Watched(2026, 9, 12))) == []
    assert dt.MAXYEAR - max(last) < 400


def test_a_rule_that_comes_back_seldom_is_bounded() -> None:
    assert [at.year for at in Rule(text="FREQ=YEARLY", count=100).starts(dt.datetime(2026, 9, 12))] == [
        *range(2026, 2037)
    ]
    assert list(Rule(text="FREQ=YEARLY;INTERVAL=999", count=2).starts(dt.datetime(2026, 9, 12))) == [
        dt.datetime(2026, 9, 12)
    ]


RULES = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=13",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=28,-1",
        "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;WKST=MO",
        "FREQ=MONTHLY;BYMONTHDAY=29,30,31",
        "FREQ=MONTHLY;BYDAY=1MO,-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=TH",
        "FREQ=YEARLY;BYYEARDAY=60,-1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=53MO",
    ]
)


@given(RULES, st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2150, 1, 1)), st.integers(0, 1500))
def test_a_rule_is_expanded_as_dateutil_expands_it(text: str, first: dt.datetime, days: int) -> None:
    first = first.replace(microsecond=0)
    until = first.date() + dt.timedelta(days=days)
    end = dt.datetime.combine(until, dt.time.max)
    expected = list(rrulestr(f"{text};UNTIL={end:%Y%m%dT%H%M%S}", dtstart=first))
    assert list(Rule(text=text, until=until).starts(first)) == expected


@given(RULES, st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1)), st.integers(1, 40))
def test_starts_rise_and_lie_within_ten_years(text: str, first: dt.datetime, count: int) -> None:
    found = list(Rule(text=text, count=count).starts(first.replace(microsecond=0)))
    assert len(found) <= count
    assert all(one < other for one, other in pairwise(found))
    assert all(first.date() <= at.date() <= first.date() + dt.timedelta(days=3660) for at in found)
