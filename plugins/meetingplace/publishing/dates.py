"""Times as readers see them: `torsdag 12 mars 2026 kl. 09.30–11.00`, and in pieces to be set as type."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from meetingplace.i18n import Language
from meetingplace.model.times import When, instant

from .views import Date


def iso(when: When, zone: str) -> str:
    """ISO 8601: with the offset from UTC where the hour is known, else a day, a month or a year."""
    if when.timed:
        return when.local.replace(tzinfo=ZoneInfo(zone)).isoformat(timespec="minutes")
    return str(when)


def date_view(start: When, end: When | None, zone: str, home: str, language: Language, *, all_day: bool) -> Date:
    """A meeting's time in its own zone; where that is not `home`, the hours at home are added."""
    away = zone if zone != home and start.timed else ""
    return Date(
        text=_text(start, end, language, all_day=all_day) + (_away(start, end, zone, home, language) if away else ""),
        iso=iso(start, zone),
        iso_end=iso(end, zone) if end else "",
        weekday=language.weekday(start.day) if start.fixed else "",
        day=str(start.day.day) if start.fixed else "",
        month=language.month_name(start.day.month) if start.precision != "year" else "",
        year=str(start.day.year),
        time=_hours(start, end, language),
        zone=away,
        begins=begins(start, zone),
        ends=ends(start, end, zone),
        now=_now(start, end, language),
    )


def begins(start: When, zone: str) -> str:
    """The instant at which it begins, with its offset from UTC; empty where the day is not fixed."""
    return _instant(start.local, zone) if start.fixed else ""


def ends(start: When, end: When | None, zone: str) -> str:
    """The instant at which it is over: a day lasts to the midnight after it, a month or a year to its last one."""
    if end and end.timed:
        return _instant(end.local, zone)
    last = max(start.last_day, end.last_day if end else start.last_day)
    return _instant(dt.datetime.combine(last + dt.timedelta(days=1), dt.time()), zone)


def _instant(local: dt.datetime, zone: str) -> str:
    return local.replace(tzinfo=ZoneInfo(zone)).isoformat(timespec="minutes")


def _now(start: When, end: When | None, language: Language) -> str:
    if start.timed and (end is None or end.day == start.day):
        return language.gettext("On now, started at %(hours)s", hours=language.clock(start.local.time()))
    return language.gettext("On now") if start.fixed else ""


def day_text(when: When, language: Language) -> str:
    """`torsdag 12 mars 2026`, with the hour where it is known; a month or a year where no more is."""
    if not when.fixed:
        return language.month(when.day.year, when.day.month) if when.precision == "month" else str(when)
    if not when.timed:
        return language.day(when.day)
    return language.gettext("%(day)s at %(hours)s", day=language.day(when.day), hours=language.clock(when.local.time()))


def _text(start: When, end: When | None, language: Language, *, all_day: bool) -> str:
    if not start.fixed:
        words = language.month(start.day.year, start.day.month) if start.precision == "month" else str(start)
        return language.gettext("%(period)s, day not set yet", period=words)
    if end is None or end.day == start.day:
        day = language.day(start.day)
        if start.timed:
            return language.gettext("%(day)s at %(hours)s", day=day, hours=_hours(start, end, language))
        whole = language.gettext("all day") if all_day else language.gettext("hours not stated")
        return f"{day}, {whole}"
    return f"{day_text(start, language)} – {day_text(end, language)}"


def _hours(start: When, end: When | None, language: Language) -> str:
    if not start.timed:
        return ""
    first = language.clock(start.local.time())
    if end is None or end.day != start.day:
        return first
    return f"{first}–{language.clock(end.local.time())}"


def _away(start: When, end: When | None, zone: str, home: str, language: Language) -> str:
    def at_home(when: When) -> When:
        return When(instant(when.local, zone).astimezone(ZoneInfo(home)).replace(tzinfo=None))

    hours = _hours(at_home(start), at_home(end) if end else None, language)
    return language.gettext(
        ", time in %(there)s (%(hours)s in %(here)s)",
        there=language.city(zone),
        hours=hours,
        here=language.city(home),
    )


def month_key(day: dt.date) -> str:
    """`2026-03`, as ids and addresses have it."""
    return f"{day.year:04}-{day.month:02}"
