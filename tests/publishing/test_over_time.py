"""What a subscriber sees while days go by and editors date what they change: laws that hold from one day to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from meetingplace.catalogue import Catalogue
from meetingplace.i18n import language
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.outlet import outlet
from meetingplace.publishing.subscriptions import Subscriptions
from outputs import made
from records import catalogue, consent, event, person


FIRST = dt.date(2026, 1, 1)
EV = "{http://purl.org/rss/1.0/modules/event/}"
DAY = dt.timedelta(days=1)
LOOKS_AFTER_THE_MEETING = (1, 30, 31, 200, 400, 401)
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass
class Diary:
    """A meeting as its editor writes it: what its file says from each day on, and what news there is that day."""

    slug: str
    published: dt.date
    start: dt.datetime
    status: str = "confirmed"
    updates: list[dict[str, str]] = field(default_factory=list)
    who: list[dict[str, str]] = field(default_factory=list)
    report: dict[str, str] = field(default_factory=dict)
    versions: dict[dt.date, dict[str, Any]] = field(default_factory=dict)
    news: dict[dt.date, str] = field(default_factory=dict)

    def save(self, day: dt.date, news: str = "") -> None:
        """The file as it is from this day on; `news` is what feeds tell then, if they tell something."""
        self.versions[day] = {
            "published": str(self.published),
            "start": f"{self.start:%Y-%m-%d %H:%M}",
            "end": f"{self.start:%Y-%m-%d} 20:00",
            "status": self.status,
            "updates": [*self.updates],
            "who": [*self.who],
            "report": self.report or None,
        }
        if news:
            self.news[day] = news

    def move(self, day: dt.date) -> None:
        was, self.start = f"{self.start:%Y-%m-%d %H:%M}", self.start + 7 * DAY
        self.updates.append({"date": str(day), "text": "Ny dag.", "was": was})
        self.save(day, "moved")

    def tell(self, day: dt.date) -> None:
        self.updates.append({"date": str(day), "text": "Något nytt."})
        self.save(day, "cancelled" if self.status == "cancelled" else "")

    def cancel(self, day: dt.date) -> None:
        self.status = "cancelled"
        self.tell(day)

    def restore(self, day: dt.date) -> None:
        self.status = "confirmed"
        self.tell(day)

    def invite(self, day: dt.date) -> None:
        self.who.append({"person": "anna" if not self.who else "bo", "since": str(day)})
        self.save(day)

    def choices(self) -> list[Callable[[dt.date], None]]:
        found: list[Callable[[dt.date], None]] = [self.tell]
        found += [self.cancel, self.move] if self.status == "confirmed" else [self.restore]
        found += [self.invite] if len(self.who) < 2 else []
        return found

    def on(self, day: dt.date) -> dict[str, Any]:
        """What the file says on a day on which there is one."""
        return self.versions[max(each for each in self.versions if each <= day)]

    def kept_until(self, day: dt.date) -> dt.date:
        """The last day on which the calendar of the site has the meeting, as the file is on `day`."""
        said = self.on(day)
        return dt.date.fromisoformat(said["start"][:10]) + DAY * (30 if said["status"] == "cancelled" else 400)


@st.composite
def diaries(draw: Draw, slug: str) -> Diary:
    """A meeting that changes on up to seven days before it takes place, and then has a report or not."""
    published = FIRST + draw(st.integers(0, 40)) * DAY
    made = Diary(slug, published, dt.datetime.combine(published + draw(st.integers(70, 200)) * DAY, dt.time(18)))
    made.save(published, "published")
    day = published
    for gap in draw(st.lists(st.integers(1, 10), max_size=7)):
        day += gap * DAY
        draw(st.sampled_from(made.choices()))(day)
    if made.status == "confirmed" and draw(st.booleans()):
        reported = made.start.date() + draw(st.integers(1, 60)) * DAY
        made.report = {"date": str(reported), "text": "Vi blev många."}
        made.save(reported)
    return made


@dataclass
class Subscriber:
    """Remembers what was seen, and finds fault with what is seen next."""

    sequences: dict[tuple[str, str], int] = field(default_factory=dict)
    facts: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    guids: dict[str, tuple[dt.datetime, str]] = field(default_factory=dict)

    def calendar(self, content: bytes) -> set[str]:
        """The UIDs of a calendar, in which each meeting stands once and its SEQUENCE rises with each change."""
        events = icalendar.Calendar.from_ical(content).walk("VEVENT")
        found: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
        for each in events:
            key = (str(each["UID"]), _written(each, "RECURRENCE-ID"))
            assert key not in found, "twice in one calendar"
            facts = tuple(_written(each, name) for name in ("DTSTART", "STATUS", "SUMMARY", "CREATED"))
            found[key] = (int(_written(each, "SEQUENCE")), facts)
        for key, (sequence, facts) in found.items():
            before = self.sequences.get(key, -1)
            assert sequence >= before, "SEQUENCE falls"
            assert self.facts.get(key, facts) == facts or sequence > before, "a change without a new SEQUENCE"
        self.sequences |= {key: sequence for key, (sequence, _) in found.items()}
        self.facts |= {key: facts for key, (_, facts) in found.items()}
        return {uid for uid, _ in found}

    def feed(self, content: bytes) -> list[str]:
        """The guids that were never seen before; what was seen has its date, and news is of the same time as ever."""
        new = []
        for item in etree.fromstring(content).iter("item"):
            guid, published = item.findtext("guid") or "", parsedate_to_datetime(item.findtext("pubDate") or "")
            about = (item.findtext(f"{EV}startdate") or "") if "#" in guid else ""
            if guid not in self.guids:
                new.append(guid)
            assert self.guids.setdefault(guid, (published, about)) == (published, about)
        return new


def _written(part: icalendar.cal.Component, name: str) -> str:
    return part[name].to_ical().decode() if name in part else ""  # type: ignore[union-attr]


def subscriptions(diaries: Mapping[str, Diary], today: dt.date) -> dict[str, bytes]:
    """Every calendar and feed of a day by its address."""
    agreed = consent("name", "feeds", given="2025-06-01")
    people = (person("anna", "Anna Berg", consent=agreed), person("bo", "Bo Ek", consent=agreed))
    events = [event(slug, **each.on(today)) for slug, each in diaries.items() if each.published <= today]
    found: Catalogue = catalogue(*people, *events, today=today, uid_domain="uid.example")
    written = outlet(found, Addresses(found.site), language("sv"))
    return {file.address: file.content for file in made(Subscriptions(found, written).outputs())[1]}


def days_of(diaries: Mapping[str, Diary]) -> list[dt.date]:
    """The days on which something changes, and those about which calendars drop what is old."""
    changes = {day for each in diaries.values() for day in each.versions}
    ends = {each.start.date() + after * DAY for each in diaries.values() for after in LOOKS_AFTER_THE_MEETING}
    return sorted(changes | ends)


def guids_of(diaries: Mapping[str, Diary], today: dt.date) -> Iterator[str]:
    """What a feed must tell on a day for the first time."""
    for slug, each in diaries.items():
        if today in each.news:
            fragment = "" if each.news[today] == "published" else f"#{each.news[today]}-{today}"
            yield f"tag:uid.example,2026:{slug}{fragment}"


@settings(max_examples=8)
@given(diaries("frukost"), diaries("lunch"))
def test_a_season_of_changes_is_told_once_and_never_taken_back(first: Diary, second: Diary) -> None:
    told = {each.slug: each for each in (first, second)}
    someone = Subscriber()
    for today in days_of(told):
        files = subscriptions(told, today)
        seen = {name: someone.calendar(content) for name, content in files.items() if name.endswith(".ics")}
        out = [each for each in told.values() if each.published <= today]
        assert seen["kalender.ics"] == {f"{each.slug}@uid.example" for each in out if today <= each.kept_until(today)}
        own = {each.slug: seen[f"motesplatser/{each.slug}/{each.slug}.ics"] for each in out}
        assert own == {each.slug: {f"{each.slug}@uid.example"} for each in out}
        assert sorted(someone.feed(files["rss.xml"])) == sorted(guids_of(told, today))
