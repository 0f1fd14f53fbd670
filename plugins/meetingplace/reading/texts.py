"""What stands in the texts of a record that people read: HTML, links, and details that are nobody's business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice

from pydantic import BaseModel

from meetingplace.model import RECORDS
from meetingplace.model.references import Kind
from meetingplace.model.scalars import Prose, WebAddress
from meetingplace.model.site import Site

from . import active_html, links
from .entries import Entry
from .faults import field_of, place_of
from .links import Link, Problem, Relative, Written
from .private_details import details, digits
from .problems import Place, Report
from .schema import Leaf, is_short_for, leaves, values_at
from .yaml_subset import Path


URL_MARK: object = WebAddress.__metadata__[-1]  # type: ignore[attr-defined]
NEIGHBOUR = re.compile(r"\.\./(?P<slug>[a-z0-9-]+)/?(?:#.*)?")
MOST_DETAILS = 1_000
"""In one text: nobody reads more of them, and each has to be found in its file."""

SNIPPET = re.compile(r"[^\s\"'\\]{1,40}")


class Texts:
    """Looks through texts. The contact that the site itself gives may stand everywhere."""

    def __init__(self, site: Site) -> None:
        self._published = frozenset(
            digits(way) if way == site.contact.phone else way.casefold()
            for way in (site.contact.email, site.contact.phone, site.organizer)
            if way
        )

    def look(self, entry: Entry, slugs: Mapping[Kind, frozenset[str]]) -> None:
        """Reports on the body and the front matter of a record or a translation; `slugs` are of all records."""

        def relative(link: Link) -> Problem | None:
            if link.picture:
                return "picture-in-text", ""
            if link.address.startswith("/"):
                return None
            found = NEIGHBOUR.fullmatch(link.address)
            return None if found and found["slug"] in slugs[entry.kind] else ("link-to-nothing", "")

        for written in texts_of(entry):
            self.check(written, relative, entry.report)
        for written in addresses_of(entry):
            if not written.text.isascii() or "xn--" in written.text.lower():
                links.check_host(written.text, written.place(0), written.field, entry.report)

    def check_line(self, line: str, place: Place, field: str, report: Report) -> None:
        """Reports on one line that is no Markdown."""
        self.check(Written(line, lambda at: (place[0], place[1] + at), field, markdown=False), lambda _: None, report)

    def check(self, written: Written, relative: Relative, report: Report) -> None:
        """Reports what is wrong with one text; warns of `identity-number`, `phone-in-text`, `email-in-text`."""
        if written.markdown:
            links.check(written, active_html.check(written, report), relative, report)
        for code, at, found in islice(details(written.text), MOST_DETAILS):
            if not {found.casefold(), digits(found)} & self._published:
                report.warning(code, written.place(at), written.field)


def texts_of(entry: Entry) -> Iterator[Written]:
    """The body of a record or a translation, and the texts of its front matter."""
    if entry.has_body:
        yield Written(entry.source.body, entry.source.place_in_body)
    model = RECORDS[entry.kind]
    for leaf, markdown in _prose(model):
        own = (each for each in values_at(entry.data or {}, leaf.path) if is_short_for(model, leaf, each[0]))
        for path, text in own:
            yield Written(text, _Value(entry, path, text).place, field_of(path), markdown)


def addresses_of(entry: Entry) -> Iterator[Written]:
    """The addresses that stand alone in its front matter."""
    for leaf in _addresses(RECORDS[entry.kind]):
        for path, address in values_at(entry.data or {}, leaf.path):
            place = place_of(path, entry.positions)
            yield Written(address, lambda _, place=place: place, field_of(path), markdown=False)  # type: ignore[misc]


@dataclass
class _Value:
    """A value in front matter: where the words of its text stand in the file."""

    entry: Entry
    path: Path
    text: str
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def begin(self) -> Place:
        return place_of(self.path, self.entry.positions)

    @cached_property
    def written(self) -> str:
        """The front matter from the value's line on, the line up to the value blanked out."""
        lines = self.entry.source.front.split("\n")[self.begin[0] - self.entry.source.front_line :]
        before = self.begin[1] - 1
        return "\n".join([" " * before + lines[0][before:], *lines[1:]])

    def place(self, at: int) -> Place:
        """Where the same words stand after the value's beginning; that, where they are written otherwise."""
        words = SNIPPET.match(self.text, at)
        found = self._found(words[0], at) if words else -1
        if found < 0:
            return self.begin
        return self.begin[0] + self.written.count("\n", 0, found), found - self.written.rfind("\n", 0, found)

    def _found(self, words: str, at: int) -> int:
        """Where the words stand that are as many-th in the file as in the text; begins where it was last time."""
        last, found = self.seen.get(words, (-1, -1))
        if last > at:
            last, found = -1, -1
        again = self.text.count(words, last + 1, at) + (last < at)
        for _ in range(again):
            found = self.written.find(words, found + 1)
            if found < 0:
                return -1
        self.seen[words] = at, found
        return found


@lru_cache(maxsize=16)
def _prose(model: type[BaseModel]) -> tuple[tuple[Leaf, bool], ...]:
    """The texts that people read, and whether they are Markdown."""
    return tuple((leaf, mark.markdown) for leaf in leaves(model) for mark in leaf.marks if isinstance(mark, Prose))


@lru_cache(maxsize=16)
def _addresses(model: type[BaseModel]) -> tuple[Leaf, ...]:
    return tuple(leaf for leaf in leaves(model) if any(mark is URL_MARK for mark in leaf.marks))
