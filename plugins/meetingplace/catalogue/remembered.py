"""What the last publication knows of each meeting, and what subscribers would suffer from if it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from meetingplace.model.event import Event
from meetingplace.model.times import When
from meetingplace.reading.library import Library
from meetingplace.reading.originals import Original
from meetingplace.reading.outlines import Marks, Outline
from meetingplace.reading.problems import Problem


MEETINGS = "meetings"


def noted(meetings: Iterable[Outline]) -> dict[str, Any]:
    """What to remember of the meetings that are published now, as values of JSON."""
    return {MEETINGS: {meeting.slug: meeting.marks._asdict() for meeting in meetings if meeting.marks}}


def changed(notes: Mapping[str, Any], library: Library, originals: Iterable[Original]) -> list[Problem]:
    """`uid-changed` and `slug-changed`, which are errors, and warnings of `start-moved`, since `notes` were made.

    Notes that are none of ours are passed over.
    """
    known = _read(notes)
    outlines = list(library.outlines_of("event"))
    uids = {outline.marks.uid for outline in outlines if outline.marks}
    reachable = {slug for outline in outlines for slug in outline.slugs}
    by_uid = {old.uid: old for old in reversed(known.values())}
    lost = {slug: old for slug, old in known.items() if slug not in reachable and old.uid not in uids}
    found: list[Problem] = []
    for original in originals:
        if original.kind == "event" and not original.translates:
            outline = library.outline("event", original.slug)
            before = next((known[slug] for slug in outline.slugs if slug in known), None)
            if before != outline.marks:
                found += _of_meeting(library.events[original.slug], original, before, by_uid, lost)
    return found


def _of_meeting(
    event: Event,
    original: Original,
    before: Marks | None,
    by_uid: Mapping[str, Marks],
    lost: Mapping[str, Marks],
) -> list[Problem]:
    report = original.report()
    before = before or by_uid.get(event.uid_for_ever)
    if before is None:
        for slug, old in lost.items():
            if old.is_same(Marks.of(event)):
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


def _read(notes: Mapping[str, Any]) -> dict[str, Marks]:
    meetings = notes.get(MEETINGS)
    found = {}
    for slug, fields in meetings.items() if isinstance(meetings, dict) else ():
        if isinstance(fields, dict) and fields.keys() == set(Marks._fields):
            found[slug] = Marks(**{key: str(value) for key, value in fields.items()})
    return found
