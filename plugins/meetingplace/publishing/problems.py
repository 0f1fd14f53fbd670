"""Everything there is to say about a site before it is made: the same for who checks and for who builds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.remembered import changed
from meetingplace.reading.library import Reading
from meetingplace.reading.problems import Problem

from .root_links import RootLinks
from .site import SiteMaker


def problems_of(
    reading: Reading, catalogue: Catalogue, maker: SiteMaker, notes: Mapping[str, Any], processes: int = 1
) -> tuple[Problem, ...]:
    """What is wrong with files, what of them is not shown on the catalogue's day, what has changed since the last
    publication made its `notes`, and which links lead to nothing that `maker` would make; in order.
    """
    hidden = catalogue.hidden(reading.originals, processes)
    since = changed(notes, reading.library, reading.originals)
    links = RootLinks(reading, catalogue, maker.addresses, maker.files, catalogue.shelf).problems()
    return tuple(sorted([*reading.problems, *hidden, *since, *links]))
