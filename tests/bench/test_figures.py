"""How the bench makes figures of what it has measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare import Outputs
from measure import Run
from phases import FIRST, PICTURES, SEARCH, STEPS, Clock, owner_of, read_log
from race import CASES, Pairs, Race, Size
from results import told


def test_ratios_are_of_each_pair_and_not_of_medians() -> None:
    ours, theirs = (1.0, 6.0, 2.0), (1.0, 3.0, 4.0)
    pairs = Pairs([Run(wall, 9.0) for wall in ours], [Run(wall, 7.0) for wall in theirs], (3_000_000, 20_000_000))
    race = Race(Size(1000, 800), Outputs(html=1851, ics=1001, rss=1), dict.fromkeys(CASES, pairs))
    assert told(race).splitlines()[4:6] == [
        "| cold | 2.00 s | 3.00 s | 1.00 | 0.50 – 2.00 | ≤ 1.0 | 9.00 s | 7.00 s |",
        "| edited body | 2.00 s | 3.00 s | 1.00 | 0.50 – 2.00 | ≤ 0.4 | 9.00 s | 7.00 s |",
    ]
    assert "| peak memory, cold | 3.0 MB | 20 MB | 0.15 |  | ≤ 2.0 |  |  |" in told(race)


@pytest.mark.parametrize("step", [*STEPS, FIRST, SEARCH, PICTURES])
def test_every_step_that_is_timed_is_there(step: str) -> None:
    owner, name = owner_of(step)
    assert callable(getattr(owner, name))


def test_what_is_timed_does_as_before(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "log")

    def numbers() -> object:
        yield from (1, 2)

    inner = clock.timed("inner", numbers)
    outer = clock.timed("outer", lambda: list(inner()))
    assert outer() == [1, 2]
    assert [row.split()[1] for row in (tmp_path / "log").read_text("utf-8").splitlines()] == ["inner"] * 4 + ["outer"]


def test_time_is_told_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("0.250000 reading\n1.000000 search index\n0.500000 reading\n", "utf-8")
    assert read_log(log) == {"reading": 0.75, "search index": 1.0}


@pytest.mark.parametrize("text", ["1000", "1000x800x3", "x", "1e3x5"])
def test_a_size_is_two_numbers(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Size.read(text)
