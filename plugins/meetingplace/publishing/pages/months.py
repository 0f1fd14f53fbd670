"""Months as tables of weeks, Monday first (ISO 8601), and the list of all months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from meetingplace.building import Page
from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.publishing import views

from .edition import Edition
from .lists import card
from .press import Press


MONDAY = dt.date(2024, 1, 1)


def pages(press: Press) -> Iterator[Page]:
    edition, addresses = press.edition, press.edition.addresses
    title = edition.say("Calendar")
    yield press.page("months", title, addresses.folder("months"), months_page(edition), section="months")
    crumbs = (edition.link(title, addresses.folder("months")),)
    for (year, month), view in month_pages(edition):
        here = addresses.month(year, month)
        yield press.page("month", view.heading, here, view, section="months", crumbs=crumbs)


def _taking_place(edition: Edition) -> Iterator[tuple[Meeting, Occurrence]]:
    for meeting in edition.catalogue.meetings("name"):
        for occurrence in meeting.occurrences:
            yield meeting, occurrence


def _days(occurrence: Occurrence) -> Iterator[dt.date]:
    day = occurrence.start.day
    while day <= occurrence.last_day:
        yield day
        day += dt.timedelta(days=1)


def month_keys(edition: Edition) -> tuple[tuple[int, int], ...]:
    """Every (year, month) in which something takes place, and the month of today, in order."""
    today = edition.catalogue.today
    found = {(today.year, today.month)}
    for _, occurrence in _taking_place(edition):
        if occurrence.start.precision != "year":
            first, last = occurrence.start.day, occurrence.last_day
            found |= {(first.year, first.month), (last.year, last.month)}
    return tuple(sorted(found))


def month_pages(edition: Edition) -> Iterator[tuple[tuple[int, int], views.MonthPage]]:
    """The page of each month, with the months before and after that have one."""
    by_day: dict[dt.date, list[views.Card]] = {}
    unfixed: dict[tuple[int, int], list[views.Card]] = {}
    for meeting, occurrence in _taking_place(edition):
        made = card(meeting, edition, occurrence)
        if occurrence.start.fixed:
            for day in _days(occurrence):
                by_day.setdefault(day, []).append(made)
        elif occurrence.start.precision == "month":
            unfixed.setdefault((occurrence.start.day.year, occurrence.start.day.month), []).append(made)
    keys = month_keys(edition)
    for at, (year, month) in enumerate(keys):
        yield (
            (year, month),
            views.MonthPage(
                heading=edition.language.month(year, month),
                weekdays=tuple(edition.language.weekday(MONDAY + dt.timedelta(days=n)) for n in range(7)),
                weeks=_weeks(year, month, by_day, edition),
                unfixed=tuple(unfixed.get((year, month), ())),
                previous=_month_link(keys[at - 1], edition) if at else None,
                following=_month_link(keys[at + 1], edition) if at + 1 < len(keys) else None,
                empty=edition.say("No meetings this month."),
            ),
        )


def _weeks(
    year: int, month: int, by_day: dict[dt.date, list[views.Card]], edition: Edition
) -> tuple[tuple[views.Day, ...], ...]:
    def made(day: dt.date) -> views.Day:
        if day.month != month:
            return views.Day(0, "", "", is_today=False, cards=())
        cards = sorted(by_day.get(day, ()), key=lambda found: found.date.iso)
        text = f"{edition.language.weekday(day)} {edition.language.day_month(day)}"
        return views.Day(day.day, day.isoformat(), text, is_today=day == edition.catalogue.today, cards=tuple(cards))

    weeks = calendar.Calendar().monthdatescalendar(year, month)
    return tuple(tuple(made(day) for day in week) for week in weeks)


def _month_link(key: tuple[int, int], edition: Edition) -> views.Link:
    return edition.link(edition.language.month(*key), edition.addresses.month(*key))


def months_page(edition: Edition) -> views.Months:
    """All months by year, the latest year first, with the number of meetings in each."""
    counts: dict[tuple[int, int], int] = dict.fromkeys(month_keys(edition), 0)
    for _, occurrence in _taking_place(edition):
        key = (occurrence.start.day.year, occurrence.start.day.month)
        if occurrence.start.precision != "year":
            counts[key] += 1
    years: dict[int, list[views.Link]] = {}
    for (year, month), count in counts.items():
        note = edition.language.ngettext("%(num)s meeting", "%(num)s meetings", count)
        link = edition.link(edition.language.month_name(month), edition.addresses.month(year, month), note)
        years.setdefault(year, []).append(link)
    return views.Months(
        years=tuple((str(year), tuple(links)) for year, links in sorted(years.items(), reverse=True)),
        empty=edition.say("No meetings are planned right now."),
    )
