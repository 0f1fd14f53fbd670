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
def _prose(kind: type[BaseModel]) -> Mapping[str, Prose]:
    """The fields of a model that hold texts people read."""
    found = {}
    for key, field in kind.model_fields.items():
        marks = [mark for mark in (*field.metadata, *_marks(field.annotation)) if isinstance(mark, Prose)]
        if marks:
            found[key] = marks[-1]
    return found


def _marks(annotation: Any) -> list[Any]:
    found = list(getattr(annotation, "__metadata__", ()))
    for part in get_args(annotation):
        found += _marks(part)
    return found


def passed(record: Model, mask: Mask) -> Model:
    """The record with names masked in each of its texts; the same object where nothing changed."""
    prose = _prose(type(record))
    changed = {}
    for key in record.model_fields_set:
        value = getattr(record, key)
        leads = key in ADDRESSES and isinstance(value, str) and mask.leads_to_hidden(value)
        new = None if leads else _value(value, mask, prose.get(key))
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
