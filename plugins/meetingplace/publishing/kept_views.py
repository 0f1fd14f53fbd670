"""Views as bytes and back: what was made of a meeting is kept from one build to the next (`building/store.py`)."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from . import views


VIEWS = frozenset(views.__all__)


def written(view: object) -> bytes:
    """A view as JSON: each part of it as an object with its class and its fields.

    Raises TypeError for what is no view, nor text, number, truth or nothing, nor a tuple of these.
    """
    return json.dumps(_value(view), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(raw: bytes) -> Any:
    """The view that was written so; no class but views is ever made of it."""
    return _view(json.loads(raw.decode("utf-8", "surrogatepass")))


def _value(view: object) -> Any:
    if view is None or isinstance(view, str | int | float):
        return view
    if isinstance(view, tuple):
        return [_value(each) for each in view]
    name = type(view).__name__
    if name not in VIEWS or getattr(views, name) is not type(view):
        raise TypeError(f"{name}: no view")
    return {name: [_value(getattr(view, field)) for field in _fields(name)]}


def _view(value: Any) -> Any:
    if isinstance(value, list):
        return tuple([_view(each) for each in value])
    if isinstance(value, dict):
        [(name, parts)] = value.items()
        if name not in VIEWS:
            raise TypeError(f"{name}: no view")
        return getattr(views, name)(*[_view(each) for each in parts])
    return value


@lru_cache(maxsize=64)
def _fields(name: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(getattr(views, name)))
