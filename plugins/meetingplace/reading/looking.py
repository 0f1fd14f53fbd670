"""The files of a record looked through: parsed, typed and checked, in whichever process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meetingplace.model.record import Record
from meetingplace.model.references import Context, Kind

from .checks import Checks, check_people
from .entries import Entry
from .faults import Checked
from .kept import outline_of_files
from .outlines import Outline
from .problems import Problem
from .records import typed_record
from .suggestions import Candidates
from .texts import Texts
from .translations import translation


Pair = tuple[Entry, list[Entry]]
"""A record's own file, and its translations."""


class Looked(NamedTuple):
    """What came of it: the problems of each file, and the record with its outline, where it is one."""

    problems: Sequence[list[Problem]]
    outline: Outline | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """What is known of all records when the first is looked through."""

    texts: Texts
    checks: Checks
    context: Context
    known: Mapping[Kind, Candidates]
    language: str

    def through(self, pair: Pair) -> Looked:
        """Everything that there is to say of a record's files; what was said before is in it."""
        entry, others = pair
        both = (entry, *others)
        for each in both:
            each.parse()
            self.texts.look(each, self.context.known)
            check_people(each, self.known["person"])
        if entry.data is None:
            return Looked([each.report.problems for each in both])
        record, checked = self._typed(pair)
        self.checks.look(record, checked)
        outline = outline_of_files(entry, others, record) if record else None
        return Looked([each.report.problems for each in both], outline, record)

    def again(self, pair: Pair) -> Record:
        """The record of files that are known to be clean."""
        record, _ = self._typed(pair)
        if record is None:
            raise RuntimeError(f"{pair[0].label}: was clean, and is not")
        return record

    def _typed(self, pair: Pair) -> tuple[Record | None, Checked]:
        entry, others = pair
        translations = {other.name.language or self.language: translation(other) for other in others}
        return typed_record(entry, translations, self.context, self.known, self.language)
