"""Meetings in lists and months, and what can be subscribed to."""

from __future__ import annotations

from dataclasses import dataclass

from .drawings import Map, MonthBeats, YearStrip
from .news import NewsItem
from .parts import Date, Feed, Link, Status
from .people import Person


@dataclass(frozen=True, slots=True)
class Card:
    """A meeting in a list: enough to decide whether to open it. `meets` is the sentence of counts.

    `choices` are those by which it can be chosen. `again` marks a later time of a meeting that stands further up with
    all its words: here are only day, title, place and status. `is_past` says that it is listed as one that has been.

    `lang` is the language of the title, and others of texts that a translation may lack. `only` says that its page
    is in another language than this one.
    """

    url: str
    title: str
    summary: str
    date: Date
    where: str
    form: str
    meets: str
    lang: str
    status: Status | None = None
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    pay: str = ""
    cost: str = ""
    series: Link | None = None
    more: str = ""
    choices: tuple[str, ...] = ()
    again: bool = False
    is_past: bool = False
    summary_lang: str = ""
    cost_lang: str = ""
    where_lang: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """Meetings of one month (or year), under its heading; `anchor` is the heading's id."""

    heading: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Meetings with their subscriptions: site, municipality, topic, series, venue or person."""

    coming: tuple[Month, ...]
    past: tuple[Card, ...]
    feeds: tuple[Feed, ...]
    empty: str = ""
    more_past: Link | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting on one line; `lang` is the language of its title."""

    meeting: Link
    date: Date
    where: str
    lang: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A past meeting in a line. `came` is the sentence of counts, `outcome` the first thing that came of it."""

    url: str
    title: str
    lang: str
    date: Date
    day: str
    where: str
    came: str
    status: Status | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year that has been: its picture, and all its meetings by month, or the latest; `all` leads to the others."""

    heading: str
    anchor: str
    strip: YearStrip
    months: tuple[tuple[str, tuple[Row, ...]], ...]
    all: Link | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """Past meetings by year, newest first."""

    years: tuple[ArchiveYear, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """One year of the archive, with those before and after it."""

    year: ArchiveYear
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month's table; `day` is 0 for a blank cell outside the month."""

    day: int
    iso: str
    text: str
    is_today: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days; `text` is the number of the week (ISO 8601), `short` the same where there is little room."""

    text: str
    short: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month as weeks, Monday first (ISO 8601); `unfixed` are meetings with no day yet, `summary` counts them all."""

    heading: str
    summary: str
    weekdays: tuple[str, ...]
    weeks: tuple[Week, ...]
    unfixed: tuple[Card, ...]
    previous: Link | None
    following: Link | None
    empty: str


@dataclass(frozen=True, slots=True)
class Months:
    """All months that have meetings, by year: what is coming first, and the years that have been."""

    years: tuple[tuple[str, tuple[MonthBeats, ...]], ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """What can be subscribed to: a calendar (`webcal` is its address for calendar programs) and feeds, by their form.

    Addresses are absolute; `page` is where the same meetings are read, `lang` the language of the title where it is
    not the page's.
    """

    title: str
    page: str = ""
    calendar: str = ""
    webcal: str = ""
    feeds: tuple[Link, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Subscribe:
    """`everything` has every meeting; `groups` of listings under the headings by which people look for them.

    `data` are addresses of open data by their form, `license` that of their licence; `ask` whom to ask where none is.
    """

    everything: tuple[Subscription, ...]
    groups: tuple[tuple[str, tuple[Subscription, ...]], ...]
    people: Link
    data: tuple[Link, ...]
    license: str
    ask: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A listing among others: its page, a fact about it, and the next meeting there with its day (`when`).

    `lang` is the language of its name and fact, `next_lang` that of the meeting's title.
    """

    link: Link
    lang: str
    fact: str = ""
    when: str = ""
    next: Link | None = None
    next_lang: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Municipalities, topics, series or venues, in groups; `map` where they lie."""

    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    empty: str
    map: Map | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """`next` are the nearest meetings with whom one will meet there, `later` the rest of what is coming."""

    lead: str
    next: tuple[Card, ...]
    later: tuple[Card, ...]
    all: Link
    people: tuple[Person, ...]
    municipalities: tuple[Link, ...]
    topics: tuple[Link, ...]
    series: tuple[Link, ...]
    empty: str
    feeds: tuple[Feed, ...]
    news: tuple[NewsItem, ...]
    all_news: Link
