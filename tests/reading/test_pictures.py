from __future__ import annotations

import io
import os
import shutil
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from meetingplace.reading.files import Fault, Folder
from meetingplace.reading.pictures import MOST_BYTES, MOST_PIXELS, Named, format_of, picture_fault


IMAGES = Path(__file__).parent / "world" / "images"
Lines = Callable[[], list[str]]


def file_of(sort: str, mode: str = "RGB", size: tuple[int, int] = (8, 6)) -> bytes:
    written = io.BytesIO()
    Image.effect_noise(size, 50).convert(mode).save(written, sort)
    return written.getvalue()


@pytest.fixture
def named(content: Path) -> Named:
    return Named(Folder(content))


@pytest.mark.parametrize("sort", ["PNG", "JPEG", "WEBP", "GIF"])
def test_pictures_are_told_by_their_bytes_and_not_by_their_names(content: Path, named: Named, sort: str) -> None:
    (content / "images" / "x.dat").write_bytes(file_of(sort))
    assert (format_of(file_of(sort)), named.fault("images/x.dat", picture=True)) == (sort, None)


@pytest.mark.parametrize("sort", ["TIFF", "BMP", "PPM", "ICO"])
def test_other_formats_are_refused(sort: str) -> None:
    assert picture_fault(file_of(sort)) == Fault("picture-format")


@pytest.mark.parametrize("sort", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_that_is_cut_off(sort: str) -> None:
    whole = file_of(sort, size=(80, 60))
    assert [picture_fault(whole[: len(whole) * part // 4]) for part in (1, 2, 3)] == [Fault("picture-broken")] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_vector_picture_is_refused_in_any_encoding(encoding: str) -> None:
    text = '<?xml version="1.0"?><!-- x --><SVG onload="x()"/>'
    assert picture_fault(text.encode(encoding)) == Fault("picture-svg")


def test_a_bomb_is_told_by_its_header_and_nothing_leaks() -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        fault = picture_fault((IMAGES / "bomb.png").read_bytes())
    assert (fault, said) == (Fault("picture-too-large", {"most": "40"}), [])


def test_one_line_of_pixels_more_than_the_limit_is_too_much() -> None:
    width, height = 8_000, MOST_PIXELS // 8_000
    found = []
    for tall in (height, height + 1):
        written = io.BytesIO()
        Image.new("1", (width, tall)).save(written, "PNG")
        found.append(picture_fault(written.getvalue()))
    assert found == [None, Fault("picture-too-large", {"most": "40"})]


def test_a_file_of_more_bytes_than_the_limit_is_not_decoded(content: Path, named: Named) -> None:
    for name, size in (("fits", MOST_BYTES), ("more", MOST_BYTES + 1)):
        (content / name).write_bytes(file_of("PNG").ljust(size, b"\0"))
    found = [named.fault("fits", picture=True), named.fault("more", picture=True), named.fault("more", picture=False)]
    assert found == [None, Fault("file-too-large", {"most": "10"}), None]


def test_links_out_of_the_folder_pipes_and_folders_are_not_opened(content: Path, named: Named) -> None:
    Path("outside.png").write_bytes(file_of("PNG"))
    (content / "out.png").symlink_to("../outside.png")
    (content / "in.png").symlink_to("images/frukost.png")
    (content / "loop.png").symlink_to("loop.png")
    os.mkfifo(content / "pipe.png")
    found = {name: named.fault(name, picture=True) for name in ("out.png", "in.png", "loop.png", "pipe.png", "images")}
    assert found == {
        "out.png": Fault("link-outside"),
        "in.png": None,
        "loop.png": Fault("file-missing"),
        "pipe.png": Fault("file-special"),
        "images": Fault("file-missing"),
    }


def test_a_picture_that_nobody_names_is_not_opened(content: Path, lines: Lines) -> None:
    shutil.copyfile(content / "images" / "cut-off.jpg", content / "images" / "frukost.jpg")
    (content / "images" / "frukost.png").chmod(0)
    assert lines() == []


def test_a_picture_is_opened_once_however_many_name_it(content: Path, named: Named) -> None:
    first = named.fault("images/frukost.png", picture=True)
    (content / "images" / "frukost.png").unlink()
    assert (first, named.fault("images/frukost.png", picture=True)) == (None, None)


@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_any_damage_ends_in_a_picture_or_a_fault(sort: str, at: int, damage: bytes) -> None:
    whole = file_of(sort)
    fault = picture_fault(whole[:at] + damage + whole[at + len(damage) :])
    assert fault is None or fault.code in ("picture-broken", "picture-format", "picture-too-large", "picture-svg")
