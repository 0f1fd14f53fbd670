"""Passes every text of a record through the door: the record that publishing sees holds no name that may not stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from meetingplace.model.event import Event
from meetingplace.model.record import Link
from meetingplace.model.scalars import Prose

from .names import Mask


ADDRESSES = frozenset({"url", "web"})
"""Keys of addresses that may be missing; a link without one is no link."""
Model = TypeVar("Model", bound=BaseModel)


@lru_cache(maxsize=64)
def _looked_at(kind: type[BaseModel]) -> Mapping[str, Prose | None]:
    """The fields of a model in which a name or a link may stand: texts that people read, with how these are written,
    addresses, and records within.
    """
    found = {}
    for key, field in kind.model_fields.items():
        marks = [mark for mark in (*field.metadata, *_marks(field.annotation)) if isinstance(mark, Prose)]
        if marks or key in ADDRESSES or _has_records(field.annotation):
            found[key] = marks[-1] if marks else None
    return found


def _has_records(annotation: Any) -> bool:
    """Whether a record may be in a value of a type; of a type that says nothing, any."""
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, BaseModel) or annotation is object
    return any(map(_has_records, get_args(annotation))) or annotation is Any or isinstance(annotation, TypeVar)


def _marks(annotation: Any) -> list[Any]:
    found = list(getattr(annotation, "__metadata__", ()))
    for part in get_args(annotation):
        found += _marks(part)
    return found


def passed(record: Model, mask: Mask) -> Model:
    """The record with names masked in each of its texts; the same object where nothing changed."""
    changed = {}
    written = record.model_fields_set
    for key, prose in _looked_at(type(record)).items():
        if key not in written:
            continue
        value = getattr(record, key)
        leads = key in ADDRESSES and isinstance(value, str) and mask.leads_to_hidden(value)
        new = None if leads else _value(value, mask, prose)
        if new is not value:
            changed[key] = new
    return record.model_copy(update=changed) if changed else record


def _value(value: Any, mask: Mask, prose: Prose | None) -> Any:
    if isinstance(value, str):
        if prose is None:
            return value
        new = mask.markdown(value) if prose.markdown else mask.plain(value)
        return value if new == value else new
    if isinstance(value, BaseModel):
        return passed(value, mask)
    if isinstance(value, tuple):
        kept = [item for item in value if not (isinstance(item, Link) and mask.leads_to_hidden(item.url))]
        items = tuple(_value(item, mask, prose) for item in kept)
        return (
            value
            if len(kept) == len(value) and all(new is old for new, old in zip(items, value, strict=True))
            else items
        )
    if isinstance(value, Mapping):
        values = {key: _value(item, mask, prose) for key, item in value.items()}
        return value if all(values[key] is value[key] for key in value) else values
    return value


def without_people(event: Event) -> Event:
    """The event without the slugs of people, whom the catalogue answers for itself."""
    changes: dict[str, Any] = {"who": (), "host": (), "contact": None, "programme": (), "possibilities": ()}
    if event.repeat:
        kept = tuple(change.model_copy(update={"who": ()}) for change in event.repeat.changes)
        changes["repeat"] = event.repeat.model_copy(update={"changes": kept})
    return event.model_copy(update=changes)
