"""One content file as it is written: parsed and looked through, not yet typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from meetingplace.model import FOLDERS, RECORDS
from meetingplace.model.references import Kind

from . import front_matter, yaml_subset
from .files import Found, contents
from .front_matter import Source
from .outlines import Outline
from .problems import Report
from .schema import keys_of
from .slugs import LONGEST, RESERVED, FileName, file_name, folded_slug
from .yaml_subset import Mapping, Positions


Parsed = TypeVar("Parsed")
SECOND_DOCUMENT = re.compile(r"\s*(?P<key>[a-z_]+):(?:[ \t][^\n]*)?\n(?:[^\n]*\n)*?---[ \t]*(?:\n|\Z)")
ALL_KEYS = frozenset(key for model in RECORDS.values() for key in keys_of(model))
NOTHING = Source("", "", 1)


@dataclass
class Entry:
    """A file: its kind, its name's parts and its bytes, None where these cannot be read; parsed when first asked for.

    `outline` is that of its record where the same bytes were looked through before, and nothing was wrong with them.
    A nameless one has a name that gives no slug. A file that cannot be read still has the slug of its name, so that
    references to it are not faults of their own.
    """

    label: str
    kind: Kind
    name: FileName
    raw: bytes | None
    report: Report
    outline: Outline | None = None
    is_of_draft: bool = False
    is_nameless: bool = False

    @cached_property
    def source(self) -> Source:
        """Its two parts, empty where it has none."""
        return self._split or NOTHING

    @cached_property
    def data(self) -> Mapping | None:
        """Its front matter; None where it cannot be read."""
        split = self._split
        return self._told(lambda report: yaml_subset.parse(split.front, report, split.front_line)) if split else None

    @cached_property
    def has_body(self) -> bool:
        """False where it begins with front matter twice."""
        return self._split is None or not _has_second_document(self._split, self.report)

    @cached_property
    def _split(self) -> Source | None:
        raw = self.raw
        return self._told(lambda report: front_matter.split(raw, report)) if raw is not None else None

    def _told(self, parsed: Callable[[Report], Parsed]) -> Parsed:
        """What is parsed with a report of its own: whatever else has been said of the file is no fault of this step."""
        report = Report(self.label, private=self.report.private)
        found = parsed(report)
        self.report.problems += report.problems
        return found

    @cached_property
    def slug(self) -> str:
        """The key `slug`, or what the file's name gives."""
        if self.outline:
            return self.outline.slug
        own = self.data.get("slug") if self._may_say(b"slug") and self.data else None
        return own if isinstance(own, str) and own else folded_slug(self.name.stem)

    @cached_property
    def positions(self) -> Positions:
        """Where keys and values stand: found out when the first problem asks for it."""
        return yaml_subset.positions(self.source.front, self.source.front_line)

    @property
    def is_draft(self) -> bool:
        """Whether it is a meeting that is not published yet, or the translation of one."""
        if self.outline:
            return False
        if self.is_of_draft or self.kind != "event" or not self._may_say(b"draft"):
            return self.is_of_draft
        return self.data is not None and self.data.get("status") == "draft"

    def _may_say(self, word: bytes) -> bool:
        """Whether it is worth parsing it to look for a word: as it is, or behind an escape."""
        return self.raw is not None and (word in self.raw or b"\\" in self.raw)

    @cached_property
    def beside(self) -> str:
        """What a file and its translations have in common: their folder and stem."""
        return f"{self.label.rpartition('/')[0]}/{self.name.stem}"

    def parse(self) -> None:
        """Parse it now, for what is wrong with it to be in its report."""
        _ = self.data, self.has_body
        _check_name(self)


def found_entry(found: Found) -> Entry:
    """A file of a record, read and not parsed; where it cannot be read, its report says so."""
    report = _report(found.label, found.folder)
    return _entry(found.label, found.folder, contents(found.path, report), report)


def read_entry(found: Found) -> Entry:
    """A file of a record, read and parsed; problems are in its report."""
    entry = found_entry(found)
    entry.parse()
    return entry


def entry_of(label: str, folder: str, raw: bytes) -> Entry:
    """A file that is not written yet, as it would be read."""
    return _entry(label, folder, raw, _report(label, folder))


def _report(label: str, folder: str) -> Report:
    return Report(label, private=FOLDERS[folder] == "person")


def _entry(label: str, folder: str, raw: bytes | None, report: Report) -> Entry:
    return Entry(label, FOLDERS[folder], file_name(label.rpartition("/")[2]), raw, report)


def _has_second_document(source: Source, report: Report) -> bool:
    """Whether the body begins as front matter does: keys, then a line of ---."""
    found = SECOND_DOCUMENT.match(source.body)
    if found is None or found["key"] not in ALL_KEYS:
        return False
    line = source.body_line + source.body.count("\n", 0, found.start("key"))
    report.error("yaml-second-document", (line, 1))
    return True


def _check_name(entry: Entry) -> None:
    slug = folded_slug(entry.name.stem)
    if entry.data is not None and entry.data.get("slug"):
        return
    entry.is_nameless = not slug or slug in RESERVED or len(slug) > LONGEST
    if not slug:
        entry.report.error("slug-empty")
    elif slug in RESERVED:
        entry.report.error("slug-reserved", found=slug)
    elif len(slug) > LONGEST:
        entry.report.error("slug-invalid", found=slug)
