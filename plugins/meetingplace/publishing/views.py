"""What a page shows, as plain data: made without templates, hashable by their bytes, read by any renderer.

Texts are finished words in the page's language. A field that ends in `_html` is sanitised HTML; every other
text is plain and must be escaped. `url` is an address from the site's root; "" means that there is no page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """`note` is a short word beside the link, such as a count."""

    text: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """One subscription; `type` is its media type, `url` absolute."""

    title: str
    url: str
    type: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Size in pixels."""

    url: str
    width: int
    height: int
    alt: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A time, whole and in pieces to be set as type; `text` is the whole, `iso` and `iso_end` for machines.

    A day that is not fixed has its month or year in `text`, and `day`, `weekday` and `time` are empty.
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


@dataclass(frozen=True, slots=True)
class Status:
    """What is not plain about a meeting: `word` ("INSTÄLLT"), `text` a sentence.

    `kind`: cancelled, postponed, moved, full, waiting-list, tentative.
    """

    kind: str
    word: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One who comes, or a person in a list. `kind` is the word for free or on working hours; `kind_key` its key.

    `mark` is what stands where a picture is missing: initials. `roles` and `attends` are words; `attends_key` is
    on-site or online. `maybe` and `new` are words where they hold ("kanske", "nytt namn"). The note of what
    someone offers or seeks is a sentence about it.
    """

    name: str
    url: str
    mark: str
    kind: str
    kind_key: str
    is_organisation: bool = False
    is_host: bool = False
    title: str = ""
    organisation: str = ""
    pronouns: str = ""
    roles: tuple[str, ...] = ()
    disciplines: tuple[Link, ...] = ()
    municipality: Link | None = None
    why: str = ""
    offers: tuple[Link, ...] = ()
    seeks: tuple[Link, ...] = ()
    attends: str = ""
    attends_key: str = ""
    maybe: str = ""
    new: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Meet:
    """Whom one will meet. `sentence` counts them; `nobody` stands instead while nobody is known.

    `counted` are lines for those who are counted and not named, `invited` a line for those who were asked.
    """

    heading: str
    sentence: str
    nobody: str
    people: tuple[Person, ...] = ()
    organisations: tuple[Person, ...] = ()
    counted: tuple[str, ...] = ()
    invited: str = ""
    print_url: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A meeting in a list: enough to decide whether to open it. `meets` is the sentence of counts."""

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
    calendar: Feed | None
    rss: Feed | None
    empty: str = ""
    more_past: Link | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the definition list. `missing` says that the editor left it out, with whom to ask in `html`."""

    key: str
    term: str
    html: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """The human to ask; `lead` says what for."""

    name: str
    email: str = ""
    phone: str = ""
    phone_url: str = ""
    hours: str = ""
    note: str = ""
    url: str = ""
    is_site: bool = False


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
class Where:
    """A place to go to: `lines` as on an envelope, `note` where it is to be decided."""

    lines: tuple[str, ...]
    url: str = ""
    note: str = ""
    geo: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Online:
    platform: str
    url: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of a meeting that comes back; `note` says what is different, `next` marks the one shown on top."""

    date: Date
    status: Status | None = None
    note: str = ""
    is_next: bool = False
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting's page, top to bottom as OUTPUT says."""

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
    contact: Contact
    calendar_url: str
    is_past: bool = False
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


@dataclass(frozen=True, slots=True)
class Group:
    """People under a heading."""

    heading: str
    anchor: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class People:
    groups: tuple[Group, ...]
    organisations: tuple[Person, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class PersonPage:
    person: Person
    lang: str
    body_html: str
    contact: Contact | None
    languages: str
    links: tuple[Link, ...]
    listing: Listing


@dataclass(frozen=True, slots=True)
class PlacePage:
    name: str
    lang: str
    where: Where
    access: tuple[Fact, ...]
    travel_html: str
    body_html: str
    website: str
    municipality: Link | None
    picture: Picture | None
    contact: Contact
    listing: Listing
    access_note_html: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    title: str
    html: str
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    name: str
    lang: str
    priorities: tuple[Priority, ...]
    contact: Contact
    website: str
    body_html: str
    people: tuple[Person, ...]
    listing: Listing


@dataclass(frozen=True, slots=True)
class SeriesPage:
    title: str
    lang: str
    summary: str
    rhythm: str
    topics: tuple[Link, ...]
    contact: Contact
    website: str
    body_html: str
    picture: Picture | None
    listing: Listing


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A term of the vocabulary: meetings about it, people who work with it, narrower and broader terms."""

    name: str
    kind: str
    related: tuple[Link, ...]
    people: tuple[Person, ...]
    listing: Listing


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
    calendar: Feed
    rss: Feed


@dataclass(frozen=True, slots=True)
class Archive:
    """Past meetings by year, newest first."""

    years: tuple[Month, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month's table; `day` is 0 for a blank cell outside the month."""

    day: int
    iso: str
    text: str
    is_today: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month as weeks of seven days, Monday first (ISO 8601); `unfixed` are meetings with no day yet."""

    heading: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day, ...], ...]
    unfixed: tuple[Card, ...]
    previous: Link | None
    following: Link | None
    empty: str


@dataclass(frozen=True, slots=True)
class Months:
    """All months that have meetings, by year."""

    years: tuple[tuple[str, tuple[Link, ...]], ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """One listing to subscribe to; `webcal` is the calendar's address for calendar programs."""

    title: str
    page: str
    calendar: str
    webcal: str
    rss: str


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Groups of subscriptions: (heading, subscriptions)."""

    groups: tuple[tuple[str, tuple[Subscription, ...]], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A plain list of links in groups: municipalities, topics, series, venues."""

    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A former address that leads on."""

    to: Link


@dataclass(frozen=True, slots=True)
class NotFound:
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An ordinary page: its body is HTML."""

    title: str
    lang: str
    body_html: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says about itself. `url` is absolute; `here` is the page's address from the site's root."""

    title: str
    heading: str
    description: str
    url: str
    here: str
    kind: str
    section: str
    indexed: bool = True
    feeds: tuple[Feed, ...] = ()
    crumbs: tuple[Link, ...] = ()
    json_ld: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What all pages share: the site's name, its menu, its contact and its notice."""

    name: str
    summary: str
    language: str
    home: str
    root: str
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    contact: Contact
    notice: str
    stylesheet: str
    script: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template is given: `page` is the page's own data, one of the classes above."""

    shell: Shell
    head: Head
    page: object
