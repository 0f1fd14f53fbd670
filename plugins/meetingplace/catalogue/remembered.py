"""What the last publication knows of each meeting, and what subscribers would suffer from if it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, Self

from meetingplace.model.event import Event
from meetingplace.model.times import When, parse
from meetingplace.reading.originals import Original
from meetingplace.reading.problems import Problem


MEETINGS = "meetings"


class Remembered(NamedTuple):
    """`start` is as it is written, with the zone; `title` and `body` are digests, for no text may outlive its page."""

    uid: str
    start: str
    title: str
    body: str

    @classmethod
    def of(cls, event: Event) -> Self:
        return cls(event.uid_for_ever, f"{event.start} {event.timezone}", _digest(event.title), _digest(event.body))

    def is_same(self, other: Self) -> bool:
        """Whether it is one meeting under two names: two of its three marks are the same."""
        mine, others = (self.start, self.title, self.body), (other.start, other.title, other.body)
        return sum(a == b != "" for a, b in zip(mine, others, strict=True)) >= 2

    @property
    def when(self) -> When:
        return parse(self.start.rpartition(" ")[0])[0]


def noted(events: Iterable[Event]) -> dict[str, Any]:
    """What to remember of the meetings that are published now, as values of JSON."""
    return {MEETINGS: {event.slug: Remembered.of(event)._asdict() for event in events}}


def changed(notes: Mapping[str, Any], events: Mapping[str, Event], originals: Iterable[Original]) -> list[Problem]:
    """`uid-changed` and `slug-changed`, which are errors, and warnings of `start-moved`, since `notes` were made.

    Notes that are none of ours are passed over.
    """
    known = _read(notes)
    uids = {event.uid_for_ever for event in events.values()}
    reachable = {slug for event in events.values() for slug in (event.slug, *event.aliases)}
    lost = {slug: old for slug, old in known.items() if slug not in reachable and old.uid not in uids}
    found: list[Problem] = []
    for original in originals:
        if original.kind == "event" and not original.translates:
            found += _of_meeting(events[original.slug], original, known, lost)
    return found


def _of_meeting(
    event: Event, original: Original, known: Mapping[str, Remembered], lost: Mapping[str, Remembered]
) -> list[Problem]:
    report = original.report()
    before = next((known[slug] for slug in (event.slug, *event.aliases) if slug in known), None)
    before = before or next((old for old in known.values() if old.uid == event.uid_for_ever), None)
    if before is None:
        for slug, old in lost.items():
            if old.is_same(Remembered.of(event)):
                report.error("slug-changed", (1, 1), "slug", slug, found=event.slug, uid=old.uid)
    elif before.uid != event.uid_for_ever:
        report.error("uid-changed", original.place(("uid",)), "uid", before.uid, found=event.uid_for_ever)
    elif _is_moved(before.when, event):
        was = str(before.when)
        report.warning("start-moved", original.place(("start",)), "start", was=was, found=str(event.start))
    return report.finished()


def _is_moved(was: When, event: Event) -> bool:
    """Whether the start is another one, and not the same told more exactly, and no update says so."""
    exactly = str(event.start).startswith(str(was))
    return not exactly and was.fixed and was not in [update.was for update in event.updates]


def _read(notes: Mapping[str, Any]) -> dict[str, Remembered]:
    meetings = notes.get(MEETINGS)
    found = {}
    for slug, fields in meetings.items() if isinstance(meetings, dict) else ():
        if isinstance(fields, dict) and fields.keys() == set(Remembered._fields):
            found[slug] = Remembered(**{key: str(value) for key, value in fields.items()})
    return found


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16] if text else ""
