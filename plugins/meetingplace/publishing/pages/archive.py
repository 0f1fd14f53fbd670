"""What has been: a page with a strip a year, and a page for each year with all its meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.model.times import When
from meetingplace.publishing import views
from meetingplace.publishing.rhythm import strip

from .edition import Edition
from .lists import counts, date_of, past, status_of, where_text
from .press import Planned, Press


LATEST = 5


def pages(press: Press) -> Iterator[Planned]:
    edition, here = press.edition, press.edition.addresses.folder("archive")
    title = edition.say("Past meetings")
    years = tuple((year, tuple(group)) for year, group in groupby(past(press.site.meetings), _year))
    make = partial(archive_page, years, edition)
    yield press.page("archive", title, here, make, of=(press.digests.meetings,), section="meetings")
    crumbs = (edition.link(title, here),)
    for at, (year, meetings) in enumerate(years):
        beside = tuple(years[near][0] if 0 <= near < len(years) else None for near in (at + 1, at - 1))
        heading = edition.say("Meetings in %(year)s", year=year)
        address = edition.addresses.archive_year(year)
        make_year = partial(archive_year_page, year, meetings, beside, edition)
        of = (repr(beside), *(press.digests.meeting(meeting.slug) for meeting in meetings))
        yield press.page("archive_year", heading, address, make_year, of=of, section="meetings", crumbs=crumbs)


def archive_year_page(
    year: int, meetings: tuple[Meeting, ...], beside: Iterable[int | None], edition: Edition
) -> views.ArchivePage:
    """All meetings of a year; `beside` are the years before and after it that have any."""
    previous, following = (_year_link(near, edition) if near else None for near in beside)
    return views.ArchivePage(_year_view(year, meetings, edition), previous, following)


def archive_page(years: Iterable[tuple[int, tuple[Meeting, ...]]], edition: Edition) -> views.Archive:
    """Every year with its strip and its latest meetings, the latest year first."""
    return views.Archive(
        years=tuple(_year_view(year, meetings, edition, LATEST) for year, meetings in years),
        empty=edition.say("No meetings have been held yet. Those that are coming will stand here when they have been."),
    )


def year_strip(year: int, meetings: tuple[Meeting, ...], edition: Edition) -> views.YearStrip:
    """A mark for each meeting that has a day, larger the more came; in words how many there were in each month."""
    language, gists = edition.language, [meeting.gist for meeting in meetings]
    marks = (
        (gist.shown.start.day, gist.came, gist.shown.status not in ("cancelled", "postponed"))
        for gist in gists
        if gist.shown.start.fixed
    )
    by_month = Counter(gist.shown.start.day.month for gist in gists if gist.shown.start.precision != "year")
    months = language.list([f"{language.month_name(month)} {n}" for month, n in sorted(by_month.items())])
    count = language.ngettext("%(num)s meeting", "%(num)s meetings", len(meetings))
    text = edition.say("%(year)s: %(count)s. By month: %(months)s.", year=year, count=count, months=months)
    return views.YearStrip(
        strip=strip(year, marks),
        text=text if months else f"{year}: {count}.",
        months=tuple(language.month_name(month)[:3] for month in range(1, 13)),
    )


def _year_view(year: int, meetings: tuple[Meeting, ...], edition: Edition, most: int = 0) -> views.ArchiveYear:
    """A year with all its meetings by month, or its latest `most` without headings."""
    months = groupby(meetings, lambda meeting: _month(meeting.gist.shown.start, edition))
    count = edition.language.ngettext(
        "%(num)s meeting in %(year)s", "All %(num)s meetings in %(year)s", len(meetings), year=year
    )
    return views.ArchiveYear(
        heading=str(year),
        anchor=f"ar-{year}",
        strip=year_strip(year, meetings, edition),
        months=(("", _rows(meetings[:most], edition)),)
        if most
        else tuple((heading, _rows(group, edition)) for heading, group in months),
        all=edition.link(count, edition.addresses.archive_year(year)) if most else None,
    )


def _rows(meetings: Iterable[Meeting], edition: Edition) -> tuple[views.Row, ...]:
    return tuple(edition.part(row, meeting, meeting.gist.shown) for meeting in meetings)


def row(meeting: Meeting, edition: Edition, shown: Occurrence) -> views.Row:
    """A past meeting in a line, with what came out of it."""
    report = meeting.event.report
    return views.Row(
        url=edition.addresses.href(edition.addresses.meeting(meeting.slug)),
        title=shown.title,
        lang=meeting.event.language_of("title"),
        date=date_of(meeting, shown, edition),
        day=day_words(shown.start, edition),
        where=where_text(shown.venue, meeting, edition),
        came=counts(meeting, shown, edition),
        status=status_of(meeting, shown, edition),
        outcome=report.outcomes[0] if report and report.outcomes else "",
    )


def day_words(when: When, edition: Edition) -> str:
    """`tor 12 mars`, or as much as is known."""
    if when.fixed:
        return edition.language.short_day(when.day)
    return edition.language.month_name(when.day.month) if when.precision == "month" else str(when)


def _year(meeting: Meeting) -> int:
    return meeting.gist.shown.start.day.year


def _month(start: When, edition: Edition) -> str:
    known = start.precision != "year"
    return edition.language.month_name(start.day.month) if known else edition.say("Month not known")


def _year_link(year: int, edition: Edition) -> views.Link:
    return edition.link(str(year), edition.addresses.archive_year(year))
