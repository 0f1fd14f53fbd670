"""When meetings were published whose files do not say so: the day of the file's first commit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

from meetingplace.building import HistoryError, first_commits
from meetingplace.model.site import Site
from meetingplace.model.times import When

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
    events = {
        slug: event.model_copy(update={"published": dates[slug]}) if slug in dates else event
        for slug, event in reading.library.events.items()
    }
    problems = tuple(sorted([*reading.problems, *report.finished()]))
    return replace(reading, library=replace(reading.library, events=events), problems=problems)


def _undated(reading: Reading, content: Path) -> Mapping[str, str]:
    """The meetings without `published` by their slugs, and the paths of their files below the content folder."""
    events = reading.library.events
    return {
        original.slug: normalize("NFC", original.label.removeprefix(f"{content.as_posix()}/"))
        for original in reading.originals
        if original.kind == "event" and not original.translates and events[original.slug].published is None
    }
