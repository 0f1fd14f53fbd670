"""Files that an ordinary page shows or links to: found in its HTML, in which nothing can hide."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote

from .markdown import AWAY, cleaned, laid_out


SCHEME = "content:"
"""Begins an address that is a path below the content folder. No text can have it: sanitising takes it away."""

PICTURE = re.compile(r'<(img)((?: [a-z]+="[^"]*")*)>')
LINK = re.compile(r'<(a)((?: [a-z]+="[^"]*")*)>')
VALUE = re.compile(r' ([a-z]+)="([^"]*)"')
OF_PELICAN = re.compile(r"[{|](?P<what>filename|static|attach)[}|](?P<path>[^#?]*)(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Used:
    """An address in a page's HTML. `path` is below the content folder, and empty where none is meant."""

    address: str
    path: str
    picture: bool = False
    alt: str = ""


def html_of(body: str) -> str:
    """A page's text as HTML: sanitised, its links and headings still as they were written."""
    return cleaned(laid_out(body))


def used(html: str, inside: str) -> Iterator[Used]:
    """All pictures and links of a page that lies in the folder `inside`, relative to the content folder."""
    for found in PICTURE.finditer(html):
        values = values_of(found)
        address = values.get("src", "")
        yield Used(address, content_path(address, inside, picture=True), True, values.get("alt", "").strip())
    for found in LINK.finditer(html):
        address = values_of(found).get("href", "")
        if address:
            yield Used(address, content_path(address, inside))


def content_path(address: str, inside: str, *, picture: bool = False) -> str:
    """The path below the content folder that an address means; empty where it means no file, `..` where it leads out.

    `{static}` and `{attach}` lead to files, from the page's folder or from the top; of a picture a plain path does.
    """
    found = OF_PELICAN.fullmatch(address)
    if found is None and (not picture or AWAY.match(address)):
        return ""
    if found is not None and found["what"] == "filename":
        return ""
    return path_from(found["path"] if found else re.split("[#?]", address)[0], inside)


def path_from(written: str, inside: str) -> str:
    """A path as it was written in a page, from the content folder."""
    path = unquote(written)
    return posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(inside, path))


def with_paths(html: str, inside: str) -> str:
    """The HTML with each file by its path below the content folder: `content:images/bord.jpg`."""

    def picture(found: re.Match[str]) -> str:
        path = content_path(values_of(found).get("src", ""), inside, picture=True)
        return changed(found, src=SCHEME + quote(path))

    def link(found: re.Match[str]) -> str:
        address = values_of(found).get("href", "")
        path = content_path(address, inside)
        return changed(found, href=SCHEME + quote(path) + _rest(address)) if path else str(found[0])

    return LINK.sub(link, PICTURE.sub(picture, html))


def values_of(found: re.Match[str]) -> dict[str, str]:
    """The attributes of a tag that `PICTURE` or `LINK` found."""
    return {name: unescape(value) for name, value in VALUE.findall(found[2])}


def changed(found: re.Match[str], **values: str) -> str:
    """The tag that `PICTURE` or `LINK` found, with other attributes."""
    written = (f' {name}="{escape(value)}"' for name, value in (values_of(found) | values).items())
    return f"<{found[1]}{''.join(written)}>"


def _rest(address: str) -> str:
    found = OF_PELICAN.fullmatch(address)
    return found["rest"] if found else ""
