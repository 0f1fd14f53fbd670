"""A meeting's own page."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Contact, Date, Fact, Later, Link, Picture, Status, Where
from .people import Meet


@dataclass(frozen=True, slots=True)
class Possibility:
    kind: str
    title: str
    html: str = ""
    by: Link | None = None
    pay: str = ""
    deadline: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Two who come, where one offers what the other seeks; `term` ties them."""

    offers: Link
    seeks: Link
    term: str


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    time: str
    title: str
    where: str = ""
    html: str = ""
    who: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """`heading` is empty where a meeting has one day."""

    heading: str
    rows: tuple[ProgrammeRow, ...]


@dataclass(frozen=True, slots=True)
class Update:
    date: str
    iso: str
    html: str


@dataclass(frozen=True, slots=True)
class Report:
    date: str
    came: str
    html: str
    outcomes: tuple[str, ...] = ()
    continues: Link | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Online:
    platform: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of a meeting that comes back; `note_html` says what is different, `is_next` marks that on top."""

    date: Date
    status: Status | None = None
    note_html: str = ""
    is_next: bool = False
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Glance:
    """A fact in a few words, and where on the page it stands whole; `url` is what can be done about it at once.

    `lang` is the language of the words, where it is not the page's; `later` takes their place from an instant on.
    """

    term: str
    text: str
    anchor: str
    url: str = ""
    action: str = ""
    lang: str = ""
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class SignUp:
    """The way in for who wants to come; `words` tell the last day, and from the instant `until` it is too late."""

    action: str
    url: str
    words: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting's page, top to bottom. `calendar_url` is the meeting's own file, `calendars` lead to forms elsewhere.

    Both are empty where there is nothing to put in a calendar, and `invitation_url` where nobody is invited any more.
    `over` is the instant at which these hold no longer, with its offset from UTC; `later` is what the top says then.
    `lang` is the language of the title, and `rest_lang` of what no translation has; HTML marks what is in neither.
    """

    title: str
    summary: str
    lang: str
    date: Date
    attendance: str
    attendance_key: str
    where: Where | None
    online: Online | None
    who: Meet
    facts: tuple[Fact, ...]
    glance: tuple[Glance, ...]
    contact: Contact
    sign_up: SignUp | None = None
    calendar_url: str = ""
    calendars: tuple[Link, ...] = ()
    invitation_url: str = ""
    subscribe_url: str = ""
    is_past: bool = False
    over: str = ""
    later: tuple[Later, ...] = ()
    status: Status | None = None
    form: Link | None = None
    audience_html: str = ""
    series: Link | None = None
    municipality: Link | None = None
    topics: tuple[Link, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    possibilities: tuple[Possibility, ...] = ()
    matches: tuple[Match, ...] = ()
    programme: tuple[ProgrammeDay, ...] = ()
    welcome_html: str = ""
    picture: Picture | None = None
    body_html: str = ""
    links: tuple[Link, ...] = ()
    attachments: tuple[Link, ...] = ()
    updates: tuple[Update, ...] = ()
    report: Report | None = None
    summary_lang: str = ""
    rest_lang: str = ""
