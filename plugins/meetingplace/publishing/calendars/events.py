"""A meeting as VEVENTs (RFC 5545 3.6.1): made once, the same bytes in every calendar that has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.catalogue.occurring import status_of
from meetingplace.model.repeat import MOST_OCCURRENCES
from meetingplace.model.times import When, ambiguous, instant
from meetingplace.publishing.brief import Brief, brief, title, where
from meetingplace.publishing.outlet import Outlet, for_feeds, history
from meetingplace.publishing.plain import uri

from .writing import component, line, text
from .zones import tzid


STATUSES = {
    "confirmed": "CONFIRMED",
    "tentative": "TENTATIVE",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
}
MINUTE = dt.timedelta(minutes=1)
LEAP_DAY = (2, 29)
"""A rule for every year that says no more is read by ical.js as 1 March in the years between."""
Write = Callable[[str, When, str], bytes]


def vevents(meeting: Meeting, outlet: Outlet) -> bytes:
    """All VEVENTs of a meeting; none where its day is not fixed. ValueError for texts that are not for feeds.

    A rule is one VEVENT with RRULE and EXDATE, and one with RECURRENCE-ID for each occurrence that differs.
    A time outside the rule (`also`) is a VEVENT with a UID of its own, and not an RDATE, which Outlook passes
    over. So is a day of a rule that got hours, for an exception must be of its rule's type, and an hour that
    comes twice, which is written in UTC.
    """
    for_feeds(meeting)
    if not meeting.event.start.fixed:
        return b""
    starts = _starts(meeting)
    by_rule: list[Occurrence] = []
    others: list[Occurrence] = []
    for occurrence in meeting.occurrences:
        (by_rule if _is_regular(meeting, occurrence, starts) else others).append(occurrence)
    parts = []
    if by_rule:
        kept = {occurrence.original.local for occurrence in by_rule}
        parts.append(_series(meeting, by_rule, [at for at in starts if at not in kept], starts, outlet))
        parts += [_change(meeting, o, outlet) for o in by_rule if _is_change(meeting, o)]
    for occurrence in others:
        own = not by_rule and occurrence.original == meeting.event.start
        uid = meeting.uid if own else f"{meeting.uid}+{_stamp(occurrence.original)}"
        parts.append(_vevent(meeting, occurrence, uid, _times(meeting, occurrence), outlet))
    return b"".join(parts)


def _starts(meeting: Meeting) -> tuple[dt.datetime, ...]:
    """The local starts that an RRULE gives; none where times are written in UTC.

    Such a rule would follow no clock, and those who read X-WR-TIMEZONE as Google does would make it follow
    the site's: each time is written by itself.
    """
    event = meeting.event
    if not (event.repeat and event.repeat.rule) or (event.start.timed and not tzid(event.timezone)):
        return ()
    return tuple(islice(event.repeat.rule.starts(event.start.local), MOST_OCCURRENCES))


def _is_change(meeting: Meeting, occurrence: Occurrence) -> bool:
    status = meeting.event.status
    return occurrence.different or occurrence.start != occurrence.original or occurrence.status != status


def _is_regular(meeting: Meeting, occurrence: Occurrence, starts: Iterable[dt.datetime]) -> bool:
    """Whether it can be told as a time of the rule, or as an exception, which is of the rule's type and zone."""
    zone = meeting.event.timezone
    twice = any(when.timed and ambiguous(when.local, zone) for when in (occurrence.start, occurrence.end) if when)
    return occurrence.original.local in starts and occurrence.start.timed == occurrence.original.timed and not twice


def _series(
    meeting: Meeting,
    by_rule: list[Occurrence],
    excepted: list[dt.datetime],
    starts: tuple[dt.datetime, ...],
    outlet: Outlet,
) -> bytes:
    """The VEVENT of the rule, with what holds where nothing is different."""
    event = meeting.event
    facts = Occurrence(
        original=event.start,
        start=event.start,
        end=event.end,
        status=status_of(event),
        title=event.title,
        venue=meeting.venue,
        online=event.online,
        registration=event.registration,
        attendance=meeting.usual,
    )
    zone = event.timezone
    lines = [*_times(meeting, facts, _local), line("RRULE", _rule(meeting, starts))]
    lines += [_local("EXDATE", replace(event.start, local=at), zone) for at in excepted]
    return _vevent(meeting, facts, meeting.uid, lines, outlet)


def _rule(meeting: Meeting, starts: tuple[dt.datetime, ...]) -> str:
    """The rule with FREQ first, and an end that agrees with the occurrences that pages show.

    UNTIL is the end of the last day: a day where the start is a day, else UTC (RFC 5545 3.3.10).
    """
    event = meeting.event
    rule = event.repeat.rule if event.repeat else None
    if rule is None:
        raise ValueError(f"{meeting.slug}: no rule")
    midnight = dt.datetime.combine(starts[-1], dt.time(23, 59, 59))
    parts = sorted(rule.text.split(";"), key=lambda part: not part.startswith("FREQ="))
    if (
        "FREQ=YEARLY" in parts
        and (event.start.local.month, event.start.local.day) == LEAP_DAY
        and "BY" not in rule.text
    ):
        parts += ["BYMONTH=2", "BYMONTHDAY=29"]
    if rule.count:
        end = f"COUNT={len(starts)}"
    elif event.start.timed:
        end = f"UNTIL={_utc(instant(midnight, event.timezone))}"
    else:
        end = f"UNTIL={midnight:%Y%m%d}"
    return ";".join([*parts, end])


def _change(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> bytes:
    named = _local("RECURRENCE-ID", occurrence.original, meeting.event.timezone)
    return _vevent(meeting, occurrence, meeting.uid, [*_times(meeting, occurrence), named], outlet)


def _vevent(meeting: Meeting, occurrence: Occurrence, uid: str, times: Iterable[bytes], outlet: Outlet) -> bytes:
    told = brief(meeting, occurrence, outlet)
    site = outlet.site
    return component(
        "VEVENT",
        [
            text("UID", f"{uid}@{site.uid_domain}"),
            *_stamps(meeting),
            *times,
            text("SUMMARY", title(meeting, occurrence, outlet)),
            text("DESCRIPTION", description(told)),
            *_where(meeting, occurrence, outlet),
            line("URL", uri(told.address)),
            *_words(meeting, outlet),
            line("STATUS", STATUSES[occurrence.status]),
            line("CLASS", "PUBLIC"),
            line("TRANSP", "OPAQUE" if _takes_time(meeting, occurrence) else "TRANSPARENT"),
            line("ORGANIZER", f"mailto:{site.organizer}", CN=site.publisher),
            *_beyond(meeting, occurrence, outlet),
        ],
    )


def _stamps(meeting: Meeting) -> Iterator[bytes]:
    """SEQUENCE is the minutes from `published` to `modified`: 0 at first, higher with every later change."""
    published, modified = history(meeting)
    yield line("DTSTAMP", _utc(modified))
    yield line("CREATED", _utc(published))
    yield line("LAST-MODIFIED", _utc(modified))
    yield line("SEQUENCE", str((modified - published) // MINUTE))


def _exact(name: str, when: When, zone: str) -> bytes:
    """A time that all understand alike: of two that a clock shows, libical and ical.js take the second."""
    if when.timed and ambiguous(when.local, zone):
        return line(name, _utc(instant(when.local, zone)))
    return _local(name, when, zone)


def _times(meeting: Meeting, occurrence: Occurrence, write: Write = _exact) -> Iterator[bytes]:
    """DTSTART and DTEND; the end of a day is the day after it (RFC 5545 3.8.2.2)."""
    zone, start, end = meeting.event.timezone, occurrence.start, occurrence.end
    yield write("DTSTART", start, zone)
    if not start.timed:
        last = max(start.local, end.local) if end else start.local
        yield _local("DTEND", When(last + dt.timedelta(days=1), "day"), zone)
    elif end:
        yield write("DTEND", end, zone)


def _local(name: str, when: When, zone: str) -> bytes:
    """A time in its own type: a day, a local time with its zone, or UTC."""
    if not when.timed:
        return line(name, _stamp(when), VALUE="DATE")
    if not tzid(zone):
        return line(name, _utc(instant(when.local, zone)))
    return line(name, _stamp(when), TZID=zone)


def _stamp(when: When) -> str:
    return when.local.strftime("%Y%m%dT%H%M%S" if when.timed else "%Y%m%d")


def _utc(moment: dt.datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _takes_time(meeting: Meeting, occurrence: Occurrence) -> bool:
    """Whether one is busy: not by what is off, nor all day by a meeting whose hours are not stated."""
    takes_place = occurrence.status in ("confirmed", "tentative")
    return takes_place and (occurrence.start.timed or meeting.event.all_day)


def _where(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[bytes]:
    venue = occurrence.venue
    yield text("LOCATION", where(meeting, occurrence, outlet))
    if venue and venue.position:
        yield line("GEO", f"{venue.position.lat:.6f};{venue.position.lon:.6f}")


def _words(meeting: Meeting, outlet: Outlet) -> Iterator[bytes]:
    for word in outlet.words(meeting):
        yield text("CATEGORIES", word)


def _beyond(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[bytes]:
    """CONFERENCE and IMAGE (RFC 7986 5.11, 5.10), only where there is an address."""
    online, image = occurrence.online, meeting.event.image
    if online and online.url and meeting.event.attendance != "on-site":
        yield line("CONFERENCE", uri(online.url), VALUE="URI", LABEL=online.platform or outlet.say("Online"))
    address = outlet.picture(image) if image else ""
    if address:
        yield line("IMAGE", uri(address), VALUE="URI", DISPLAY="BADGE")


def description(told: Brief) -> str:
    """A brief as a few paragraphs of plain text, the page's address last."""
    meets = [f"{told.meets.term}: {told.meets.text}"] if told.meets.text else []
    meets += [f"– {name}" for name in told.names]
    facts = [f"{fact.term}: {' – '.join(part for part in (fact.text, fact.url) if part)}" for fact in told.facts]
    paragraphs = ["\n".join(told.news), told.summary, "\n".join(meets), "\n".join(facts), told.address]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
