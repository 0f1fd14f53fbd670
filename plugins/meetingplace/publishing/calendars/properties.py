"""Properties that every component of ours has: stamps, times, words, and who publishes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.site import Site
from meetingplace.model.times import When, ambiguous, instant
from meetingplace.publishing.outlet import Outlet, history

from .writing import line, text
from .zones import tzid


MINUTE = dt.timedelta(minutes=1)
Write = Callable[[str, When, str], bytes]


def stamps(meeting: Meeting) -> Iterator[bytes]:
    """SEQUENCE is the minutes from `published` to `modified`: 0 at first, higher with every later change."""
    published, modified = history(meeting)
    yield line("DTSTAMP", utc(modified))
    yield line("CREATED", utc(published))
    yield line("LAST-MODIFIED", utc(modified))
    yield line("SEQUENCE", str((modified - published) // MINUTE))


def exact(name: str, when: When, zone: str) -> bytes:
    """A time that all understand alike: of two that a clock shows, libical and ical.js take the second."""
    if when.timed and ambiguous(when.local, zone):
        return line(name, utc(instant(when.local, zone)))
    return local(name, when, zone)


def times(start: When, end: When | None, zone: str, write: Write = exact) -> Iterator[bytes]:
    """DTSTART and DTEND; the end of a day is the day after it (RFC 5545 3.8.2.2)."""
    yield write("DTSTART", start, zone)
    if not start.timed:
        last = max(start.local, end.local) if end else start.local
        yield local("DTEND", When(last + dt.timedelta(days=1), "day"), zone)
    elif end:
        yield write("DTEND", end, zone)


def local(name: str, when: When, zone: str) -> bytes:
    """A time in its own type: a day, a local time with its zone, or UTC."""
    if not when.timed:
        return line(name, stamp(when), VALUE="DATE")
    if not tzid(zone):
        return line(name, utc(instant(when.local, zone)))
    return line(name, stamp(when), TZID=zone)


def stamp(when: When) -> str:
    """A day, or a local time."""
    return when.local.strftime("%Y%m%dT%H%M%S" if when.timed else "%Y%m%d")


def utc(moment: dt.datetime) -> str:
    """A UTC instant."""
    return f"{moment:%Y%m%dT%H%M%SZ}"


def categories(meeting: Meeting, outlet: Outlet) -> Iterator[bytes]:
    """A property for each word: some programs read only the first of a list."""
    for word in outlet.words(meeting):
        yield text("CATEGORIES", word)


def organizer(site: Site) -> bytes:
    """A role address, never a person's (RFC 5546 3.2.1 asks for one where METHOD is PUBLISH)."""
    return line("ORGANIZER", f"mailto:{site.organizer}", CN=site.publisher)
