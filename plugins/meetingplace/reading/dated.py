"""When meetings were published whose files do not say so: the day of the file's first commit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

from meetingplace.building import HistoryError, first_commits
from meetingplace.model.event import Event
from meetingplace.model.site import Site
from meetingplace.model.times import When

from .lazily import Records
from .library import Reading
from .problems import Report


def dated(reading: Reading, content: Path, site: Site, today: dt.date, environment: Mapping[str, str]) -> Reading:
    """The reading with `published` in every meeting. Git is asked only where a file leaves it out.

    A first commit counts by its day in the site's zone, so that nothing changes when an editor writes that day, nor
    when what was built before its first commit is built after it. A file that is not committed yet was published
    today. So was, with a warning, one that no history tells of; that the history is cut off is an error.
    """
    undated = _undated(reading, content)
    if not undated:
        return reading
    commits: Mapping[str, dt.datetime] = {}
    report = Report(content.as_posix())
    count = str(len(undated))
    try:
        commits = first_commits(content, ".md", environment)
    except HistoryError as error:
        if error.code == "history-shallow":
            report.error("history-shallow", field="published", count=count)
        elif error.code == "history-missing":
            report.warning("history-missing", field="published", count=count)
        else:
            report.warning("history-unreadable", field="published", count=count, reason=error.reason)
    zone = ZoneInfo(site.timezone)
    days = {slug: commits[path].astimezone(zone).date() for slug, path in undated.items() if path in commits}
    dates = {slug: When(dt.datetime.combine(days.get(slug, today), dt.time()), "day") for slug in undated}
    found = dict(reading.library.outlines)
    makers = {slug: partial(_event, reading.library.events, slug, dates.get(slug)) for slug in reading.library.events}
    for slug, published in dates.items():
        found["event", slug] = reading.library.outline("event", slug).dated(published)
    problems = tuple(sorted([*reading.problems, *report.finished()]))
    return replace(reading, library=replace(reading.library, events=Records(makers), outlines=found), problems=problems)


def _undated(reading: Reading, content: Path) -> Mapping[str, str]:
    """The meetings without `published` by their slugs, and the paths of their files below the content folder."""
    library = reading.library
    return {
        original.slug: normalize("NFC", original.label.removeprefix(f"{content.as_posix()}/"))
        for original in reading.originals
        if original.kind == "event"
        and not original.translates
        and not library.outline("event", original.slug).published
    }


def _event(events: Mapping[str, Event], slug: str, published: When | None) -> Event:
    event = events[slug]
    return event.model_copy(update={"published": published}) if published else event
