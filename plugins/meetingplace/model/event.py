"""A meeting: what happens, when and where, who comes, what it may lead to, and what came of it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, NoReturn
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator

from .attendance import (
    Attendance,
    Counted,
    Online,
    Pay,
    PlaceOf,
    Possibility,
    ProgrammeRow,
    Registration,
    Update,
    WhoOf,
)
from .faults import fault
from .record import Access, Attachment, ContactOf, Link, Part, Picture, Record
from .references import EventSlug, MunicipalitySlug, PersonSlug, SeriesSlug, context_of
from .repeat import Repeat, check_repeat, matches, start_of, starts_of
from .scalars import LanguageCode, Line, Term, Text, TimeZone, WholeNumber, Word, YesNo, at_most
from .times import CLOCK_DAY, DayOrMoment, End, When, exists, parse
from .zones import changes


MOST_DAYS = 31
UID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Report(Part):
    """Afterwards: how many came, what came out of it, which meeting it continues in."""

    date: DayOrMoment
    came: WholeNumber | None = None
    text: Text | None = None
    outcomes: tuple[Line, ...] = ()
    continues: EventSlug | None = None
    links: tuple[Link, ...] = ()


class Event(Record):
    """Times are local to `timezone`, which is the site's where the file does not say."""

    title: Line
    summary: Annotated[Line, at_most(200)]
    timezone: TimeZone = Field(default="", validate_default=True)
    start: When
    all_day: YesNo = False
    end: End | None = Field(default=None, validate_default=True)
    attendance: Attendance
    form: Term | None = None
    place: PlaceOf | None = Field(default=None, validate_default=True)
    online: Online | None = Field(default=None, validate_default=True)
    municipality: MunicipalitySlug | None = None
    series: SeriesSlug | None = None
    status: Literal["confirmed", "tentative", "cancelled", "postponed", "draft"] = "confirmed"
    topics: tuple[Term, ...] = ()
    audience: Text | None = None
    language: tuple[LanguageCode, ...] = ()
    host: tuple[PersonSlug, ...] = ()
    contact: ContactOf | None = None
    welcome: Text | None = None
    programme: tuple[ProgrammeRow, ...] = ()
    who: tuple[WhoOf, ...] = ()
    also: tuple[Counted, ...] = ()
    possibilities: tuple[Possibility, ...] = ()
    cost: Line | None = None
    pay: Pay | None = None
    registration: Registration | None = None
    access: Access | None = None
    travel: Text | None = None
    food: Text | None = None
    bring: Text | None = None
    repeat: Repeat | None = None
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    image: Picture | None = None
    updates: tuple[Update, ...] = ()
    report: Report | None = None
    published: DayOrMoment | None = None
    modified: DayOrMoment | None = None
    uid: Word | None = None

    @property
    def uid_for_ever(self) -> str:
        """`uid`, or the slug with which the meeting was first published: its first alias, if it was renamed."""
        return self.uid or (*self.aliases, self.slug)[0]

    @field_validator("timezone", mode="before")
    @classmethod
    def _site_zone(cls, value: Any, info: ValidationInfo) -> Any:
        return context_of(info).timezone if value == "" else value

    @field_validator("start", mode="before")
    @classmethod
    def _start(cls, value: Any, info: ValidationInfo) -> When:
        when, offset = parse(value)
        zone = info.data.get("timezone")
        if zone and when.timed:
            _check_exists(when, zone)
            if offset and _minutes(offset) != when.local.replace(tzinfo=ZoneInfo(zone)).utcoffset():
                _refuse_offset(str(value), offset, when, zone)
        return when

    @field_validator("end")
    @classmethod
    def _end(cls, value: When | None, info: ValidationInfo) -> When | None:
        start: When | None = info.data.get("start")
        if start is None:
            return value
        if value is None:
            if start.timed:
                raise fault("end-missing")
            return None
        end = check_end(start, value)
        _check_exists(end, info.data.get("timezone") or "UTC")
        return end

    @field_validator("place")
    @classmethod
    def _place(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and info.data.get("attendance") in ("on-site", "hybrid"):
            raise fault("place-missing")
        return value

    @field_validator("online")
    @classmethod
    def _online(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and info.data.get("attendance") in ("online", "hybrid"):
            raise fault("online-missing")
        return value

    @field_validator("repeat")
    @classmethod
    def _repeat(cls, value: Repeat | None, info: ValidationInfo) -> Repeat | None:
        zone = info.data.get("timezone")
        if value and zone and changes(zone) is None:
            raise fault("repeat-zone", found=zone)
        if value and "start" in info.data:
            check_repeat(info.data["start"], value)
            _check_occurrences(info.data["start"], value, info.data.get("timezone") or "UTC")
        return value

    @field_validator("uid")
    @classmethod
    def _uid(cls, value: str | None) -> str | None:
        if value and not UID.fullmatch(value):
            raise fault("uid-invalid", found=value)
        return value


def _refuse_offset(written: str, offset: str, when: When, zone: str) -> NoReturn:
    """`10:00-12:00` is no offset from UTC, but from when to when."""
    if offset[0] == "-" and _minutes(offset) < dt.timedelta(hours=-when.local.hour, minutes=-when.local.minute):
        raise fault("time-invalid", found=written)
    raise fault("offset-contradicts", found=written, zone=zone)


def _minutes(offset: str) -> dt.timedelta:
    if offset == "Z":
        return dt.timedelta(0)
    size = dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return -size if offset[0] == "-" else size


def _check_exists(when: When, zone: str) -> None:
    if when.timed and not exists(when.local, zone):
        raise fault("time-skipped", found=str(when), zone=zone)


def _check_occurrences(start: When, repeat: Repeat, zone: str) -> None:
    """Faults: an occurrence at a time that does not exist, and an end that does not suit a changed start."""
    for local in starts_of(start, repeat):
        change = next((change for change in repeat.changes if matches(change.date, local)), None)
        begins = start_of(start, local, change)
        _check_exists(begins, zone)
        if change and change.end:
            _check_exists(check_end(begins, change.end), zone)
        elif begins.timed != start.timed:
            raise fault("end-missing")


def check_end(start: When, end: When) -> When:
    """An end on a real day: after the start, of the same exactness, at most 31 days later."""
    if end.day == CLOCK_DAY:
        if not start.timed:
            raise fault("end-of-other-kind", found=f"{end.local:%H:%M}", start=str(start))
        end = When(dt.datetime.combine(start.day, end.local.time()))
    if end.timed != start.timed:
        raise fault("end-of-other-kind", found=str(end), start=str(start))
    if end.local < start.local or (start.timed and end.local == start.local):
        raise fault("end-before-start", found=str(end), start=str(start))
    if end.local - start.local > dt.timedelta(days=MOST_DAYS):
        raise fault("end-too-late", found=str(end), start=str(start), most=MOST_DAYS)
    return end
