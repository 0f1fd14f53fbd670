"""Fingerprints: what a file was made of, so that a file whose making would be the same need not be made again."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any, NamedTuple


_SIZE = 16
Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


def fingerprint(made_with: str, template: str, view: object) -> str:
    """The same for the same template and view, in whatever process, while `made_with` says the same.

    A view is its pickle: values of plain data, dataclasses by their class and fields. Equal views whose parts are
    shared in another way may differ, which costs a needless rendering; two views with one fingerprint would have one
    pickle, and so be equal. Nothing is ever unpickled.
    """
    written = io.BytesIO()
    pickler = pickle.Pickler(written, 5)
    pickler.dispatch_table = _TABLE
    pickler.dump((made_with, template, view))
    return blake2b(written.getbuffer(), digest_size=_SIZE).hexdigest()


def digest_of(*parts: str | bytes) -> str:
    """One digest of several texts or bytes, none of which runs into the next."""
    raw = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    sizes = ",".join([str(len(each)) for each in raw])
    return blake2b(b"".join([sizes.encode(), b";", *raw]), digest_size=_SIZE).hexdigest()


class MadeOf(NamedTuple):
    """What a file is known by: digests of all that it was made of, and of the view that it shows; "" where there is
    none. It `brings` other files along, by their addresses.
    """

    inputs: str = ""
    view: str = ""
    brings: tuple[str, ...] = ()


class _Table(dict[type, Callable[[Any], Reduced]]):
    """How each class of values is taken apart: the way of dataclasses themselves takes several times as long."""

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = tuple(field.name for field in fields(kind))

        def taken_apart(value: object) -> Reduced:
            return kind, tuple([getattr(value, name) for name in names])

        self[kind] = taken_apart
        return taken_apart


_TABLE: Mapping[type, Callable[[Any], Any]] = _Table()
