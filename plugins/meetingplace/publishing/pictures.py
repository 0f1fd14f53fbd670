"""Pictures and attachments that public pages show: made safe, named by their bytes, and nothing else copied."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageCms

from meetingplace.building import File
from meetingplace.model.record import Attachment, Picture
from meetingplace.reading.pictures import FORMATS, decoded, format_of

from . import views
from .addresses import Addresses


Made = TypeVar("Made")

LONGEST_SIDE = 1200
SIDES = (400, 800, LONGEST_SIDE)
"""Pixels: a phone's column on plain and on fine screens, and a column of the page on fine ones."""

QUALITY = 82
ATTACHED_QUALITY = 92
ORIENTATION = 0x0112
UPRIGHT: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes an orientation of Exif 2.3."""


@dataclass(frozen=True, slots=True)
class Size:
    """One file of a picture: its address from the root, and how many pixels it has."""

    address: str
    width: int
    height: int


class Pictures:
    """Pictures are turned upright, made at most 1,200 pixels, and written anew: no metadata is left."""

    def __init__(self, content: Path, addresses: Addresses) -> None:
        self._content = content
        self._addresses = addresses
        self._sizes: dict[tuple[str, tuple[int, ...]], tuple[Size, ...]] = {}
        self._files: dict[str, bytes] = {}
        self._asked: set[str] = set()

    def view(self, picture: Picture, sides: tuple[int, ...] = SIDES) -> views.Picture:
        """The picture as pages show it, at most the largest of `sides` pixels wide and high, and smaller ones beside.

        Its files are published because a page asked for them (`brought_by`).
        """
        sizes = self._made(picture, sides)
        self._asked.update(size.address for size in sizes)
        largest = sizes[-1]
        several = [f"{self._addresses.href(size.address)} {size.width}w" for size in sizes] if len(sizes) > 1 else []
        return views.Picture(
            url=self._addresses.href(largest.address),
            width=largest.width,
            height=largest.height,
            alt=picture.alt,
            credit=picture.credit or "",
            srcset=", ".join(several),
        )

    def absolute(self, picture: Picture) -> str:
        """The picture's whole address, for what machines read."""
        largest = self._made(picture, SIDES)[-1]
        self._asked.add(largest.address)
        return self._addresses.absolute(largest.address)

    def attachment(self, attachment: Attachment) -> views.Link:
        """A link to the attachment's own bytes; a picture is written anew in its whole size."""
        content = (self._content / attachment.file).read_bytes()
        suffix = Path(attachment.file).suffix.lower()
        if format_of(content) in FORMATS:
            content, suffix = _written(_flat(content), ATTACHED_QUALITY)
        address = self._addresses.attachment(_name(content, suffix))
        self._files[address] = content
        self._asked.add(address)
        size = max(1, round(len(content) / 1000))
        return views.Link(attachment.title, self._addresses.href(address), f"{suffix[1:].upper()}, {size} kB")

    def brought_by(self, make: Callable[[], Made]) -> tuple[Made, tuple[File, ...]]:
        """What `make` makes, and the files that it asked for, by address."""
        made, asked = self.asked_by(make)
        return made, tuple(File(self._addresses.file(address), self._files[address]) for address in sorted(asked))

    def asked_by(self, make: Callable[[], Made]) -> tuple[Made, frozenset[str]]:
        """What `make` makes, and the addresses of the files that it asked for: whoever keeps the one for several pages
        asks for the others (`ask`) for each of them.
        """
        before, self._asked = self._asked, set()
        try:
            return make(), frozenset(self._asked)
        finally:
            self._asked = before

    def ask(self, addresses: Iterable[str]) -> None:
        """Asks for files anew, which were made for another page."""
        self._asked.update(addresses)

    def _made(self, picture: Picture, sides: tuple[int, ...]) -> tuple[Size, ...]:
        """The picture in each size that is smaller than the one before, the smallest first; made once."""
        if (picture.file, sides) not in self._sizes:
            self._sizes[picture.file, sides] = tuple(self._make(picture, sides))
        return self._sizes[picture.file, sides]

    def _make(self, picture: Picture, sides: tuple[int, ...]) -> Iterator[Size]:
        largest = _flat((self._content / picture.file).read_bytes(), max(sides))
        longest = max(largest.size)
        for side in [*(side for side in sorted(sides) if side < longest), longest]:
            made = largest if side == longest else _smaller(largest, side)
            content, suffix = _written(made, QUALITY)
            address = self._addresses.picture(_name(content, suffix))
            self._files[address] = content
            yield Size(address, made.width, made.height)


def _smaller(image: Image.Image, side: int) -> Image.Image:
    made = image.copy()
    made.thumbnail((side, side), Image.Resampling.LANCZOS)
    return made


def _flat(content: bytes, side: int | None = None) -> Image.Image:
    """The first frame, upright, in sRGB with eight bits (RGB or RGBA), at most `side` pixels, nothing beside it."""
    image = decoded(content)
    orientation, profile = _orientation(image), image.info.get("icc_profile")
    plain = _eight_bits(image)
    if side:
        plain.thumbnail((side, side), Image.Resampling.LANCZOS)
    flat = _srgb(plain, profile)
    if orientation in UPRIGHT:
        flat = flat.transpose(UPRIGHT[orientation])
    flat.info.clear()
    return flat


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - EXIF that is damaged says nothing, in whichever way its reader fails
        return 1


def _eight_bits(image: Image.Image) -> Image.Image:
    """The pixels as L, LA, RGB, RGBA or CMYK, which can be made smaller and have colours of a profile."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.copy() if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours that the picture's ICC profile means. A profile that cannot be used is passed over."""
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if isinstance(profile, bytes) and profile:
        try:
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode=wanted)
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        if made is not None:
            return made
    return image.convert(wanted)


def _written(flat: Image.Image, quality: int) -> tuple[bytes, str]:
    """The bytes of a file and its suffix: PNG where something shines through, JPEG otherwise."""
    written = io.BytesIO()
    if flat.mode == "RGBA":
        flat.save(written, "PNG", optimize=True)
        return written.getvalue(), ".png"
    flat.save(written, "JPEG", quality=quality, progressive=True)
    return written.getvalue(), ".jpg"


def _name(content: bytes, suffix: str) -> str:
    return hashlib.sha256(content).hexdigest()[:16] + suffix
