"""What changed lately, day by day."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Date, Feed, Link


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One change. `word` says what kind of news it is and `kind` its key; `date` and `where` are those of the meeting.

    `line` is a sentence about the change, `who` those who are new (counted ones without a page); `summary` and `html`
    are in languages of their own.
    """

    kind: str
    word: str
    meeting: Link
    date: Date
    where: str
    lang: str
    line: str = ""
    who: tuple[Link, ...] = ()
    summary: str = ""
    html: str = ""
    summary_lang: str = ""
    rest_lang: str = ""


@dataclass(frozen=True, slots=True)
class NewsDay:
    """`heading` is the day in words, `iso` as ids have it."""

    heading: str
    iso: str
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True)
class News:
    """The newest day first."""

    days: tuple[NewsDay, ...]
    feeds: tuple[Feed, ...]
    empty: str
