"""Everything there is to say about content on a day: the same for who checks and for who builds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meetingplace.reading.library import Reading
from meetingplace.reading.problems import Problem

from . import Catalogue
from .remembered import changed


def problems_of(reading: Reading, catalogue: Catalogue, notes: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What was wrong with files, what of them is not shown on the catalogue's day, and what has changed since the last
    publication made its `notes`; in order.
    """
    since = changed(notes, reading.library.events, reading.originals)
    return tuple(sorted([*reading.problems, *catalogue.hidden(reading.originals), *since]))
