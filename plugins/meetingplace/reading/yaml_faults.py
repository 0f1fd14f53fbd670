"""What the YAML parser says, in the words of someone who writes front matter."""

from __future__ import annotations

import re

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
    "found undefined tag handle": "yaml-tag",
}


def of(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The code for an error of the parser, and the place that an editor has to look at."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    code = BY_PROBLEM.get(problem)
    start = error.context_mark
    if start and code in ("quote-unclosed", "bracket-unclosed"):
        return code, start.line, start.column, {}
    if code == "colon-unquoted":
        return _colon(text, line, column)
    if code is None:
        return _by_character(problem, context, text, line, column)
    values = {"found": _character(text, line, column - 1)} if code == "quote-needed" else {}
    return code, line, column, values


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
    if problem == "did not find expected key" and column and _follows_quote(text, line, column):
        return "quote-continues", line, column, {}
    if problem == "did not find expected key" and "block mapping" in context:
        return "indentation-invalid", line, column, {}
    if problem == "did not find expected node content":
        return ("quote-needed", line, column, {"found": sign}) if sign else ("bracket-unclosed", *_last(text), {})
    return "yaml-invalid", line, column, {}


def _follows_quote(text: str, line: int, column: int) -> bool:
    lines = text.split("\n")
    return line < len(lines) and lines[line][:column].rstrip().endswith(("'", '"'))


def _last(text: str) -> tuple[int, int]:
    """Where the last bracket was opened."""
    at = max(text.rfind("["), text.rfind("{"), 0)
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line][column : column + 1] if line < len(lines) and column >= 0 else ""
