"""The keys above an ordinary page's text: front matter as records have it, or Pelican's bare lines."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from . import front_matter, yaml_subset
from .front_matter import LONGEST_BODY, Source
from .problems import Report
from .yaml_subset import Mapping, Positions


KEY = re.compile(r" {0,3}(?P<key>[^\s:]+):(?!//)\s*(?P<value>.*)")
MORE = re.compile(r" {4,}(?P<value>.*)")
EDGE = re.compile(r"(?:-{3}|\.{3})\s*")


@dataclass(frozen=True, slots=True)
class Parted:
    """A page's keys and text. `positions` says where bare keys stand; None where `source` has them as YAML."""

    source: Source
    data: Mapping
    positions: Positions | None = None


def read_keys(raw: bytes, report: Report) -> Parted | None:
    """The two parts of a page, or None with what is wrong in the report."""
    plain = raw.removeprefix(codecs.BOM_UTF8)
    if plain.startswith(b"---") or not plain.strip():
        source = front_matter.split(raw, report)
        data = yaml_subset.parse(source.front, report, source.front_line) if source else None
        return _in_lower_case(source, data, report) if source is not None and data is not None else None
    if len(raw) > LONGEST_BODY:
        report.error("body-too-long", most=str(LONGEST_BODY))
        return None
    text = front_matter.decode(raw, report)
    return _Bare(text.split("\n"), report).written() if text is not None and not report.problems else None


def _in_lower_case(source: Source, data: Mapping, report: Report) -> Parted:
    """The page with its keys in lower case: to Pelican `Title` is `title`."""
    if all(key == key.lower() for key in data):
        return Parted(source, data)
    as_written, positions = yaml_subset.positions(source.front, source.front_line), Positions()
    for places, written in ((positions.keys, as_written.keys), (positions.values, as_written.values)):
        for path, place in written.items():
            places.setdefault((*(str(key).lower() for key in path[:1]), *path[1:]), place)
    lowered: Mapping = {}
    for key, value in data.items():
        if key.lower() in lowered:
            first = positions.keys[key.lower(),][0]
            report.error("key-duplicate", as_written.keys[key,], key.lower(), line=str(first))
        lowered.setdefault(key.lower(), value)
    return Parted(source, lowered, positions)


class _Bare:
    """Lines of `key: value` from the first on, as Python-Markdown has them; four spaces continue a value."""

    def __init__(self, lines: list[str], report: Report) -> None:
        self._lines = lines
        self._report = report
        self._data: Mapping = {}
        self._positions = Positions()
        self._key = ""

    def written(self) -> Parted | None:
        if not KEY.match(self._lines[0]):
            self._report.error("front-matter-missing")
            return None
        number = 0
        while number < len(self._lines) and self._lines[number].strip():
            line = self._lines[number]
            number += 1
            if EDGE.fullmatch(line):
                break
            if not self._is_key(line, number) and not self._continues(line):
                self._report.error("yaml-invalid", (number, 1))
                return None
        body = "\n".join(self._lines[number:])
        return Parted(Source("", body, number + 1), self._data, self._positions)

    def _is_key(self, line: str, number: int) -> bool:
        found = KEY.match(line)
        if found is None:
            return False
        key = self._key = found["key"].lower()
        if key in self._data:
            first = self._positions.keys[key,][0]
            self._report.error("key-duplicate", (number, found.start("key") + 1), key, line=str(first))
        self._positions.keys.setdefault((key,), (number, found.start("key") + 1))
        self._positions.values[key,] = (number, found.start("value") + 1)
        self._data[key] = found["value"].strip() or None
        return True

    def _continues(self, line: str) -> bool:
        found = MORE.match(line)
        if found is None:
            return False
        before = self._data[self._key]
        self._data[self._key] = f"{before} {found['value'].strip()}" if before else found["value"].strip()
        return True
