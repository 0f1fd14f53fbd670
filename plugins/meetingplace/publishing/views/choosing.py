"""Choosing among coming meetings, and the pages that have a part of them."""

from __future__ import annotations

from dataclasses import dataclass

from .lists import Listing
from .parts import Link


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to the meetings of one choice; `choice` is what stands for it in the address of all meetings."""

    text: str
    url: str
    choice: str
    count: int


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices of which any may fit; a meeting must fit in every group in which something was chosen."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """`count` is how many meetings there are to choose among; the `longer` groups are opened before they are read."""

    count: int
    groups: tuple[ChoiceGroup, ...]
    longer: tuple[ChoiceGroup, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """All that is coming, to choose among."""

    choosing: Choosing
    listing: Listing


@dataclass(frozen=True, slots=True)
class SelectionPage:
    """The meetings of a selection, and the way to choose more closely."""

    lead: str
    all: Link
    listing: Listing
