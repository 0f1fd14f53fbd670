"""What the YAML parser says, in the words of someone who writes front matter."""

from __future__ import annotations

import re
from typing import Any

import yaml


Fault = tuple[str, int, int, dict[str, str]]
"""Code, line and column (both from 0), and values for the wording."""

BY_PROBLEM = {
    "mapping values are not allowed in this context": "colon-unquoted",
    "block sequence entries are not allowed in this context": "list-on-key-line",
    "found a tab character that violates indentation": "yaml-tab",
    "found a tab character where an indentation space is expected": "yaml-tab",
    "found unexpected end of stream": "quote-unclosed",
    "found unexpected document indicator": "quote-unclosed",
    "found unknown escape character": "escape-invalid",
    "found invalid Unicode character escape code": "escape-invalid",
    "did not find expected hexdecimal number": "escape-invalid",
    "did not find expected ',' or ']'": "bracket-unclosed",
    "did not find expected ',' or '}'": "bracket-unclosed",
    "did not find expected alphabetic or numeric character": "quote-needed",
    "did not find expected comment or line break": "quote-needed",
    "mapping keys are not allowed in this context": "quote-needed",
    "found undefined tag handle": "yaml-tag",
}


OF_BEGIN = frozenset({"quote-unclosed", "bracket-unclosed", "quote-needed"})
"""What is wrong from the sign on that a value begins with."""
NO_SPACE = re.compile(r"(?P<key>\s*(?:-\s+)*[^\W\d]\w*:)[^\s/:]")
"""A key whose colon has no space behind it, so that the line is a text; `https://` is none."""


def of(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The code for an error of the parser, and the place that an editor has to look at."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    code = BY_PROBLEM.get(error.problem or "")
    if start and code in OF_BEGIN and not _is_colon_within(code, start, text, line, column):
        line, column = start.line, start.column
    if code in ("bracket-unclosed", "quote-needed"):
        sign = _character(text, line, column)
        return ("colon-unquoted", line, column, {}) if sign == ":" else _of_sign(code, line, column, sign)
    if error.problem == "could not find expected ':'" and start:
        line, column = start.line, start.column
    if code in (None, "colon-unquoted") and (found := _without_space(text, line)):
        return found
    if code is None:
        return _by_character(error.problem or "", error.context or "", text, line, column)
    return _colon(text, line, column) if code == "colon-unquoted" else (code, line, column, {})


def _is_colon_within(code: str, start: Any, text: str, line: int, column: int) -> bool:
    """Whether a bracket is never closed because of a colon in words on its line."""
    return code == "bracket-unclosed" and start.line == line and _character(text, line, column) == ":"


def _of_sign(code: str, line: int, column: int, sign: str) -> Fault:
    return code, line, column, {"found": sign} if code == "quote-needed" else {}


def _without_space(text: str, line: int) -> Fault | None:
    """The place behind the colon, where the line or the last one above it is a key without a space there."""
    lines = text.split("\n")[: line + 1]
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    for number in (line, above):
        found = NO_SPACE.match(lines[number]) if number < len(lines) else None
        if found:
            return "space-missing", number, found.end("key"), {}
    return None


def _colon(text: str, line: int, column: int) -> Fault:
    """A colon within plain words, or a line that is indented below a value: the parser says the same of
    both.
    """
    lines = text.split("\n")
    before = lines[line][:column] if line < len(lines) else ""
    indented = re.fullmatch(r"(\s*)(?:-\s+)?[\w-]+\s*", before)
    if indented and line and lines[line - 1].strip() and not re.match(r"\s*(?:#|[\w-]+\s*:)", lines[line - 1]):
        return "yaml-invalid", line - 1, 0, {}
    if indented and line:
        return "indentation-invalid", line, len(indented[1]), {}
    return "colon-unquoted", line, column, {}


def _by_character(problem: str, context: str, text: str, line: int, column: int) -> Fault:
    sign = _character(text, line, column)
    if problem == "found character that cannot start any token":
        return ("yaml-tab", line, column, {}) if sign == "\t" else ("quote-needed", line, column, {"found": sign})
    if problem == "did not find expected key" and column:
        if _follows(("'", '"'), text, line, column):
            return "quote-continues", line, column, {}
        if (opened := _opened(text, line)) >= 0 and _follows(("]", "}"), text, line, column):
            return "quote-needed", line, opened, {"found": _character(text, line, opened)}
    if problem == "did not find expected key" and "block mapping" in context:
        return "indentation-invalid", line, column, {}
    if problem == "did not find expected node content":
        return ("quote-needed", line, column, {"found": sign}) if sign else ("bracket-unclosed", *_last(text), {})
    return "yaml-invalid", line, column, {}


def _follows(signs: tuple[str, ...], text: str, line: int, column: int) -> bool:
    lines = text.split("\n")
    return line < len(lines) and lines[line][:column].rstrip().endswith(signs)


def _opened(text: str, line: int) -> int:
    """The column of the bracket that a line's value begins with, or -1."""
    found = re.match(r"\s*(?:-\s+)*(?:[\w-]+\s*:\s*)?(?=[\[{])", text.split("\n")[line])
    return found.end() if found else -1


def _last(text: str) -> tuple[int, int]:
    """Where the last bracket was opened."""
    at = max(text.rfind("["), text.rfind("{"), 0)
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line][column : column + 1] if line < len(lines) and column >= 0 else ""
