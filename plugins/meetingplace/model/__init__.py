"""The records themselves: frozen, typed, and at once the schema of what editors write."""

from __future__ import annotations

from collections.abc import Mapping

from .event import Event
from .person import Person
from .place import Municipality, Place, Series
from .record import Record
from .references import Kind


FOLDERS: Mapping[str, Kind] = {
    "events": "event",
    "people": "person",
    "places": "place",
    "municipalities": "municipality",
    "series": "series",
}
RECORDS: Mapping[Kind, type[Record]] = {
    "event": Event,
    "person": Person,
    "place": Place,
    "municipality": Municipality,
    "series": Series,
}
