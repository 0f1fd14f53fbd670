"""Ordinary pages, which Pelican makes: looked through as records are, before Pelican sees them."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from . import front_matter
from .files import PAGES, Fault, Folder, Found, contents
from .front_matter import LONGEST_BODY, Source
from .links import Link, Problem, Written
from .problems import Place, Report
from .slugs import LONGEST, RESERVED, folded_slug
from .texts import Texts


PATHS = frozenset({"save_as", "url", "template", "override_save_as", "override_url"})
"""Keys by which a page would choose its own file or template."""

KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
MORE = re.compile(r" {4,}(?P<value>.*)")
EDGE = re.compile(r"(?:-{3}|\.{3})(?:\s.*)?")
OF_PELICAN = re.compile(r"[{|](?P<what>filename|static|attach)[}|](?P<path>[^#?]*)")


def check_page(found: Found, folder: Folder, texts: Texts) -> Report:
    """All that is wrong with a page: its bytes, keys that name paths, HTML, links and private details."""
    report = Report(found.label)
    raw = contents(found.path, report)
    text = _text(raw, report) if raw is not None else None
    if text is None:
        return report
    source = _source(text, report, texts)
    inside = posixpath.dirname(found.label.removeprefix(folder.label("")).lstrip("/"))

    def relative(link: Link) -> Problem | None:
        return _relative(link, inside, folder)

    texts.check(Written(source.body, source.place_in_body), relative, report)
    return report


def _text(raw: bytes, report: Report) -> str | None:
    if len(raw) > LONGEST_BODY:
        report.error("body-too-long", most=str(LONGEST_BODY))
        return None
    text = front_matter.decode(raw, report)
    return None if report.problems else text


def _source(text: str, report: Report, texts: Texts) -> Source:
    """The body, once the keys above it have been looked at (Python-Markdown's meta-data)."""
    lines = text.split("\n")
    number = 1 if lines[0].startswith("---") else 0
    key = ""
    while number < len(lines) and lines[number].strip():
        line = lines[number]
        found = KEY.match(line) or (MORE.match(line) if key else None)
        if EDGE.fullmatch(line) or found is None:
            number += EDGE.fullmatch(line) is not None
            break
        again = "key" not in found.groupdict()
        key = key if again else found["key"].lower()
        if key in PATHS and not again:
            report.error("key-unknown", (number + 1, 1), key, found=key)
        _check_value(key, found["value"].strip(), (number + 1, found.start("value") + 1), report, texts)
        number += 1
    return Source("", "\n".join(lines[number:]), number + 1)


def _check_value(key: str, value: str, place: Place, report: Report, texts: Texts) -> None:
    if key == "slug" and (folded_slug(value) != value or len(value) > LONGEST):
        report.error("slug-invalid", place, key, folded_slug(value)[:LONGEST], found=value)
    elif key == "slug" and value in RESERVED:
        report.error("slug-reserved", place, key, found=value)
    written = Written(value, lambda at: (place[0], place[1] + at), key, markdown=False)
    texts.check(written, lambda _: None, report)


def _relative(link: Link, inside: str, folder: Folder) -> Problem | None:
    """`{filename}` leads to another page, `{static}` and `{attach}` to a file; both from here, or from the top."""
    if link.address.startswith("/") and not link.picture:
        return None
    found = OF_PELICAN.match(link.address)
    if found is None:
        return "picture-in-text" if link.picture else "link-to-nothing", ""
    path = unquote(found["path"])
    whole = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(inside, path))
    is_page = whole.startswith(f"{PAGES}/") and whole.endswith(".md")
    if isinstance(folder.file(whole), Fault) or (found["what"] == "filename") != is_page:
        near = folder.name_like(whole)
        return "link-to-nothing", "" if near == whole else near
    return None
