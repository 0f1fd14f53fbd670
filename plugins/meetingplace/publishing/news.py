"""Meetings as items of feeds: one for each meeting, and one for each move, cancellation and postponement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.model.repeat import matches
from meetingplace.model.times import When, instant

from .brief import Brief, Fact, brief, status_word
from .dates import day_text, iso
from .outlet import Outlet, for_feeds, history
from .plain import clean, one_line, uri


MOST_ITEMS = 50
NEAR = dt.timedelta(days=330)
FOUNDED = 2026
"""The year in which the uid domain is known to have been ours: a part of every guid for ever (RFC 4151)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read in a feed. Texts are plain but `html`, which has absolute addresses alone.

    `guid` never changes; `published` and `updated` are UTC instants, `begins` and `ends` W3C-DTF as exact as is known.
    """

    guid: str
    title: str
    link: str
    published: dt.datetime
    updated: dt.datetime
    summary: str
    html: str
    words: tuple[str, ...]
    begins: str
    ends: str
    place: str


def items(meeting: Meeting, outlet: Outlet) -> tuple[Item, ...]:
    """All items of a meeting, whatever their age: newest() chooses."""
    for_feeds(meeting)
    published, modified = history(meeting)
    found = [replace(_item(meeting, meeting.current, "", published, outlet), updated=modified)]
    found += _moves(meeting, outlet)
    found += _occurrences(meeting, outlet)
    return tuple({item.guid: item for item in reversed(found)}.values())[::-1]


def newest(items: Iterable[Item]) -> tuple[Item, ...]:
    """The 50 that were published last, newest first; of one moment news first, then what happens first."""
    ordered = sorted(items, key=lambda item: ("#" not in item.guid, item.begins, item.guid))
    return tuple(sorted(ordered, key=lambda item: item.published, reverse=True)[:MOST_ITEMS])


def _moves(meeting: Meeting, outlet: Outlet) -> Iterator[Item]:
    """Each update that tells of an earlier start: of one occurrence, or of all."""
    moves = [update for update in meeting.event.updates if update.was]
    following = [*(update.was for update in moves), meeting.event.start][1:]
    for update, start in zip(moves, following, strict=True):
        if update.was and start:
            occurrence = _moved_from(meeting, update.was) or _starting(meeting, start)
            was = outlet.say("Moved from %(day)s.", day=day_text(update.was, outlet.language))
            told = (was, one_line(outlet.text(update.text, meeting)))
            published = _not_before(meeting, update.date)
            yield _moved(meeting, occurrence, update.date, published, outlet, told)


def _moved_from(meeting: Meeting, was: When) -> Occurrence | None:
    """The occurrence of a repeating meeting that was to start then, and starts at another time."""
    moved = (o for o in meeting.occurrences if o.start != o.original)
    return next((o for o in moved if matches(was, o.original.local)), None)


def _starting(meeting: Meeting, start: When) -> Occurrence:
    """The meeting as it was known when it was to start then: nobody had called that off."""
    current = next((o for o in meeting.occurrences if o.original == meeting.event.start), meeting.current)
    if current.start == start:
        return current
    shift = start.local - current.start.local
    end = When(current.end.local + shift, current.end.precision) if current.end and start.timed else None
    return replace(current, start=start, original=start, end=end, status="confirmed")


def _occurrences(meeting: Meeting, outlet: Outlet) -> Iterator[Item]:
    """News of single occurrences; of the meeting as one where its own status says it.

    A whole meeting is called off under the date of the update that tells, so that a second time is news again.
    """
    event = meeting.event
    whole = event.status in ("cancelled", "postponed")
    told = [update.was for update in event.updates if update.was]
    for occurrence in meeting.occurrences[:1] if whole else meeting.occurrences:
        told_on, original = _told_on(meeting, occurrence), occurrence.original
        published = _not_before(meeting, told_on or _changed_on(meeting, occurrence))
        if occurrence.status in ("cancelled", "postponed"):
            date = _date(told_on if told_on and whole else original)
            yield _item(meeting, occurrence, f"#{occurrence.status}-{date}", published, outlet)
        elif occurrence.start != original and not any(matches(was, original.local) for was in told):
            yield _moved(meeting, occurrence, original, published, outlet)


def _moved(
    meeting: Meeting,
    occurrence: Occurrence,
    date: When,
    published: dt.datetime,
    outlet: Outlet,
    told: tuple[str, ...] | None = None,
) -> Item:
    item = _item(meeting, occurrence, f"#moved-{_date(date)}", published, outlet, told)
    off = status_word(occurrence, outlet)
    return item if off else replace(item, title=f"{outlet.say('MOVED')}: {item.title}")


def _told_on(meeting: Meeting, occurrence: Occurrence) -> When | None:
    """The last update before an occurrence's day, if there is one.

    Nothing later counts, so that a report of next year does not make old news new.
    """
    day = _last_day(occurrence)
    told = [update.date for update in meeting.event.updates if not update.was and update.date.day <= day]
    return told[-1] if told else None


def _changed_on(meeting: Meeting, occurrence: Occurrence) -> When:
    """When something became known that no update tells of: the last change before its day."""
    return meeting.modified if meeting.modified.day <= _last_day(occurrence) else meeting.published


def _last_day(occurrence: Occurrence) -> dt.date:
    return max(occurrence.original.last_day, occurrence.start.last_day)


def _not_before(meeting: Meeting, when: When) -> dt.datetime:
    """The instant of some news, which is never older than the meeting itself."""
    return max(history(meeting)[0], instant(when.local, meeting.event.timezone))


def _item(
    meeting: Meeting,
    occurrence: Occurrence,
    fragment: str,
    published: dt.datetime,
    outlet: Outlet,
    told: tuple[str, ...] | None = None,
) -> Item:
    found = brief(meeting, occurrence, outlet)
    found = replace(found, news=told) if told else found
    zone = meeting.event.timezone
    return Item(
        guid=f"tag:{outlet.site.uid_domain},{FOUNDED}:{meeting.uid}{fragment}",
        title=headline(meeting, occurrence, outlet),
        link=uri(found.address),
        published=published,
        updated=published,
        summary=found.summary,
        html=_html(found, outlet),
        words=outlet.words(meeting),
        begins=iso(occurrence.start, zone),
        ends=iso(occurrence.end, zone) if occurrence.end else "",
        place=found.where,
    )


def headline(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    """`tor 12 mars 09.30 · Flen: Kulturfrukost`: what is sorted by publication still says its day.

    The year is left out where it is the next such day after publication.
    """
    language, start = outlet.language, occurrence.start
    if not start.fixed:
        day = language.month(start.day.year, start.day.month) if start.precision == "month" else str(start)
    else:
        near = dt.timedelta(days=-1) < start.local - meeting.published.local < NEAR
        day = language.short_day(start.day) + ("" if near else f" {start.day.year}")
        day += f" {language.clock(start.local.time())}" if start.timed else ""
    line = f"{day} · {_town(meeting, occurrence, outlet)}: {one_line(occurrence.title)}"
    word = status_word(occurrence, outlet)
    return f"{word}: {line}" if word else line


def _town(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    venue = occurrence.venue
    if meeting.event.attendance == "online" or venue is None:
        return outlet.say("Online")
    return one_line(venue.town or outlet.municipalities.get(meeting.municipality, "") or venue.name or venue.tbd)


def _date(when: When) -> str:
    return when.local.strftime("%Y-%m-%d") if when.fixed else str(when)


def _html(told: Brief, outlet: Outlet) -> str:
    """A brief as HTML made of escaped text: nothing of it was markup before."""
    head = [f"<p><strong>{_escaped(news)}</strong></p>" for news in told.news]
    head.append(f"<p>{_escaped(told.summary)}</p>")
    facts = [Fact(outlet.say("When"), told.when), Fact(outlet.say("Where"), told.where), *told.facts]
    if told.meets.text:
        term, text = _escaped(told.meets.term), _escaped(told.meets.text)
        head.append(f"<p><strong>{term}:</strong> {text}</p>")
    names = _list(_escaped(name) for name in told.names)
    rows = _list(f"{_escaped(fact.term)}: {_fact(fact)}" for fact in facts if fact.text or fact.url)
    more = _link(told.address, outlet.say("Read more"))
    return "".join([*head, names, rows, f"<p>{more}</p>"])


def _list(rows: Iterable[str]) -> str:
    found = "".join(f"<li>{row}</li>" for row in rows)
    return f"<ul>{found}</ul>" if found else ""


def _fact(fact: Fact) -> str:
    link = _link(fact.url, fact.url) if fact.url else ""
    return " – ".join(part for part in (_escaped(fact.text), link) if part)


def _link(address: str, words: str) -> str:
    return f'<a href="{_escaped(uri(address))}">{_escaped(words)}</a>'


def _escaped(text: str) -> str:
    return escape(clean(text))
