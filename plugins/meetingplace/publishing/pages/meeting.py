"""A meeting's page: what happens, whom one will meet, what it may lead to, and the practical facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from html import escape

from meetingplace.building import Output
from meetingplace.catalogue.meetings import Meeting, Occurrence, Venue
from meetingplace.publishing import views
from meetingplace.publishing.add_to_calendar import add_to_calendar
from meetingplace.publishing.dates import day_text, iso
from meetingplace.publishing.structured import event_json
from meetingplace.publishing.words import ATTENDANCE

from .afterwards import has_been, over
from .edition import Edition
from .facts import facts
from .glance import glance
from .lists import calendar_feed, counts, date_of, status_of
from .matches import matches
from .people import meet
from .press import Planned, Press
from .programme import possibility, programme
from .sign_up import sign_up


def pages(press: Press) -> Iterator[Planned | Output]:
    """Each meeting's page, the list to print of who comes, and former addresses."""
    edition, addresses = press.edition, press.edition.addresses
    crumbs = (edition.link(edition.say("Meetings"), addresses.folder("meetings")),)
    for meeting in edition.catalogue.meetings("name"):
        if not addresses.has("meetings", meeting.slug):
            continue
        here, title, digests = addresses.meeting(meeting.slug), meeting.gist.title, press.digests
        make = partial(_page, meeting, press)
        head = partial(_head, meeting, press)
        of = (digests.with_body(meeting.slug),)
        yield press.page("meeting", title, here, make, of=of, head=head, section="meetings", crumbs=crumbs)
        yield from _share(meeting, press)
        words, attendees = edition.say("Who comes: %(title)s", title=title), addresses.attendees(meeting.slug)
        up = (*crumbs, edition.link(title, here, language=meeting.gist.language))
        yield press.page("attendees", words, attendees, make, of=of, indexed=False, crumbs=up)
        yield from press.moved((addresses.meeting(alias) for alias in meeting.gist.aliases), title, here)


def _page(meeting: Meeting, press: Press) -> views.Meeting:
    return press.edition.once(_made, meeting, press)


def _made(meeting: Meeting, press: Press) -> views.Meeting:
    public = press.edition.catalogue.meeting(meeting.slug, "feeds")
    return meeting_page(meeting, press.edition, add_to_calendar(public, press.outlet) if public else ())


def _head(meeting: Meeting, press: Press) -> Mapping[str, object]:
    """What a meeting's page says of itself, to programs too: these are told what was let through for feeds."""
    public = press.edition.catalogue.meeting(meeting.slug, "feeds")
    preview = press.preview(public) if public else press.site_preview
    return {
        "description": meeting.event.summary,
        "feeds": _feeds(meeting, press),
        "json_ld": event_json(public, press.outlet, preview.url if preview else "") if public else "",
        "preview": preview,
    }


def _share(meeting: Meeting, press: Press) -> Iterator[Output]:
    public = press.edition.catalogue.meeting(meeting.slug, "feeds")
    return press.share(public) if public else iter(())


def _feeds(meeting: Meeting, press: Press) -> tuple[views.Feed, ...]:
    """A meeting's own calendar where its day is known, and the site's feeds, in which it is news."""
    if not meeting.event.start.fixed:
        return press.site_feeds
    address = press.edition.addresses.meeting_calendar(meeting.slug)
    return (calendar_feed(meeting.event.title, address, press.edition), *press.site_feeds[1:])


def meeting_page(meeting: Meeting, edition: Edition, calendars: tuple[views.Link, ...] = ()) -> views.Meeting:
    """The page, top to bottom; texts have passed the door for pages, and those in `calendars` that for feeds."""
    event, current, addresses = meeting.event, meeting.current, edition.addresses

    def own(field: str) -> str:
        return edition.html(getattr(event, field), meeting, code=event.language_of(field), around=event.written_in)

    return views.Meeting(
        title=meeting.gist.title,
        summary=event.summary,
        lang=event.written_in,
        summary_lang=event.language_of("summary"),
        rest_lang=event.language_of_rest,
        date=date_of(meeting, current, edition),
        attendance=edition.say(ATTENDANCE[event.attendance]),
        attendance_key=event.attendance,
        where=where(current.venue, edition, event.language_of_rest),
        online=_online(meeting, edition),
        who=meet(meeting, edition),
        facts=facts(meeting, edition),
        glance=glance(meeting, edition),
        contact=edition.contact(meeting.contact),
        sign_up=sign_up(meeting, edition),
        calendar_url=addresses.href(addresses.meeting_calendar(meeting.slug)) if calendars else "",
        calendars=calendars,
        invitation_url="" if meeting.is_past else addresses.href(addresses.invitation(meeting.slug)),
        subscribe_url=addresses.href(addresses.folder("subscribe")),
        is_past=meeting.is_past,
        over=over(meeting),
        later=has_been(meeting, edition),
        status=status_of(meeting, current, edition),
        form=edition.topic(event.form) if event.form else None,
        audience_html=own("audience"),
        series=edition.series(event.series),
        municipality=edition.municipality(meeting.municipality),
        topics=tuple(edition.topic(term) for term in event.topics),
        occurrences=_occurrences(meeting, edition),
        possibilities=tuple(possibility(opening, meeting, edition) for opening in meeting.openings),
        matches=matches(current.attendance, edition),
        programme=programme(meeting, edition),
        welcome_html=own("welcome"),
        picture=edition.picture(event.image),
        body_html=own("body"),
        links=edition.links(event.links),
        attachments=tuple(edition.pictures.attachment(attachment) for attachment in event.attachments),
        updates=tuple(_updates(meeting, edition)),
        report=_report(meeting, edition),
    )


def where(venue: Venue | None, edition: Edition, code: str) -> views.Where | None:
    """The place as on an envelope, with its page where it has one; `code` is the language of what is undecided."""
    if venue is None:
        return None
    post = " ".join(word for word in (venue.postcode, venue.town) if word)
    return views.Where(
        lines=tuple(line for line in (venue.name, venue.address, post) if line),
        url=edition.addresses.href(edition.addresses.place(venue.slug)) if venue.slug else "",
        note=venue.tbd,
        lang=edition.other(code),
        geo=(venue.position.lat, venue.position.lon) if venue.position else None,
    )


def _online(meeting: Meeting, edition: Edition) -> views.Online | None:
    online = meeting.current.online
    if online is None:
        return None
    return views.Online(online.platform or "", online.url or "")


def _occurrences(meeting: Meeting, edition: Edition) -> tuple[views.Occurrence, ...]:
    if len(meeting.occurrences) == 1:
        return ()
    return tuple(
        views.Occurrence(
            date=date_of(meeting, occurrence, edition),
            status=status_of(meeting, occurrence, edition),
            note_html=_difference(meeting, occurrence, edition),
            is_next=occurrence is meeting.current and not meeting.is_past,
            is_past=occurrence.last_day < edition.catalogue.today,
        )
        for occurrence in meeting.occurrences
    )


def _difference(meeting: Meeting, occurrence: Occurrence, edition: Edition) -> str:
    """What is different on an occurrence: title, place, platform, who comes, and the editor's own words."""
    if not occurrence.different:
        return ""
    event = meeting.event
    words = [occurrence.title] if occurrence.title != event.title else []
    if occurrence.venue and occurrence.venue != meeting.venue:
        venue = occurrence.venue
        words.append(venue.tbd or ", ".join(word for word in (venue.name, venue.town) if word))
    if occurrence.online and occurrence.online != event.online and occurrence.online.platform:
        words.append(occurrence.online.platform)
    if occurrence.attendance not in (meeting.usual, meeting.attendance) and occurrence.status != "cancelled":
        words += [counts(meeting, occurrence, edition), *_names(occurrence, edition)]
    told = f"<p>{escape(' '.join(sentence(word) for word in words if word))}</p>" if any(words) else ""
    code = event.language_of_rest
    notes = (edition.html(text, meeting, code=code) for text in (occurrence.text, occurrence.note))
    return told + "".join(notes)


def _names(occurrence: Occurrence, edition: Edition) -> list[str]:
    """Who may be named on an occurrence with people of its own."""
    attendance = occurrence.attendance
    names = [found.profile.name for found in (*attendance.people, *attendance.organisations)]
    return [edition.language.list(names)] if names else []


def sentence(words: str) -> str:
    """The words with a stop, where they end without one."""
    return words if words.rstrip().endswith((".", "!", "?", "…")) else f"{words.rstrip()}."


def _updates(meeting: Meeting, edition: Edition) -> Iterator[views.Update]:
    """The last one first."""
    zone = meeting.event.timezone
    for update in reversed(meeting.event.updates):
        html = edition.html(update.text, meeting)
        yield views.Update(day_text(update.date, edition.language), iso(update.date, zone), html)


def _report(meeting: Meeting, edition: Edition) -> views.Report | None:
    report = meeting.event.report
    if report is None:
        return None
    following = edition.catalogue.meeting(report.continues, "name") if report.continues else None
    return views.Report(
        date=day_text(report.date, edition.language),
        came=edition.language.ngettext("%(num)s person came.", "%(num)s people came.", report.came)
        if report.came is not None
        else "",
        html=edition.html(report.text, meeting),
        outcomes=report.outcomes,
        continues=_following(following, edition) if following else None,
        links=edition.links(report.links),
    )


def _following(meeting: Meeting, edition: Edition) -> views.Link:
    title, address = meeting.event.title, edition.addresses.meeting(meeting.slug)
    return edition.link(title, address, language=meeting.event.language_of("title"))
