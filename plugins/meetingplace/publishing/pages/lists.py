"""Meetings in lists: a card each, by month or year, and the listing that one can subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting, Occurrence, Venue
from meetingplace.publishing import views
from meetingplace.publishing.counts import sentence
from meetingplace.publishing.dates import date_view, month_key
from meetingplace.publishing.words import status_view, where_words

from .edition import Edition


MOST_PAST = 10
MOST_NAMES = 3


def where_text(venue: Venue | None, meeting: Meeting, edition: Edition) -> str:
    """`TEA-huset, Flen`, `Online` or the words until it is decided."""
    return where_words(venue, meeting.event.attendance, edition.language)


def date_of(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> views.Date:
    return date_view(
        occurrence.start,
        occurrence.end,
        meeting.event.timezone,
        edition.catalogue.site.timezone,
        edition.language,
        all_day=meeting.event.all_day,
    )


def status_of(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> views.Status | None:
    return status_view(meeting, occurrence, edition.language)


def counts(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> str:
    """Whom one will meet, in one sentence; empty where nobody is known."""
    if occurrence.attendance.is_empty:
        return ""
    if occurrence.status == "cancelled":
        return edition.say("The meeting is cancelled. These had said that they would come.")
    vocabulary = edition.catalogue.vocabulary
    return sentence(occurrence.attendance, edition.language, past=meeting.is_past, vocabulary=vocabulary)


def card(meeting: Meeting, edition: Edition, occurrence: Occurrence | None = None) -> views.Card:
    """A meeting by its current occurrence, or by another."""
    shown = occurrence or meeting.current
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
        lang=event.written_in,
        status=status_of(meeting, shown, edition),
        hosts=tuple(p.profile.name for p in (*people, *shown.attendance.organisations) if p.is_host),
        names=tuple(p.profile.name for p in people if not p.is_host)[:MOST_NAMES],
        pay=edition.say("Paid for your time") if event.pay and event.pay.paid == "yes" else "",
        cost=edition.say("Free") if event.cost == "free" else event.cost or "",
        series=edition.series(event.series),
        more=language.ngettext("and one more time", "and %(num)s more times", len(ahead)) if ahead else "",
    )


def by_month(meetings: Iterable[Meeting], edition: Edition) -> tuple[views.Month, ...]:
    """Cards under months, in the order given; what has no month yet under its year."""

    def heading(meeting: Meeting) -> tuple[str, str]:
        start = meeting.current.start
        if start.precision == "year":
            return f"ar-{start.day.year}", edition.say("%(year)s, month not set yet", year=start.day.year)
        return f"m-{month_key(start.day)}", edition.language.month(start.day.year, start.day.month)

    return tuple(
        views.Month(words, anchor, tuple(card(meeting, edition) for meeting in group))
        for (anchor, words), group in groupby(meetings, heading)
    )


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
    """What is coming and the latest of what has been; `feeds` False where nothing may be subscribed to."""
    been = past(listing.meetings)
    archive = edition.link(edition.say("All past meetings"), edition.addresses.folder("archive"))
    return views.Listing(
        coming=by_month(coming(listing.meetings), edition),
        past=tuple(card(meeting, edition) for meeting in been[:MOST_PAST]),
        feeds=feeds_of(listing, edition) if feeds else (),
        empty=edition.say("No meetings are planned right now."),
        more_past=archive if listing.kind == "site" or len(been) > MOST_PAST else None,
    )
