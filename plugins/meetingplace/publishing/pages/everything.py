"""Everything on the site, line by line: the second way to find anything, and the one that needs no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.publishing import views

from .edition import Edition
from .indexes import INDEXES, index_links
from .lists import date_of, status_of, where_text
from .press import Planned, Press


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of a year, month by month."""

    months: tuple[tuple[str, tuple[views.Line, ...]], ...]
    years: tuple[views.Link, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """Links in groups under headings, each with the id that one can jump to."""

    groups: tuple[tuple[str, str, tuple[views.Link, ...]], ...]


def pages(press: Press) -> Iterator[Planned]:
    edition, say, addresses = press.edition, press.edition.say, press.edition.addresses
    here, heading = addresses.folder("everything"), say("Everything on this site")
    crumbs = (edition.link(heading, here),)
    digests = press.digests
    make, everyone = partial(everything_page, press), partial(everyone_page, edition)
    yield press.page("everything", heading, here, make, of=(digests.meetings, digests.people))
    people = say("All people by name")
    yield press.page("everything", people, addresses.everyone(), everyone, of=(digests.people,), crumbs=crumbs)
    years = tuple(_years(press))
    for year, meetings in years:
        words, make_year = say("All meetings %(year)s", year=year), partial(year_page, meetings, years, edition)
        of = (*(digests.meeting(meeting.slug) for meeting in meetings), *(f"{one} {len(each)}" for one, each in years))
        yield press.page("year", words, addresses.year(year), make_year, of=of, crumbs=crumbs)


def everyone_page(edition: Edition) -> Everything:
    """Everyone who has a page, by the letters of their names."""
    return Everything(tuple(_by_letter(edition)))


def year_page(
    meetings: tuple[Meeting, ...], years: Iterable[tuple[int, tuple[Meeting, ...]]], edition: Edition
) -> Year:
    """The meetings of a year line by line, with links to all `years`."""
    lines = tuple(
        (month, tuple(edition.part(_line, meeting, meeting.gist.shown) for meeting in group))
        for month, group in groupby(meetings, lambda meeting: _month(meeting, edition))
    )
    return Year(lines, tuple(_year_link(*one, edition) for one in years))


def everything_page(press: Press) -> Everything:
    """What there is, kind by kind; of meetings and people the pages that list them."""
    edition, say, addresses = press.edition, press.edition.say, press.edition.addresses
    meetings = [edition.link(say("Coming meetings"), addresses.folder("meetings"))]
    meetings += [_year_link(year, found, edition) for year, found in _years(press)]
    meetings += [
        edition.link(say("Selections"), addresses.folder("selections")),
        edition.link(say("Calendar"), addresses.folder("months")),
        edition.link(say("Past meetings"), addresses.folder("archive")),
        edition.link(say("Latest news"), addresses.folder("news")),
    ]
    people = [
        edition.link(say("All people by name"), addresses.everyone(), str(len(edition.catalogue.names))),
        edition.link(say("People"), addresses.folder("people")),
        edition.link(say("Contact"), addresses.folder("contact")),
    ]
    found = [("moten", say("Meetings"), tuple(meetings)), ("manniskor", say("People"), tuple(people))]
    found += [(f"del-{kind}", say(heading), index_links(kind, edition)) for kind, heading in INDEXES]
    found.append(("sidor", say("Pages"), _other_pages(press)))
    return Everything(tuple(group for group in found if group[2]))


def _other_pages(press: Press) -> tuple[views.Link, ...]:
    """Ordinary pages and those about the site itself: what the foot of every page links to, and more."""
    edition, addresses = press.edition, press.edition.addresses
    listed = {press.edition.addresses.href(addresses.folder(name)) for name in ("everything", "news", "archive")}
    own = (
        edition.link(edition.say("Subscribe"), addresses.folder("subscribe")),
        edition.link(edition.say("Search"), addresses.folder("search")),
    )
    found = {link.url: link for link in (*own, *press.shell.foot) if link.url not in listed}
    return tuple(found.values())


def _years(press: Press) -> Iterator[tuple[int, tuple[Meeting, ...]]]:
    """Years, the latest first, with their meetings in order of time."""
    years: dict[int, list[Meeting]] = {}
    for meeting in press.site.meetings:
        years.setdefault(meeting.gist.shown.start.day.year, []).append(meeting)
    for year in sorted(years, reverse=True):
        yield year, tuple(years[year])


def _year_link(year: int, meetings: tuple[Meeting, ...], edition: Edition) -> views.Link:
    count = edition.language.ngettext("%(num)s meeting", "%(num)s meetings", len(meetings))
    return edition.link(edition.say("All meetings %(year)s", year=year), edition.addresses.year(year), count)


def _month(meeting: Meeting, edition: Edition) -> str:
    start = meeting.gist.shown.start
    if start.precision == "year":
        return edition.say("%(year)s, month not set yet", year=start.day.year)
    return edition.language.month(start.day.year, start.day.month)


def _line(meeting: Meeting, edition: Edition, shown: Occurrence) -> views.Line:
    status = status_of(meeting, shown, edition)
    return views.Line(
        meeting=edition.link(shown.title, edition.addresses.meeting(meeting.slug)),
        date=date_of(meeting, shown, edition),
        where=where_text(shown.venue, meeting, edition),
        lang=meeting.event.written_in,
        status=status.word if status else "",
    )


def _by_letter(edition: Edition) -> Iterator[tuple[str, str, tuple[views.Link, ...]]]:
    people = groupby(edition.catalogue.people, lambda profile: edition.language.initial(profile.name))
    for number, (letter, group) in enumerate(people, 1):
        links = (edition.link(p.name, edition.addresses.person(p.slug), p.organisation) for p in group)
        yield f"bokstav-{number}", letter, tuple(links)
