"""The text of an ordinary page: its HTML, links, pictures and files, each told where it stands."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import unquote

from .files import PAGES, Fault, Folder
from .front_matter import Source
from .links import Link, Problem, Written
from .markdown import AWAY
from .page_files import OF_PELICAN, Used, content_path, html_of, path_from, used
from .pictures import Named
from .problems import Place, Report
from .suggestions import Candidates
from .texts import Texts


PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Around:
    """What a page may lead to. `drafts` are paths of pages below the content folder, `people` slugs."""

    folder: Folder
    named: Named
    texts: Texts
    drafts: Container[str]
    people: Candidates


def check_text(source: Source, inside: str, around: Around, report: Report) -> None:
    """Reports what is wrong with the text of a page in the folder `inside`, below the content folder."""
    looker = _Looker(source, inside, around, report)
    around.texts.check(Written(source.body, source.place_in_body), looker.relative, report)
    looker.look()


class _Looker:
    """Looks at links as they are written, and at all that the page's HTML shows, for there nothing can hide."""

    def __init__(self, source: Source, inside: str, around: Around, report: Report) -> None:
        self._source = source
        self._inside = inside
        self._around = around
        self._report = report
        self._seen: set[str] = set()
        self._last: dict[str, int] = {}

    def look(self) -> None:
        html = html_of(self._source.body)
        if not html:
            below = self._source.body_line if self._source.body else self._source.body_line - 1
            self._report.error("body-missing", (below, 1))
        for each in used(html, self._inside):
            if each.picture or each.path:
                self._file(each, self._place(each.address))
            elif each.address.startswith(PERSON):
                self._person(each.address)
            elif each.address not in self._seen and not each.address.startswith("#") and not AWAY.match(each.address):
                self._unseen(each.address)

    def relative(self, link: Link) -> Problem | None:
        """What is wrong with a link that leads neither away nor to a file: `{filename}` leads to another page."""
        if link.picture:
            return None
        self._seen.add(link.address)
        if link.address.startswith("/") or content_path(link.address, self._inside):
            return None
        found = OF_PELICAN.fullmatch(link.address)
        if found is None:
            return "link-to-nothing", ""
        path = path_from(found["path"], self._inside)
        is_page = path.startswith(f"{PAGES}/") and path.endswith(".md")
        if not is_page or isinstance(self._around.folder.file(path), Fault):
            return "link-to-nothing", self._near(path)
        return ("link-to-draft", "") if path in self._around.drafts else None

    def _person(self, address: str) -> None:
        slug, people = unquote(address.removeprefix(PERSON)), self._around.people
        if slug not in people:
            near = people.nearest(slug)
            self._report.error("reference-unknown", self._place(address), "", near, found=slug, kind="person")

    def _unseen(self, address: str) -> None:
        if problem := self.relative(Link(address, 0)):
            self._report.error(problem[0], self._place(address), "", problem[1], found=address)

    def _file(self, each: Used, place: Place) -> None:
        if each.picture and not each.alt:
            self._report.error("picture-without-alt", place, "", found=each.address)
        inside = each.path and each.path.split("/")[0] != ".."
        fault = self._around.named.fault(each.path, picture=each.picture) if inside else Fault("file-missing")
        if fault is None:
            return
        is_missing = fault.code == "file-missing"
        code = "link-to-nothing" if is_missing and not each.picture else fault.code
        near = self._near(each.path) if is_missing and inside else ""
        self._report.error(code, place, "", near, **{"found": each.address, **fault.values})

    def _near(self, path: str) -> str:
        near = self._around.folder.name_like(path)
        return "" if near == path else near

    def _place(self, address: str) -> Place:
        """Where an address stands in the text, the next one each time; the text's beginning where it is not found."""
        whole = re.compile(rf"(?<![^\s(<\"'=]){re.escape(address)}")
        found = whole.search(self._source.body, self._last.get(address, -1) + 1)
        if found is None:
            return self._source.body_line, 1
        self._last[address] = found.start()
        return self._source.place_in_body(found.start())
