"""Links that open a filled-in form in someone's calendar on the web. Whoever follows one gets a copy for ever."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.model.times import When, instant

from .brief import brief, title, where
from .calendars.events import description
from .calendars.zones import tzid
from .outlet import Outlet, for_feeds
from .plain import uri
from .views import Link


LONGEST = 1900
"""Characters of an address that every browser, proxy and mail program carries whole."""
LONGEST_TITLE = 500
LONGEST_PLACE = 300
GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOKS: Mapping[str, str] = {
    "Outlook.com": "https://outlook.live.com/calendar/0/deeplink/compose",
    "Microsoft 365": "https://outlook.office.com/calendar/0/deeplink/compose",
}
CUT = quote(" …")


def add_to_calendar(meeting: Meeting, outlet: Outlet) -> tuple[Link, ...]:
    """A link for each calendar on the web; none for what is past, cancelled, postponed or without a day.

    A meeting that comes back by a plain rule comes back in Google Calendar too; the others take no rule, and their
    links say so. ValueError for texts that are not for feeds.
    """
    for_feeds(meeting)
    current = meeting.current
    if meeting.is_past or current.status in ("cancelled", "postponed") or not current.start.fixed:
        return ()
    rule = _rule(meeting)
    ahead = [o for o in meeting.occurrences if o.start >= current.start and o.status != "cancelled"]
    once = outlet.say("the next time only") if len(ahead) > 1 else ""
    text = {"text": title(meeting, current, outlet), "place": where(meeting, current, outlet)}
    told = brief(meeting, current, outlet)
    details, page = description(told).removesuffix(told.address), uri(told.address)
    found = [Link(outlet.say("Google Calendar"), _google(meeting, rule, text, details, page), "" if rule else once)]
    for name, host in OUTLOOKS.items():
        found.append(Link(name, _outlook(meeting, host, text, details, page), once))
    return tuple(found)


def _google(meeting: Meeting, rule: str, text: Mapping[str, str], details: str, page: str) -> str:
    """A single time in UTC, which needs no zone; one that comes back as clocks have it, in its zone."""
    current, zone = meeting.current, meeting.event.timezone
    local = bool(rule) and current.start.timed
    first, last = (_compact(when, "" if local else zone) for when in _span(current))
    fields = {"action": "TEMPLATE", "dates": f"{first}/{last}"}
    fields |= {"ctz": zone} if local else {}
    fields |= {"recur": f"RRULE:{rule}"} if rule else {}
    words = {"text": (text["text"], LONGEST_TITLE), "location": (text["place"], LONGEST_PLACE)}
    return _address(GOOGLE, fields, words, "details", details, page)


def _outlook(meeting: Meeting, host: str, text: Mapping[str, str], details: str, page: str) -> str:
    start, end = _span(meeting.current)
    zone = meeting.event.timezone
    fields = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "startdt": _extended(start, zone),
        "enddt": _extended(end, zone),
        "allday": "false" if start.timed else "true",
    }
    words = {"subject": (text["text"], LONGEST_TITLE), "location": (text["place"], LONGEST_PLACE)}
    return _address(host, fields, words, "body", details, page)


def _span(occurrence: Occurrence) -> tuple[When, When]:
    """Start and end; days end on the day after the last of them."""
    start, end = occurrence.start, occurrence.end or occurrence.start
    return (start, end) if start.timed else (start, When(end.local + dt.timedelta(days=1), "day"))


def _compact(when: When, zone: str) -> str:
    """As RFC 5545 writes times: UTC, or local where `zone` is empty."""
    if not when.timed:
        return f"{when.local:%Y%m%d}"
    return f"{instant(when.local, zone):%Y%m%dT%H%M%SZ}" if zone else f"{when.local:%Y%m%dT%H%M%S}"


def _extended(when: When, zone: str) -> str:
    return f"{instant(when.local, zone):%Y-%m-%dT%H:%M:%SZ}" if when.timed else f"{when.local:%Y-%m-%d}"


def _rule(meeting: Meeting) -> str:
    """The rule from the current occurrence on; empty where it leaves out, adds or changes any of them."""
    repeat, event = meeting.event.repeat, meeting.event
    if not (repeat and repeat.rule) or (event.start.timed and not tzid(event.timezone)):
        return ""
    ahead = [o for o in meeting.occurrences if o.original >= meeting.current.original]
    starts = [at for at in repeat.rule.starts(event.start.local) if at >= meeting.current.original.local]
    plain = all(o.start == o.original and o.status == event.status and not o.different for o in ahead)
    if len(ahead) == 1 or not plain or [o.original.local for o in ahead] != starts:
        return ""
    parts = sorted(repeat.rule.text.split(";"), key=lambda part: not part.startswith("FREQ="))
    return ";".join([*parts, f"COUNT={len(ahead)}"])


def _address(
    base: str,
    fields: Mapping[str, str],
    words: Mapping[str, tuple[str, int]],
    name: str,
    details: str,
    page: str,
) -> str:
    """The address with its longest field last: as much of `details` as there is room for, then the page."""
    query = [f"{key}={quote(value, safe='')}" for key, value in fields.items()]
    query += [f"{key}={fitted(value, most)}" for key, (value, most) in words.items()]
    head, foot = f"{base}?{'&'.join(query)}&{name}=", quote(page, safe="")
    body = fitted(details, LONGEST - len(head) - len(foot) - len(quote("\n\n")))
    return head + (f"{body}{quote(chr(10) * 2)}" if body else "") + foot


def fitted(text: str, most: int) -> str:
    """The text percent-encoded (RFC 3986) in at most `most` characters, cut between words where it must be."""
    pieces = re.findall(r"\s*\S+", text)
    whole = "".join(pieces)
    if len(whole) <= most and len(quote(whole, safe="")) <= most:
        return quote(whole, safe="")
    if len(quote(pieces[0], safe="")) > most - len(CUT):
        pieces = list(text.strip())
    return "".join(_as_many(pieces, most - len(CUT))) + CUT if most > len(CUT) else ""


def _as_many(pieces: Iterable[str], most: int) -> Iterator[str]:
    for piece in (quote(each, safe="") for each in pieces):
        most -= len(piece)
        if most < 0:
            return
        yield piece
