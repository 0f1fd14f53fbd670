"""What became known about a meeting, and when: published, moved, called off, who else comes, what came of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from meetingplace.model.repeat import matches
from meetingplace.model.times import When, instant

from .attendance import Attendance
from .meetings import Meeting, Occurrence


Kind = Literal["published", "people", "moved", "dated", "cancelled", "postponed", "report", "update"]
NOBODY = Attendance()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that readers may not know yet, by what is dated in the content alone: never by the clock.

    `key` tells it from all other changes of the meeting, for ever, and is empty for the publication itself. `known` is
    when it was made known, local to the meeting and never before the meeting was. `occurrence` is the meeting as it
    was to be then. `was` is the earlier start, `text` Markdown by the editor, `newcomers` those of `people` alone.
    """

    kind: Kind
    key: str
    known: When
    meeting: Meeting
    occurrence: Occurrence
    was: When | None = None
    text: str = ""
    newcomers: Attendance = NOBODY

    @property
    def at(self) -> dt.datetime:
        """The UTC instant from which it was known; a day's is its first."""
        return instant(self.known.local, self.meeting.event.timezone)


def changes_of(meeting: Meeting) -> tuple[Change, ...]:
    """All that became known about a meeting until its day: the publication first, the rest in no order."""
    found = [Change("published", "", meeting.published, meeting, meeting.current)]
    found += _moves(meeting)
    found += _called_off(meeting)
    found += _people(meeting)
    found += _updates(meeting)
    if report := meeting.event.report:
        found.append(_change(meeting, "report", report.date, text=report.text or ""))
    return tuple(_told_apart(found))


def lately(
    meetings: Iterable[Meeting], most: int, kinds: Container[str] | None = None
) -> tuple[tuple[Meeting, int], ...]:
    """What was made known last, of all kinds or of some, newest first; of one moment news first, then what happens
    first: the meeting of each, and its number among the `changes_of` it. No meeting is made for that.
    """
    found = [
        (told, meeting.slug, meeting, number)
        for meeting in meetings
        for number, told in enumerate(meeting.gist.announced)
        if kinds is None or told.kind in kinds
    ]
    found.sort(key=lambda one: (not one[0].key, one[0].start, one[1], one[0].kind, one[0].key))
    found.sort(key=lambda one: one[0].at, reverse=True)
    return tuple((meeting, number) for _, _, meeting, number in found[:most])


def reason(meeting: Meeting, occurrence: Occurrence) -> str:
    """Why the meeting is not as it was said, in the words of the update that told so; empty where none did.

    What else was told, before or since, explains nothing.
    """
    if occurrence.moved_from and occurrence.status in ("confirmed", "tentative"):
        moves = (update.text for update in reversed(meeting.event.updates) if update.was == occurrence.moved_from)
        return next(moves, "")
    return _announced(meeting, occurrence)[1]


def _told_apart(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes with keys of their own: the second of one kind and day gets a number."""
    seen: Counter[str] = Counter()
    for change in changes:
        seen[change.key] += 1
        number = seen[change.key]
        yield replace(change, key=f"{change.key}-{number}") if number > 1 else change


def _change(
    meeting: Meeting,
    kind: Kind,
    known: When,
    *,
    date: When | None = None,
    occurrence: Occurrence | None = None,
    was: When | None = None,
    text: str = "",
    newcomers: Attendance = NOBODY,
) -> Change:
    """`date` is the one in the key, where it is not that on which the change was made known."""
    return Change(
        kind,
        f"{kind}-{_date(date or known)}",
        known if known.local > meeting.published.local else meeting.published,
        meeting,
        occurrence or meeting.current,
        was,
        text,
        newcomers,
    )


def _date(when: When) -> str:
    return when.local.strftime("%Y-%m-%d") if when.fixed else str(when)


def _moves(meeting: Meeting) -> Iterator[Change]:
    """Each update that tells of an earlier start: of one occurrence, or of all."""
    moves = [update for update in meeting.event.updates if update.was]
    following = [*(update.was for update in moves), meeting.event.start][1:]
    for update, start in zip(moves, following, strict=True):
        if update.was and start:
            occurrence = _moved_from(meeting, update.was) or _starting(meeting, start)
            kind: Kind = "dated" if start.fixed and not update.was.fixed else "moved"
            yield _change(meeting, kind, update.date, occurrence=occurrence, was=update.was, text=update.text)


def _moved_from(meeting: Meeting, was: When) -> Occurrence | None:
    """The occurrence of a repeating meeting that was to start then, and starts at another time."""
    moved = (o for o in meeting.occurrences if o.start != o.original)
    return next((o for o in moved if matches(was, o.original.local)), None)


def _starting(meeting: Meeting, start: When) -> Occurrence:
    """The meeting as it was known when it was to start then: nobody had called that off."""
    current = next((o for o in meeting.occurrences if o.original == meeting.event.start), meeting.current)
    if current.start == start:
        return current
    shift = start.local - current.start.local
    end = When(current.end.local + shift, current.end.precision) if current.end and start.timed else None
    return replace(current, start=start, original=start, end=end, status="confirmed")


def _called_off(meeting: Meeting) -> Iterator[Change]:
    """News of single occurrences; of the meeting as one where its own status says it.

    A whole meeting is called off under the date of the update that tells, so that a second time is news again.
    """
    told = [update.was for update in meeting.event.updates if update.was]
    for occurrence in meeting.occurrences[:1] if _is_off(meeting) else meeting.occurrences:
        known, text = _announced(meeting, occurrence)
        original, status, own = occurrence.original, occurrence.status, occurrence.note or occurrence.text
        if status in ("cancelled", "postponed"):
            kind: Kind = "cancelled" if status == "cancelled" else "postponed"
            words = text if _is_off(meeting) else own
            date = known if _is_off(meeting) and text else original
            yield _change(meeting, kind, known, date=date, occurrence=occurrence, text=words)
        elif occurrence.start != original and not any(matches(was, original.local) for was in told):
            yield _change(meeting, "moved", known, date=original, occurrence=occurrence, was=original, text=own)


def _is_off(meeting: Meeting) -> bool:
    return meeting.event.status in ("cancelled", "postponed")


def _announced(meeting: Meeting, occurrence: Occurrence) -> tuple[When, str]:
    """When something about an occurrence became known, and in which words: the last update before its day, else the
    last change.

    Nothing later counts, so that a report of next year does not make old news new.
    """
    day = max(occurrence.original.last_day, occurrence.start.last_day)
    told = [update for update in meeting.event.updates if not update.was and update.date.day <= day]
    if told:
        return told[-1].date, told[-1].text
    return (meeting.modified if meeting.modified.day <= day else meeting.published), ""


def _people(meeting: Meeting) -> Iterator[Change]:
    """Who else comes, by the day on which they were announced; who was so from the start is no news."""
    for day, newcomers in meeting.newcomers:
        if day > meeting.published.day:
            known = When(dt.datetime.combine(day, dt.time()), "day")
            yield _change(meeting, "people", known, newcomers=newcomers)


def _updates(meeting: Meeting) -> Iterator[Change]:
    """What else editors told, but for what tells that all is off: that has been told as such."""
    told = _announced(meeting, meeting.occurrences[0]) if _is_off(meeting) else None
    for update in meeting.event.updates:
        if not update.was and (update.date, update.text) != told:
            yield _change(meeting, "update", update.date, text=update.text)
