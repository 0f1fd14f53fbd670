"""From what is written to what is meant: front matter validated by the model of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from pydantic import BaseModel, ValidationError

from meetingplace.model import RECORDS
from meetingplace.model.page import OrdinaryKeys
from meetingplace.model.record import Record, Translation
from meetingplace.model.references import Context, Kind
from meetingplace.model.vocabulary import Vocabulary, folded

from .entries import Entry
from .faults import Checked, field_of, place_of, report_all, unknown_key
from .front_matter import Source
from .problems import MOST_PER_FILE, Report
from .schema import keys_of, part_at
from .slugs import RESERVED
from .suggestions import Candidates, nearest
from .yaml_subset import Path, Value


NOT_WRITTEN = ("body", "written_in", "translations", "translated_from", "translated")
"""Fields of a record that are no keys of its front matter."""
AFTER_COMMA = re.compile(r"\s*[,}]")
"""What follows a key that is none: `sjunger` in `{why: Spelar, sjunger}`."""


def typed_record(
    entry: Entry,
    translations: Mapping[str, Translation],
    context: Context,
    known: Mapping[Kind, Candidates],
    language: str,
) -> tuple[Record | None, Checked]:
    """The record of a file in the site's `language`, or None where it is not one; problems are in its
    report.
    """
    model = RECORDS[entry.kind]
    year = int(entry.slug[:4]) if entry.slug[:4].isdecimal() else None
    checked = Checked(entry.kind, model, entry.data or {}, entry.report, entry.source, known, year)
    _leave_out_empty(checked)
    given: dict[str, object] = dict(checked.data)
    for key in NOT_WRITTEN:
        if key in given:
            unknown_key((key,), checked)
            del given[key]
    own: dict[str, object] = {
        "body": entry.source.body,
        "written_in": entry.name.language or language,
        "translations": translations,
    }
    given.setdefault("slug", "nameless" if entry.is_nameless else entry.slug)
    record = cast("Record | None", _validated(model, given | own, context, checked))
    if record and entry.slug in RESERVED and "slug" in checked.data:
        entry.report.error("slug-reserved", place_of(("slug",), checked.positions), "slug", found=entry.slug)
    return record, checked


def typed_vocabulary(data: Mapping[str, Value], source: Source, report: Report) -> Vocabulary | None:
    """The vocabulary of a file, or None where it is not one."""
    checked = Checked(None, Vocabulary, data, report, source)
    _leave_out_empty(checked)
    vocabulary = cast("Vocabulary | None", _validated(Vocabulary, checked.data, Context(), checked))
    if vocabulary:
        _check_terms(vocabulary, checked)
    return vocabulary


def _check_terms(vocabulary: Vocabulary, checked: Checked) -> None:
    """Warns of `term-unknown`: a broader term that there is not; and of `word-twice`: a word of two terms."""
    first: dict[str, str] = {}
    for slug, entry in vocabulary.terms.items():
        at: Path = ("terms", slug)
        if entry.broader and entry.broader not in vocabulary.terms:
            near = nearest(entry.broader, vocabulary.terms)
            place = place_of((*at, "broader"), checked.positions)
            checked.report.warning("term-unknown", place, field_of((*at, "broader")), near, found=entry.broader)
        for word in filter(None, (slug, entry.sv, entry.en, *entry.synonyms)):
            other = first.setdefault(folded(word), slug)
            if other != slug:
                place = place_of(at, checked.positions)
                checked.report.warning("word-twice", place, field_of(at), found=word, other=other)


def typed_page(checked: Checked) -> OrdinaryKeys | None:
    """The keys of an ordinary page, or None where they are not ones."""
    _leave_out_empty(checked)
    return cast("OrdinaryKeys | None", _validated(OrdinaryKeys, checked.data, Context(), checked))


def _validated(
    model: type[BaseModel], data: Mapping[str, object], context: Context, checked: Checked
) -> BaseModel | None:
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        report_all(error, checked)
        return None


def _leave_out_empty(checked: Checked) -> None:
    """Takes out keys without a value: they count as not written, unless no such key may stand there."""
    if not _has_empty(checked.data):
        return
    empty: list[Path] = []
    lines = checked.source.front.split("\n")
    checked.data = cast("Mapping[str, Value]", _without_empty(dict(checked.data), (), empty))
    for path in empty:
        part = part_at(checked.model, path[:-1])
        if part is None:
            place = checked.positions.keys.get(path) or place_of(path, checked.positions)
            checked.report.error("value-missing", place, field_of(path))
        elif path[-1] not in keys_of(part) and _is_after_comma(path, checked, lines):
            checked.report.error("comma-unquoted", checked.positions.keys[path], field_of(path[:-1]))
        elif path[-1] not in keys_of(part):
            checked.suggests = len(checked.report.problems) < MOST_PER_FILE
            unknown_key(path, checked)


def _is_after_comma(path: Path, checked: Checked, lines: Sequence[str]) -> bool:
    """Whether a key without a value is the rest of a text that its comma has cut off: no colon follows.

    Quotes would not mend the decimals of a number.
    """
    if path not in checked.positions.keys or str(path[-1]).isdecimal():
        return False
    line, column = checked.positions.keys[path]
    text = "".join(lines[line - checked.source.front_line :][:1])
    return AFTER_COMMA.match(text, column - 1 + len(str(path[-1]))) is not None


def _has_empty(value: Value | Mapping[str, Value]) -> bool:
    if isinstance(value, Mapping):
        return any(each is None or (type(each) is not str and _has_empty(each)) for each in value.values())
    return any(each is None or (type(each) is not str and _has_empty(each)) for each in value or ())


def _without_empty(value: Value, at: Path, empty: list[Path]) -> Value:
    if isinstance(value, dict):
        empty += [(*at, key) for key, each in value.items() if each is None]
        return {key: _without_empty(each, (*at, key), empty) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_without_empty(each, (*at, number), empty) for number, each in enumerate(value)]
    return "" if value is None else value
