"""The form of a new participant. Consent is asked for in plain words and never presumed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import get_args

from meetingplace.i18n import N_, Language
from meetingplace.model.person import Person, PersonType
from meetingplace.model.record import ActorKind
from meetingplace.model.scalars import NO, YES
from meetingplace.reading.slugs import LONGEST, folded_slug
from meetingplace.reading.writing import Data, markdown_file

from .questions import Answers, Form, NewFile, Question


HINTS = (
    "offers:",
    "  - {term: dans, text: …}",
    "seeks:",
    "  - {term: lokal, text: …}",
    "contact: {email: …, phone: …}",
    "links:",
    "  - {title: …, url: https://…}",
    "image: {file: images/….jpg, alt: …}",
)
LAST_KEYS = ("slug", "aliases")


def _is_person(answers: Answers) -> bool:
    return answers.get("type") != "organisation"


def _agreed(answers: Answers) -> bool:
    return _is_person(answers) and answers.get("consent", "").casefold() in YES


QUESTIONS = (
    Question("name", N_("The full name"), required=True),
    Question("type", N_("A person or an organisation"), get_args(PersonType)),
    Question("kind", N_("Free, or on working hours where"), get_args(ActorKind), required=True),
    Question("title", N_("What they call themselves, such as dansare"), asked=True),
    Question("organisation", N_("Whom they work for"), asked=True, applies=_is_person),
    Question("municipality", N_("The slug of their municipality"), asked=True),
    Question("disciplines", N_("Disciplines, words of the vocabulary with commas between"), asked=True),
    Question(
        "consent",
        N_("Has this person said yes, themselves, to being named on the site? yes or no; empty is no"),
        accepts=YES | NO,
        asked=True,
        applies=_is_person,
    ),
    Question("consent-given", N_("The day on which they said yes; empty is today"), asked=True, applies=_agreed),
    Question("consent-how", N_("How they said it, such as in a mail"), required=True, applies=_agreed),
    Question(
        "consent-covers",
        N_("Yes to what: name, profile, photo, contact, feeds, search, archive; empty: the first two"),
        asked=True,
        applies=_agreed,
    ),
    Question("slug", N_("The slug, where the name should not give it")),
)


def new_file(answers: Answers, today: dt.date, words: Language) -> NewFile:
    """The file of a participant: `people/<name>.md`."""
    stem = folded_slug(answers.get("slug") or answers["name"])[:LONGEST].strip("-")
    keys = [key for key in Person.keys() if key not in LAST_KEYS]  # noqa: SIM118 - a model, not a mapping
    hints = [words.gettext("Take the # away before what you need:"), *HINTS]
    text = markdown_file(_front_matter(answers, today), keys=[*keys, *LAST_KEYS], hints=hints)
    return NewFile(f"people/{stem}.md", text)


def _front_matter(answers: Answers, today: dt.date) -> Mapping[str, Data]:
    plain = ("name", "kind", "type", "title", "organisation", "municipality")
    found: dict[str, Data] = {key: answers[key] for key in plain if key in answers}
    if disciplines := _split(answers.get("disciplines", "")):
        found["disciplines"] = disciplines
    if _agreed(answers):
        found["consent"] = {
            "given": answers.get("consent-given", today.isoformat()),
            "how": answers["consent-how"],
            "covers": _split(answers.get("consent-covers", "")) or ["name", "profile"],
        }
    return found


def _split(text: str) -> list[Data]:
    return [word for part in text.split(",") if (word := part.strip())]


FORM = Form(N_("a participant"), QUESTIONS, new_file)
