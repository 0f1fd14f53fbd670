from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.building import Shelf, Store
from meetingplace.building.veiled import unveiled, veiled


def test_what_is_put_is_there_for_the_next_build_alone() -> None:
    first = Shelf()
    first.put("of a", ["Anna Berg", None, {"å": 1}])
    first.put("of b", 2)
    second = Shelf(first.left)
    assert [second.get(of) for of in ("of a", "of b", "of c", "")] == [["Anna Berg", None, {"å": 1}], 2, None, None]
    assert (second.keep("of a"), second.keep("of c")) == (True, False)
    third = Shelf(second.left)
    assert [third.get(of) for of in ("of a", "of b")] == [["Anna Berg", None, {"å": 1}], None]


def test_what_is_clean_is_so_in_the_same_alone_and_while_it_is_asked() -> None:
    first = Shelf()
    first.mark_clean("of a")
    first.mark_clean("")
    second = Shelf(first.left)
    assert [second.is_clean(of) for of in ("of a", "of b", "")] == [True, False, False]
    assert second.get("of a") is None
    assert Shelf(second.left).is_clean("of a")
    assert Shelf(Shelf(second.left).left).is_clean("of a") is False


def test_nothing_is_left_where_it_is_not_known_what_it_was_made_of() -> None:
    shelf = Shelf()
    shelf.put("", "x")
    assert shelf.left == {}


def test_a_shelf_tells_nothing_to_who_does_not_know_the_files(tmp_path: Path) -> None:
    store = Store(tmp_path / "parts", "m")
    store.shelf.put("outline of anna-berg", {"slug": "anna-berg", "name": "Anna Berg"})
    store.keep_only([])
    (path,) = (tmp_path / "parts").iterdir()
    assert not [word for word in (b"anna", b"Anna", b"slug", b"outline") if word in path.read_bytes()]
    assert Store(tmp_path / "parts", "m").shelf.get("outline of anna-berg") == {
        "slug": "anna-berg",
        "name": "Anna Berg",
    }
    assert Store(tmp_path / "parts", "n").shelf.get("outline of anna-berg") is None


@pytest.mark.parametrize("value", [None, [], "x", {"a": 1}, {"a": {}}])
def test_a_shelf_of_another_shape_is_empty(tmp_path: Path, value: object) -> None:
    store = Store(tmp_path / "parts", "m")
    store.shelf.put("of a", 1)
    store.shelf.left = value  # type: ignore[assignment]
    store.keep_only([])
    shelf = Store(tmp_path / "parts", "m").shelf
    assert (shelf.get("of a"), shelf.is_clean("of a"), shelf.keep("of a")) == (None, False, False)


@given(st.binary(max_size=300), st.text(max_size=40), st.text(max_size=40))
def test_a_veil_is_lifted_by_the_same_words_alone(content: bytes, made_of: str, other: str) -> None:
    hidden = veiled(content, made_of)
    assert hidden == veiled(content, made_of)
    assert unveiled(hidden, made_of) == content
    assert unveiled(hidden, other) == (content if other == made_of else None)


@pytest.mark.parametrize("damage", ["", "x", "é", "====", "AAAA", "A" * 40])
def test_a_damaged_veil_hides_nothing(damage: str) -> None:
    assert unveiled(damage, "of a") is None


def test_two_contents_are_not_under_one_stream() -> None:
    one, other = (json.dumps(veiled(content, "of a")) for content in (b"\0" * 40, b"\0" * 39 + b"\1"))
    assert len({*zip(one, other, strict=True)} & {(sign, sign) for sign in one}) < 20
