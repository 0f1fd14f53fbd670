"""One content file as it is written: parsed and looked through, not yet typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from meetingplace.model import FOLDERS, RECORDS
from meetingplace.model.references import Kind

from . import front_matter, yaml_subset
from .files import Found, contents
from .front_matter import Source
from .problems import Report
from .schema import keys_of
from .slugs import LONGEST, RESERVED, FileName, file_name, folded_slug
from .yaml_subset import Mapping, Positions


SECOND_DOCUMENT = re.compile(r"\s*(?P<key>[a-z_]+):(?:[ \t][^\n]*)?\n(?:[^\n]*\n)*?---[ \t]*(?:\n|\Z)")
ALL_KEYS = frozenset(key for model in RECORDS.values() for key in keys_of(model))
NOTHING = Source("", "", 1)


@dataclass
class Entry:
    """A file: its kind, its name's parts, its two parts and its data. `data` is None where it cannot be read.

    A nameless one has a name that gives no slug; one without `has_body` begins with front matter twice. A file
    that cannot be read still has the slug of its name, so that references to it are not faults of their own.
    """

    label: str
    kind: Kind
    name: FileName
    source: Source
    data: Mapping | None
    report: Report
    is_nameless: bool = False
    has_body: bool = True
    is_of_draft: bool = False

    @cached_property
    def slug(self) -> str:
        """The key `slug`, or what the file's name gives."""
        own = self.data.get("slug") if self.data else None
        return own if isinstance(own, str) and own else folded_slug(self.name.stem)

    @cached_property
    def positions(self) -> Positions:
        """Where keys and values stand: found out when the first problem asks for it."""
        return yaml_subset.positions(self.source.front, self.source.front_line)

    @property
    def is_draft(self) -> bool:
        """Whether it is a meeting that is not published yet, or the translation of one."""
        own = self.kind == "event" and self.data is not None and self.data.get("status") == "draft"
        return own or self.is_of_draft

    @cached_property
    def beside(self) -> str:
        """What a file and its translations have in common: their folder and stem."""
        return f"{PurePosixPath(self.label).parent}/{self.name.stem}"


def read_entry(found: Found) -> Entry:
    """A file of a record, read and parsed; problems are in its report."""
    report = _report(found.label, found.folder)
    return _parsed(found.label, found.folder, contents(found.path, report), report)


def entry_of(label: str, folder: str, raw: bytes) -> Entry:
    """A file that is not written yet, as it would be read."""
    return _parsed(label, folder, raw, _report(label, folder))


def _report(label: str, folder: str) -> Report:
    return Report(label, private=FOLDERS[folder] == "person")


def _parsed(label: str, folder: str, raw: bytes | None, report: Report) -> Entry:
    entry = Entry(label, FOLDERS[folder], file_name(PurePosixPath(label).name), NOTHING, None, report)
    source = front_matter.split(raw, report) if raw is not None else None
    if source is not None:
        entry.source = source
        entry.data = yaml_subset.parse(source.front, report, source.front_line)
        entry.has_body = not _has_second_document(source, report)
    _check_name(entry)
    return entry


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
