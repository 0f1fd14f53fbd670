"""Links from the root in texts (`/personer/anna-berg/`): whether the site that is made has what they lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from meetingplace.building import Shelf
from meetingplace.catalogue import Catalogue
from meetingplace.reading import active_html
from meetingplace.reading.library import Reading
from meetingplace.reading.links import Link, Written
from meetingplace.reading.originals import Original
from meetingplace.reading.problems import Problem, Report
from meetingplace.reading.suggestions import Candidates

from .addresses import Addresses


MAY_HAVE = re.compile(r"[(\]:=<\"']\s*/(?!/)")
"""A quick way past texts that have no link from the root."""

NAMED_BY_BYTES = re.compile(r"[0-9a-f]{16}\.[a-z0-9]+")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}/")


class Led(NamedTuple):
    """A link from the root: the file and the text in which it stands."""

    original: Original
    written: Written
    link: Link


class RootLinks:
    """Looks them up. `made` gives the addresses of all pages and files, and is asked only where no record answers;
    the `shelf` knows of files without such links.
    """

    def __init__(
        self,
        reading: Reading,
        catalogue: Catalogue,
        addresses: Addresses,
        made: Callable[[], frozenset[str]],
        shelf: Shelf,
    ) -> None:
        self._reading = reading
        self._catalogue = catalogue
        self._addresses = addresses
        self._made = made
        self._shelf = shelf

    def problems(self) -> Iterator[Problem]:
        """`link-to-nothing`, and the warning `link-to-nothing-today` for what a day may bring or take away."""
        for original in self._reading.originals:
            known = f"no links from the root {original.label} {original.digest}" if original.digest else ""
            report = original.report()
            found = [] if self._shelf.is_clean(known) else _led(original)
            if not found:
                self._shelf.mark_clean(known)
            for led in found:
                self._look_up(led, report)
            yield from report.finished()

    def _look_up(self, led: Led, report: Report) -> None:
        path = self._addresses.inside(unquote(re.split("[?#]", led.link.address)[0]))
        if self._is_there(path) or self._is_unsure(path):
            return
        place, field, found = led.written.place(led.link.at), led.written.field, led.link.address
        if self._may_come(path):
            report.warning("link-to-nothing-today", place, field, found=found)
        else:
            near = "" if report.private else self._near.nearest(path)
            report.error("link-to-nothing", place, field, near, found=found)

    def _is_there(self, path: str) -> bool:
        if path in self._records:
            return self._records[path]()
        name = path.rpartition("/")[2]
        if path.startswith(self._addresses.folder("theme")) or path in self._sections:
            return True
        if path in (self._addresses.picture(name), self._addresses.attachment(name)):
            return NAMED_BY_BYTES.fullmatch(name) is not None
        return not self._reading.failed and self._addresses.file(path) in self._everything

    def _may_come(self, path: str) -> bool:
        """Whether it is a month, or a page or a file of a record: what meetings or consent bring."""
        is_file = not path.endswith("/")
        of_record = f"{path.rpartition('/')[0]}/" if is_file else path
        return self._is_month(path) or of_record in self._records

    def _is_month(self, path: str) -> bool:
        months = self._addresses.folder("months")
        return path.startswith(months) and MONTH.fullmatch(path.removeprefix(months)) is not None

    def _is_unsure(self, path: str) -> bool:
        """Where something is wrong in files: whether it may be the page of one of them, or be made only without."""
        if not self._reading.failed:
            return False
        stems = {PurePosixPath(problem.file).name.partition(".")[0] for problem in self._reading.problems}
        return not path.endswith("/") or self._is_month(path) or bool(stems & set(path.split("/")))

    @cached_property
    def _everything(self) -> frozenset[str]:
        return self._made()

    @cached_property
    def _sections(self) -> frozenset[str]:
        pages = (
            f"/{original.slug}/" for original in self._reading.originals if original.kind is None and original.slug
        )
        site = self._catalogue.site
        names = site.sections - {"404", site.other_language}
        homes = (Addresses(site).home, Addresses(site.in_other_language()).home)
        return frozenset({*homes, *(f"{home}{name}/" for home in homes for name in names), *pages})

    @cached_property
    def _records(self) -> Mapping[str, Callable[[], bool]]:
        """The page of every record, whether or not it is there today, and that in the site's other language."""
        catalogue, other = self._catalogue, self._catalogue.in_other_language()
        below = Addresses(other.site, other.written)
        return self._records_of(catalogue, self._addresses) | self._records_of(other, below)

    def _records_of(self, catalogue: Catalogue, addresses: Addresses) -> dict[str, Callable[[], bool]]:
        library = self._reading.library
        found: dict[str, Callable[[], bool]] = {}
        for meeting in library.outlines_of("event"):
            for slug in meeting.slugs:
                found[addresses.meeting(slug)] = lambda own=meeting.slug: catalogue.meeting(own, "name") is not None  # type: ignore[misc]
            found[addresses.attendees(meeting.slug)] = found[addresses.meeting(meeting.slug)]
        for person in library.outlines_of("person"):
            for slug in person.slugs:
                found[addresses.person(slug)] = lambda own=person.slug: self._has_page(own)  # type: ignore[misc]
        always = (
            *(addresses.place(slug) for place in library.outlines_of("place") for slug in place.slugs),
            *(addresses.municipality(slug) for each in library.outlines_of("municipality") for slug in each.slugs),
            *(addresses.series(slug) for series in library.outlines_of("series") for slug in series.slugs),
            *(addresses.topic(slug) for slug in library.vocabulary.terms),
        )
        return found | dict.fromkeys(always, lambda: True)

    def _has_page(self, slug: str) -> bool:
        """Of one who may not be named it is told that the address is hidden (`catalogue/hidden.py`), and no more."""
        profile = self._catalogue.profile(slug)
        return profile is None or profile.has_page

    @cached_property
    def _near(self) -> Candidates:
        people = self._addresses.folder("people")
        return Candidates(sorted(path for path in {*self._records, *self._sections} if not path.startswith(people)))


def _led(original: Original) -> list[Led]:
    if not MAY_HAVE.search(original.source()):
        return []
    found: list[Led] = []
    for written in original.texts():
        if written.markdown and MAY_HAVE.search(written.text):
            links = active_html.check(written, Report(""))
            found += (Led(original, written, it) for it in links if it.address.startswith("/") and not it.picture)
    return found
