"""When a meeting takes place: its times in order, with what is different on each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from meetingplace.model.attendance import EventPlace, Registration, WhoRow
from meetingplace.model.event import Event
from meetingplace.model.place import Place
from meetingplace.model.repeat import Change, matches, start_of, starts_of
from meetingplace.model.times import CLOCK_DAY, When

from .attendance import Attendance
from .meetings import Occurrence, OccurrenceStatus, Venue


def venue_of(place: EventPlace | None, places: Mapping[str, Place]) -> Venue | None:
    """Where one goes: the venue's own facts, the one-off's, or the words that stand until it is decided."""
    if place is None:
        return None
    if place.slug is None:
        return Venue(place.name or "", place.address or "", town=place.town or "", tbd=place.tbd or "")
    venue = places[place.slug]
    return Venue(
        name=venue.name,
        address=venue.address or "",
        postcode=venue.postcode or "",
        town=venue.town or "",
        slug=venue.slug,
        municipality=venue.municipality or "",
        position=venue.position,
        access=venue.access,
        travel=venue.travel or "",
    )


def _end(event: Event, start: When, change: Change | None) -> When | None:
    """The end that holds: the change's own, or as long after the start as the event says."""
    if change and change.end:
        if change.end.day != CLOCK_DAY:
            return change.end
        return When(dt.datetime.combine(start.day, change.end.local.time()))
    if event.end is None:
        return None
    length = event.end.local - event.start.local
    return When(start.local + length, event.end.precision)


def last_day_of(event: Event) -> dt.date:
    """The last day of the last occurrence: from it the days of `archive` count."""
    if not event.repeat:
        return max(event.start.last_day, (event.end or event.start).last_day)
    days = [event.start.last_day]
    for local in starts_of(event.start, event.repeat):
        change = _change(event, local)
        start = start_of(event.start, local, change)
        days.append((_end(event, start, change) or start).last_day)
    return max(days)


def known_by(today: dt.date, event: Event) -> Event:
    """The event without updates and a report of later days, and with sign-up closed where its last day has passed."""
    updates = tuple(sorted((u for u in event.updates if u.date.day <= today), key=lambda u: u.date))
    report = event.report if event.report and event.report.date.day <= today else None
    known: dict[str, object] = {"updates": updates, "report": report}
    over = last_day_of(event) < today
    known["registration"] = _closed_by(today, event.registration, over=over)
    if event.repeat:
        changes = tuple(
            change.model_copy(update={"registration": _closed_by(today, change.registration, over=over)})
            for change in event.repeat.changes
        )
        known["repeat"] = event.repeat.model_copy(update={"changes": changes})
    return event.model_copy(update=known)


def _closed_by(today: dt.date, registration: Registration | None, *, over: bool) -> Registration | None:
    if registration is None or registration.required is False:
        return registration
    late = registration.deadline is not None and registration.deadline.day < today
    if over or late:
        return registration.model_copy(update={"state": "closed"})
    return registration


def _change(event: Event, local: dt.datetime) -> Change | None:
    changes = event.repeat.changes if event.repeat else ()
    return next((change for change in changes if matches(change.date, local)), None)


def occurrences_of(
    event: Event,
    places: Mapping[str, Place],
    usual: Attendance,
    attending: Callable[[tuple[WhoRow, ...]], Attendance],
) -> tuple[Occurrence, ...]:
    """All occurrences by time; `attending` answers who comes by the rows of one of them, `usual` come to the others."""
    if not event.repeat:
        return (replace(_one(event, event.start, event.start, None, places, usual), moved_from=_earlier(event)),)
    found = []
    for local in starts_of(event.start, event.repeat):
        change = _change(event, local)
        who = attending(change.who) if change and change.who else usual
        original = When(local, event.start.precision)
        found.append(_one(event, original, start_of(event.start, local, change), change, places, who))
    return tuple(sorted(found, key=lambda occurrence: occurrence.start))


def _one(
    event: Event,
    original: When,
    start: When,
    change: Change | None,
    places: Mapping[str, Place],
    who: Attendance,
) -> Occurrence:
    return Occurrence(
        original=original,
        start=start,
        end=_end(event, start, change),
        status=(change.status if change else None) or status_of(event),
        title=(change.title if change else None) or event.title,
        venue=venue_of((change.place if change else None) or event.place, places),
        online=(change.online if change else None) or event.online,
        registration=(change.registration if change else None) or event.registration,
        attendance=who,
        text=(change.text if change else None) or "",
        note=(change.note if change else None) or "",
        different=change is not None,
        moved_from=original if start != original else None,
    )


def status_of(event: Event) -> OccurrenceStatus:
    """The status of a meeting that is published; drafts never come this far."""
    return "confirmed" if event.status == "draft" else event.status


def _earlier(event: Event) -> When | None:
    """The start from which a meeting of one occurrence was moved, by the latest update that tells.

    A month that became a day is no move.
    """
    starts = (update.was for update in reversed(event.updates) if update.was)
    was = next((start for start in starts if start.fixed or not event.start.fixed), None)
    return was if was != event.start else None


def modified_on(today: dt.date, event: Event, published: When) -> When:
    """`modified`, or the latest of `updates`, `since`, `report` and `published`; never after today."""
    days = [published, *(update.date for update in event.updates)]
    rows = [*event.who, *(row for change in (event.repeat.changes if event.repeat else ()) for row in change.who)]
    days += [When(dt.datetime.combine(row.since, dt.time()), "day") for row in rows if row.since]
    days += [event.report.date] if event.report else []
    if event.modified and event.modified.day <= today:
        return max(event.modified, published)
    return max(day for day in days if day.day <= today)
