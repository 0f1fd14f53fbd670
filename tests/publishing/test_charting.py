from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.publishing.charting import SCALES, Chart, Spot, chart


FLEN, TROSA, NYKOPING = Spot("Flen", 59.06, 16.59, 4), Spot("Trosa", 58.90, 17.55), Spot("Nyköping", 58.75, 17.01, 1)
SPOTS = st.lists(
    st.builds(
        Spot,
        name=st.text("abcåö", min_size=1, max_size=14),
        lat=st.floats(-80, 80),
        lon=st.floats(-170, 170),
        count=st.integers(0, 40),
    ),
    min_size=1,
    max_size=25,
)


def test_north_is_up_and_east_is_to_the_right() -> None:
    flen, trosa, nykoping = chart([FLEN, TROSA, NYKOPING]).dots
    assert flen.y < trosa.y < nykoping.y
    assert flen.x < nykoping.x < trosa.x


def test_distances_are_in_the_same_scale_both_ways() -> None:
    flen, trosa = chart([FLEN, TROSA]).dots
    east = (TROSA.lon - FLEN.lon) * math.cos(math.radians((FLEN.lat + TROSA.lat) / 2))
    assert (trosa.x - flen.x) / (trosa.y - flen.y) == pytest.approx(east / (FLEN.lat - TROSA.lat), rel=0.02)


def test_the_bar_is_as_long_as_it_says() -> None:
    south, north = chart([Spot("A", 59.0, 17.0), Spot("B", 59.5, 17.0)]).dots
    made = chart([Spot("A", 59.0, 17.0), Spot("B", 59.5, 17.0)])
    assert made.scale is not None
    length, km = made.scale
    assert (south.y - north.y) / length == pytest.approx(0.5 * 111.2 / km, rel=0.01)


def test_a_dot_grows_with_its_meetings() -> None:
    radii = [chart([Spot("A", 59, 17, count)]).dots[0].radius for count in (0, 1, 3, 6, 90)]
    assert radii == sorted(radii)
    assert radii[0] < radii[1] < radii[-1]


def test_one_spot_stands_in_the_middle_without_a_scale() -> None:
    made = chart([FLEN])
    assert (made.dots[0].x, made.dots[0].y, made.scale) == (made.width / 2, made.height / 2, None)


def test_a_venue_under_a_dot_has_no_mark_of_its_own() -> None:
    assert len(chart([FLEN, TROSA], [(59.06, 16.59), (58.95, 17.0), (58.95, 17.0)]).marks) == 1


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="nothing"):
        chart([])


def test_names_that_find_no_room_are_left_out() -> None:
    crowd = [Spot(f"Plats nummer {n}", 59 + n / 10000, 17.0) for n in range(40)]
    named = [dot for dot in chart([*crowd, TROSA]).dots if dot.label]
    assert 0 < len(named) < 41


@given(SPOTS)
def test_names_cover_no_name_and_no_dot_and_keep_to_the_paper(spots: list[Spot]) -> None:
    made = chart(spots)
    boxes = [dot.label.box for dot in made.dots if dot.label]
    assert [(a, b) for a, b in combinations(boxes, 2) if a.meets(b)] == []
    assert [box for box in boxes for dot in made.dots if _covers(box, dot.x, dot.y)] == []
    assert all(
        box.left >= 0 and box.right <= made.width and box.top >= 0 and box.bottom <= made.height for box in boxes
    )


@given(SPOTS)
def test_every_dot_is_on_the_paper(spots: list[Spot]) -> None:
    made = chart(spots)
    assert len(made.dots) == len(spots)
    assert all(_within(made, dot.x, dot.y) for dot in made.dots)


def _covers(box: object, x: float, y: float) -> bool:
    return box.left < x < box.right and box.top < y < box.bottom  # type: ignore[attr-defined,no-any-return]


def _within(made: Chart, x: float, y: float) -> bool:
    return 0 <= x <= made.width and 0 <= y <= made.height


def test_a_name_goes_above_where_it_has_no_room_below() -> None:
    flen, close = chart([Spot("Katrineholm", 59.00, 16.21, 2), Spot("Vingåker", 59.04, 15.87, 2), TROSA]).dots[:2]
    assert flen.label is not None
    assert close.label is not None
    assert (flen.label.y > flen.y, close.label.y > close.y) == (True, False)


def test_the_scale_takes_a_third_of_the_width_at_most_and_no_longer_one_would_fit() -> None:
    found = chart([Spot("Norr", 60.0, 16.0, 1), Spot("Söder", 58.0, 17.0, 1)])
    assert found.scale
    length, kilometres = found.scale
    assert length <= found.width / 3
    longer = [each for each in SCALES if each > kilometres]
    assert length * longer[0] / kilometres > found.width / 3


def test_a_venue_at_the_edge_of_a_dot_has_no_mark_and_one_beside_it_has() -> None:
    spots = [Spot("Norr", 60.0, 16.0, 9), Spot("Söder", 58.0, 17.0, 1)]
    at_its_edge, beside = (59.97, 16.0), (59.0, 16.5)
    assert len(chart(spots, [at_its_edge]).marks) == 0
    assert len(chart(spots, [beside]).marks) == 1
