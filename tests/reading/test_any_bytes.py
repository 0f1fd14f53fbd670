"""Whatever lies in the content folder: problems or records, never an exception."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model import FOLDERS
from meetingplace.model.site import Site
from meetingplace.reading.library import read


CASES = [path.read_bytes()[:4000] for path in sorted((Path(__file__).parent / "cases").glob("*.md"))]
FOLDER = st.sampled_from(sorted(FOLDERS))


def read_one(folder: str, raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as empty:
        for problem in read(Path(empty), Site(), {f"{folder}/x.md": raw}).problems:
            assert "\n" not in problem.text("sv") + problem.text("en")


@given(FOLDER, st.binary(max_size=200))
def test_any_bytes(folder: str, raw: bytes) -> None:
    read_one(folder, raw)


@given(FOLDER, st.sampled_from(CASES), st.data())
def test_any_case_with_a_piece_of_another_in_any_kind_of_record(folder: str, case: bytes, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(CASES))
    at, start, length = (data.draw(st.integers(0, most)) for most in (len(case), len(other), 60))
    read_one(folder, case[:at] + other[start : start + length] + case[at + data.draw(st.integers(0, 20)) :])
