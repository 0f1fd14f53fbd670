"""A content folder about people who have agreed to all, to some or to nothing, named in every place there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

import mentions
from canaries import Canaries
from meetingplace.model.references import Kind
from meetingplace.reading.translations import TRANSLATED
from records import EVERYTHING


OPEN = "agrees to all"
HIDDEN = "agrees to all and is hidden at the meeting"
NOTHING = "agrees to nothing"
AGREED = {"given": "2026-01-01"}
CONSENTS: Mapping[str, dict[str, Any] | None] = {
    "has never been asked": None,
    "agreement has run out": {"given": "2025-01-01", "until": "2026-11-21", "covers": [*EVERYTHING]},
    "agreement is over 24 months old": {"given": "2024-11-21", "covers": [*EVERYTHING]},
    "agrees from tomorrow": {"given": "2026-11-23", "covers": [*EVERYTHING]},
    NOTHING: {**AGREED, "covers": []},
    "agrees to all but the name": {**AGREED, "covers": [scope for scope in EVERYTHING if scope != "name"]},
    "agrees to the name alone": {**AGREED, "covers": ["name"]},
    **{
        f"agrees to all but {scope}": {**AGREED, "covers": [each for each in EVERYTHING if each != scope]}
        for scope in EVERYTHING[1:]
    },
    OPEN: {**AGREED, "covers": [*EVERYTHING]},
    HIDDEN: {**AGREED, "covers": [*EVERYTHING]},
}
"""Whom the content is about, on the day that tests build on: 22 November 2026."""

FROM_NAME = {"name", "title", "organisation", "why", "en.title", "en.organisation"}
FROM_SCOPE: Mapping[str, set[str]] = {
    "name": FROM_NAME,
    "profile": {"slug", "alias", "pronouns", "disciplines", "offers.term", "offers.text", "seeks.term", "seeks.text"}
    | {"links.title", "links.url", "body", "en.pronouns", "en.body"},
    "photo": {"image.alt", "image.credit"},
    "contact": {"contact.email", "contact.phone", "contact.web", "contact.note", "e-mail of a contact in words"},
    "archive": {"why at an old meeting"},
}
"""Which fields each scope opens. `consent.how`, file names and what is written in pictures are never open."""


HOLDS = frozenset(
    {NOTHING, "agrees to the name alone", OPEN, HIDDEN, *(f"agrees to all but {scope}" for scope in EVERYTHING[1:])}
)
"""Those whose agreement is in force."""


def may_be_seen(owner: str) -> set[str]:
    """The fields of a person that may be found on a page."""
    covers = (CONSENTS[owner] or {}).get("covers", ()) if owner in HOLDS else ()
    return {field for scope in covers for field in FROM_SCOPE.get(scope, ())}


@dataclass(frozen=True)
class Someone:
    """A person of the content: `colour` is that of their picture, and nobody else's."""

    owner: str
    slug: str
    name: str
    colour: tuple[int, int, int]


class Content:
    """Writes the folder. The words of each record's public part begin with `Offentligt`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.canaries = Canaries()
        self.people: dict[str, Someone] = {}

    def write(self, consents: Mapping[str, dict[str, Any] | None] = CONSENTS) -> Content:
        """Writes all files, for some or all of the people; a word depends on nothing but its place in the order."""
        for number, (owner, agreed) in enumerate(consents.items()):
            self.people[owner] = self._person(number, owner, agreed)
        for number, someone in enumerate(self.people.values()):
            self._around(number, someone, hidden=someone.owner == HIDDEN)
        named = [someone for someone in self.people.values() if someone.owner != HIDDEN]
        everyone = " ".join(f"{someone.name}," for someone in named)
        terms = {f"metod-{n}": mentions.term(partial("{1} {0}".format, one.name)) for n, one in enumerate(named)}
        (self.folder / "vocabulary.yaml").write_text(
            yaml.safe_dump({"terms": terms}, allow_unicode=True), encoding="utf-8"
        )
        self._file("pages", "om", {"title": f"Offentligt om {everyone}"}, self._in_all_ways(*named))
        self._file("pages", "om", {"title": f"Public on {everyone}"}, self._in_all_ways(*named), ".en")
        self._file("pages", "tva", {"title": "Offentligt"}, f"Med {everyone}")
        return self

    @property
    def settings(self) -> dict[str, Any]:
        """The texts of settings that are new words of the site, all of which name everyone but who is hidden."""
        named = " ".join(f"{one.name}," for one in self.people.values() if one.owner != HIDDEN)
        english = ("name", "summary", "publisher", "example", "hours")
        return {
            "OTHER_LANGUAGE": {key: f"Public {key}: {named}" for key in english},
            "ACCESSIBILITY": {
                "conformance": "partial",
                "shortcomings": [f"Offentligt: {named}"],
                "tested": f"Offentligt: {named}",
                "assessed": "2026-11-22",
                "email": "e@kultur.example",
            },
        }

    def _person(self, number: int, owner: str, agreed: dict[str, Any] | None) -> Someone:
        def word(field: str) -> str:
            return self.canaries.word(owner, field)

        name = f"Å{word('name')} {word('name').capitalize()}"
        someone = Someone(owner, word("slug"), name, (number * 19 % 250, number * 83 % 250, number * 151 % 250))
        file = f"images/{word('image.file')}.jpg"
        self._picture(file, someone.colour, word("image.metadata"))
        data = {
            "name": name,
            "kind": "independent",
            **mentions.person(word),
            "aliases": [word("alias")],
            "languages": ["sv"],
            "contact": {
                "email": f"{word('contact.email')}@kultur.example",
                "phone": self.canaries.number(owner, "contact.phone"),
                "web": f"https://{word('contact.web')}.example/",
                "note": word("contact.note"),
            },
            "links": [{"title": word("links.title"), "url": f"https://{word('links.url')}.example/"}],
            "image": {"file": file, "alt": word("image.alt"), "credit": word("image.credit")},
        }
        if agreed is not None:
            data["consent"] = {**agreed, "how": word("consent.how")}
        self._file("people", someone.slug, data, word("body"))
        english = {key: word(f"en.{key}") for key in ("title", "organisation", "pronouns")}
        self._file("people", someone.slug, english, word("en.body"), ".en")
        return someone

    def _around(self, number: int, someone: Someone, *, hidden: bool) -> None:
        """All records but people, in whose every text someone is named, in one way after the other."""
        ways = list(mentions.ways_to_write(someone.name, someone.slug).items())
        turn = count(number * 5)

        def say(field: str) -> str:
            way, text = ways[next(turn) % len(ways)]
            return f"Offentligt ({way}): {text}"

        self._surroundings(number, (lambda field: f"Offentligt {field}") if hidden else say)
        if not hidden:
            for folder, stem in (("municipalities", f"kommun-{number}"), ("series", f"serie-{number}")):
                made = mentions.municipality(say) if folder == "municipalities" else mentions.series(say)
                self._file(folder, stem, {**made, "contact": someone.slug}, say("body"))
        self._meetings(number, someone, say, hidden=hidden)

    def _surroundings(self, number: int, say: mentions.Say) -> None:
        town, house = (
            f"kommun-{number}",
            {"name": f"Offentligt hus {number}", "kind": "business", "type": "organisation"},
        )
        self._file("people", f"hus-{number}", {**mentions.person(say), **house}, say("body"))
        self._file("places", f"plats-{number}", {**mentions.place(say), "municipality": town}, say("body"))
        self._translation("person", "people", f"hus-{number}", say)
        self._translation("place", "places", f"plats-{number}", say)
        self._translation("municipality", "municipalities", town, say)
        self._translation("series", "series", f"serie-{number}", say)
        for stem in (town, f"{town}-ord"):
            self._file("municipalities", stem, mentions.municipality(say), say("body"))
        for stem in (f"serie-{number}", f"serie-{number}-ord"):
            self._file("series", stem, mentions.series(say), say("body"))

    def _meetings(self, number: int, someone: Someone, say: mentions.Say, *, hidden: bool) -> None:
        """One to come in all languages, one whose contact is told in words, and one of long ago."""

        def row(field: str) -> dict[str, str]:
            why = self.canaries.word(someone.owner, f"{field}, hidden" if hidden else field)
            return {"person": someone.slug, "role": "speaker", "why": why}

        rows = [{"person": someone.slug, "public": "no"}] if hidden else [{"person": f"hus-{number}"}]
        meeting = {**self._meeting(number, someone, say), "who": [{**row("why"), "since": "2026-11-21"}, *rows]}
        body = f"{say('body')}\n\n{self._in_all_ways(someone)}"
        self._file("events", f"mote-{number}", {**meeting, "contact": someone.slug}, body)
        self._translation("event", "events", f"mote-{number}", say)
        email = f"{self.canaries.word(someone.owner, 'e-mail of a contact in words')}@kultur.example"
        words = {"name": someone.name, "email": email, "hours": say("contact.hours")}
        self._file("events", f"annat-{number}", {**meeting, "place": f"plats-{number}", "contact": words}, say("body"))
        old: dict[str, Any] = {"start": "2026-05-01 18:00", "published": "2026-04-01", "repeat": {}}
        old["who"] = [row("why at an old meeting"), *rows]
        self._file("events", f"gammalt-{number}", {**meeting, **old}, "Offentligt")

    def _meeting(self, number: int, someone: Someone, say: mentions.Say) -> dict[str, Any]:
        made = mentions.event(say)
        made["programme"] += [{"title": "Offentligt", "who": [someone.slug]}]
        made["possibilities"] += [{"kind": "exchange", "title": "Offentligt", "by": someone.slug}]
        again, off = f"2027-01-{number + 1:02}", f"2027-02-{number + 1:02}"
        moved = {"date": "2026-11-03", "was": f"2026-11-{number + 5:02} 18:00", "text": say("updates.text of a move")}
        return {
            **made,
            "start": f"2026-12-{number + 1:02} 18:00",
            "end": "20:00",
            "attendance": "hybrid",
            "published": "2026-10-01",
            "updates": [{"date": "2026-11-01", "text": say("updates.text")}, moved],
            "report": {"date": "2026-11-02", "text": say("report.text"), "outcomes": [say("report.outcomes")]},
            "series": f"serie-{number}",
            "municipality": f"kommun-{number}",
            "host": [someone.slug],
            "repeat": {
                "also": [again, off],
                "changes": [
                    {"date": again, **mentions.change(say)},
                    {"date": off, "status": "cancelled", **mentions.change(say)},
                ],
            },
        }

    def _translation(self, kind: Kind, folder: str, stem: str, say: mentions.Say) -> None:
        """The record's English beside it, in which every key that it may have says someone's name."""
        english = {key: say(f"en.{key}") for key in TRANSLATED[kind]}
        self._file(folder, stem, english, say("en.body"), ".en")

    def _in_all_ways(self, *people: Someone) -> str:
        ways = (text for one in people for text in mentions.ways_to_write(one.name, one.slug).values())
        return "\n\n".join(ways)

    def _file(self, folder: str, stem: str, data: Mapping[str, Any], body: str, language: str = "") -> None:
        path = self.folder / folder / f"{stem}{language}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")

    def _picture(self, file: str, colour: tuple[int, int, int], written: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        exif = Image.Exif()
        exif[0x010E], exif[0x8298] = written, written
        Image.new("RGB", (64, 64), colour).save(path, exif=exif, comment=written.encode(), quality=95)
