"""Pictures and attachments that public pages show: made safe, named by their bytes, and nothing else copied."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from ..building import File
from ..model.record import Attachment, Picture
from . import views
from .addresses import Addresses


LONGEST_SIDE = 1200
QUALITY = 82


class Pictures:
    """Pictures are turned upright, made at most 1,200 pixels, and written anew: no metadata is left."""

    def __init__(self, content: Path, addresses: Addresses) -> None:
        self._content = content
        self._addresses = addresses
        self._sizes: dict[tuple[str, int], tuple[str, int, int]] = {}
        self._files: dict[str, bytes] = {}

    def view(self, picture: Picture, side: int = LONGEST_SIDE) -> views.Picture:
        """The picture as pages show it; its file is published because a page asked for it."""
        address, width, height = self._made(picture, side)
        return views.Picture(self._addresses.href(address), width, height, picture.alt, picture.credit or "")

    def absolute(self, picture: Picture) -> str:
        """The picture's whole address, for feeds and calendars."""
        return self._addresses.absolute(self._made(picture, LONGEST_SIDE)[0])

    def attachment(self, attachment: Attachment) -> views.Link:
        """A link to the attachment's own bytes."""
        content = (self._content / attachment.file).read_bytes()
        suffix = Path(attachment.file).suffix.lower()
        address = self._addresses.attachment(_name(content, suffix))
        self._files[address] = content
        size = max(1, round(len(content) / 1000))
        return views.Link(attachment.title, self._addresses.href(address), f"{suffix[1:].upper()}, {size} kB")

    def files(self) -> Iterator[File]:
        """All that pages have asked for, by address."""
        for address, content in sorted(self._files.items()):
            yield File(self._addresses.file(address), content)

    def _made(self, picture: Picture, side: int) -> tuple[str, int, int]:
        """The picture's address, width and height, made once."""
        if (picture.file, side) not in self._sizes:
            self._sizes[picture.file, side] = self._make(picture, side)
        return self._sizes[picture.file, side]

    def _make(self, picture: Picture, side: int) -> tuple[str, int, int]:
        with Image.open(self._content / picture.file) as opened:
            upright = ImageOps.exif_transpose(opened)
            flat = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        flat.thumbnail((side, side), Image.Resampling.LANCZOS)
        flat.info.clear()
        written = io.BytesIO()
        if flat.mode == "RGBA":
            flat.save(written, "PNG", optimize=True)
        else:
            flat.save(written, "JPEG", quality=QUALITY, progressive=True)
        content = written.getvalue()
        address = self._addresses.picture(_name(content, ".png" if flat.mode == "RGBA" else ".jpg"))
        self._files[address] = content
        return address, flat.width, flat.height


def _name(content: bytes, suffix: str) -> str:
    return hashlib.sha256(content).hexdigest()[:16] + suffix
