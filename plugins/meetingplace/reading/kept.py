"""What was clean when it was last read: of the same files, amid the same, nothing needs to be looked through again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from meetingplace.building import Shelf, digest_of
from meetingplace.model.record import Record

from .entries import Entry
from .outlines import Outline, as_value, of_value, outline_of


MOST_CHANGES = 50
"""Slugs that have come; where there are more, all is read."""
ELSEWISE = re.compile(rb"[\\%&]")
"""Signs by which a slug may be written in a file otherwise than it is."""


def digest(entries: Iterable[Entry]) -> str:
    """Of the files of a record."""
    ordered = sorted(entries, key=lambda entry: entry.label)
    return digest_of(*(part for entry in ordered for part in (entry.label, entry.raw or b"")))


def outline_of_files(entry: Entry, others: Iterable[Entry], record: Record) -> Outline:
    """The outline of a record that was read from a file and its translations."""
    both = (entry, *others)
    front = digest_of(*(part for each in both for part in (each.label, each.source.front)))
    own = (entry.data or {}).get("slug")
    return outline_of(record, digest(both), front, has_own_slug=own == record.slug)


class Kept:
    """Outlines of records about whose files there was nothing to say.

    What there is to say of a file depends on its bytes, on what all files are checked by (`around`), and on the slugs
    that it speaks of: where one has come, every file that has it somewhere is read again, and where one has gone, all.
    """

    def __init__(self, shelf: Shelf, around: str) -> None:
        self._shelf = shelf
        self._around = around

    def outline(self, group: Sequence[Entry]) -> Outline | None:
        """That of the record that a group of files is, if it was clean."""
        known = self._shelf.get(self._key(digest(group)))
        return of_value(known) if known else None

    def touched(self, groups: Iterable[Sequence[Entry]], slugs: Iterable[str]) -> list[Sequence[Entry]]:
        """Those of the records, each with its translations, that may speak of what has come since; all where something
        has gone, for of the slugs that there were no more is left than digests.

        `slugs` are all that there are now, each behind its kind.
        """
        now = {digest_of(slug): slug for slug in slugs}
        before = self._shelf.get(f"slugs {self._around}")
        known = frozenset(before if isinstance(before, list) else ())
        self._shelf.put(f"slugs {self._around}", sorted(now))
        come = {now[each].rpartition(" ")[2].encode() for each in now.keys() - known}
        if known - now.keys() or len(come) > MOST_CHANGES:
            return list(groups)
        return [group for group in groups if come and any(_may_have(each.raw or b"", come) for each in group)]

    def keep(self, outline: Outline) -> None:
        """Of a record about whose files there is nothing to say."""
        key = self._key(outline.whole)
        if not self._shelf.keep(key):
            self._shelf.put(key, as_value(outline))

    def _key(self, whole: str) -> str:
        return f"outline {self._around} {whole}"


def _may_have(raw: bytes, slugs: Iterable[bytes]) -> bool:
    return ELSEWISE.search(raw) is not None or any(slug in raw for slug in slugs)
