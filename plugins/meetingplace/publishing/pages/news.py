"""What changed lately, as a page: by day, the newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from meetingplace.catalogue.changes import Change, changes_of, lately
from meetingplace.catalogue.meetings import Named
from meetingplace.publishing import views
from meetingplace.publishing.changes import came_line, newcomers_counted, was_line, word_of
from meetingplace.publishing.news import MOST_ITEMS

from .edition import Edition
from .lists import date_of, rss_feed, title_language, where_text
from .press import Planned, Press


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    feeds = (news_feed(edition), *press.site_feeds)
    here = edition.addresses.folder("news")
    make = partial(news_page, edition)
    yield press.page("news", edition.say("Latest news"), here, make, of=(press.digests.meetings,), feeds=feeds)


def news_page(edition: Edition) -> views.News:
    """As much as the feed of changes has."""
    by_day = groupby(_latest(edition, MOST_ITEMS), lambda change: change.known.day)
    return views.News(
        days=tuple(
            views.NewsDay(_heading(day, edition), day.isoformat(), tuple(_item(change, edition) for change in changes))
            for day, changes in by_day
        ),
        feeds=(news_feed(edition),),
        empty=edition.say("Nothing has changed yet."),
    )


def news_items(edition: Edition, most: int) -> tuple[views.NewsItem, ...]:
    """The newest few."""
    return tuple(_item(change, edition) for change in _latest(edition, most))


def news_feed(edition: Edition) -> views.Feed:
    title = edition.say("Latest news: %(name)s", name=edition.catalogue.site.name)
    return rss_feed(title, edition.addresses.news(), edition)


def _latest(edition: Edition, most: int) -> tuple[Change, ...]:
    """By the day that is written, for a meeting elsewhere may have had its day begin before ours."""
    found = (edition.once(changes_of, one)[number] for one, number in lately(edition.catalogue.meetings("name"), most))
    return tuple(sorted(found, key=lambda change: change.known.day, reverse=True))


def _heading(day: dt.date, edition: Edition) -> str:
    """`I dag, söndag 22 november 2026`."""
    days = (edition.catalogue.today - day).days
    words = edition.language.day(day)
    if days > 1:
        return words[:1].upper() + words[1:]
    return edition.say("Yesterday, %(day)s", day=words) if days else edition.say("Today, %(day)s", day=words)


def _item(change: Change, edition: Edition) -> views.NewsItem:
    meeting, occurrence = change.meeting, change.occurrence
    return views.NewsItem(
        kind=change.kind,
        word=word_of(change.kind, edition.language),
        meeting=edition.link(occurrence.title, edition.addresses.meeting(meeting.slug)),
        date=date_of(meeting, occurrence, edition),
        where=where_text(occurrence.venue, meeting, edition),
        lang=title_language(occurrence.title, meeting.event),
        summary_lang=meeting.event.language_of("summary"),
        rest_lang=meeting.event.language_of_rest,
        line=came_line(change, edition.language) or was_line(change, edition.language),
        who=_who(change, edition),
        summary=meeting.event.summary if change.kind == "published" else "",
        html=edition.html(change.text, meeting),
    )


def _who(change: Change, edition: Edition) -> tuple[views.Link, ...]:
    profiles = [found.profile for found in (*change.newcomers.people, *change.newcomers.organisations)]
    named = (edition.named(Named(profile.name, profile.slug)) for profile in profiles)
    counted = (views.Link(words, "") for words in newcomers_counted(change, edition.language))
    return (*named, *counted)
