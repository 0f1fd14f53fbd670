"""Everything there is to say about a site before it is made: the same for who checks and for who builds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue import problems as of_content
from meetingplace.reading.library import Reading
from meetingplace.reading.problems import Problem

from .root_links import RootLinks
from .site import SiteMaker


def problems_of(
    reading: Reading, catalogue: Catalogue, maker: SiteMaker, notes: Mapping[str, Any]
) -> tuple[Problem, ...]:
    """What is wrong with content on the catalogue's day, and with links to what `maker` would make of it; in order."""
    links = RootLinks(reading, catalogue, maker.addresses, maker.files)
    return tuple(sorted([*of_content.problems_of(reading, catalogue, notes), *links.problems()]))
