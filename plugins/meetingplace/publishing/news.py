"""What is known of meetings as items of feeds: one for each meeting, and one for each change of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import Self

from meetingplace.catalogue.changes import Change
from meetingplace.catalogue.meetings import Meeting, Occurrence

from .brief import Brief, Fact, brief, status_word
from .changes import newcomers_line, newcomers_title, report_lines, was_line, word_of
from .dates import iso
from .outlet import Outlet, for_feeds, history
from .plain import clean, one_line, uri


MOST_ITEMS = 50
EVERYWHERE = ("published", "moved", "dated", "cancelled", "postponed")
"""What is news wherever the meeting is listed; all other changes are so in the feed of changes."""
NEAR = dt.timedelta(days=330)
FOUNDED = 2026
"""The year in which the uid domain is known to have been ours: a part of every guid for ever (RFC 4151)."""


MOMENTS = ("published", "updated")


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

    def written(self) -> bytes:
        """As JSON, to be kept."""
        own = {name: getattr(self, name) for name in self.__slots__}
        moments = {name: own[name].isoformat() for name in MOMENTS}
        return json.dumps(own | moments, ensure_ascii=False).encode()

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """What was written so."""
        own = json.loads(raw)
        moments = {name: dt.datetime.fromisoformat(own[name]) for name in MOMENTS}
        return cls(**(own | moments | {"words": tuple(own["words"])}))


def item(change: Change, outlet: Outlet) -> Item:
    """A change as it is told in feeds. What is told of a meeting is what holds today, but for its time then."""
    meeting, occurrence = for_feeds(change.meeting), change.occurrence
    found = brief(meeting, occurrence, outlet)
    told = _told(change, outlet)
    found = replace(found, news=told) if told else found
    zone = meeting.event.timezone
    fragment = f"#{change.key}" if change.key else ""
    return Item(
        guid=f"tag:{outlet.site.uid_domain},{FOUNDED}:{meeting.uid}{_edition(outlet)}{fragment}",
        title=_title(change, outlet),
        link=uri(found.address),
        published=change.at,
        updated=change.at if change.key else history(meeting)[1],
        summary=found.summary,
        html=_html(found, outlet),
        words=outlet.words(meeting),
        begins=iso(occurrence.start, zone),
        ends=iso(occurrence.end, zone) if occurrence.end else "",
        place=found.where,
    )


def _edition(outlet: Outlet) -> str:
    """What tells an entry from the same in the site's other language, which is news of its own to who reads both."""
    return f"/{outlet.site.language}" if outlet.site.translated_from else ""


def _told(change: Change, outlet: Outlet) -> tuple[str, ...]:
    """What is new, line by line; empty where the brief itself says so."""
    text = one_line(outlet.text(change.text, change.meeting))
    if change.kind == "people":
        return (newcomers_line(change, outlet.language),)
    if change.kind == "report":
        return tuple(line for line in report_lines(change, outlet.language, text) if line)
    if change.was and text:
        return (was_line(change, outlet.language), text)
    return (text,) if change.kind == "update" else ()


def _title(change: Change, outlet: Outlet) -> str:
    """The headline after what is new, unless it says so itself."""
    if change.kind == "people":
        return newcomers_title(change, outlet.language)
    line = headline(change.meeting, change.occurrence, outlet)
    if change.kind in ("report", "update"):
        return f"{word_of(change.kind, outlet.language)}: {line}"
    if change.kind in ("moved", "dated") and not status_word(change.occurrence, outlet):
        return f"{word_of(change.kind, outlet.language).upper()}: {line}"
    return line


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
