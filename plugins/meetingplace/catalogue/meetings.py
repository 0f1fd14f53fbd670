"""What the catalogue hands out of a meeting: its facts on a day, and whom one will meet, by consent alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from meetingplace.model.attendance import Online, Possibility, ProgrammeRow, Registration
from meetingplace.model.event import Event
from meetingplace.model.profile import Reach
from meetingplace.model.record import Access, Position
from meetingplace.model.times import When

from .attendance import Attendance


if TYPE_CHECKING:
    from .gists import Gist

Audience = Literal["name", "feeds", "search"]
"""For whom texts are written: pages (`name`), copies that cannot be recalled (`feeds`), or the search of the site."""

OccurrenceStatus = Literal["confirmed", "tentative", "cancelled", "postponed"]


@dataclass(frozen=True, slots=True)
class Venue:
    """Where one goes. `tbd` are words instead of a place; `slug` is empty where there is no page."""

    name: str = ""
    address: str = ""
    postcode: str = ""
    town: str = ""
    slug: str = ""
    municipality: str = ""
    position: Position | None = None
    access: Access | None = None
    travel: str = ""
    tbd: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Words for someone: a name and the slug of their page if there is one, or a role, or a text as written."""

    text: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A line of the programme and the people on it."""

    row: ProgrammeRow
    who: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What may come out of the meeting, and by whom."""

    possibility: Possibility
    by: Named | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of a meeting. `original` is the start that the rule gives, `start` the one that holds.

    `different` says that the editor changed something on it; `moved_from` is the start it was announced with.
    """

    original: When
    start: When
    end: When | None
    status: OccurrenceStatus
    title: str
    venue: Venue | None
    online: Online | None
    registration: Registration | None
    attendance: Attendance
    text: str = ""
    note: str = ""
    different: bool = False
    moved_from: When | None = None

    @property
    def last_day(self) -> dt.date:
        """The day after which it is past."""
        return max(self.start.last_day, self.end.last_day if self.end else self.start.last_day)


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting as known on `today`, its texts let through for `audience`.

    `event` is the record with every text passed through the door of consent, and without the slugs of people
    (`who`, `host`, `contact`, and those in `programme`, `possibilities` and `repeat`): these are answered here.
    `occurrences` are in order of time and never empty; `current` is the next one, or the last when all are past.
    `published` and `modified` are days or moments; `usual` and `venue` are the event's own, before changes.
    `newcomers` are those who were announced on a day of their own, by that day.
    """

    event: Event
    audience: Audience
    usual: Attendance
    occurrences: tuple[Occurrence, ...]
    current: Occurrence
    is_past: bool
    published: When
    modified: When
    venue: Venue | None
    municipality: str
    topics: tuple[str, ...]
    contact: Reach
    programme: tuple[ProgrammeItem, ...] = ()
    openings: tuple[Opening, ...] = ()
    newcomers: tuple[tuple[dt.date, Attendance], ...] = ()


def _known(name: str) -> Any:
    """A field of what is known, which is made when the first is asked for."""
    return property(attrgetter(f"known.{name}"))


class Meeting:
    """A meeting that is not made before more is asked of it than its gist: see `Known` for what there is to ask."""

    __slots__ = ("_known", "_make", "audience", "gist", "slug")

    event: Event = _known("event")
    usual: Attendance = _known("usual")
    occurrences: tuple[Occurrence, ...] = _known("occurrences")
    current: Occurrence = _known("current")
    attendance: Attendance = _known("current.attendance")
    published: When = _known("published")
    modified: When = _known("modified")
    venue: Venue | None = _known("venue")
    municipality: str = _known("municipality")
    topics: tuple[str, ...] = _known("topics")
    contact: Reach = _known("contact")
    programme: tuple[ProgrammeItem, ...] = _known("programme")
    openings: tuple[Opening, ...] = _known("openings")
    newcomers: tuple[tuple[dt.date, Attendance], ...] = _known("newcomers")
    uid: str = _known("event.uid_for_ever")

    def __init__(self, slug: str, audience: Audience, gist: Gist, make: Callable[[], Known]) -> None:
        self.slug = slug
        self.audience = audience
        self.gist = gist
        self._make = make
        self._known: Known | None = None

    @property
    def known(self) -> Known:
        if self._known is None:
            self._known = self._make()
        return self._known

    @property
    def is_past(self) -> bool:
        return self.gist.is_past
