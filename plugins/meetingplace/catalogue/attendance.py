"""Whom one will meet: people who may be named, and as many as come besides."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from meetingplace.model.profile import Profile


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
