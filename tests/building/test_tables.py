from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.building.tables import harmless, table


SIGNS = "=+-@＝＋－＠"
CELLS = st.lists(st.lists(st.text(st.sampled_from('aå ,;"\n\t\r' + SIGNS)), min_size=1, max_size=3), max_size=3)


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("", ""),
        ("Kulturfrukost", "Kulturfrukost"),
        ("a=b, c-d; e", "a=b, c-d; e"),
        *((f"{sign}1", f"'{sign}1") for sign in SIGNS),
        ("  =1", "'  =1"),
        ('"=1"', '\'"=1"'),
        ("\n=1", "'\n=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("mat;=1;+2", "mat;'=1;'+2"),
        ('mat; "=1', "mat;' \"=1"),
    ],
)
def test_a_cell_begins_no_formula(cell: str, safe: str) -> None:
    assert harmless(cell) == safe


def test_a_number_stays_a_number() -> None:
    assert table([["a", -1, -16.5], ["-1", 2, 3.0]]) == "a,-1,-16.5\r\n'-1,2,3.0\r\n"


@given(CELLS)
def test_a_reader_of_tables_has_the_cells_back(rows: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(table(rows), newline="")))
    assert found == [[harmless(cell) for cell in row] for row in rows]


@given(st.text(st.sampled_from('a ;"\t' + SIGNS)))
def test_no_program_finds_a_formula_in_any_piece(cell: str) -> None:
    pieces = harmless(cell).split(";")
    assert [piece for piece in pieces if piece.lstrip(' "\t').startswith(tuple(SIGNS))] == []
