"""The private person: everything that a participant's file says, before consent has let anything through."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from .consent import Consent, Scope
from .record import ActorKind, Link, Part, Picture, Record, short_form
from .references import MunicipalitySlug
from .scalars import Email, LanguageCode, Line, Phone, Term, WebAddress


PersonType = Literal["person", "organisation"]


class Ability(Part):
    """What someone offers or seeks: a word of the vocabulary, and perhaps a sentence."""

    term: Term
    text: Line | None = None


class PersonContact(Part):
    email: Email | None = None
    phone: Phone | None = None
    web: WebAddress | None = None
    note: Line | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """What decides where someone may be named, and what stands there instead; of their consent without `how`."""

    name: str
    kind: ActorKind
    type: PersonType = "person"
    consent: Consent | None = None

    def allows(self, scope: Scope, day: dt.date) -> bool:
        """Whether `scope` may be published on `day`. An organisation is not personal data and needs no consent."""
        if self.type == "organisation":
            return True
        return self.consent is not None and self.consent.allows(scope, day)


class Person(Record):
    name: Line
    kind: ActorKind
    type: PersonType = "person"
    consent: Consent | None = None
    title: Line | None = None
    organisation: Line | None = None
    pronouns: Line | None = None
    disciplines: tuple[Term, ...] = ()
    municipality: MunicipalitySlug | None = None
    offers: tuple[Annotated[Ability, short_form("term")], ...] = ()
    seeks: tuple[Annotated[Ability, short_form("term")], ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    contact: PersonContact | None = None
    links: tuple[Link, ...] = ()
    image: Picture | None = None

    @property
    def naming(self) -> Naming:
        """What decides where they may be named."""
        agreed = self.consent.model_copy(update={"how": None}) if self.consent else None
        return Naming(self.name, self.kind, self.type, agreed)

    def allows(self, scope: Scope, day: dt.date) -> bool:
        """Whether `scope` may be published on `day`."""
        return self.naming.allows(scope, day)
