"""A meeting as an invitation by mail: plain text, its subject first, short enough to be read to the end."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.i18n import Language
from meetingplace.model.event import Event

from .access import ACCESS, ANSWERS, access_of, asked_of
from .brief import Brief, Fact, brief, title
from .counts import in_sentence
from .outlet import Outlet, for_feeds
from .plain import one_line, uri
from .words import ATTENDANCE


LONGEST = 2000
WIDTH = 72
LONGEST_NEEDED = 220
LONGEST_URL = 300
LEAST_WORTH = 40
NEEDED = 0
NUMBER = re.compile(r"(?<!\S)[+(]?\d[\d ()-]{4,20}\d(?=[,.;]?(?:\s|\Z))")
"""A telephone number, which is copied in one piece and so is not broken."""
HELD = "\0"
"""Stands for a space at which no line is broken: clean text has none of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A fact of an invitation. `rank` is its turn to get room: those that are NEEDED always have some.

    Parts of one `paragraph` stand together, and in the order in which they are given.
    """

    paragraph: int
    rank: int
    term: str
    text: str
    url: str = ""


def invitation(meeting: Meeting, outlet: Outlet) -> str:
    """The current occurrence in at most 2,000 characters: lines of 72 columns, only addresses are longer.

    What is past keeps a few lines, so that an address that was passed on never leads nowhere, and they invite nobody.
    ValueError for texts that are not for feeds.
    """
    for_feeds(meeting)
    occurrence = meeting.current
    told = brief(meeting, occurrence, outlet)
    parts = list(_been(meeting, told, outlet) if meeting.is_past else _parts(meeting, told, outlet))
    subject = _subject(meeting, occurrence, outlet)
    names = [] if meeting.is_past else list(_names(occurrence, told))
    return _written(subject, parts, names, outlet)


def _subject(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    """One line, so that it can be pasted whole: the title is cut before the day is."""
    day, word = _short_day(occurrence, outlet.language), ""
    if occurrence.status not in ("cancelled", "postponed"):
        word = outlet.say("Has been") if meeting.is_past else outlet.say("MOVED") if occurrence.moved_from else ""
    head = f"{outlet.say('Subject')}: " + (f"{word}: " if word else "")
    return f"{head}{cut(title(meeting, occurrence, outlet), WIDTH - len(head) - len(day) - 2)}, {day}"


def _short_day(occurrence: Occurrence, language: Language) -> str:
    """`tor 12 mars 09.30`, or the month or year that is all that is known."""
    start = occurrence.start
    if not start.fixed:
        return language.month(start.day.year, start.day.month) if start.precision == "month" else str(start)
    return language.short_day(start.day) + (f" {language.clock(start.local.time())}" if start.timed else "")


def _been(meeting: Meeting, told: Brief, outlet: Outlet) -> Iterator[Part]:
    yield Part(0, NEEDED, "", one_line(meeting.current.title))
    yield Part(1, NEEDED, "", outlet.say("This invitation no longer holds: its day has passed."))
    yield Part(1, NEEDED, outlet.say("When"), told.when)
    yield Part(2, NEEDED, outlet.say("Read about it"), "", uri(told.address))


def _parts(meeting: Meeting, told: Brief, outlet: Outlet) -> Iterator[Part]:
    """Everything but names, top to bottom."""
    say, occurrence = outlet.say, meeting.current
    yield Part(0, NEEDED, "", one_line(occurrence.title))
    yield from (Part(0, 1, "", news) for news in told.news)
    yield Part(0, 2, "", told.summary)
    yield Part(1, NEEDED, say("When"), told.when + _more(meeting, outlet))
    yield Part(1, NEEDED, say("Where"), _where(meeting.event, told, outlet))
    yield Part(2, 4, told.meets.term, told.meets.text)
    for fact in told.facts:
        if fact.term == say("Sign-up"):
            yield Part(3, 6, say("Access"), _access(meeting, outlet))
        yield _part(fact, outlet)
    yield Part(4, NEEDED, "", "", uri(told.address))


def _part(fact: Fact, outlet: Outlet) -> Part:
    if fact.term == outlet.say("Contact"):
        return Part(4, NEEDED, fact.term, fact.text)
    if fact.term == outlet.say("Sign-up"):
        short = len(fact.url) <= LONGEST_URL
        text = fact.text or ("" if short else outlet.say("On the meeting’s own page"))
        return Part(3, NEEDED, fact.term, text, fact.url if short else "")
    if fact.term == outlet.say("Online"):
        return Part(1, 3, fact.term, fact.text, fact.url)
    return Part(3, 5, fact.term, fact.text)


def _more(meeting: Meeting, outlet: Outlet) -> str:
    current = meeting.current
    ahead = [o for o in meeting.occurrences if o.start > current.start and o.status != "cancelled"]
    if not ahead or current.status == "cancelled":
        return ""
    return f" ({outlet.language.ngettext('and one more time', 'and %(num)s more times', len(ahead))})"


def _where(event: Event, told: Brief, outlet: Outlet) -> str:
    if event.attendance != "hybrid":
        return told.where
    return f"{told.where} ({in_sentence(outlet.say(ATTENDANCE['hybrid']))})"


def _access(meeting: Meeting, outlet: Outlet) -> str:
    """What was stated, in a line; whom to ask where nothing was."""
    access = access_of(meeting, meeting.current)
    answers = [(key, getattr(access, key)) for key in asked_of(meeting)] if access else []
    stated = [f"{outlet.say(ACCESS[key])}: {outlet.say(ANSWERS[answer])}" for key, answer in answers if answer]
    note = outlet.text(access.note, meeting) if access else ""
    text = one_line(". ".join(part for part in (", ".join(stated), note) if part))
    return text or outlet.say("Not stated – ask %(name)s", name=meeting.contact.name)


def _names(occurrence: Occurrence, told: Brief) -> Iterator[str]:
    """A line for each who may be named in feeds, and why they come."""
    attendance = occurrence.attendance
    named = [p for p in (*attendance.people, *attendance.organisations) if p.profile.in_feeds]
    for name, participant in zip(told.names, named if told.names else [], strict=True):
        yield f"{name}: {one_line(participant.why)}" if participant.why else name


def _written(subject: str, parts: list[Part], names: list[str], outlet: Outlet) -> str:
    """The parts that have room, by rank; names last, as many as there is room for."""
    parts = [part for part in parts if part.text or part.url]
    room = LONGEST - len(subject) - 2 - len({part.paragraph for part in parts})
    lines: dict[int, list[str]] = {}
    for place, part in sorted(enumerate(parts), key=lambda entry: entry[1].rank):
        most = LONGEST_NEEDED if part.rank == NEEDED else room
        lines[place] = _lines(part, most)
        room -= _length(lines[place])
    paragraphs: dict[int, list[str]] = {}
    for place, part in enumerate(parts):
        paragraphs.setdefault(part.paragraph, []).extend(lines[place])
        if part.term and part.term == outlet.say("Whom you will meet"):
            paragraphs[part.paragraph] += _named(names, room, outlet)
    return "\n\n".join(["\n".join(found) for found in ([subject], *paragraphs.values()) if found]) + "\n"


def _lines(part: Part, most: int) -> list[str]:
    """A part in lines that take at most `most` characters of what is not its address; none where that is too little."""
    url = part.url if part.rank == NEEDED or len(part.url) < most - LEAST_WORTH else ""
    left = most - 1 if part.rank == NEEDED or not url else most - len(url) - 2
    text = f"{part.term}: {part.text}".rstrip() if part.term else part.text
    if len(text) > left and left < LEAST_WORTH:
        return []
    return [*_wrapped(cut(text, left)), *([url] if url else [])]


def _named(names: list[str], room: int, outlet: Outlet) -> list[str]:
    """As many names as there is room for, and how many more there are."""
    told: list[str] = []
    for place, name in enumerate(names):
        left = len(names) - place
        more = _wrapped(outlet.language.ngettext("and %(num)s more", "and %(num)s more", left), "– ")
        lines = _wrapped(name, "– ")
        if _length(lines) + (_length(more) if left > 1 else 0) > room:
            return [*told, *more] if told else []
        told += lines
        room -= _length(lines)
    return told


def _length(lines: list[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _wrapped(text: str, mark: str = "") -> list[str]:
    indent = " " * len(mark)
    whole = mark + NUMBER.sub(lambda found: found[0].replace(" ", HELD), text)
    lines = textwrap.wrap(whole, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace(HELD, " ") for line in lines]


def cut(text: str, most: int) -> str:
    """The text in at most so many characters: between words, and only a word that fills all by itself within it."""
    if len(text) <= most:
        return text
    short = textwrap.shorten(text, most, placeholder=" …", break_long_words=False, break_on_hyphens=False)
    return short if short.strip(" …") else f"{text[: most - 1]}…"
