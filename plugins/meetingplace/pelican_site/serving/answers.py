"""What is answered for an address: a file of the published folder, with type and headers as from a host."""

from __future__ import annotations

import fnmatch
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote


HEADERS = "_headers"
TYPES = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".rdf": "application/rdf+xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
TYPES_BY_NAME = {
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    "nytt.xml": "application/rss+xml",
    "rss.xml": "application/rss+xml",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body of an answer over HTTP."""

    status: HTTPStatus
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def is_page(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")


def answer(root: Path, target: str) -> Answer:
    """The answer from a published folder to a request for `target`: a path, percent-encoded, perhaps a query.

    A folder is answered with its index.html, without its slash with a redirect, and never with a list.
    """
    path = unquote(target.split("?", 1)[0].split("#", 1)[0], errors="replace")
    parts, folder = _parts(path), path.endswith("/")
    if parts is None:
        return _missing(root)
    if file := _below(root, [*parts, "index.html"] if folder else parts):
        return _given(root, _address(parts, folder=folder), file, HTTPStatus.OK)
    if _below(root, [*parts, "index.html"]):
        return Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": quote(_address(parts, folder=True))})
    return _missing(root)


def content_type(file: Path) -> str:
    """`text/html; charset=utf-8`, whatever this computer's own table says."""
    kind = TYPES_BY_NAME.get(file.name) or TYPES.get(file.suffix.lower())
    kind = kind or mimetypes.MimeTypes().guess_type(file.name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if is_text else kind


def _parts(path: str) -> list[str] | None:
    """The names that an address consists of; None where it asks for what no host gives away."""
    parts = [part for part in path.split("/") if part]
    hidden = any(part.startswith(".") or part == HEADERS or set(part) & set("\\:\0") for part in parts)
    return None if hidden else parts


def _address(parts: list[str], *, folder: bool) -> str:
    return "/" + "".join(f"{part}/" for part in parts) if folder else "/" + "/".join(parts)


def _below(root: Path, parts: list[str]) -> Path | None:
    try:
        file = root.joinpath(*parts).resolve()
        return file if file.is_file() and file.is_relative_to(root.resolve()) else None
    except OSError:  # a name too long, a loop of links
        return None


def _given(root: Path, address: str, file: Path, status: HTTPStatus) -> Answer:
    headers = dict(_headers(root, address))
    headers["Content-Type"] = content_type(file)
    return Answer(status, headers, file.read_bytes())


def _missing(root: Path) -> Answer:
    page = _below(root, ["404.html"])
    return _given(root, "/404.html", page, HTTPStatus.NOT_FOUND) if page else Answer(HTTPStatus.NOT_FOUND)


def _headers(root: Path, address: str) -> Iterator[tuple[str, str]]:
    """The headers that the site's own `_headers` gives an address: its policy holds here as out there."""
    file = root / HEADERS
    matches = False
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if line[:1].strip():
            matches = not line.startswith("#") and fnmatch.fnmatchcase(address, line.strip())
        elif matches and ":" in line:
            name, value = line.split(":", 1)
            yield name.strip().title(), value.strip()
