"""Who comes, where and how: the parts of a meeting that say whom one will meet and how to get in."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, model_validator

from .faults import fault
from .record import ActorKind, Part, short_form
from .references import MunicipalitySlug, PersonSlug, PlaceSlug, context_of
from .scalars import Email, Line, Term, Text, WebAddress, WholeNumber, YesNo, one_or_list
from .times import Day, DayOrMoment, Time


Role = Literal["host", "facilitator", "speaker", "panellist", "performer", "commissioner", "participant"]
Attendance = Literal["on-site", "online", "hybrid"]
Coming = Literal["coming", "maybe", "invited", "declined"]
SLUG_LIKE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


class EventPlace(Part):
    """A venue by its slug, a one-off by name, address and town, or words where it is to be decided (`tbd`)."""

    slug: PlaceSlug | None = None
    name: Line | None = None
    address: Line | None = None
    town: Line | None = None
    tbd: Line | None = None

    @model_validator(mode="after")
    def _says_where(self) -> EventPlace:
        if not (self.slug or self.name or self.town or self.tbd):
            raise fault("place-empty")
        return self


PlaceOf = Annotated[EventPlace, short_form("slug")]


class Online(Part):
    """How to take part from afar; without `url` the note says how the link is sent."""

    platform: Line | None = None
    url: WebAddress | None = None
    note: Text | None = None


class WhoRow(Part):
    """One who comes, by slug. `public: no` counts and does not name this person at this meeting."""

    person: PersonSlug
    role: Annotated[tuple[Role, ...], BeforeValidator(one_or_list)] = ("participant",)
    why: Line | None = None
    attends: Literal["on-site", "online"] | None = None
    status: Coming = "coming"
    since: Day | None = None
    public: YesNo = True


WhoOf = Annotated[WhoRow, short_form("person")]


class Counted(Part):
    """Others who come, counted and not named; no `count` means that the number is not known."""

    count: WholeNumber | None = None
    kind: ActorKind | None = None
    discipline: Term | None = None
    municipality: MunicipalitySlug | None = None
    text: Line | None = None


class Registration(Part):
    """How to sign up; past `deadline` (a whole day) sign-up is closed."""

    required: YesNo | None = None
    url: WebAddress | None = None
    email: Email | None = None
    deadline: DayOrMoment | None = None
    places: WholeNumber | None = None
    state: Literal["open", "full", "waiting-list", "closed"] | None = None
    note: Text | None = None


class Pay(Part):
    """A fee (arvode) for the time of those who come."""

    paid: Literal["yes", "partly", "no"]
    amount: Line | None = None
    covers: tuple[Literal["time", "travel", "food"], ...] = ()
    note: Text | None = None


def _by(value: str, info: ValidationInfo) -> str:
    people = context_of(info).known.get("person")
    if people is not None and SLUG_LIKE.fullmatch(value) and value not in people:
        raise fault("reference-unknown", found=value, kind="person")
    return value


class Possibility(Part):
    """What may come out of a meeting; `by` is a slug of a person or a text, `deadline` a whole day.

    What has a hyphen and only a-z and 0-9 beside it is a slug, for it may be that of someone who was taken away: fault
    `reference-unknown`. One plain word may be either, and is a text where there is nobody of that slug.
    """

    kind: Literal["assignment", "collaboration", "funding", "exchange"]
    title: Line
    text: Text | None = None
    by: Annotated[Line, AfterValidator(_by)] | None = None
    pay: Line | None = None
    deadline: DayOrMoment | None = None
    url: WebAddress | None = None


class ProgrammeRow(Part):
    """A line of the programme; `time` may be words, `where` a room, table or track."""

    date: Day | None = None
    time: Line | None = None
    until: Line | None = None
    where: Line | None = None
    title: Line
    text: Text | None = None
    who: tuple[PersonSlug, ...] = ()


class Update(Part):
    """What changed, for readers; `was` is the start before it was moved, or the month before its day was set."""

    date: DayOrMoment
    text: Text
    was: Time | None = None
