"""The models read as a schema: which keys may stand where, and where values of one sort stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from meetingplace.model.record import Answer, Record

from .yaml_subset import Path, Value


ANY = "*"
"""Stands in a path for each item of a list and each key of an open mapping."""
MOST_ASKED = 3
"""Questions with the same answers, that are told one by one."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is no mapping: its path from the record, and what marks its type."""

    path: tuple[str, ...]
    marks: tuple[object, ...]


@lru_cache(maxsize=128)
def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a mapping, in the order in which they are written."""
    if issubclass(model, Record):
        return model.keys()
    return tuple(field.alias or name for name, field in model.model_fields.items())


@lru_cache(maxsize=128)
def part_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the mapping that stands at a path, or None where no model says what may stand in it."""
    part: type[BaseModel] | None = model
    is_open = False
    for step in path:
        if isinstance(step, int) or is_open:
            is_open = False
            continue
        field = next((field for name, field in _fields(part) if name == step), None)
        part = _part(field) if field is not None else None
        is_open = field is not None and _is_open(field)
    return None if is_open else part


@lru_cache(maxsize=64)
def leaves(model: type[BaseModel]) -> tuple[Leaf, ...]:
    """All values that a record of this model may have."""
    return tuple(_leaves(model, (), ()))


def values_at(data: Value | Mapping[str, Value], path: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """The texts that stand at a path with `ANY` in it, and where.

    A bare text counts as the first key of the mapping that it is short for, or as a list of one.
    """
    yield from _values(data, path, ())


def is_short_for(model: type[BaseModel], leaf: Leaf, path: Path) -> bool:
    """Whether a text at a path is meant as the value of a leaf: a bare one stands for the first key of its mapping."""
    name = leaf.path[-1]
    part = part_at(model, path) if path and name not in (ANY, path[-1]) else None
    return part is None or keys_of(part)[0] == name


def form_at(model: type[BaseModel], path: Path) -> str:
    """How a mapping at a path is written: `{name, email, phone, hours}`; an empty text where a text stands.

    Of many questions that are answered in the same way, the first two with answers: `{wheelchair: yes, …: no}`.
    """
    part = part_at(model, path)
    if part is not None:
        asked = [name for name, field in part.model_fields.items() if Answer in get_args(field.annotation)]
        keys = [f"{asked[0]}: yes", f"{asked[1]}: no", "…"] if len(asked) > MOST_ASKED else keys_of(part)
        return "{" + ", ".join(keys) + "}"
    inner = part_at(model, (*path, ANY))
    return f"{{…: {form_at(model, (*path, ANY))}}}" if inner is not None else ""


def texts(data: Value | Mapping[str, Value], at: Path = ()) -> Iterator[tuple[Path, str]]:
    """All texts below a value, and where."""
    if isinstance(data, str):
        yield at, data
    elif data:
        for step, each in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from texts(each, (*at, step))


def _values(data: Value | Mapping[str, Value], path: tuple[str, ...], at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield from [(at, data)] if len([step for step in path if step != ANY]) <= 1 else []
    elif not path:
        return
    elif path[0] == ANY and isinstance(data, list):
        for number, item in enumerate(data):
            yield from _values(item, path[1:], (*at, number))
    elif path[0] == ANY and isinstance(data, Mapping):
        for key, item in data.items():
            yield from _values(item, path[1:], (*at, key))
    elif isinstance(data, Mapping) and path[0] in data:
        yield from _values(data[path[0]], path[1:], (*at, path[0]))


def _fields(model: type[BaseModel] | None) -> Iterator[tuple[str, Any]]:
    if model is not None:
        for name, field in model.model_fields.items():
            yield field.alias or name, Annotated[(field.annotation, *field.metadata, None)]


def _part(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    return next((part for each in inner if (part := _part(each)) is not None), None)


def _is_open(annotation: Any) -> bool:
    """Whether it is a mapping whose keys no model names."""
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return get_origin(annotation) is Mapping


def _leaves(annotation: Any, path: tuple[str, ...], marks: tuple[object, ...]) -> Iterator[Leaf]:
    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        keys = keys_of(annotation)
        for name, field in _fields(annotation):
            if name in keys:
                yield from _leaves(field, (*path, name), ())
    elif origin is Annotated:
        yield from _leaves(inner[0], path, (*marks, *annotation.__metadata__))
    elif origin is tuple:
        yield from _leaves(inner[0], (*path, ANY), marks)
    elif origin is Mapping:
        yield from _leaves(inner[1], (*path, ANY), marks)
    elif len(inner) and type(None) in inner:
        for each in inner:
            if each is not type(None):
                yield from _leaves(each, path, marks)
    else:
        yield Leaf(path, marks)
