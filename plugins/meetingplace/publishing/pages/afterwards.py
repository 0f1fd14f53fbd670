"""What a meeting's page says when the meeting has been: at a build, and before the next one on a page that is older."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.model.attendance import Registration
from meetingplace.publishing import views
from meetingplace.publishing.dates import day_text, ends

from .edition import Edition


NOTES_WITHIN_DAYS = 60
"""For so long after a meeting notes are promised, where there are none yet."""


def over(meeting: Meeting) -> str:
    """The instant at which the last of its times has been, with its offset from UTC; empty where it has."""
    return "" if meeting.is_past else _ends(meeting, max(meeting.occurrences, key=lambda o: (o.last_day, o.start)))


def _ends(meeting: Meeting, occurrence: Occurrence) -> str:
    return ends(occurrence.start, occurrence.end, meeting.event.timezone)


def _standing(meeting: Meeting) -> tuple[Occurrence, ...]:
    """The times from the current one on that take place."""
    ahead = (o for o in meeting.occurrences if o.start >= meeting.current.start)
    return tuple(o for o in ahead if o.status not in ("cancelled", "postponed"))


def has_been(meeting: Meeting, edition: Edition) -> tuple[views.Later, ...]:
    """What the top of the page says when the current time has been, and when the last one has."""
    if meeting.is_past or meeting.current.status in ("cancelled", "postponed"):
        return ()
    current, *ahead = _standing(meeting)
    last = views.Later(edition.say("This meeting has taken place."), over(meeting))
    if not ahead:
        return (last,)
    day = day_text(ahead[0].start, edition.language)
    words = edition.say("This time has been. The next is %(day)s.", day=day)
    return (views.Later(words, _ends(meeting, current), _ends(meeting, ahead[0])), last)


def instead_of_sign_up(meeting: Meeting, edition: Edition) -> tuple[views.Later, ...]:
    """What stands where sign-up is, from its last moment on and when the meeting has been."""
    if meeting.is_past or not _standing(meeting):
        return ()
    end, closes = over(meeting), _closes(meeting.current.registration, meeting)
    words = edition.say("Notes will follow. Ask %(name)s.", name=meeting.contact.name)
    notes = views.Later(f"{edition.say('This meeting has taken place.')} {words}", end)
    closed = views.Later(f"{edition.say('Sign-up is closed')}.", closes, end)
    before = closes and dt.datetime.fromisoformat(closes) < dt.datetime.fromisoformat(end)
    return (closed, notes) if before else (notes,)


def _closes(registration: Registration | None, meeting: Meeting) -> str:
    if registration is None or registration.required is False or registration.state == "closed":
        return ""
    deadline = registration.deadline
    return ends(deadline, deadline if deadline.timed else None, meeting.event.timezone) if deadline else ""


def what_came(meeting: Meeting, edition: Edition) -> views.Fact:
    """Where sign-up was: the way to the report, or that notes will come and whom to ask; nothing of what was off."""
    fact = views.Fact("afterwards", edition.say("Afterwards"))
    if meeting.event.report:
        return replace(fact, lines=(views.Link(edition.say("Read what came out of it"), "#efterat"),))
    last = max(occurrence.last_day for occurrence in meeting.occurrences)
    late = edition.catalogue.today - last > dt.timedelta(days=NOTES_WITHIN_DAYS)
    if late or meeting.current.status in ("cancelled", "postponed"):
        return fact
    return replace(fact, awaited_from=edition.contact(meeting.contact))
