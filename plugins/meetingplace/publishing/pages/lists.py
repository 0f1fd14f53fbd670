"""Meetings in lists: a card each, by month or year, and the listing that one can subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from meetingplace.catalogue.gists import Time
from meetingplace.catalogue.listings import Listing, times
from meetingplace.catalogue.meetings import Meeting, Occurrence, Venue
from meetingplace.i18n import N_
from meetingplace.model.event import Event
from meetingplace.model.times import When
from meetingplace.publishing import views
from meetingplace.publishing.counts import sentence
from meetingplace.publishing.dates import date_view, month_key
from meetingplace.publishing.words import status_view, where_words

from .choices import choices_of
from .edition import Edition


MOST_PAST = 10
MOST_NAMES = 3
PAID: Mapping[str, str] = {"yes": N_("Paid for your time"), "partly": N_("Partly paid for your time")}


def where_text(venue: Venue | None, meeting: Meeting, edition: Edition) -> str:
    """`TEA-huset, Flen`, `Online` or the words until it is decided."""
    return where_words(venue, meeting.event.attendance, edition.language)


def date_of(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> views.Date:
    """When it is, for readers and for scripts."""
    return edition.once(_date_of, meeting, occurrence, edition)


def _date_of(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> views.Date:
    view = date_view(
        occurrence.start,
        occurrence.end,
        meeting.event.timezone,
        edition.catalogue.site.timezone,
        edition.language,
        all_day=meeting.event.all_day,
    )
    is_on = occurrence.status not in ("cancelled", "postponed") and occurrence.last_day >= edition.catalogue.today
    return view if is_on else replace(view, now="")


def status_of(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> views.Status | None:
    return status_view(meeting, occurrence, edition.language)


def counts(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> str:
    """Whom one will meet, in one sentence; empty where nobody is known."""
    if occurrence.attendance.is_empty:
        return ""
    if occurrence.status == "cancelled":
        return edition.say("The meeting is cancelled. These had said that they would come.")
    vocabulary, is_past = edition.catalogue.vocabulary, occurrence.last_day < edition.catalogue.today
    return sentence(occurrence.attendance, edition.language, past=is_past, vocabulary=vocabulary)


def card(meeting: Meeting, edition: Edition, held: Time | None = None) -> views.Card:
    """A meeting by its current time, or by another."""
    return edition.part(_card, meeting, held or meeting.gist.shown)


def _card(meeting: Meeting, edition: Edition, shown: Occurrence) -> views.Card:
    event, language = meeting.event, edition.language
    ahead = [o for o in meeting.occurrences if o.start > shown.start and o.status != "cancelled"]
    people = shown.attendance.people
    return views.Card(
        url=edition.addresses.href(edition.addresses.meeting(meeting.slug)),
        title=shown.title,
        summary=event.summary,
        date=date_of(meeting, shown, edition),
        where=where_text(shown.venue, meeting, edition),
        form=edition.topic(event.form).text if event.form else "",
        meets=counts(meeting, shown, edition),
        lang=title_language(shown.title, event),
        summary_lang=event.language_of("summary"),
        cost_lang="" if event.cost == "free" else event.language_of("cost"),
        where_lang=undecided(shown, event),
        only=only_in(meeting, edition),
        status=status_of(meeting, shown, edition),
        hosts=tuple(p.profile.name for p in (*people, *shown.attendance.organisations) if p.is_host),
        names=tuple(p.profile.name for p in people if not p.is_host)[:MOST_NAMES],
        pay=edition.say(PAID[event.pay.paid]) if event.pay and event.pay.paid in PAID else "",
        cost=edition.say("Free") if event.cost == "free" else event.cost or "",
        series=edition.series(event.series),
        more=language.ngettext("and one more time", "and %(num)s more times", len(ahead)) if ahead else "",
        choices=choices_of(meeting, edition),
        is_past=shown.last_day < edition.catalogue.today,
    )


def again(meeting: Meeting, edition: Edition, held: Time) -> views.Card:
    """A later time of a meeting whose card stands further up: when and where, and what has changed."""
    return edition.part(_again, meeting, held)


def _again(meeting: Meeting, edition: Edition, occurrence: Occurrence) -> views.Card:
    return views.Card(
        url=edition.addresses.href(edition.addresses.meeting(meeting.slug)),
        title=occurrence.title,
        summary="",
        date=date_of(meeting, occurrence, edition),
        where=where_text(occurrence.venue, meeting, edition),
        form="",
        meets="",
        lang=title_language(occurrence.title, meeting.event),
        where_lang=undecided(occurrence, meeting.event),
        only=only_in(meeting, edition),
        status=status_of(meeting, occurrence, edition),
        choices=choices_of(meeting, edition),
        again=True,
    )


def title_language(title: str, event: Event) -> str:
    """The language of a title; that of one occurrence has no translation."""
    return event.language_of("title" if title == event.title else "repeat")


def only_in(meeting: Meeting, edition: Edition) -> str:
    """`In Swedish`, of a meeting that has no page in the edition's language; else empty."""
    if edition.addresses.has("meetings", meeting.slug):
        return ""
    return edition.say("In %(language)s", language=edition.language.tongue(meeting.event.written_in))


def undecided(occurrence: Occurrence, event: Event) -> str:
    """The language of the words until a place is known; empty where it is."""
    return event.language_of_rest if occurrence.venue and occurrence.venue.tbd else ""


Timed = tuple[Meeting, Time]
"""A meeting at one of its times."""


def by_month(coming: Iterable[Timed], edition: Edition) -> tuple[views.Month, ...]:
    """Cards day by day under their months; what has no day yet after those that have, what has no month after its year.

    The first time of a meeting has a whole card, those after it stand in a line of their own.
    """
    today = edition.catalogue.today

    def order(timed: Timed) -> tuple[str, int, str, str]:
        meeting, held = timed
        start, under = held.start, _anchor(held.start, today).partition("-")[2]
        return (under if start.precision != "year" else f"{under}-99", not start.fixed, str(start.local), meeting.slug)

    seen: set[str] = set()

    def made(timed: Timed) -> views.Card:
        meeting, held = timed
        if meeting.slug in seen:
            return again(meeting, edition, held)
        seen.add(meeting.slug)
        return card(meeting, edition, held)

    return tuple(
        views.Month(_heading(anchor, edition), anchor, tuple(made(timed) for timed in group))
        for anchor, group in groupby(sorted(coming, key=order), lambda timed: _anchor(timed[1].start, today))
    )


def _anchor(start: When, today: dt.date) -> str:
    """The id of the heading that a time stands under: what has begun stands under this month."""
    if start.precision == "year":
        return f"ar-{start.day.year}"
    return f"m-{month_key(max(start.day, today) if start.fixed else start.day)}"


def _heading(anchor: str, edition: Edition) -> str:
    year, _, month = anchor.partition("-")[2].partition("-")
    if not month:
        return edition.say("%(year)s, month not set yet", year=year)
    return edition.language.month(int(year), int(month))


def coming(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(meeting for meeting in meetings if not meeting.is_past)


def past(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The latest first."""
    return tuple(reversed([meeting for meeting in meetings if meeting.is_past]))


def feeds_of(listing: Listing, edition: Edition) -> tuple[views.Feed, ...]:
    """The calendar of a listing, and its feed in three forms."""
    say, title = edition.say, listing.title
    rss, atom, json_feed = edition.addresses.feeds(listing)
    return (
        calendar_feed(title, edition.addresses.calendar(listing), edition),
        rss_feed(title, rss, edition),
        _feed(say("Atom: %(title)s", title=title), atom, "application/atom+xml", "Atom", edition),
        _feed(say("JSON Feed: %(title)s", title=title), json_feed, "application/feed+json", "JSON Feed", edition),
    )


def calendar_feed(title: str, address: str, edition: Edition) -> views.Feed:
    """A calendar that one can subscribe to: that of a listing, or of one meeting."""
    words = edition.say("Calendar: %(title)s", title=title)
    return _feed(words, address, "text/calendar", edition.say("Calendar"), edition)


def rss_feed(title: str, address: str, edition: Edition) -> views.Feed:
    return _feed(edition.say("RSS: %(title)s", title=title), address, "application/rss+xml", "RSS", edition)


def _feed(title: str, address: str, media_type: str, form: str, edition: Edition) -> views.Feed:
    return views.Feed(title, edition.addresses.absolute(address), media_type, form)


def listing_view(listing: Listing, edition: Edition, *, feeds: bool = True) -> views.Listing:
    """What is coming, at each of its times, and the latest that has been; `feeds` False where none may be followed."""
    today, here = edition.catalogue.today, [(meeting, times(listing, meeting)) for meeting in listing.meetings]
    ahead = [(meeting, held) for meeting, found in here for held in found if held.last_day >= today]
    been = [(meeting, found[-1]) for meeting, found in here if found and found[-1].last_day < today]
    been.sort(key=lambda timed: timed[1].start, reverse=True)
    archive = edition.link(edition.say("All past meetings"), edition.addresses.folder("archive"))
    return views.Listing(
        coming=by_month(ahead, edition),
        past=tuple(card(meeting, edition, held) for meeting, held in been[:MOST_PAST]),
        feeds=feeds_of(listing, edition) if feeds else (),
        empty=edition.say("No meetings are planned right now."),
        more_past=archive if listing.kind == "site" or len(been) > MOST_PAST else None,
    )
