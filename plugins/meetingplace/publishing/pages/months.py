"""Months as tables of weeks, Monday first (ISO 8601), and the list of all months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from meetingplace.catalogue.gists import Month
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views
from meetingplace.publishing.rhythm import month

from .edition import Edition
from .lists import card
from .press import Planned, Press


MONDAY = dt.date(2024, 1, 1)


def pages(press: Press) -> Iterator[Planned]:
    edition, addresses = press.edition, press.edition.addresses
    title, make = edition.say("Calendar"), partial(months_page, edition)
    folder, all_of_them = addresses.folder("months"), (press.digests.meetings,)
    yield press.page("months", title, folder, make, of=all_of_them, section="months")
    crumbs = (edition.link(title, folder),)
    by_month = _by_month(edition)
    keys = month_keys(edition)
    for at, key in enumerate(keys):
        here, beside = addresses.month(*key), tuple(keys[n] if 0 <= n < len(keys) else None for n in (at - 1, at + 1))
        found = by_month.get(key, ())
        make_month = partial(month_page, key, beside, found, edition)
        of = (repr(beside), *(press.digests.meeting(meeting.slug) for meeting in found))
        heading = edition.language.month(*key)
        yield press.page("month", heading, here, make_month, of=of, section="months", crumbs=crumbs)


def month_keys(edition: Edition) -> tuple[Month, ...]:
    """Every (year, month) in which something takes place, and the month of today, in order."""
    today = edition.catalogue.today
    return tuple(sorted({(today.year, today.month), *_by_month(edition)}))


def _by_month(edition: Edition) -> Mapping[Month, Sequence[Meeting]]:
    """What takes place in each month, in the order of meetings; what has no month yet is in none."""
    found: dict[Month, list[Meeting]] = {}
    for meeting in edition.catalogue.meetings("name"):
        for key in meeting.gist.months:
            found.setdefault(key, []).append(meeting)
    return found


def month_page(
    key: Month, beside: Sequence[Month | None], meetings: Sequence[Meeting], edition: Edition
) -> views.MonthPage:
    """The page of a month with its `meetings`; `beside` are the months before and after that have one."""
    by_day: dict[dt.date, list[views.Card]] = {}
    unfixed: list[views.Card] = []
    found = ((meeting, held) for meeting in meetings for held in meeting.gist.times if key in held.months())
    for meeting, held in found:
        made = card(meeting, edition, held)
        if not held.start.fixed:
            unfixed.append(made)
        for day in held.days() if held.start.fixed else ():
            if (day.year, day.month) == key:
                by_day.setdefault(day, []).append(made)
    empty = edition.say("No day is fixed yet.") if unfixed else edition.say("No meetings this month.")
    previous, following = (_month_link(near, edition) if near else None for near in beside)
    return views.MonthPage(
        heading=edition.language.month(*key),
        summary=_summary([card for cards in by_day.values() for card in cards], len(by_day), edition),
        weekdays=tuple(edition.language.weekday(MONDAY + dt.timedelta(days=n)) for n in range(7)),
        weeks=_weeks(*key, by_day, edition),
        unfixed=tuple(unfixed),
        previous=previous,
        following=following,
        empty="" if by_day else empty,
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
    for held in (held for meeting in edition.catalogue.meetings("name") for held in meeting.gist.times):
        if held.start.precision != "year":
            starts[held.start.day.year, held.start.day.month] += 1
        if held.start.fixed:
            days.update(held.days())
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
