from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from meetingplace.i18n import language
from meetingplace.model.record import Attachment, Picture
from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.pages.edition import Edition
from meetingplace.publishing.parts import Parts
from meetingplace.publishing.pictures import Pictures
from records import catalogue


TELLING = "hemlig plats"
RED, BLUE = (200, 20, 20), (20, 20, 200)


def published(folder: Path, content: bytes, *, attached: bool = False, side: int = 1200) -> bytes:
    """The bytes that a picture is published as."""
    (folder / "x.dat").write_bytes(content)
    pictures = Pictures(folder, Addresses(Site()))

    def page() -> object:
        if attached:
            return pictures.attachment(Attachment(title="Bild", file="x.dat"))
        return pictures.view(Picture(file="x.dat", alt="En bild"), (side,))

    _, [file] = pictures.brought_by(page)
    return file.content


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def saved(image: Image.Image, sort: str, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, sort, **options)
    return written.getvalue()


def two_halves(mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right, 64 × 32."""
    image = Image.new("RGB", (64, 32), RED)
    image.paste(BLUE, (32, 0, 64, 32))
    return image.convert(mode)


def near(found: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return len(found) == len(wanted) and all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


def telling_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = TELLING
    exif[ExifTags.Base.Orientation] = 1
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (59.0, 3.0, 4.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSProcessingMethod] = TELLING
    return exif


@pytest.mark.parametrize("attached", [False, True])
@pytest.mark.parametrize("sort", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_no_metadata_is_in_the_bytes(tmp_path: Path, sort: str, mode: str, *, attached: bool) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", TELLING)
    options = {"exif": telling_exif(), "comment": TELLING, "pnginfo": notes, "dpi": (300, 300)}
    options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = two_halves("RGB" if sort == "JPEG" else mode)
    given = saved(image, sort, **options)
    assert TELLING.encode() in given
    made = published(tmp_path, given, attached=attached)
    assert TELLING.encode() not in made
    assert [
        mark for mark in (b"Exif", b"eXIf", b"ICC_PROFILE", b"iCCP", b"tEXt", b"pHYs", b"XMP") if mark in made
    ] == []
    assert set(opened(made).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_the_same_picture_is_the_same_bytes(tmp_path: Path) -> None:
    content = saved(two_halves(), "JPEG", exif=telling_exif())
    assert published(tmp_path, content) == published(tmp_path, content)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    lying = {
        1: [], 2: [Image.Transpose.FLIP_LEFT_RIGHT], 3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM], 5: [Image.Transpose.TRANSPOSE], 6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE], 8: [Image.Transpose.ROTATE_270],
    }  # fmt: skip
    image = two_halves()
    for turn in lying[orientation]:
        image = image.transpose(turn)
    made = opened(published(tmp_path, saved(image, "PNG", exif=exif)))
    assert made.size == (64, 32)
    assert near(made.getpixel((8, 16)), RED)
    assert near(made.getpixel((56, 16)), BLUE)


def test_exif_that_is_damaged_is_passed_over(tmp_path: Path) -> None:
    content = saved(two_halves(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert opened(published(tmp_path, content)).size == (64, 32)


def test_of_a_moving_picture_the_first_frame_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in (RED, BLUE)]
    made = opened(published(tmp_path, saved(frames[0], "GIF", save_all=True, append_images=frames[1:])))
    assert near(made.convert("RGB").getpixel((8, 8)), RED)
    assert getattr(made, "n_frames", 1) == 1


def test_a_palette_with_transparency_shines_through(tmp_path: Path) -> None:
    palette = two_halves().quantize(4)
    clear = palette.getpixel((0, 0))
    made = opened(published(tmp_path, saved(palette, "PNG", transparency=clear)))
    assert (made.format, made.mode, made.getpixel((8, 16))[3], made.getpixel((56, 16))[3]) == ("PNG", "RGBA", 0, 255)  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK"])
def test_colours_of_every_mode_come_out_as_rgb(tmp_path: Path, mode: str) -> None:
    grey = Image.new("RGB", (16, 16), (255, 255, 255)).convert(mode)
    made = opened(published(tmp_path, saved(grey, "JPEG" if mode == "CMYK" else "PNG")))
    assert made.mode == "RGB"
    assert near(made.getpixel((8, 8)), (255, 255, 255))


def test_sixteen_bits_are_made_eight_and_not_cut_off(tmp_path: Path) -> None:
    deep = Image.new("I;16", (16, 16), 0x8000)
    made = opened(published(tmp_path, saved(deep, "PNG")))
    assert near(made.getpixel((8, 8)), (128, 128, 128))


def test_the_colours_of_a_profile_are_kept(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    unusable = saved(two_halves(), "PNG", icc_profile=profile)
    assert near(opened(published(tmp_path, unusable)).getpixel((8, 16)), RED)
    swapped = saved(two_halves(), "PNG", icc_profile=_swapping_red_and_blue())
    assert near(opened(published(tmp_path, swapped)).getpixel((8, 16)), RED[::-1])


def _swapping_red_and_blue() -> bytes:
    """The sRGB profile with the primaries of red and blue changed about."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")


def test_a_large_picture_is_made_small_and_a_small_one_is_left(tmp_path: Path) -> None:
    sizes = [
        opened(published(tmp_path, saved(Image.new("RGB", size), "PNG"), side=400)).size
        for size in ((2000, 1000), (30, 20))
    ]
    assert sizes == [(400, 200), (30, 20)]


def test_a_picture_is_made_in_every_size_that_is_smaller_than_it(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(saved(Image.new("RGB", (1000, 600), RED), "PNG"))
    pictures = Pictures(tmp_path, Addresses(Site()))
    view, files = pictures.brought_by(lambda: pictures.view(Picture(file="x.png", alt="En bild"), (400, 800, 1200)))
    named = [entry.split() for entry in view.srcset.split(", ")]
    assert [width for _, width in named] == ["400w", "800w", "1000w"]
    assert (view.url, view.width, view.height) == (named[-1][0], 1000, 600)
    made = {f"/{file.address}": opened(file.content).size for file in files}
    assert [made[address] for address, _ in named] == [(400, 240), (800, 480), (1000, 600)]


def test_a_picture_of_one_size_names_no_others(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(saved(two_halves(), "PNG"))
    assert Pictures(tmp_path, Addresses(Site())).view(Picture(file="x.png", alt="En bild")).srcset == ""


def test_an_attached_picture_keeps_its_size(tmp_path: Path) -> None:
    made = opened(published(tmp_path, saved(Image.new("RGB", (2000, 1000)), "PNG"), attached=True))
    assert made.size == (2000, 1000)


def test_another_attachment_is_published_as_it_is(tmp_path: Path) -> None:
    assert published(tmp_path, b"%PDF-1.7 x", attached=True) == b"%PDF-1.7 x"


def test_what_no_page_asks_for_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"no picture")
    assert Pictures(tmp_path, Addresses(Site())).brought_by(str) == ("", ())


def test_each_page_brings_what_it_shows_itself(tmp_path: Path) -> None:
    """Also where another has shown it before."""
    for name in ("x.png", "y.png"):
        (tmp_path / name).write_bytes(saved(Image.new("RGB", (8, 8 + ord(name[0])), RED), "PNG"))
    pictures = Pictures(tmp_path, Addresses(Site()))

    def page(*names: str) -> tuple[str, ...]:
        made, files = pictures.brought_by(lambda: [pictures.view(Picture(file=n, alt="En bild")).url for n in names])
        assert sorted(made) == [f"/{file.address}" for file in files]
        return tuple(made)

    x, y = page("x.png", "y.png")
    assert (page("y.png"), page("x.png"), page()) == ((y,), (x,), ())


def test_each_page_brings_what_was_made_once_for_all_of_them(tmp_path: Path) -> None:
    """The one that was made first may go, and then the others must have it still."""
    for name in ("x.png", "y.png"):
        (tmp_path / name).write_bytes(saved(Image.new("RGB", (8, 8 + ord(name[0])), RED), "PNG"))
    addresses = Addresses(Site())
    day = catalogue()
    edition = Edition(day, addresses, language("sv"), Pictures(tmp_path, addresses), Parts(day))
    known = {name: Picture(file=name, alt="En bild") for name in ("x.png", "y.png")}

    def shown(picture: Picture) -> str:
        return edition.pictures.view(picture).url

    def list_of(x: Picture, y: Picture) -> list[str]:
        return [edition.once(shown, picture) for picture in (x, y)]

    def page(*names: str) -> list[str]:
        return [file.address for file in edition.pictures.brought_by(lambda: [one(name) for name in names])[1]]

    def one(name: str) -> object:
        return edition.once(shown, known[name]) if name in known else edition.once(list_of, *known.values())

    x, y = page("x.png"), page("y.png")
    both = sorted(x + y)
    assert [page("x.png"), page("y.png"), page("both"), page("both"), page()] == [x, y, both, both, []]
    assert len({*x, *y}) == 2
