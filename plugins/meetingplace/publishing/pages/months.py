"""Months as tables of weeks, Monday first (ISO 8601), and the list of all months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterator

from meetingplace.building import Page
from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.publishing import views
from meetingplace.publishing.rhythm import month

from .edition import Edition
from .lists import card
from .press import Press


MONDAY = dt.date(2024, 1, 1)


def pages(press: Press) -> Iterator[Page]:
    edition, addresses = press.edition, press.edition.addresses
    title = edition.say("Calendar")
    yield press.page("months", title, addresses.folder("months"), months_page(edition), section="months")
    crumbs = (edition.link(title, addresses.folder("months")),)
    for key, view in month_pages(edition):
        here = addresses.month(*key)
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
    by_month: dict[tuple[int, int], list[dt.date]] = {}
    unfixed: dict[tuple[int, int], list[views.Card]] = {}
    for meeting, occurrence in _taking_place(edition):
        made = card(meeting, edition, occurrence)
        if occurrence.start.fixed:
            for day in _days(occurrence):
                by_day.setdefault(day, []).append(made)
        elif occurrence.start.precision == "month":
            unfixed.setdefault((occurrence.start.day.year, occurrence.start.day.month), []).append(made)
    for day in by_day:
        by_month.setdefault((day.year, day.month), []).append(day)
    keys = month_keys(edition)
    for at, key in enumerate(keys):
        days, later = by_month.get(key, []), tuple(unfixed.get(key, ()))
        empty = edition.say("No day is fixed yet.") if later else edition.say("No meetings this month.")
        yield (
            key,
            views.MonthPage(
                heading=edition.language.month(*key),
                summary=_summary([card for day in days for card in by_day[day]], len(days), edition),
                weekdays=tuple(edition.language.weekday(MONDAY + dt.timedelta(days=n)) for n in range(7)),
                weeks=_weeks(*key, by_day, edition),
                unfixed=later,
                previous=_month_link(keys[at - 1], edition) if at else None,
                following=_month_link(keys[at + 1], edition) if at + 1 < len(keys) else None,
                empty="" if days else empty,
            ),
        )


def _summary(cards: list[views.Card], days: int, edition: Edition) -> str:
    """`7 möten på 9 dagar`; empty where there is nothing to count."""
    if not cards:
        return ""
    meetings = edition.language.ngettext("%(num)s meeting", "%(num)s meetings", len({card.url for card in cards}))
    on_days = edition.language.ngettext("on %(num)s day", "on %(num)s days", days)
    return f"{meetings} {on_days}"


def _weeks(year: int, number: int, by_day: dict[dt.date, list[views.Card]], edition: Edition) -> tuple[views.Week, ...]:
    def made(day: dt.date) -> views.Day:
        if day.month != number:
            return views.Day(0, "", "", is_today=False, cards=())
        cards = sorted(by_day.get(day, ()), key=lambda found: found.date.iso)
        text = f"{edition.language.weekday(day)} {edition.language.day_month(day)}"
        return views.Day(day.day, day.isoformat(), text, is_today=day == edition.catalogue.today, cards=tuple(cards))

    def numbered(days: list[dt.date]) -> views.Week:
        week = days[0].isocalendar().week
        short = edition.say("w. %(number)s", number=week)
        return views.Week(edition.say("Week %(number)s", number=week), short, tuple(made(day) for day in days))

    return tuple(numbered(days) for days in calendar.Calendar().monthdatescalendar(year, number))


def _month_link(key: tuple[int, int], edition: Edition) -> views.Link:
    return edition.link(edition.language.month(*key), edition.addresses.month(*key))


def months_page(edition: Edition) -> views.Months:
    """All months by year, each as its rhythm of days: the year of today and later ones first, then what has been."""
    days: Counter[dt.date] = Counter()
    starts: Counter[tuple[int, int]] = Counter()
    for _, occurrence in _taking_place(edition):
        if occurrence.start.precision != "year":
            starts[occurrence.start.day.year, occurrence.start.day.month] += 1
        if occurrence.start.fixed:
            days.update(_days(occurrence))
    by_month: dict[tuple[int, int], dict[dt.date, int]] = {}
    for day, count in sorted(days.items()):
        by_month.setdefault((day.year, day.month), {})[day] = count
    years: dict[int, list[views.MonthBeats]] = {}
    for key in month_keys(edition):
        years.setdefault(key[0], []).append(_month_beats(key, starts[key], by_month.get(key, {}), edition))
    this_year = edition.catalogue.today.year
    ahead = sorted(year for year in years if year >= this_year)
    been = sorted((year for year in years if year < this_year), reverse=True)
    return views.Months(
        years=tuple((str(year), tuple(years[year])) for year in (*ahead, *been)),
        empty=edition.say("No meetings are planned right now."),
    )


def _month_beats(key: tuple[int, int], count: int, days: dict[dt.date, int], edition: Edition) -> views.MonthBeats:
    language = edition.language
    note = language.ngettext("%(num)s meeting", "%(num)s meetings", count)
    numbers = language.list([str(day.day) for day in days])
    return views.MonthBeats(
        link=edition.link(language.month_name(key[1]), edition.addresses.month(*key), note),
        beats=month(*key, days, edition.catalogue.today),
        text=edition.say("Days with meetings: %(days)s.", days=numbers)
        if days
        else edition.say("No days with meetings."),
    )
