from __future__ import annotations

import os
from pathlib import Path

import pytest

from meetingplace.building import Store


class Maker:
    """Makes another part each time that it is asked to."""

    count = 0

    def __call__(self) -> bytes:
        self.count += 1
        return b"part %d" % self.count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "parts"


def test_a_part_is_made_once(folder: Path) -> None:
    make = Maker()
    assert [Store(folder, "m").once("of a", "x", make) for _ in range(3)] == [b"part 1"] * 3


def test_what_is_made_of_something_else_is_another_part(folder: Path) -> None:
    make = Maker()
    kept = [Store(folder, made_with).once(of, "x", make) for made_with in ("m", "n") for of in ("of a", "of b")]
    assert kept == [b"part 1", b"part 2", b"part 3", b"part 4"]


@pytest.mark.parametrize(("made_with", "of"), [("", "of a"), ("m", "")])
def test_what_is_not_known_to_be_the_same_is_made_each_time(folder: Path, made_with: str, of: str) -> None:
    make, store = Maker(), Store(folder, made_with)
    assert [store.once(of, "x", make) for _ in range(2)] == [b"part 1", b"part 2"]
    assert not folder.exists()


def test_a_store_that_is_nowhere_keeps_nothing() -> None:
    make = Maker()
    assert [Store().once("of a", "x", make) for _ in range(2)] == [b"part 1", b"part 2"]


@pytest.mark.parametrize("damage", [b"", b"x", b"0123456789abcdefpart 1", b"0123456789abcde"])
def test_a_part_that_is_damaged_is_made_anew(folder: Path, damage: bytes) -> None:
    make, store = Maker(), Store(folder, "m")
    store.once("of a", "x", make)
    [path] = folder.iterdir()
    path.write_bytes(damage)
    assert [store.once("of a", "x", make) for _ in range(2)] == [b"part 2", b"part 2"]


def test_one_byte_more_or_less_is_damage(folder: Path) -> None:
    make, store = Maker(), Store(folder, "m")
    store.once("of a", "x", make)
    [path] = folder.iterdir()
    whole = path.read_bytes()
    for raw in (whole[:-1], whole + b"1", whole.replace(b"part", b"dart")):
        path.write_bytes(raw)
        assert store.once("of a", "x", make) == b"part %d" % make.count
    assert make.count == 4


def test_what_nobody_needs_any_more_goes(folder: Path) -> None:
    make, store = Maker(), Store(folder, "m")
    for of in ("of a", "of b", "of c"):
        store.once(of, "x", make)
    (folder / "half.1").write_bytes(b"what a process that was killed has left")
    store.keep_only(["of b", "of z", ""])
    assert len(list(folder.iterdir())) == 1
    assert [store.once(of, "x", make) for of in ("of b", "of a")] == [b"part 2", b"part 4"]


def test_a_store_of_other_code_goes_whole(folder: Path) -> None:
    Store(folder, "m").once("of a", "x", Maker())
    Store(folder, "n").keep_only(["of a"])
    assert list(folder.iterdir()) == []


def test_there_need_be_no_folder(folder: Path) -> None:
    Store(folder, "m").keep_only([])
    Store().keep_only([])


def test_a_folder_that_cannot_be_written_to_keeps_nothing(folder: Path) -> None:
    folder.write_bytes(b"a file")
    make, store = Maker(), Store(folder, "m")
    assert [store.once("of a", "x", make) for _ in range(2)] == [b"part 1", b"part 2"]
    store.keep_only([])
    assert folder.read_bytes() == b"a file"


def test_a_link_is_no_store_and_what_lies_behind_it_stays(folder: Path) -> None:
    behind = folder.with_name("behind")
    behind.mkdir()
    (behind / "letter.txt").write_bytes(b"mine")
    folder.symlink_to(behind)
    make, store = Maker(), Store(folder, "m")
    assert [store.once("of a", "x", make) for _ in range(2)] == [b"part 1", b"part 2"]
    store.keep_only([])
    assert [path.name for path in behind.iterdir()] == ["letter.txt"]


def test_what_cannot_be_removed_stays(folder: Path) -> None:
    make, store = Maker(), Store(folder, "m")
    store.once("of a", "x", make)
    (folder / "a folder").mkdir()
    store.keep_only([])
    assert [path.name for path in folder.iterdir()] == ["a folder"]


def test_a_shelf_that_cannot_be_written_is_empty_and_does_not_keep_what_was_on_it(folder: Path) -> None:
    store = Store(folder, "m")
    store.shelf.put("of a", "Anna Berg")
    store.keep_only([])
    [path] = folder.iterdir()
    path.with_name(f"{path.name}.{os.getpid()}").mkdir()  # where its half would be written
    store.keep_only([])
    assert not path.exists()
    assert Store(folder, "m").shelf.get("of a") is None
