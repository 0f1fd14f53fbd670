"""Calendars that anyone can subscribe to (RFC 5545, 5546, 7986): a head, time zones, and meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.site import Site
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.plain import one_line, uri

from .deadlines import deadlines
from .events import vevents
from .jcal import jcal
from .rich import parts
from .writing import component, line, text
from .zones import tzid, vtimezone


__all__ = ["calendar", "deadline_calendar", "deadlines", "jcal", "kept", "parts", "vevents", "zones_of"]

KEPT_DAYS = 400
CANCELLED_KEPT_DAYS = 30
REFRESHED = "PT4H"


def kept(meeting: Meeting, today: dt.date) -> bool:
    """Whether a listing's calendar has a meeting: until 400 days after its last day, cancelled until 30."""
    return meeting.gist.is_fixed and _is_told(meeting, today)


def _is_told(meeting: Meeting, today: dt.date) -> bool:
    days = CANCELLED_KEPT_DAYS if meeting.gist.is_cancelled else KEPT_DAYS
    return today <= meeting.gist.last_day + dt.timedelta(days=days)


def zones_of(meetings: Iterable[Meeting]) -> tuple[str, ...]:
    """The zones that meetings' VEVENTs name, in order."""
    return _zones(zone for meeting in meetings for zone in meeting.gist.zones)


def _zones(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(zone for zone in set(found) if tzid(zone)))


def deadline_calendar(
    meetings: Iterable[Meeting], outlet: Outlet, today: dt.date, made: Callable[[Meeting], bytes]
) -> bytes:
    """The last days to sign up to all meetings, kept for as long as listings keep the meetings.

    `made` gives the bytes of `deadlines`. A meeting whose day is not fixed yet may have one too.
    """
    told = [meeting for meeting in meetings if meeting.gist.deadlines is not None and _is_told(meeting, today)]
    addresses = outlet.addresses
    return calendar(
        title=outlet.say("Last days to sign up: %(site)s", site=outlet.site.name),
        description=outlet.say("When sign-up ends, and nothing else."),
        address=addresses.absolute(addresses.deadlines()),
        page=addresses.absolute(addresses.home),
        events=map(made, told),
        zones=_zones(zone for meeting in told for zone in meeting.gist.deadlines or ()),
        site=outlet.site,
    )


def calendar(
    *,
    title: str,
    description: str,
    address: str,
    page: str,
    events: Iterable[bytes],
    zones: Iterable[str],
    site: Site,
) -> bytes:
    """A whole calendar. `address` is its own and `page` that of what it lists, both absolute.

    `events` are the bytes of `vevents`, `zones` those that they name. RFC 5545 3.6 asks for one component at
    least: a calendar without meetings has the VTIMEZONE of the site, which shows nothing and is never wrong.
    """
    meetings = [made for made in events if made]
    used = [vtimezone(zone) for zone in zones]
    if not meetings and not used:
        used = [vtimezone(tzid(site.timezone) or "UTC")]
    return component("VCALENDAR", [*_head(title, description, address, page, site), *used, *meetings])


def _head(title: str, description: str, address: str, page: str, site: Site) -> Iterable[bytes]:
    name, about = one_line(title), one_line(description) or one_line(title)
    return [
        line("VERSION", "2.0"),
        text("PRODID", f"-//meetingplace//Calendars//{site.language.upper()}"),
        line("CALSCALE", "GREGORIAN"),
        line("METHOD", "PUBLISH"),
        text("NAME", name),
        text("X-WR-CALNAME", name),
        text("DESCRIPTION", about),
        text("X-WR-CALDESC", about),
        line("REFRESH-INTERVAL", REFRESHED, VALUE="DURATION"),
        line("X-PUBLISHED-TTL", REFRESHED),
        line("SOURCE", uri(address), VALUE="URI"),
        line("URL", uri(page)),
        line("COLOR", site.color),
        line("X-WR-TIMEZONE", site.timezone),
    ]
