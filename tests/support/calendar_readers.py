"""Calendars as others read them: icalendar, ical (strict), ical.js (Thunderbird) and libical (Evolution, GNOME, KDE)."""

from __future__ import annotations

import ctypes
import datetime as dt
import json
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

from programs import find


Seen = list[list[str]]
"""For each occurrence [uid, start, summary, description], sorted: start in UTC, or a day where it is a whole day."""

SCRIPT = Path(__file__).with_name("occurrences.mjs")
FROM, UNTIL = dt.date(2020, 1, 1), dt.date(2030, 1, 1)


def spelled(start: dt.date | None) -> str:
    """A start as all readers' answers have it. A time must have a zone."""
    assert start is not None, "no start"
    if isinstance(start, dt.datetime):
        assert start.tzinfo, "a time without a zone"
        return f"{start.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    return start.isoformat()


def by_icalendar(file: Path) -> Seen:
    """By icalendar and recurring-ical-events.

    X-WR-TIMEZONE is left out: to turn UTC into its hours and back loses which of two equal hours it was.
    """
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    calendar.pop("X-WR-TIMEZONE", None)
    events = recurring_ical_events.of(calendar, skip_bad_series=False).between(FROM, UNTIL)
    return sorted(
        [str(event["UID"]), spelled(event["DTSTART"].dt), str(event["SUMMARY"]), str(event["DESCRIPTION"])]
        for event in events
    )


def errors_by_icalendar(file: Path) -> list[str]:
    """What icalendar passed over in any component."""
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    return [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]


def by_ical(file: Path) -> Seen:
    """By `ical`, which refuses a file with anything that it does not know how to read."""
    calendar = IcsCalendarStream.calendar_from_ics(file.read_bytes().decode())
    begin, end = (dt.datetime.combine(day, dt.time(), dt.UTC) for day in (FROM, UNTIL))
    return sorted(
        [event.uid, spelled(event.dtstart), event.summary or "", event.description or ""]
        for event in calendar.timeline_tz(dt.UTC).overlapping(begin, end)
    )


def by_ical_js(files: Iterable[Path]) -> dict[Path, Seen]:
    """By ical.js in one process of node."""
    node = find("node")
    assert node, "no node: `make test` installs it, or says how"
    done = subprocess.run(
        [node, SCRIPT, FROM.isoformat(), UNTIL.isoformat(), *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {Path(name): seen for name, seen in json.loads(done.stdout).items()}


# ---------------------------------------------------------------- libical


class _Time(ctypes.Structure):
    """`icaltimetype` of libical 3."""

    _fields_ = (
        *(
            (name, ctypes.c_int)
            for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")
        ),
        ("zone", ctypes.c_void_p),
    )


class _Span(ctypes.Structure):
    """`icaltime_span`: seconds since 1970 in UTC."""

    _fields_ = (("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int))


_EACH = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)


@cache
def _libical() -> ctypes.CDLL:
    name = find("libical")
    assert name, "no libical: `make test` installs it, or says how"
    library = ctypes.CDLL(name)
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for function, result, arguments in (
        ("icalparser_parse_string", pointer, [text]),
        ("icalcomponent_free", None, [pointer]),
        ("icalcomponent_count_errors", number, [pointer]),
        ("icalrestriction_check", number, [pointer]),
        ("icalcomponent_string_to_kind", number, [text]),
        ("icalcomponent_get_first_component", pointer, [pointer, number]),
        ("icalcomponent_get_next_component", pointer, [pointer, number]),
        ("icalcomponent_get_dtstart", _Time, [pointer]),
        ("icalcomponent_get_first_property", pointer, [pointer, number]),
        ("icalproperty_string_to_kind", number, [text]),
        ("icalproperty_get_datetime_with_component", _Time, [pointer, pointer]),
        ("icalcomponent_get_uid", text, [pointer]),
        ("icalcomponent_get_summary", text, [pointer]),
        ("icalcomponent_get_description", text, [pointer]),
        ("icalcomponent_foreach_recurrence", None, [pointer, _Time, _Time, _EACH, pointer]),
        ("icaltimezone_get_utc_timezone", pointer, []),
        ("icaltime_as_timet_with_zone", ctypes.c_long, [_Time, pointer]),
    ):
        found = getattr(library, function)
        found.restype, found.argtypes = result, arguments
    return library


def errors_by_libical(file: Path) -> tuple[int, int]:
    """How many errors libical's parser marks, and whether the calendar keeps the rules of its method (1: it does)."""
    library = _libical()
    calendar = library.icalparser_parse_string(file.read_bytes())
    assert calendar, "libical finds no calendar"
    try:
        return library.icalcomponent_count_errors(calendar), library.icalrestriction_check(calendar)
    finally:
        library.icalcomponent_free(calendar)


def by_libical(file: Path) -> Seen:
    """By libical: rules, EXDATE and zones are its own work; that an exception stands for its time is done here."""
    library = _libical()
    calendar = library.icalparser_parse_string(file.read_bytes())
    assert calendar, "libical finds no calendar"
    try:
        events = list(_events(library, calendar))
        changed = {(event[0], event[2]) for event in events if event[2]}
        found = [
            [uid, start, *texts]
            for uid, starts, exception, texts in events
            for start in starts
            if exception or (uid, start) not in changed
        ]
    finally:
        library.icalcomponent_free(calendar)
    return sorted(each for each in found if FROM.isoformat() <= each[1] < UNTIL.isoformat())


def _events(library: ctypes.CDLL, calendar: int) -> Iterator[tuple[str, list[str], str, list[str]]]:
    """Each VEVENT: uid, starts, the time for which it stands (or nothing), summary and description."""
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        uid = library.icalcomponent_get_uid(event).decode()
        texts = [
            library.icalcomponent_get_summary(event).decode(),
            library.icalcomponent_get_description(event).decode(),
        ]
        yield uid, _starts(library, event), _stands_for(library, event), texts
        event = library.icalcomponent_get_next_component(calendar, kind)


def _starts(library: ctypes.CDLL, event: int) -> list[str]:
    first = library.icalcomponent_get_dtstart(event)
    found: list[str] = []

    def add(_: int, span: ctypes._Pointer[_Span], __: int) -> None:
        found.append(_of_seconds(span.contents.start, is_date=bool(first.is_date)))

    begin, end = (_Time(day.year, 1, 1, zone=library.icaltimezone_get_utc_timezone()) for day in (FROM, UNTIL))
    library.icalcomponent_foreach_recurrence(event, begin, end, _EACH(add), None)
    return found


def _stands_for(library: ctypes.CDLL, event: int) -> str:
    """The time of RECURRENCE-ID; nothing where there is none."""
    found = library.icalcomponent_get_first_property(event, library.icalproperty_string_to_kind(b"RECURRENCE-ID"))
    if not found:
        return ""
    time = library.icalproperty_get_datetime_with_component(found, event)
    zone = time.zone or library.icaltimezone_get_utc_timezone()
    return _of_seconds(library.icaltime_as_timet_with_zone(time, zone), is_date=bool(time.is_date))


def _of_seconds(seconds: int, *, is_date: bool) -> str:
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return spelled(moment.date() if is_date else moment)
