"""Venues, municipalities and recurring meeting places: where and under which name people meet."""

from __future__ import annotations

from .record import Access, ContactOf, Part, Picture, Position, Record
from .references import MunicipalitySlug
from .scalars import Line, Term, Text, WebAddress


class Place(Record):
    name: Line
    address: Line | None = None
    postcode: Line | None = None
    town: Line | None = None
    municipality: MunicipalitySlug | None = None
    position: Position | None = None
    access: Access | None = None
    travel: Text | None = None
    url: WebAddress | None = None
    image: Picture | None = None


class Priority(Part):
    """What a municipality puts its weight behind; `source` says where that is written."""

    title: Line
    text: Text | None = None
    year: Line | None = None
    source: Line | None = None


class Municipality(Record):
    name: Line
    priorities: tuple[Priority, ...] = ()
    contact: ContactOf | None = None
    position: Position | None = None
    url: WebAddress | None = None


class Series(Record):
    title: Line
    summary: Line
    contact: ContactOf | None = None
    rhythm: Line | None = None
    topics: tuple[Term, ...] = ()
    url: WebAddress | None = None
    image: Picture | None = None
