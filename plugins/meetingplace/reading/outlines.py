"""What others need to know of a record: so little that it is kept from one reading to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, NamedTuple, Self

from pydantic import BaseModel

from meetingplace.model.consent import Consent
from meetingplace.model.event import Event
from meetingplace.model.person import Naming, Person
from meetingplace.model.record import Record
from meetingplace.model.scalars import SLUG
from meetingplace.model.times import When, parse


class Marks(NamedTuple):
    """By what a meeting is known again. `start` is as it is written, with the zone; `title` and `body` are digests, for
    no text may outlive its page.
    """

    uid: str
    start: str
    title: str
    body: str

    @classmethod
    def of(cls, event: Event) -> Self:
        return cls(event.uid_for_ever, f"{event.start} {event.timezone}", _digest(event.title), _digest(event.body))

    def is_same(self, other: Self) -> bool:
        """Whether it is one meeting under two names: two of its three marks are the same."""
        mine, others = (self.start, self.title, self.body), (other.start, other.title, other.body)
        return sum(a == b != "" for a, b in zip(mine, others, strict=True)) >= 2

    @property
    def when(self) -> When:
        return parse(self.start.rpartition(" ")[0])[0]


@dataclass(frozen=True, slots=True)
class Outline:
    """`whole` is a digest of the files that a record is read from, `front` one without their bodies; "" where there are
    none.

    `words` are all that may be slugs of other records, and `translations` the languages that it has texts in besides
    its own. `has_own_slug` and `has_own_uid` say that its file gives one. A person has a `naming`; a meeting has
    `marks`, `published` (empty where the file leaves that to history) and `is_draft`.
    """

    slug: str
    whole: str = ""
    front: str = ""
    aliases: tuple[str, ...] = ()
    written_in: str = "sv"
    translations: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    has_own_slug: bool = False
    has_own_uid: bool = False
    naming: Naming | None = None
    marks: Marks | None = None
    published: str = ""
    is_draft: bool = False

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slug, and former ones."""
        return (self.slug, *self.aliases)

    def is_out(self, today: dt.date) -> bool:
        """Whether a meeting is published by a day."""
        return not self.is_draft and self.published[: len("2026-09-01")] <= today.isoformat()

    def dated(self, published: When) -> Self:
        """The outline of a meeting that history dates."""
        return replace(self, published=str(published))


def outline_of(record: Record, whole: str = "", front: str = "", *, has_own_slug: bool = False) -> Outline:
    """The outline of a record that has been read."""
    meeting = record if isinstance(record, Event) else None
    return Outline(
        slug=record.slug,
        whole=whole,
        front=front,
        aliases=record.aliases,
        written_in=record.written_in,
        translations=tuple(record.translations),
        words=tuple(dict.fromkeys(word for word in _told(record) if SLUG.fullmatch(word) and word != record.slug)),
        has_own_slug=has_own_slug,
        has_own_uid=meeting is not None and meeting.uid is not None,
        naming=record.naming if isinstance(record, Person) else None,
        marks=Marks.of(meeting) if meeting else None,
        published=str(meeting.published) if meeting and meeting.published else "",
        is_draft=meeting is not None and meeting.status == "draft",
    )


def as_value(outline: Outline) -> list[Any]:
    """As a value of JSON."""
    own = [getattr(outline, name) for name in Outline.__slots__]
    naming = outline.naming
    if naming:
        agreed = naming.consent
        told = agreed and [str(agreed.given), agreed.until and str(agreed.until), agreed.covers]
        own[_NAMING] = [naming.name, naming.kind, naming.type, told]
    return own


def of_value(value: Any) -> Outline | None:
    """The outline that was written so; None for what is none."""
    try:
        given = dict(zip(Outline.__slots__, value, strict=True))
        for name in ("aliases", "translations", "words"):
            given[name] = tuple(given[name])
        given["naming"] = given["naming"] and _naming(*given["naming"])
        given["marks"] = given["marks"] and Marks(*given["marks"])
        return Outline(**given)
    except (TypeError, ValueError):
        return None


_NAMING = Outline.__slots__.index("naming")


def _naming(name: str, kind: Any, of_type: Any, told: list[Any] | None) -> Naming:
    if told is None:
        return Naming(name, kind, of_type)
    given, until, covers = told
    agreed = Consent.model_construct(
        given=dt.date.fromisoformat(given), until=dt.date.fromisoformat(until) if until else None, covers=tuple(covers)
    )
    return Naming(name, kind, of_type, agreed)


def _told(record: Record) -> Iterator[str]:
    """All texts in a record but those of a consent, which are nobody's business."""
    return _words([value for name, value in record.__dict__.items() if name != "consent"])


def _words(value: Any) -> Iterator[str]:
    """All texts in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _words(each)
    elif isinstance(value, Mapping):
        yield from _words(tuple(value.values()))
    elif isinstance(value, BaseModel):
        yield from _words(tuple(value.__dict__.values()))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16] if text else ""
