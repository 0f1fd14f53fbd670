"""Time zones in calendars: which times are written in their zone and which in UTC, and VTIMEZONE."""

from __future__ import annotations

import datetime as dt

from meetingplace.model.zones import Change, changes, is_utc

from .writing import component, line, text


def tzid(zone: str) -> str:
    """The TZID by which times in a zone are written; empty where they are written in UTC."""
    return "" if is_utc(zone) or changes(zone) is None else zone


def vtimezone(zone: str) -> bytes:
    """The VTIMEZONE of a zone (RFC 5545 3.6.5): open yearly rules, or one STANDARD where nothing changes.

    Never RDATE: what Thunderbird runs on reads only the first of a list. ValueError for a zone that follows
    no yearly rules.
    """
    found = changes(zone)
    if found is None:
        raise ValueError(f"no yearly rules: {zone}")
    return component("VTIMEZONE", [text("TZID", zone), *(_observance(change) for change in found)])


def _observance(change: Change) -> bytes:
    lines = [
        line("DTSTART", f"{change.first:%Y%m%dT%H%M%S}"),
        line("TZOFFSETFROM", _offset(change.before)),
        line("TZOFFSETTO", _offset(change.after)),
        text("TZNAME", change.name),
    ]
    if change.rule:
        lines.append(line("RRULE", f"FREQ=YEARLY;{change.rule}{_until(change)}"))
    return component("DAYLIGHT" if change.is_summer else "STANDARD", lines)


def _until(change: Change) -> str:
    """The end of the last year, and not its change to the second: some read that as a local time."""
    return f";UNTIL={change.last.year}1231T235959Z" if change.last else ""


def _offset(offset: dt.timedelta) -> str:
    """UTC-OFFSET (RFC 5545 3.3.14), with seconds only where there are some."""
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    sign = "-" if offset < dt.timedelta(0) else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")
