"""Meetings and people of any number, the same in every run: what both programs of the bench are given."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass


TODAY = dt.date(2026, 6, 1)
TOPICS = 40
MUNICIPALITIES = 10
LASTS = dt.timedelta(minutes=90)
_WORDS = (
    "dans musik konst möte samtal kommun frukost kultur region bygd scen hall rum tid ljus röst bok teater film natt "
    "arbete publik lokal resa dag hand väg skola torg park bruk sjö skog stad by hamn verk form färg ton steg"
)
_GIVEN = (
    "Agnes Ali Anna Arvid Asta Axel Bodil Bo Cecilia Dag Ebba Elin Emil Fatima Freja Gunnar Hanna Hedda Ida Ivar Jonas "
    "Karin Klara Lars Leila Linnea Maja Maria Nils Noor Olle Per Rut Sara Signe Sofia Sven Tuva Ulla Åsa"
)
_FAMILY = (
    "Alm Berg Blom Borg Dahl Ek Engström Falk Forsman Gran Hall Hansson Hedman Holm Isaksson Jansson Johansson Karlsson "
    "Kvist Larsson Lind Ljung Lund Malm Moberg Nordin Norén Nyman Olsson Persson Rask Roos Sandberg Sjögren Strand "
    "Sundin Svensson Wallin Wik Öberg"
)
WORDS, GIVEN, FAMILY = _WORDS.split(), _GIVEN.split(), _FAMILY.split()
ROLES = ("speaker", "performer", "facilitator", "participant")
KINDS = ("independent", "public", "association")


@dataclass(frozen=True, slots=True)
class Person:
    slug: str
    name: str
    kind: str
    topic: int
    municipality: int
    body: str


@dataclass(frozen=True, slots=True)
class Row:
    """Who comes by their number, in which role, and why."""

    person: int
    role: str
    why: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """No two start, or are published, at the same time: so any program lists them in one order."""

    slug: str
    title: str
    summary: str
    start: dt.datetime
    topics: tuple[int, ...]
    municipality: int
    who: tuple[Row, ...]
    published: dt.datetime
    body: str

    @property
    def end(self) -> dt.datetime:
        return self.start + LASTS


def people(count: int) -> Iterator[Person]:
    """So many people; the first ones are the same whatever their number."""
    chance = random.Random("people")  # noqa: S311 -- a rule, not a secret
    for number in range(count):
        yield Person(
            slug=person_slug(number),
            name=person_name(number),
            kind=chance.choice(KINDS),
            topic=chance.randrange(TOPICS),
            municipality=chance.randrange(MUNICIPALITIES),
            body=_body(chance),
        )


def meetings(count: int, of_people: int) -> Iterator[Meeting]:
    """So many meetings over four years, half of them to come, each with 8 to 20 of so many people."""
    chance = random.Random(f"meetings of {of_people}")  # noqa: S311 -- as above
    starts: set[dt.datetime] = set()
    publications: set[dt.datetime] = set()
    for number in range(count):
        start = _free(starts, TODAY + dt.timedelta(days=chance.randrange(-730, 730)), chance)
        out = min(start.date(), TODAY) - dt.timedelta(days=chance.randrange(1, 90))
        invited = chance.sample(range(of_people), k=min(of_people, chance.randint(8, 20)))
        yield Meeting(
            slug=f"{start.date()}-mote-{number:05}",
            title=_words(chance, 4).capitalize(),
            summary=f"{_words(chance, 12).capitalize()}.",
            start=start,
            topics=tuple(sorted(chance.sample(range(TOPICS), k=2))),
            municipality=chance.randrange(MUNICIPALITIES),
            who=tuple(Row(one, chance.choice(ROLES), _words(chance, 8)) for one in invited),
            published=_free(publications, out, chance),
            body=_body(chance),
        )


def person_name(number: int) -> str:
    """A name that nobody else has, of the first 64,000."""
    ways = len(GIVEN), len(FAMILY)
    first, second = FAMILY[number // ways[0] % ways[1]], FAMILY[(7 * number + number // (ways[0] * ways[1])) % ways[1]]
    return f"{GIVEN[number % ways[0]]} {first} {second}"


def person_slug(number: int) -> str:
    return person_name(number).lower().translate(str.maketrans("åäöé ", "aaoe-"))


def topic_slug(number: int) -> str:
    return f"amne-{number:02}"


def topic_name(number: int) -> str:
    return f"Ämne {number:02}"


def municipality_slug(number: int) -> str:
    return f"kommun-{number:02}"


def municipality_name(number: int) -> str:
    return f"Kommun {number:02}"


def _free(taken: set[dt.datetime], day: dt.date, chance: random.Random) -> dt.datetime:
    """A minute of the day, between 8 and 20 or soon after, that has not been given before."""
    found = dt.datetime.combine(day, dt.time(8)) + dt.timedelta(minutes=chance.randrange(720))
    while found in taken:
        found += dt.timedelta(minutes=1)
    taken.add(found)
    return found


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _body(chance: random.Random) -> str:
    """150 to 300 words: a heading, paragraphs of 40 with some of them strong, a link, a list, and what is left."""
    paragraphs, rest = divmod(chance.randint(150, 300) - 29, 40)
    blocks = [f"## {_words(chance, 3).capitalize()}"]
    blocks += [
        f"{_words(chance, 20).capitalize()} **{_words(chance, 2)}** {_words(chance, 18)}." for _ in range(paragraphs)
    ]
    blocks += ["[länk](https://example.se/)", "\n".join(f"- {_words(chance, 5)}" for _ in range(5))]
    if rest:
        blocks.append(f"{_words(chance, rest).capitalize()}.")
    return "\n\n".join(blocks) + "\n"
