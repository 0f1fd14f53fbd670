from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.building import Collision, check_addresses
from meetingplace.building.addresses import fold, folders, is_safe


@pytest.mark.parametrize(
    "address",
    ["index.html", "motesplatser/frukost i Flen/index.html", ".htaccess", "a..b", "…/å.ics", "x" * 255],
)
def test_ordinary_addresses_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "", "/", "/etc/passwd", "a//b", "a/", "./a", "a/.", "..", "../a", "a/../b", "a\\b", "..\\a",
        "C:", "c:/a", "a:stream", "a\0", "a\nb", "a\x1b", "a\x7f", "a\x85", "\ud800", "å" * 128, "a/" * 64 + "a",
    ],
)  # fmt: skip
def test_addresses_that_lead_out_or_mean_different_things_are_unsafe(address: str) -> None:
    assert not is_safe(address)


@given(st.text(max_size=12) | st.text("ab./\\:\0", max_size=12))
def test_a_safe_address_stays_below_its_folder_on_every_system(address: str) -> None:
    if is_safe(address):
        for pure in (PurePosixPath, PureWindowsPath):
            below = pure("folder").joinpath(address)
            assert below.parts == ("folder", *address.split("/"))


@given(st.text(max_size=8))
def test_folding_knows_no_unicode_form(text: str) -> None:
    forms = {fold(normalize(form, text)) for form in ("NFC", "NFD")}
    assert forms == {fold(text)}
    assert fold(fold(text)) == fold(text)


def test_folders_outermost_first() -> None:
    assert folders("a/b/c") == ["a", "a/b"]
    assert folders("a") == []


def test_different_addresses_do_not_collide() -> None:
    assert check_addresses([("a/index.html", "a"), ("b/index.html", "b"), ("ab", "c"), ("a/b", "d")]) == []


def test_one_address_of_two_makers_names_both() -> None:
    collisions = check_addresses([("404.html", "page 404.md"), ("404.html", "theme")])
    assert collisions == [Collision("page 404.md", "theme", "404.html", "404.html")]


def test_one_maker_that_makes_an_address_twice_collides_with_itself() -> None:
    assert check_addresses([("a", "x"), ("a", "x")]) == [Collision("x", "x", "a", "a")]


def test_case_and_unicode_form_make_no_difference() -> None:
    composed, decomposed = "Å/index.html", "a\u030a/Index.html"
    assert check_addresses([(composed, "one"), (decomposed, "two")]) == [Collision("two", "one", decomposed, composed)]


def test_every_further_maker_collides_with_the_first() -> None:
    assert check_addresses([("a", "z"), ("A", "y"), ("a", "x")]) == [
        Collision("y", "x", "A", "a"),
        Collision("y", "z", "A", "a"),
    ]


def test_a_file_where_another_address_needs_a_folder() -> None:
    made = [("Arkiv", "upload"), ("arkiv/2026/index.html", "archive"), ("arkiv/index.html", "archive")]
    assert check_addresses(made) == [Collision("upload", "archive", "Arkiv", "arkiv/2026/index.html")]


@given(
    st.lists(st.tuples(st.sampled_from(["a", "A", "a/b", "a/B/c", "b"]), st.sampled_from("xyz"))),
    st.randoms(),
)
def test_the_order_given_makes_no_difference(made: list[tuple[str, str]], random: object) -> None:
    shuffled = sorted(made, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert check_addresses(shuffled) == check_addresses(made)
