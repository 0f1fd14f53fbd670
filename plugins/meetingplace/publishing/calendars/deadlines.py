"""The last days to sign up, as VEVENTs for a calendar of their own: nobody's own calendar shall fill with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.model.times import When
from meetingplace.publishing.brief import brief, status_word
from meetingplace.publishing.outlet import Outlet, for_feeds
from meetingplace.publishing.plain import one_line, uri

from .events import STATUSES, description, usual
from .properties import categories, organizer, stamp, stamps, times
from .writing import component, line, text


class Deadline(NamedTuple):
    """`until` is a day or a moment; `uid` never changes; `facts` are those of what one signs up for, and `once` is
    whether that takes place one time alone.
    """

    uid: str
    until: When
    facts: Occurrence
    once: bool


def deadlines(meeting: Meeting, outlet: Outlet) -> bytes:
    """A VEVENT for each deadline of a meeting: its own, and that of each time which has another sign-up.

    Of what is cancelled the deadline is cancelled. ValueError for texts that are not for feeds.
    """
    for_feeds(meeting)
    return b"".join(_vevent(meeting, deadline, outlet) for deadline in _deadlines(meeting))


def _deadlines(meeting: Meeting) -> Iterator[Deadline]:
    registration = meeting.event.registration
    if registration and registration.deadline:
        yield Deadline(f"{meeting.uid}+deadline", registration.deadline, _whole(meeting), not meeting.event.repeat)
    for occurrence in meeting.occurrences:
        own = occurrence.registration
        if own and own.deadline and own != registration:
            yield Deadline(f"{meeting.uid}+{stamp(occurrence.original)}+deadline", own.deadline, occurrence, once=True)


def _whole(meeting: Meeting) -> Occurrence:
    """What one signs up for once: the only time, or all of them, which are off when each of them is."""
    if not meeting.event.repeat:
        return meeting.occurrences[0]
    if all(occurrence.status == "cancelled" for occurrence in meeting.occurrences):
        return replace(usual(meeting), status="cancelled")
    return usual(meeting)


def _vevent(meeting: Meeting, deadline: Deadline, outlet: Outlet) -> bytes:
    facts, site = deadline.facts, outlet.site
    told = brief(meeting, facts, outlet)
    word = status_word(facts, outlet)
    name = outlet.say("Last day to sign up: %(title)s", title=one_line(facts.title) or meeting.slug)
    where = f"{told.when}, {told.where}" if deadline.once else told.where
    return component(
        "VEVENT",
        [
            text("UID", f"{deadline.uid}@{site.uid_domain}"),
            *stamps(meeting),
            *times(deadline.until, None, meeting.event.timezone),
            text("SUMMARY", f"{word}: {name}" if word else name),
            text("DESCRIPTION", f"{where}\n\n{description(told)}"),
            line("URL", uri(told.address)),
            *categories(meeting, outlet),
            line("STATUS", STATUSES[facts.status]),
            line("CLASS", "PUBLIC"),
            line("TRANSP", "TRANSPARENT"),
            organizer(site),
        ],
    )
