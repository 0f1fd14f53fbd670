"""A meeting as VEVENTs (RFC 5545 3.6.1): made once, the same bytes in every calendar that has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.catalogue.occurring import status_of
from meetingplace.model.repeat import MOST_OCCURRENCES
from meetingplace.model.times import ambiguous, instant
from meetingplace.publishing.brief import Brief, brief, title, where
from meetingplace.publishing.outlet import Outlet, for_feeds
from meetingplace.publishing.plain import uri

from .properties import categories, local, organizer, stamp, stamps, times, utc
from .writing import component, line, text
from .zones import tzid


STATUSES = {
    "confirmed": "CONFIRMED",
    "tentative": "TENTATIVE",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
}
LEAP_DAY = (2, 29)
"""A rule for every year that says no more is read by ical.js as 1 March in the years between."""
Parts = Callable[[Meeting, Occurrence, Outlet], Iterator[bytes]]
"""Makes the components within a VEVENT."""


def no_parts(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[bytes]:
    """For calendars that every program can read."""
    yield from ()


def vevents(meeting: Meeting, outlet: Outlet, parts: Parts = no_parts) -> bytes:
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
    vevent = partial(_vevent, meeting, outlet, parts)
    made = []
    if by_rule:
        kept = {occurrence.original.local for occurrence in by_rule}
        excepted = [at for at in starts if at not in kept]
        made.append(vevent(usual(meeting), meeting.uid, _recurrence(meeting, excepted, starts)))
        for changed in (occurrence for occurrence in by_rule if _is_change(meeting, occurrence)):
            named = local("RECURRENCE-ID", changed.original, meeting.event.timezone)
            made.append(vevent(changed, meeting.uid, [*_when(meeting, changed), named]))
    for occurrence in others:
        own = not by_rule and occurrence.original == meeting.event.start
        uid = meeting.uid if own else f"{meeting.uid}+{stamp(occurrence.original)}"
        made.append(vevent(occurrence, uid, _when(meeting, occurrence)))
    return b"".join(made)


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


def _recurrence(meeting: Meeting, excepted: list[dt.datetime], starts: tuple[dt.datetime, ...]) -> list[bytes]:
    """When the VEVENT of the rule takes place: local to its zone, for a rule follows the clocks there."""
    event = meeting.event
    first = times(event.start, event.end, event.timezone, local)
    exceptions = [local("EXDATE", replace(event.start, local=at), event.timezone) for at in excepted]
    return [*first, line("RRULE", _rule(meeting, starts)), *exceptions]


def usual(meeting: Meeting) -> Occurrence:
    """What holds for a meeting that comes back where nothing is different."""
    event = meeting.event
    return Occurrence(
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
        end = f"UNTIL={utc(instant(midnight, event.timezone))}"
    else:
        end = f"UNTIL={midnight:%Y%m%d}"
    return ";".join([*parts, end])


def _vevent(
    meeting: Meeting, outlet: Outlet, parts: Parts, occurrence: Occurrence, uid: str, when: Iterable[bytes]
) -> bytes:
    told = brief(meeting, occurrence, outlet)
    site = outlet.site
    return component(
        "VEVENT",
        [
            text("UID", f"{uid}@{site.uid_domain}"),
            *stamps(meeting),
            *when,
            text("SUMMARY", title(meeting, occurrence, outlet)),
            text("DESCRIPTION", description(told)),
            *_where(meeting, occurrence, outlet),
            line("URL", uri(told.address)),
            *categories(meeting, outlet),
            line("STATUS", STATUSES[occurrence.status]),
            line("CLASS", "PUBLIC"),
            line("TRANSP", "OPAQUE" if _takes_time(meeting, occurrence) else "TRANSPARENT"),
            organizer(site),
            *_beyond(meeting, occurrence, outlet),
            *parts(meeting, occurrence, outlet),
        ],
    )


def _when(meeting: Meeting, occurrence: Occurrence) -> Iterable[bytes]:
    return times(occurrence.start, occurrence.end, meeting.event.timezone)


def _takes_time(meeting: Meeting, occurrence: Occurrence) -> bool:
    """Whether one is busy: not by what is off, nor all day by a meeting whose hours are not stated."""
    takes_place = occurrence.status in ("confirmed", "tentative")
    return takes_place and (occurrence.start.timed or meeting.event.all_day)


def _where(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[bytes]:
    venue = occurrence.venue
    yield text("LOCATION", where(meeting, occurrence, outlet))
    if venue and venue.position:
        yield line("GEO", f"{venue.position.lat:.6f};{venue.position.lon:.6f}")


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
