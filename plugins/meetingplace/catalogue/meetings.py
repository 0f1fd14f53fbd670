"""What the catalogue hands out of a meeting: its facts on a day, and whom one will meet, by consent alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from meetingplace.model.attendance import Online, Possibility, ProgrammeRow, Registration
from meetingplace.model.event import Event
from meetingplace.model.profile import Profile, Reach
from meetingplace.model.record import Access, Position
from meetingplace.model.times import When


Audience = Literal["name", "feeds", "search"]
"""For whom texts are written: pages (`name`), copies that cannot be recalled (`feeds`), or the search of the site."""

OccurrenceStatus = Literal["confirmed", "tentative", "cancelled", "postponed"]


@dataclass(frozen=True, slots=True)
class Participant:
    """One who comes and may be named. `why` has passed the same door as the name."""

    profile: Profile
    roles: tuple[str, ...]
    why: str = ""
    attends: str = ""
    maybe: bool = False
    since: dt.date | None = None

    @property
    def is_host(self) -> bool:
        return "host" in self.roles


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Some who come and are counted; `count` is None where the number is not known. Texts are labels."""

    count: int | None
    kind: str = ""
    discipline: str = ""
    municipality: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whom one will meet: people named and unnamed, organisations apart.

    `total` counts people, `at_least` says that some numbers are not known; `by_kind` and `disciplines` are
    (key, count) with the largest first; `declined` are nowhere, `invited` are counted here alone.
    """

    people: tuple[Participant, ...] = ()
    organisations: tuple[Participant, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    total: int = 0
    at_least: bool = False
    maybe: int = 0
    invited: int = 0
    by_kind: tuple[tuple[str, int], ...] = ()
    disciplines: tuple[tuple[str, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody is known to come."""
        return not (self.total or self.organisations or self.at_least)


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
class Meeting:
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

    @property
    def attendance(self) -> Attendance:
        """Whom one will meet on the current occurrence."""
        return self.current.attendance

    @property
    def slug(self) -> str:
        return self.event.slug

    @property
    def uid(self) -> str:
        """For ever the same."""
        return self.event.uid_for_ever
