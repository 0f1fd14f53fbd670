"""A meeting's programme, day by day, and what may come out of it."""

from __future__ import annotations

from itertools import groupby

from meetingplace.catalogue.meetings import Meeting, Opening, ProgrammeItem
from meetingplace.publishing import views
from meetingplace.publishing.dates import day_text
from meetingplace.publishing.words import POSSIBILITIES

from .edition import Edition


def possibility(opening: Opening, meeting: Meeting, edition: Edition) -> views.Possibility:
    found = opening.possibility
    return views.Possibility(
        kind=edition.say(POSSIBILITIES[found.kind]),
        title=found.title,
        html=edition.html(found.text, meeting),
        by=edition.named(opening.by) if opening.by else None,
        pay=found.pay or "",
        deadline=day_text(found.deadline, edition.language) if found.deadline else "",
        url=found.url or "",
    )


def programme(meeting: Meeting, edition: Edition) -> tuple[views.ProgrammeDay, ...]:
    days = groupby(meeting.programme, lambda item: item.row.date)
    return tuple(
        views.ProgrammeDay(
            edition.language.day(day) if day else "",
            tuple(_row(item, meeting, edition) for item in items),
        )
        for day, items in days
    )


def _row(item: ProgrammeItem, meeting: Meeting, edition: Edition) -> views.ProgrammeRow:
    row = item.row
    clock = edition.language.clock_text
    times = [clock(text) for text in (row.time, row.until) if text]
    return views.ProgrammeRow(
        time="–".join(times),
        title=row.title,
        where=row.where or "",
        html=edition.html(row.text, meeting),
        who=tuple(edition.named(named) for named in item.who),
    )
