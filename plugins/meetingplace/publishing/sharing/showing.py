"""What a share picture shows. Services copy it for good: it has only what was let through for feeds, and no names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.i18n import N_, Language
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.brief import when
from meetingplace.publishing.counts import sentence
from meetingplace.publishing.outlet import Outlet, for_feeds
from meetingplace.publishing.plain import one_line
from meetingplace.publishing.views import Preview, Share
from meetingplace.publishing.words import KINDS, status_view, where_words

from .drawing import HEIGHT, WIDTH


DRAWING = 2
"""To be raised when `drawing` draws the same otherwise: services then fetch their copies anew."""
UNSET = N_("day not set yet")
ORNAMENT = tuple((kind, 1) for kind in KINDS)


def share_of_meeting(meeting: Meeting, outlet: Outlet, notice: str) -> Share:
    """A meeting's picture. ValueError where its texts were let through for pages and not for feeds."""
    current, language = for_feeds(meeting).current, outlet.language
    comes, status = current.attendance, status_view(meeting, current, language)
    is_off = current.status == "cancelled"
    vocabulary = outlet.vocabulary
    above, big, below = _day(meeting, current, outlet.site.timezone, language)
    return Share(
        title=one_line(current.title),
        site=one_line(outlet.site.name),
        above=above,
        big=big,
        below=below,
        place=one_line(where_words(current.venue, meeting.event.attendance, language)),
        meets="" if is_off else sentence(comes, language, past=meeting.is_past, vocabulary=vocabulary),
        kinds=() if is_off else tuple(sorted(comes.by_kind, key=lambda entry: entry[0] == "")),
        status=status.word if status else "",
        notice=one_line(notice),
    )


def share_of_site(outlet: Outlet, notice: str) -> Share:
    """The picture of all pages that have none of their own: it is the same on all days. Its marks are an ornament."""
    site = outlet.site
    return Share(one_line(site.name), "", place=one_line(site.summary), kinds=ORNAMENT, notice=one_line(notice))


def preview(share: Share, page: str, addresses: Addresses, alt: str) -> Preview:
    """How the page at an address tells of its picture.

    The file stays where it is, so that no copy elsewhere loses it. What follows the address tells of another picture:
    services keep what they have fetched once, by its whole address.
    """
    drawn = hashlib.sha256(f"{DRAWING} {share!r}".encode()).hexdigest()[:8]
    url = f"{addresses.absolute(addresses.share(page))}?{drawn}"
    return Preview(url, WIDTH, HEIGHT, alt, "image/png")


def in_words(share: Share, meeting: Meeting, outlet: Outlet) -> str:
    """What a meeting's picture shows, for those who cannot see it."""
    title = f"{share.status}: {share.title}" if share.status else share.title
    told = (title, when(meeting, meeting.current, outlet), share.place, share.meets)
    return ". ".join(text for text in told if text)


def _day(meeting: Meeting, occurrence: Occurrence, home: str, language: Language) -> tuple[str, str, tuple[str, ...]]:
    """What stands above the large number, the number, and the lines below it."""
    start, end = occurrence.start, occurrence.end
    if not start.fixed:
        period = language.month(start.day.year, start.day.month) if start.precision == "month" else str(start)
        return "", "", (period, language.gettext(UNSET))
    weekday, month = language.weekday(start.day), language.month(start.day.year, start.day.month)
    if end is None or end.day == start.day:
        return weekday, str(start.day.day), (month, *_hours(meeting, occurrence, home, language))
    weekdays = f"{weekday}–{language.weekday(end.day)}"
    if (end.day.year, end.day.month) == (start.day.year, start.day.month):
        return weekdays, f"{start.day.day}–{end.day.day}", (month,)
    return weekdays, str(start.day.day), (month, f"– {language.day_month(end.day)} {end.day.year}")


def _hours(meeting: Meeting, occurrence: Occurrence, home: str, language: Language) -> Iterator[str]:
    start, end, zone = occurrence.start, occurrence.end, meeting.event.timezone
    if start.timed:
        hours = language.clock(start.local.time()) + (f"–{language.clock(end.local.time())}" if end else "")
        yield language.gettext("at %(hours)s", hours=hours)
        if zone != home:
            yield language.gettext("time in %(there)s", there=language.city(zone))
