"""The picture of whom one will meet: one mark for each, and in words what they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.catalogue.attendance import Attendance
from meetingplace.i18n import language
from meetingplace.publishing.composition import CELL, MOST, Block, composition, drawn, rows_for, spot
from meetingplace.publishing.views import Composition
from meetings import person


SV = language("sv")


def picture(**attendance: Any) -> Composition:
    made = composition(Attendance(**attendance), SV)
    assert made
    return made


MIXED: dict[str, Any] = {
    "people": (person("Åsa Ek", "host"), person("Bo Alm"), person("Mia Lind", kind="public")),
    "organisations": (person("Halvmånen", is_organisation=True),),
    "total": 7,
    "by_kind": (("independent", 4), ("public", 2), ("", 1)),
    "at_least": True,
}


def test_everyone_has_one_mark_by_kind_and_by_whether_they_are_named() -> None:
    marks = [(figure.kind, figure.is_named, figure.path.count("M")) for figure in picture(**MIXED).figures]
    assert marks == [
        ("host", True, 1),
        ("independent", True, 2),
        ("independent", False, 2),
        ("public", True, 1),
        ("public", False, 1),
        ("other", False, 1),
        ("organisation", True, 1),
        ("more", True, 1),
    ]


def test_the_picture_is_told_in_words() -> None:
    assert picture(**MIXED).label == (
        "Vilka som kommer, som bild: fri kulturaktör: 4, varav 1 som värd, varav 2 utan namn här; "
        "offentlig, på arbetstid: 2, varav 1 utan namn här; annan: 1, varav 1 utan namn här; organisation: 1."
    )


def test_every_look_is_explained() -> None:
    rows = [(row.figure.kind, row.figure.is_named, row.text) for row in picture(**MIXED).legend]
    assert rows == [
        ("independent", True, "fri kulturaktör"),
        ("public", True, "offentlig, på arbetstid"),
        ("other", False, "annan"),
        ("organisation", True, "organisation"),
        ("host", True, "ring: värd"),
        ("independent", False, "ofylld: räknad men inte namngiven"),
        ("more", True, "och fler, hur många är inte känt"),
    ]


def test_what_does_not_occur_is_not_explained() -> None:
    alone = picture(people=(person("Åsa Ek"),), total=1, by_kind=(("independent", 1),))
    assert [row.text for row in alone.legend] == ["fri kulturaktör"]


def test_every_kind_has_a_shape_of_its_own() -> None:
    kinds = ("independent", "public", "association", "business", "funder", "staff", "")
    shapes = {row.figure.path for row in picture(total=7, by_kind=tuple((kind, 1) for kind in kinds)).legend[:7]}
    assert len(shapes) == len(kinds)


@pytest.mark.parametrize(("total", "rows"), [(1, 1), (3, 1), (22, 2), (60, 4), (300, 9)])
def test_more_people_stand_in_more_rows(total: int, rows: int) -> None:
    assert rows_for(total) == rows


@pytest.mark.parametrize("total", [0, MOST + 1])
def test_nobody_and_far_too_many_have_no_picture(total: int) -> None:
    assert composition(Attendance(total=total, by_kind=(("public", total),)), SV) is None


COUNTS = st.lists(st.integers(1, 80), min_size=1, max_size=7)


@given(COUNTS, st.booleans())
def test_all_marks_are_inside_and_none_lies_on_another(counts: list[int], at_least: bool) -> None:
    blocks = tuple(Block("public", 0, count // 2, count - count // 2) for count in counts)
    rows = rows_for(sum(counts))
    width, figures = drawn(blocks, rows, at_least=at_least)
    middles = [tuple(map(float, one.split("m")[0].split())) for f in figures for one in f.path.split("M")[1:]]
    assert len(set(middles)) == len(middles) == sum(counts) + at_least
    assert all(CELL / 2 <= x <= width * CELL - CELL / 2 and CELL / 2 <= y <= rows * CELL - CELL / 2 for x, y in middles)


def test_a_column_is_filled_from_above_before_the_next() -> None:
    assert [spot(1, number, 2) for number in range(3)] == [(36, 12), (36, 36), (60, 12)]
