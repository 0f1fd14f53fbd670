"""What is wrong in content: where, which rule, and the one line that an editor reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from .codes_of_time import OF_THE_DAY
from .wording import NEUTRAL, sentence


Severity = Literal["error", "warning"]
Place = tuple[int, int]
"""Line and column, both from 1, in characters, as an editor's program counts them."""

LONGEST_VALUE = 80
MOST_PER_FILE = 100
UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Controls, signs that only format (Unicode's Cc and Cf), halves of pairs, and ends of lines."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault. `file` is the content folder as it was given, then a path with slashes.

    `code` is stable and never translated; `field` is a path such as `who[2].person`, rows counted from 1;
    `values` are what the wording of the code fills in; `suggestion` is what was probably meant. Nothing of
    a `private` file may be shown.
    """

    file: str
    line: int
    column: int
    code: str
    field: str = ""
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"
    suggestion: str = ""
    private: bool = False
    in_draft: bool = False

    @property
    def can_stop(self) -> bool:
        """Whether it can stop a publication in which warnings are fatal: what drafts and time alone bring cannot."""
        return not self.in_draft and self.code not in OF_THE_DAY

    def text(self, language: str = "sv") -> str:
        """The whole line: `file:line:column: error[code] field: got "…"; expected …; did you mean …?`."""
        place = f"{escaped(self.file)}:{self.line}:{self.column}"
        subject = f" {printable(self.field)}:" if self.field else ""
        return f"{place}: {self.severity}[{self.code}]{subject} {self.message(language)}"

    def message(self, language: str = "sv") -> str:
        """The sentence alone, in a language (`sv`, `en`)."""
        values = {name: printable(value) for name, value in self.values}
        return sentence(self.code, values, printable(self.suggestion), language)


def printable(text: str) -> str:
    """A text for one line of a terminal: cut to a length, with escapes for what cannot be seen."""
    return escaped(text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…")


def escaped(text: str) -> str:
    """The text with escapes for what cannot be seen."""
    return UNPRINTABLE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


class Report:
    """Collects the problems of one file.

    Of a `private` file no value is kept: what is wrong with it can be told without a piece of it.
    """

    def __init__(self, file: str, *, private: bool = False) -> None:
        self.file = file
        self.private = private
        self.problems: list[Problem] = []

    def error(self, code: str, place: Place = (1, 1), field: str = "", suggestion: str = "", **values: str) -> None:
        self._add("error", code, place, field, suggestion, values)

    def warning(self, code: str, place: Place = (1, 1), field: str = "", suggestion: str = "", **values: str) -> None:
        self._add("warning", code, place, field, suggestion, values)

    def _add(
        self, severity: Severity, code: str, place: Place, field: str, suggestion: str, values: dict[str, str]
    ) -> None:
        kept = {name: value for name, value in values.items() if name in NEUTRAL or not self.private}
        told = tuple(kept.items())
        self.problems.append(Problem(self.file, *place, code, field, told, severity, suggestion, self.private))

    @property
    def failed(self) -> bool:
        """Whether there is an error, and not warnings alone."""
        return any(problem.severity == "error" for problem in self.problems)

    def finished(self, *, lenient: bool = False) -> list[Problem]:
        """The problems in order, at most `MOST_PER_FILE` and a count of the rest; `lenient` makes errors
        warnings.
        """
        found = sorted(set(self.problems))
        if lenient:
            found = [replace(problem, severity="warning", in_draft=True) for problem in found]
        kept, rest = found[:MOST_PER_FILE], found[MOST_PER_FILE:]
        if rest:
            severity: Severity = "error" if any(p.severity == "error" for p in rest) else "warning"
            last = kept[-1]
            more = (("count", str(len(rest))),)
            kept.append(
                Problem(self.file, last.line, last.column, "problems-more", "", more, severity, "", self.private)
            )
        return kept


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By file, line and column."""
    return tuple(sorted(problems))
