"""Whom one will meet and where, as components of RFC 9073: for a file of its own, which not every program can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from meetingplace.catalogue.attendance import Participant
from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.publishing.brief import participant_line, place
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.plain import one_line, uri

from .writing import component, line, text


TYPES: Mapping[str, str] = {"performer": "PERFORMER", "speaker": "SPEAKER", "panellist": "SPEAKER"}
"""RFC 9073 6.2; whoever only comes is ACTIVE. A host is no contact: only who agreed to be asked is one."""


def parts(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[bytes]:
    """PARTICIPANT for everyone who may be named in feeds (7.1), and VLOCATION (7.2). Of what is off nobody is told.

    There is no CALENDAR-ADDRESS: it is an address to reach someone by.
    """
    if occurrence.status != "cancelled":
        for participant in (*occurrence.attendance.people, *occurrence.attendance.organisations):
            if participant.profile.in_feeds:
                yield _participant(meeting, participant, outlet)
    venue = occurrence.venue
    if venue and (venue.name or venue.town) and meeting.event.attendance != "online":
        geo = [line("GEO", f"{venue.position.lat:.6f};{venue.position.lon:.6f}")] if venue.position else []
        name = one_line(venue.name or venue.town)
        properties = [text("UID", _uid("place", name, outlet)), text("NAME", name), text("DESCRIPTION", place(venue))]
        yield component("VLOCATION", [*properties, *geo])


def _participant(meeting: Meeting, participant: Participant, outlet: Outlet) -> bytes:
    profile = participant.profile
    kind = next((TYPES[role] for role in participant.roles if role in TYPES), "ACTIVE")
    lines = [
        text("UID", _uid(meeting.uid, profile.slug or profile.name, outlet)),
        line("PARTICIPANT-TYPE", kind),
        text("SUMMARY", one_line(profile.name)),
        text("DESCRIPTION", participant_line(participant, outlet)),
    ]
    if profile.has_page:
        lines.append(line("URL", uri(outlet.addresses.absolute(outlet.addresses.person(profile.slug)))))
    return component("PARTICIPANT", lines)


def _uid(where: str, who: str, outlet: Outlet) -> str:
    """The same for as long as the name is: nobody's slug, which may be no public word."""
    return f"{sha256(f'{where} {who}'.encode()).hexdigest()[:24]}@{outlet.site.uid_domain}"
