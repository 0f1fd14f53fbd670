"""Files that front matter names: pictures and attachments, looked at before anything is made of them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from pathlib import PurePosixPath

from PIL import GifImagePlugin, Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from .files import Fault, Folder, read_at_most


MOST_BYTES = 10_000_000
MOST_BYTES_ATTACHED = 50_000_000
MOST_PIXELS = 40_000_000
FORMATS: Mapping[str, type[ImageFile.ImageFile]] = {
    "GIF": GifImagePlugin.GifImageFile,
    "JPEG": JpegImagePlugin.JpegImageFile,
    "PNG": PngImagePlugin.PngImageFile,
    "WEBP": WebPImagePlugin.WebPImageFile,
}
"""Each opened by its own reader: no other format of Pillow's, with other flaws, is ever tried."""

HEAD = 4_000
RUN_BY_BROWSERS = frozenset(
    ".htm .html .js .mht .mhtml .mjs .shtml .svg .svgz .xht .xhtml .xml .xsl .xslt".split()  # noqa: SIM905 - reads as the list it is
)


class BrokenPictureError(ValueError):
    """The bytes are no picture in one of our formats, or cannot be decoded."""


class LargePictureError(ValueError):
    """The picture's header promises more pixels than anybody needs."""


def format_of(content: bytes) -> str:
    """`GIF`, `JPEG`, `PNG`, `WEBP`, `SVG` by the first bytes, whatever the file's name says; else empty."""
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return "SVG" if b"<svg" in content[:HEAD].replace(b"\0", b"").lower() else ""


def decoded(content: bytes, side: int | None = None) -> Image.Image:
    """The first picture in a file, decoded; a JPEG may come out smaller, but not under `side` pixels.

    The size is looked at before a pixel is decoded. Raises `BrokenPictureError` and `LargePictureError`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow finds odd and still reads is no matter here
            image = FORMATS[format_of(content)](io.BytesIO(content))
            _check_size(image)
            if side:
                image.draft(None, (side, side))
            image.load()
    except (LargePictureError, Image.DecompressionBombError) as error:
        raise LargePictureError from error
    except Exception as error:  # damaged bytes make readers raise errors of every kind
        raise BrokenPictureError from error
    return image


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise LargePictureError


def picture_fault(content: bytes) -> Fault | None:
    """What is wrong with the bytes of a picture: `picture-svg`, `picture-format`, `picture-too-large`,
    `picture-broken`.
    """
    sort = format_of(content)
    if sort not in FORMATS:
        return Fault("picture-svg" if sort == "SVG" else "picture-format")
    try:
        decoded(content, 1)
    except LargePictureError:
        return Fault("picture-too-large", {"most": str(MOST_PIXELS // 1_000_000)})
    except BrokenPictureError:
        return Fault("picture-broken")
    return None


class Named:
    """Looks at files by their path below the content folder, each once. Files that nobody names are not opened."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._found: dict[tuple[str, bool], Fault | None] = {}

    def fault(self, relative: str, *, picture: bool) -> Fault | None:
        """What is wrong with a file that is named as a picture, or as an attachment."""
        if (relative, picture) not in self._found:
            self._found[relative, picture] = self._fault(relative, picture)
        return self._found[relative, picture]

    def _fault(self, relative: str, picture: bool) -> Fault | None:
        path = self._folder.file(relative)
        if isinstance(path, Fault):
            return path
        if not picture and PurePosixPath(relative).suffix.lower() in RUN_BY_BROWSERS:
            return Fault("attachment-active")
        if not picture and self._folder.is_source(path):
            return Fault("attachment-source")
        most = MOST_BYTES if picture else MOST_BYTES_ATTACHED
        content = read_at_most(path, most + 1)
        if isinstance(content, Fault):
            return content
        if len(content) > most:
            return Fault("file-too-large", {"most": str(most // 1_000_000)})
        # an attached picture loses its metadata too, and has to be decoded for that
        return picture_fault(content) if picture or format_of(content) in FORMATS else None
