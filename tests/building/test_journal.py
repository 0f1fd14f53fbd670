from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from meetingplace.building import PublicationError, journal, manifest
from meetingplace.building.journal import Plan
from meetingplace.building.manifest import Manifest


ONE, TWO = sha256(b"1").hexdigest(), sha256(b"2").hexdigest()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    plan = Plan(("a", "å/b"), ("old",), Manifest({"a": ONE, "kept": TWO, "å/b": TWO}, {"note": 1}))
    journal.write(tmp_path / "j", plan, manifest.text(plan.after))
    assert journal.read(tmp_path / "j") == plan


def test_no_journal_no_plan(tmp_path: Path) -> None:
    assert journal.read(tmp_path / "j") is None


@pytest.mark.parametrize(
    "change",
    [
        {"moves": None},
        {"moves": ["not a file of the plan"]},
        {"moves": [["a"]]},
        {"removals": None},
        {"removals": [1]},
        {"removals": ["../a"]},
        {"removals": ["/a"]},
        {"removals": ["a"]},
        {"files": None},
        {"files": {"/a": ONE}},
        {"version": 0},
    ],
)
def test_damage_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    state = {"version": 1, "moves": ["a"], "removals": ["b"], "files": {"a": ONE}}
    (tmp_path / "j").write_text(json.dumps(state), "utf-8")
    assert journal.read(tmp_path / "j") == Plan(("a",), ("b",), Manifest({"a": ONE}))
    (tmp_path / "j").write_text(json.dumps(state | change), "utf-8")
    with pytest.raises(PublicationError, match="journal-broken"):
        journal.read(tmp_path / "j")


def test_only_what_stands_in_the_way_goes_before_the_moves() -> None:
    moves = ["a/index.html", "b", "case.html"]
    removals = ["a", "b/c/index.html", "Case.html", "aa", "a/other.html", "bb/x"]
    assert journal.in_the_way(removals, moves) == ["a", "b/c/index.html", "Case.html"]
    assert journal.in_the_way(removals, []) == []


def test_an_old_name_is_not_removed_after_the_move_when_it_may_be_the_new_file(tmp_path: Path) -> None:
    # As found where case is not told apart: the move is made, and the old name leads to the new file.
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "Case.html").write_bytes(b"1")
    journal.finish(
        Plan(("case.html",), ("Case.html",), Manifest({"case.html": ONE})), tmp_path / "staging", tmp_path / "site"
    )
    assert (tmp_path / "site" / "Case.html").read_bytes() == b"1"


def test_landed_tells_what_is_there_rather_than_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "torn").write_bytes(b"2")
    plan = Plan(("gone", "torn"), (), Manifest({"gone": ONE, "kept": ONE, "torn": ONE}))
    assert journal.landed(plan, tmp_path) == {"gone": ONE, "kept": ONE, "torn": TWO}


def test_a_folder_that_is_new_comes_as_a_whole_and_one_that_stands_is_filled(tmp_path: Path) -> None:
    staging, site = tmp_path / "staging", tmp_path / "site"
    for address in ("new/a/index.html", "new/b.txt", "old/c.txt", "old/new/d.txt", "e.txt"):
        (staging / address).parent.mkdir(parents=True, exist_ok=True)
        (staging / address).write_text("1")
    (site / "old").mkdir(parents=True)
    (site / "old" / "mine.txt").write_text("kept")
    moves = tuple(sorted(path.relative_to(staging).as_posix() for path in staging.rglob("*") if path.is_file()))
    for _ in range(2):  # what was interrupted is finished
        journal.finish(Plan(moves, (), Manifest(dict.fromkeys(moves, ONE))), staging, site)
        assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} == {
            *moves,
            "old/mine.txt",
        }
    assert not [path for path in staging.rglob("*") if path.is_file()]
