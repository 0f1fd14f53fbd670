"""The small parts that views are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """`note` is a short word beside the link, such as a count; `lang` the language of the text where it is another
    than the page's, and of what it leads to.
    """

    text: str
    url: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """One subscription; `type` is its media type, `url` absolute, `form` what people call such a file."""

    title: str
    url: str
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Size in pixels. `srcset` names the same picture in several widths (HTML 4.8.4.2.1), where there are several."""

    url: str
    width: int
    height: int
    alt: str
    credit: str = ""
    srcset: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A time, whole and in pieces to be set as type; `text` is the whole, `iso` and `iso_end` for machines.

    A day that is not fixed has its month or year in `text`, and `day`, `weekday` and `time` are empty.
    `begins` and `ends` are instants with their offset from UTC, the second when it has been; `now` are words for what
    is between. Where the day is not fixed nothing begins.
    """

    text: str
    iso: str
    iso_end: str = ""
    weekday: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    time: str = ""
    zone: str = ""
    begins: str = ""
    ends: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Words that hold from an instant (`since`) on, for a page that is older: a script puts them in place of others.

    Instants are ISO 8601 with their offset from UTC; `until` is empty where the words hold for ever.
    """

    words: str
    since: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What is not plain about a meeting: `word` ("INSTÄLLT"), `text` a sentence.

    `kind`: cancelled, postponed, moved, full, waiting-list, tentative.
    """

    kind: str
    word: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The human to ask. `url` is their own page here, `web` their site elsewhere; `lang` of their hours and note."""

    name: str
    email: str = ""
    phone: str = ""
    phone_url: str = ""
    hours: str = ""
    note: str = ""
    url: str = ""
    web: str = ""
    lang: str = ""
    is_site: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the definition list: sentences, answers as (question, answer), and HTML of running text.

    `missing` says that the editor left it out. `ask` is whom to ask about all of it, or about the questions in
    `silent`; `awaited_from` is who will have notes. `later` is what the line says instead after the page was made, from
    its first instant on.
    """

    key: str
    term: str
    lines: tuple[Link, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    html: str = ""
    missing: bool = False
    ask: Contact | None = None
    silent: str = ""
    awaited_from: Contact | None = None
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """A place to go to: `lines` as on an envelope, `note` (in the language `lang`) where it is to be decided."""

    lines: tuple[str, ...]
    url: str = ""
    note: str = ""
    lang: str = ""
    geo: tuple[float, float] | None = None
