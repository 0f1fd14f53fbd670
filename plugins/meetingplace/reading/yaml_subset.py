"""Front matter's YAML: mappings, lists and texts, and nothing that YAML 1.1 makes of them (anchors, tags,
types).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

import yaml

from . import blanks, characters, yaml_faults
from .problems import Place, Report


Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Mapping: TypeAlias = "dict[str, Value]"
Path = tuple[str | int, ...]

DEEPEST = 6
EMPTY = frozenset({"", "~", "null"})
"""What a plain scalar is that says nothing; `on`, `NO` and `012` are texts."""
HASHTAG = r"#[^\s#]"
"""What is a part of the text rather than a remark, even behind a closed quotation mark or bracket."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Where values and keys stand: line and column by path, both from 1."""

    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)


class _Stop(Exception):  # noqa: N818 - not an error of the program: the rest of the text is not looked at
    pass


def parse(text: str, report: Report, first_line: int = 1) -> Mapping | None:
    """The mapping that a text is, or None where it is none; a value that is left empty is None.

    Line 1 of the text is `first_line` of the file. Nothing is built from what is refused, so hostile texts
    cost no more than reading up to the first fault.
    """
    return _Builder(blanks.plain(text, report, first_line), report, first_line, None).mapping()


def positions(text: str, first_line: int = 1) -> Positions:
    """Where everything in a text stands, as far as it can be read."""
    found = Positions()
    _Builder(blanks.plain(text, Report(""), first_line), Report(""), first_line, found).mapping()
    return found


class _Builder:
    def __init__(self, text: str, report: Report, first_line: int, places: Positions | None) -> None:
        self._text = text
        self._report = report
        self._first_line = first_line
        self._places = places
        self._lines = text.split("\n") if "#" in text else None
        self._escapes = "\\" in text
        self._events: Iterator[Any] = iter(())

    def mapping(self) -> Mapping | None:
        self._events = yaml.parse(self._text, Loader=yaml.CBaseLoader)
        try:
            return self._document()
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            code, line, column, values = yaml_faults.of(error, self._text)
            self._report.error(code, (line + self._first_line, column + 1), **values)
            if code == "bracket-unclosed":
                self._look_for_comment_in(line, column)
            return None
        except yaml.YAMLError:
            self._report.error("yaml-invalid", (self._first_line, 1))
            return None

    def _document(self) -> Mapping | None:
        next(self._events)  # the stream
        begin = next(self._events)
        if isinstance(begin, yaml.StreamEndEvent):
            self._report.error("front-matter-shape", (self._first_line, 1), shape="nothing")
            return None
        first = next(self._events)
        value = self._value(first, (), 1)
        next(self._events)  # the document's end
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._refuse("yaml-second-document", after)
        if not isinstance(value, dict):
            shape = "list" if isinstance(value, list) else "text"
            self._report.error("front-matter-shape", self._place(first), shape=shape)
            return None
        return value

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return mark.line + self._first_line, mark.column + 1

    def _refuse(self, code: str, event: Any, **values: str) -> NoReturn:
        self._report.error(code, self._place(event), **values)
        raise _Stop

    def _value(self, event: Any, path: Path, depth: int) -> Value:
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._refuse("yaml-alias", event)
        if event.anchor is not None:
            self._refuse("yaml-anchor", event)
        if event.tag is not None:
            self._refuse("yaml-tag", event)
        if self._places is not None:
            self._places.values[path] = self._place(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if depth > DEEPEST:
            self._refuse("yaml-too-deep", event, most=str(DEEPEST))
        return self._mapping(path, depth) if kind is yaml.MappingStartEvent else self._list(path, depth)

    def _scalar(self, event: Any) -> str | None:
        text = str(event.value)
        if self._lines is not None:
            self._look_for_comment(event.end_mark, self._lines, "#" if event.implicit[0] else HASHTAG)
        if self._escapes and event.style == '"':
            return self._escaped(event, text)
        return None if event.implicit[0] and text in EMPTY else text

    def _escaped(self, event: Any, text: str) -> str:
        text = characters.normalised(text)
        for offset, code in characters.refused(text):
            self._report.error(code, self._place(event), character=f"U+{ord(text[offset]):04X}")
            break
        return text

    def _look_for_comment(self, end: Any, lines: list[str], sign: str) -> None:
        """Warns of what is lost where `sign`, an expression, follows a value on its line."""
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        if re.match(rf"[ \t]*{sign}", rest):
            self._lost(end.line, end.column, rest)

    def _look_for_comment_in(self, line: int, column: int) -> None:
        """Warns of what is lost within a bracket: its end, as like as not."""
        rest = self._lines[line][column:] if self._lines is not None else ""
        if found := re.match(r"[^'\"#]*[ \t](?=#)", rest):
            self._lost(line, column + found.end(), rest[found.end() :])

    def _lost(self, line: int, column: int, rest: str) -> None:
        place = (line + self._first_line, column + 1 + rest.index("#"))
        self._report.warning("comment-swallows", place, lost=rest.strip())

    def _close(self, event: Any) -> None:
        """Looks behind the bracket that closes a list or a mapping."""
        end = event.end_mark
        before = self._lines[end.line][: end.column] if self._lines and end.line < len(self._lines) else ""
        if self._lines and before.endswith(("]", "}")):
            self._look_for_comment(end, self._lines, HASHTAG)

    def _list(self, path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        for event in self._events:
            if type(event) is yaml.SequenceEndEvent:
                self._close(event)
                break
            items.append(self._value(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> Mapping:
        found: Mapping = {}
        first: dict[str, Any] = {}
        for event in self._events:
            if type(event) is yaml.MappingEndEvent:
                self._close(event)
                break
            key = self._key(event)
            at = (*path, key)
            value_event = next(self._events)
            if key in found:
                field = "" if self._report.private else key
                self._report.error("key-duplicate", self._place(event), field, line=str(self._place(first[key])[0]))
            else:
                first[key] = event
                if self._places is not None:
                    self._places.keys[at] = self._place(event)
            found[key] = self._value(value_event, at, depth + 1)
        return found

    def _key(self, event: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            self._refuse("key-not-text" if type(event) is not yaml.AliasEvent else "yaml-alias", event)
        if event.anchor is not None:
            self._refuse("yaml-anchor", event)
        if event.tag is not None:
            self._refuse("yaml-tag", event)
        if event.implicit[0] and event.value == "<<":
            self._refuse("yaml-merge", event)
        return str(event.value)
