"""The form of a new meeting."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Mapping
from typing import get_args

from meetingplace.i18n import N_, Language
from meetingplace.model.attendance import Attendance
from meetingplace.model.event import Event
from meetingplace.reading.slugs import LONGEST, folded_slug
from meetingplace.reading.writing import Data, markdown_file

from .questions import Answers, Form, NewFile, Question


LAST_KEYS = ("slug", "aliases", "timezone")
"""Keys that a model names first and a reader wants last."""

HINTS = (
    "who:",
    "  - person: anna-berg",
    "    role: speaker",
    "    why: …",
    "also:",
    "  - {count: 5, kind: independent, discipline: dans}",
    "programme:",
    "  - {time: 09:30, title: …}",
    "cost: free",
    "pay: {paid: yes, amount: …}",
    "registration: {url: https://…, deadline: 2026-09-01}",
    "access: {wheelchair: yes, hearing_loop: no}",
    "contact: anna-berg",
)
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
CLOCK = re.compile(r"\d[:.]\d\d")


def _is_timed(answers: Answers) -> bool:
    return CLOCK.search(answers.get("start", "")) is not None


def _is_on_site(answers: Answers) -> bool:
    return answers.get("attendance") != "online"


def _is_online(answers: Answers) -> bool:
    return answers.get("attendance") in ("online", "hybrid")


def _has_no_place(answers: Answers) -> bool:
    return _is_on_site(answers) and not ("town" in answers or "tbd" in answers)


def _has_no_url(answers: Answers) -> bool:
    return _is_online(answers) and "url" not in answers


QUESTIONS = (
    Question("title", N_("What the meeting is called"), required=True),
    Question("summary", N_("What happens, in one sentence of at most 200 characters"), required=True),
    Question("start", N_("When it starts, as in 2026-09-12 18:00; or 2026-09-12, or 2026-09"), required=True),
    Question("end", N_("When it ends, as in 20:00"), required=True, applies=_is_timed),
    Question("attendance", N_("How one takes part"), get_args(Attendance), required=True),
    Question("town", N_("The town, where the meeting place has no file of its own")),
    Question("tbd", N_("What is known of the place, while it is to be decided")),
    Question("place", N_("The slug of the venue"), required=True, applies=_has_no_place),
    Question("url", N_("The address of the online meeting, if it can be published"), asked=True, applies=_is_online),
    Question("online-note", N_("How the link reaches those who come"), required=True, applies=_has_no_url),
    Question("municipality", N_("The slug of the municipality; empty: that of the venue"), asked=True),
    Question("form", N_("The form of meeting, a word of the vocabulary")),
    Question("series", N_("The slug of the series")),
    Question("topics", N_("Topics, words of the vocabulary with commas between")),
    Question("host", N_("Who invites: slugs with commas between")),
    Question("contact", N_("The slug of the one to ask")),
    Question("cost", N_("What it costs; free: nothing")),
    Question("slug", N_("The slug, where the title should not give it")),
)


def new_file(answers: Answers, today: dt.date, words: Language) -> NewFile:
    """The file of a meeting, published on `today`: `events/<year>/<day>-<title>.md`."""
    day = DAY.match(answers.get("start", ""))
    title = folded_slug(answers.get("slug") or answers["title"])
    stem = "-".join(part for part in (day[0] if day else "", title) if part)[:LONGEST].strip("-")
    folder = f"events/{day[0][:4]}" if day else "events"
    keys = [key for key in Event.keys() if key not in LAST_KEYS]  # noqa: SIM118 - a model, not a mapping
    hints = [words.gettext("Take the # away before what you need:"), *HINTS]
    text = markdown_file(_front_matter(answers, today), keys=[*keys, *LAST_KEYS], hints=hints)
    return NewFile(f"{folder}/{stem}.md", text)


def _front_matter(answers: Answers, today: dt.date) -> Mapping[str, Data]:
    plain = (
        "title",
        "summary",
        "start",
        "end",
        "attendance",
        "municipality",
        "form",
        "series",
        "contact",
        "cost",
    )
    found: dict[str, Data] = {key: answers[key] for key in plain if key in answers}
    for key in ("topics", "host"):
        words: list[Data] = [word for part in answers.get(key, "").split(",") if (word := part.strip())]
        if words:
            found[key] = words
    elsewhere: dict[str, Data] = {key: answers[key] for key in ("town", "tbd") if key in answers}
    if elsewhere or "place" in answers:
        found["place"] = elsewhere or answers["place"]
    online: dict[str, Data] = {
        key: answers[option] for option, key in (("url", "url"), ("online-note", "note")) if option in answers
    }
    if online:
        found["online"] = online
    return {**found, "published": today.isoformat(), "uid": str(uuid.uuid4())}


FORM = Form(N_("a meeting"), QUESTIONS, new_file)
