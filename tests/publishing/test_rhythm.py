from __future__ import annotations

import datetime as dt
import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from meetingplace.publishing.rhythm import Mark, month, strip


TODAY = dt.date(2026, 11, 22)
MEETINGS = st.lists(
    st.tuples(st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), st.integers(0, 200), st.booleans()), max_size=60
)


def test_a_meeting_stands_at_its_day_on_the_edge() -> None:
    made = strip(2026, [(dt.date(2026, 3, 1), 25, True)])
    assert made.marks == (Mark(59.5, made.height - 3.8, 3.8),)


def test_meetings_of_one_day_stand_on_each_other() -> None:
    marks = strip(2026, [(dt.date(2026, 3, 1), 9, True)] * 3).marks
    assert len({mark.x for mark in marks}) == 1
    assert len({mark.y for mark in marks}) == 3


def test_more_who_came_are_a_larger_mark() -> None:
    radii = [strip(2026, [(TODAY, came, True)]).marks[0].radius for came in (0, 4, 16, 36, 400)]
    assert radii == sorted(set(radii))


def test_a_meeting_that_was_called_off_is_a_ring() -> None:
    assert [mark.full for mark in strip(2026, [(TODAY, 4, False)]).marks] == [False]


def test_days_of_another_year_are_passed_over() -> None:
    assert strip(2025, [(TODAY, 4, True)]).marks == ()


def test_months_begin_at_their_days() -> None:
    assert strip(2026, []).months[:2] == (31, 59)
    assert strip(2024, []).months[:2] == (31, 60)


@given(MEETINGS)
def test_no_mark_covers_another_and_all_are_on_the_strip(meetings: list[tuple[dt.date, int, bool]]) -> None:
    made = strip(2024, meetings)
    assert len(made.marks) == len(meetings)
    assert [
        (a, b) for a, b in combinations(made.marks, 2) if math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius
    ] == []
    assert all(
        m.radius <= m.x <= made.width - m.radius and m.radius <= m.y <= made.height - m.radius + 0.01
        for m in made.marks
    )


@given(MEETINGS)
def test_the_order_in_which_meetings_come_makes_no_difference(meetings: list[tuple[dt.date, int, bool]]) -> None:
    assert strip(2024, meetings) == strip(2024, meetings[::-1])


def test_a_year_of_four_hundred_meetings_is_lower_than_a_third_of_its_width() -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=n % 365) for n in range(0, 400 * 7, 7)]
    assert strip(2026, [(day, 20, True) for day in days]).height < 366 / 3


def test_a_month_is_rows_of_weeks_from_monday() -> None:
    made = month(2026, 11, {dt.date(2026, 11, 2): 1, dt.date(2026, 11, 3): 3}, TODAY)
    assert (made.width, made.height, len(made.beats)) == (70, 60, 30)
    first, second, third = made.beats[:3]
    assert (first.x, first.y) == (65, 5)
    assert (second.x, second.y) == (5, 15)
    assert first.radius < second.radius < third.radius
    assert [beat.is_today for beat in made.beats].index(True) == 21
