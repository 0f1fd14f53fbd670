"""What no single value shows: words the vocabulary lacks, files that are not there, times that need a second
look.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel

from meetingplace.model.event import Event
from meetingplace.model.record import Record
from meetingplace.model.scalars import ContentPath, TermMark
from meetingplace.model.times import When, ambiguous
from meetingplace.model.vocabulary import Vocabulary

from .entries import Entry
from .faults import Checked, field_of, place_of
from .files import Folder
from .pictures import Named
from .problems import MOST_PER_FILE, Place, Report
from .schema import ANY, Leaf, is_short_for, leaves, texts, values_at
from .suggestions import Candidates
from .yaml_subset import Path


A_DAY = dt.timedelta(days=1)
PERSON_LINK = re.compile(r"\]\(\s*<?person:\s*(?P<slug>[^)>\s]*)", re.IGNORECASE)
FILE_MARK: object = ContentPath.__metadata__[-1]  # type: ignore[attr-defined]


class Checks:
    """Looks through records that are typed. Without a vocabulary every word will do."""

    def __init__(self, folder: Folder, vocabulary: Vocabulary | None) -> None:
        self._folder = folder
        self._named = Named(folder)
        self._vocabulary = vocabulary
        self._words = Candidates(_words(vocabulary) if vocabulary else ())

    def look(self, record: Record | None, checked: Checked) -> None:
        """Warns of `term-unknown`, `end-next-day`, `time-twice`, `online-note-missing`; errors:
        `file-missing` and what else is wrong with files (`pictures`).

        Words and files are looked at even where the front matter is no record (None).
        """
        for leaf, is_term in _looked_at(checked.model):
            for path, text in values_at(checked.data, leaf.path):
                if is_short_for(checked.model, leaf, path) and not _is_no_list(leaf, path):
                    (self._term if is_term else self._file)(path, text, checked)
        if isinstance(record, Event):
            _times(record, checked)
            _online(record, checked)

    def _term(self, path: Path, text: str, checked: Checked) -> None:
        if self._vocabulary is not None and self._vocabulary.slug(text) is None:
            place = place_of(path, checked.positions)
            near = self._words.nearest(text) if _is_shown(checked) else ""
            checked.report.warning("term-unknown", place, field_of(path), near, found=text)

    def _file(self, path: Path, text: str, checked: Checked) -> None:
        if re.search(r"^/|\\|:|(?:^|/)\.{1,2}(?:/|$)", text):
            return  # no path within the folder, as the model says
        fault = self._named.fault(text, picture=path[0] != "attachments")
        if fault is None:
            return
        missing = fault.code == "file-missing" and not checked.report.private
        near = self._folder.name_like(text) if missing and _is_shown(checked) else ""
        near = "" if near == text else near
        told = {"found": text, **fault.values}
        checked.report.error(fault.code, place_of(path, checked.positions), field_of(path), near, **told)


@lru_cache(maxsize=16)
def _looked_at(model: type[BaseModel]) -> tuple[tuple[Leaf, bool], ...]:
    """The values that are words of the vocabulary (True) or paths of files (False)."""
    return tuple(
        (leaf, is_term)
        for leaf in leaves(model)
        if (is_term := any(mark is TermMark or isinstance(mark, TermMark) for mark in leaf.marks))
        or any(mark is FILE_MARK for mark in leaf.marks)
    )


def _is_no_list(leaf: Leaf, path: Path) -> bool:
    """Whether a text stands where a list is expected, which is a fault of its own."""
    return leaf.path[-1] == ANY and bool(path) and not isinstance(path[-1], int)


def _is_shown(checked: Checked) -> bool:
    """Whether one more problem is told at all, so that a suggestion is worth the search."""
    return len(checked.report.problems) < MOST_PER_FILE


def _words(vocabulary: Vocabulary) -> tuple[str, ...]:
    words: dict[str, None] = {}
    for slug, entry in vocabulary.terms.items():
        words.update(dict.fromkeys(word for word in (entry.sv, entry.en, slug, *entry.synonyms) if word))
    return tuple(words)


def check_people(entry: Entry, people: Candidates) -> None:
    """Looks up the slugs of `person:` links of a record or a translation, in its body and its front matter."""
    for found in PERSON_LINK.finditer(entry.source.body):
        if found["slug"] not in people:
            place = entry.source.place_in_body(found.start("slug"))
            _report_person(found["slug"], people, place, "", entry.report)
    for path, text in texts(entry.data or {}) if "person:" in entry.source.front.lower() else ():
        for found in PERSON_LINK.finditer(text):
            if found["slug"] not in people:
                place = place_of(path, entry.positions)
                _report_person(found["slug"], people, place, field_of(path), entry.report)


def _report_person(slug: str, people: Candidates, place: Place, field: str, report: Report) -> None:
    near = "" if report.private else people.nearest(slug)
    report.error("reference-unknown", place, field, near, found=slug, kind="person")


def _times(event: Event, checked: Checked) -> None:
    if event.end and event.end.timed and event.end.local - event.start.local > A_DAY:
        checked.report.warning("end-next-day", place_of(("end",), checked.positions), "end")
    moments: Mapping[str, When | None] = {"start": event.start, "end": event.end}
    for name, when in moments.items():
        if when and when.timed and ambiguous(when.local, event.timezone):
            place = place_of((name,), checked.positions)
            checked.report.warning("time-twice", place, name, found=str(when))


def _online(event: Event, checked: Checked) -> None:
    if event.online and not (event.online.url or event.online.note):
        checked.report.warning("online-note-missing", place_of(("online",), checked.positions), "online")
