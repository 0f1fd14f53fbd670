"""`meetingplace consent`: who has agreed to what until when, and where they are named. For the editor's eyes."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from meetingplace.building.tables import table
from meetingplace.catalogue import Catalogue
from meetingplace.i18n import N_, Language
from meetingplace.model.person import Person
from meetingplace.model.site import Site
from meetingplace.reading.library import Library, read

from .failures import FINE, PROBLEMS, WrongUse
from .named import Slugs, listed_at, named_at
from .settings import add_content_options, day_of, settings_of


WHAT = N_("say who has agreed to what, until when, and where they are named")
SOON = dt.timedelta(days=60)

State = Literal["ends-soon", "holds", "none", "not-yet", "run-out", "withdrawn"]
STATES: dict[State, str] = {
    "ends-soon": N_("named; the consent ends soon"),
    "holds": N_("named"),
    "none": N_("counted only: no consent"),
    "not-yet": N_("counted only: consent is not given yet"),
    "run-out": N_("counted only: the consent has run out"),
    "withdrawn": N_("counted only: the consent is withdrawn, it does not cover the name"),
}
COLUMNS = (
    N_("Name"),
    N_("Slug of the person"),
    N_("What holds"),
    N_("Given"),
    N_("Last day"),
    N_("Days left"),
    N_("Covers"),
    N_("How it was given"),
    N_("Named on pages"),
    N_("Named in feeds"),
    N_("Listed and not named"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One person on a day. Meetings are slugs: which name them on pages and in feeds, which list them only."""

    person: Person
    state: State
    pages: Slugs
    feeds: Slugs
    unnamed: Slugs

    @property
    def last_day(self) -> dt.date | None:
        return self.person.consent.last_day if self.person.consent else None


def add_options(parser: argparse.ArgumentParser, words: Language) -> None:
    add_content_options(parser, words)
    parser.add_argument("--format", choices=("text", "csv"), default="text", help=words.gettext("how to say it"))


def run(arguments: argparse.Namespace, words: Language) -> int:
    """Prints to standard output; where the content has errors it says these instead, for who agreed is not known."""
    content = Path(arguments.content)
    if not content.is_dir():
        raise WrongUse(words.gettext("%(folder)s: there is no such folder", folder=arguments.content))
    settings = settings_of(content, arguments.settings, words)
    site, day = settings.site, day_of(arguments.on, settings, words)
    reading = read(content, site)
    if reading.failed:
        for problem in reading.problems:
            print(problem.text(words.code), file=sys.stderr)
        return PROBLEMS
    lines = lines_on(day, reading.library, site, words)
    if arguments.format == "csv":
        print(as_csv(lines, day, words), end="")
    else:
        print(*as_text(lines, day, words), sep="\n")
    return FINE


def lines_on(day: dt.date, library: Library, site: Site, words: Language) -> tuple[Line, ...]:
    """All people: first those whose consent ends soon, the soonest first, then by name. Organisations need none."""
    catalogue = Catalogue(library, site, day)
    pages, feeds = named_at(library, catalogue, "name"), named_at(library, catalogue, "feeds")
    listed: dict[str, list[str]] = {}
    for meeting in catalogue.meetings("name"):
        for slug in listed_at(library.events[meeting.slug]):
            listed.setdefault(slug, []).append(meeting.slug)
    lines = [
        Line(
            person=person,
            state=state_of(person, day),
            pages=pages[slug],
            feeds=feeds[slug],
            unnamed=tuple(meeting for meeting in listed.get(slug, ()) if meeting not in pages[slug]),
        )
        for slug, person in library.people.items()
        if person.type == "person"
    ]

    def place(line: Line) -> tuple[bool, dt.date, tuple[str, ...], str]:
        soon = line.state == "ends-soon" and line.last_day
        return (not soon, soon or dt.date.max, words.sort_key(line.person.name), line.person.slug)

    return tuple(sorted(lines, key=place))


def state_of(person: Person, day: dt.date) -> State:
    """Whether someone may be named on a day, or else why not."""
    consent = person.consent
    if consent is None:
        return "none"
    if person.allows("name", day):
        return "ends-soon" if consent.last_day - day <= SOON else "holds"
    if "name" not in consent.covers:
        return "withdrawn"
    return "not-yet" if consent.given > day else "run-out"


def as_csv(lines: Sequence[Line], day: dt.date, words: Language) -> str:
    """A header and a row for each person, as a terminal ends its lines."""
    header = [words.gettext(column) for column in COLUMNS]
    return table([header, *(_cells(line, day, words) for line in lines)], line_end="\n")


def _cells(line: Line, day: dt.date, words: Language) -> tuple[str, ...]:
    consent = line.person.consent
    return (
        line.person.name,
        line.person.slug,
        words.gettext(STATES[line.state]),
        consent.given.isoformat() if consent else "",
        consent.last_day.isoformat() if consent else "",
        str(max(0, (consent.last_day - day).days)) if consent else "",
        " ".join(consent.covers) if consent else "",
        (consent.how or "") if consent else "",
        " ".join(line.pages),
        " ".join(line.feeds),
        " ".join(line.unnamed),
    )


def as_text(lines: Sequence[Line], day: dt.date, words: Language) -> Iterator[str]:
    """A paragraph for each person, marked with ! where consent ends soon, below how many there are of each."""
    soon = sum(line.state == "ends-soon" for line in lines)
    named = soon + sum(line.state == "holds" for line in lines)
    yield words.gettext(
        "%(day)s: %(named)s may be named, %(counted)s counted only, consent ends within %(days)s days for %(soon)s",
        day=day.isoformat(),
        named=named,
        counted=len(lines) - named,
        days=SOON.days,
        soon=soon,
    )
    for line in lines:
        yield ""
        mark = "! " if line.state == "ends-soon" else ""
        yield f"{mark}{line.person.name} ({line.person.slug}): {words.gettext(STATES[line.state])}"
        yield from (f"    {fact}" for fact in _facts(line, day, words))


def _facts(line: Line, day: dt.date, words: Language) -> Iterator[str]:
    labels = [words.gettext(column) for column in COLUMNS]
    for label, cell in zip(labels[3:], _cells(line, day, words)[3:], strict=True):
        if cell:
            yield f"{label}: {' '.join(cell.split())}"
