"""What the models refuse, as problems at their place in the file: pydantic's errors in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from zoneinfo import available_timezones

from pydantic import BaseModel, ValidationError

from meetingplace.model import RECORDS
from meetingplace.model.references import Kind

from . import yaml_subset
from .codes import WORDINGS
from .front_matter import Source
from .nearly import as_list, nearest_value
from .problems import MOST_PER_FILE, Place, Report
from .schema import form_at, keys_of, part_at, texts
from .suggestions import Candidates, nearest
from .swedish import meant
from .wording import SHAPES
from .yaml_subset import Path, Positions, Value


BY_TYPE = {
    "string_type": "text-expected",
    "tuple_type": "list-expected",
    "list_type": "list-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "mapping_type": "mapping-expected",
    "literal_error": "choice-unknown",
}
BESIDE = {"end-missing": "start", "place-missing": "attendance", "online-missing": "attendance"}
"""The key that asks for one that is missing."""
MISSING = frozenset({"missing", *BESIDE})
WITHIN = {"rule-misses-start": "rule", "rule-too-long": "rule", "repeat-empty": "except"}
"""The key within a part that a fault of the whole part is about."""
OF_KEY = ("[key]",)
"""Ends the place of a fault that pydantic finds in a key of a mapping."""
OF_WORDS = frozenset({"person", "term"})
"""First keys of mappings that a bare word stands for."""


@dataclass
class Checked:
    """A file's front matter as it was validated, and all that is needed to say where something in it stands.

    `data` has no empty values; `known` are the slugs that may be meant by a reference, `year` that of the
    meeting; `stands` are the positions where these are known: those of front matter that is no YAML.
    """

    kind: Kind | None
    model: type[BaseModel]
    data: Mapping[str, Value]
    report: Report
    source: Source
    known: Mapping[Kind, Candidates] = field(default_factory=dict)
    year: int | None = None
    suggests: bool = True
    stands: Positions | None = None

    @cached_property
    def positions(self) -> Positions:
        """Where keys and values stand: found out when the first problem asks for it."""
        if self.stands is not None:
            return self.stands
        return yaml_subset.positions(self.source.front, self.source.front_line)


def report_all(error: ValidationError, checked: Checked) -> None:
    """Reports every error of a validation, with what was probably meant for those that will be shown.

    A key that is missing because it is misspelt is one fault, not two.
    """
    details = error.errors(include_url=False, include_input=False)
    details.sort(key=lambda detail: place_of(detail["loc"], checked.positions))
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"][:MOST_PER_FILE]
    misspelt = {_meant_by(loc, checked) for loc in unknown}
    details = [each for each in details if each["type"] not in MISSING or each["loc"] not in misspelt]
    for number, detail in enumerate(details):
        checked.suggests = number < MOST_PER_FILE
        _report_one(detail["type"], detail["loc"], dict(detail.get("ctx", {})), checked)


def field_of(path: Path) -> str:
    """`who[2].person`: rows counted from 1."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def place_of(path: Path, positions: Positions) -> Place:
    """Where the value at a path stands, or the nearest thing around it."""
    for size in range(len(path), 0, -1):
        if path[:size] in positions.values:
            return positions.values[path[:size]]
    return (1, 1)


def _report_one(kind: str, loc: Path, values: dict[str, Any], checked: Checked) -> None:
    if kind == "extra_forbidden":
        unknown_key(loc, checked)
    elif kind == "missing":
        _missing("key-missing", loc, checked)
    elif kind in BESIDE:
        _missing(kind, loc, checked)
    elif loc[-1:] == OF_KEY and loc[:-1] in checked.positions.keys:
        _wrong_key(kind, loc[:-1], checked)
    else:
        code = BY_TYPE.get(kind, kind if kind in WORDINGS else "yaml-invalid")
        _wrong(code, _path_in(loc, checked.data), values, checked)


def _wrong_key(code: str, loc: Path, checked: Checked) -> None:
    key = str(loc[-1])
    near = nearest_value(code, key, "", checked.year)
    checked.report.error(code, checked.positions.keys[loc], field_of(loc), "" if near == key else near, found=key)


def _missing(code: str, loc: Path, checked: Checked) -> None:
    if code == "key-missing" and loc in checked.positions.values:
        code = "value-missing"
    beside = BESIDE.get(code)
    place = place_of((beside,) if beside else loc, checked.positions)
    checked.report.error(code, place, field_of(loc))


def unknown_key(loc: Path, checked: Checked) -> None:
    """Reports a key that may not stand where it does: misspelt, or one of another kind of record."""
    key, around = str(loc[-1]), loc[:-1]
    place = checked.positions.keys.get(loc) or place_of(loc, checked.positions)
    elsewhere = [kind for kind, model in RECORDS.items() if key in keys_of(model)]
    if checked.kind and elsewhere and not around:
        kinds = " ".join(elsewhere)
        checked.report.error("key-elsewhere", place, key, key=key, kinds=kinds, kind=checked.kind)
        return
    meant_by = _meant_by(loc, checked) if checked.suggests else ()
    suggestion = str(meant_by[-1]) if meant_by else ""
    field = field_of(around if checked.report.private else loc)
    checked.report.error("key-unknown", place, field, suggestion, found=key)


def _meant_by(loc: Path, checked: Checked) -> Path:
    """The path of the key that was probably meant by one that is not known; empty where none is near."""
    key, around = str(loc[-1]), loc[:-1]
    part = part_at(checked.model, around)
    keys = keys_of(part) if part else ()
    found = meant(key, keys) or nearest(key, keys)
    return (*around, found) if found else ()


def _path_in(loc: Path, data: Value | Mapping[str, Value]) -> Path:
    """The part of an error's path that leads into the data: short forms and lists of one have fewer steps."""
    path: Path = ()
    for step in loc:
        if isinstance(data, Mapping) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            break
        path = (*path, step)
    return path


def _at(path: Path, data: Any) -> Value:
    for step in path:
        data = data[step]
    return data  # type: ignore[no-any-return]


def _wrong(code: str, path: Path, values: dict[str, Any], checked: Checked) -> None:
    path = _narrowed(path, code, str(values.get("found", "")), checked.data)
    value = _at(path, checked.data)
    told = {name: str(each) for name, each in values.items() if name != "expected"}
    if isinstance(value, str):
        told["found"] = told.get("found", value) if code in WITHIN else value
    elif code.endswith("-expected") or code == "choice-unknown" or told.get("found") in SHAPES:
        told["shape"] = "list" if isinstance(value, list) else "mapping"
    if code in ("list-expected", "mapping-expected"):
        told["form"] = form_at(checked.model, (*path, 0) if code == "list-expected" else path) or "…, …"
    choices = re.findall(r"'([^']*)'", str(values.get("expected", ""))) if code == "choice-unknown" else []
    if choices:
        told["choices"] = ", ".join(choices)
    suggestion = _suggestion(code, path, told, choices, checked)
    checked.report.error(code, place_of(path, checked.positions), field_of(path), suggestion, **told)


def _narrowed(path: Path, code: str, found: str, data: Mapping[str, Value]) -> Path:
    """The path of the one text below a path that a fault is about, where it names a whole part."""
    value = _at(path, data)
    if isinstance(value, dict) and WITHIN.get(code) in value:
        return (*path, WITHIN[code])
    return next((at for at, text in texts(value, path) if found and text.strip() == found), path)


def _suggestion(code: str, path: Path, told: Mapping[str, str], choices: list[str], checked: Checked) -> str:
    value = _at(path, checked.data)
    if not isinstance(value, str) or not checked.suggests:
        return ""
    if choices:
        return meant(value, choices) or nearest(value, choices)
    if code == "reference-unknown":
        known = {str(kind): candidates for kind, candidates in checked.known.items()}
        return known[told["kind"]].nearest(value)
    return "" if checked.report.private else _repeating(code, path, value, checked)


def _repeating(code: str, path: Path, value: str, checked: Checked) -> str:
    """A suggestion that repeats a piece of the value: not for files about people."""
    if code == "zone-unknown":
        meant_by = nearest(value, sorted(available_timezones()))
    elif code == "list-expected":
        row = part_at(checked.model, (*path, 0))
        meant_by = as_list(value) if row is None or keys_of(row)[0] in OF_WORDS else ""
    else:
        meant_by = nearest_value(code, value, str(path[-1]) if path else "", checked.year)
    return "" if meant_by == value else meant_by
