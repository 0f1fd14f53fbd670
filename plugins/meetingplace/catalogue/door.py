"""The only door from a private person to a name: consent, the meeting's own word, and the passing of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from meetingplace.i18n import N_, Language
from meetingplace.model.consent import Scope
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.profile import Profile, Reach, Skill
from meetingplace.model.vocabulary import Vocabulary
from .meetings import Audience, Named
from .names import Mask, Names
from .passing import passed

ROLES = {
    "independent": N_("an independent cultural actor"),
    "public": N_("someone from the public sector"),
    "association": N_("someone from an association"),
    "business": N_("someone from a business"),
    "funder": N_("someone from a funder"),
    "staff": N_("one of the staff"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a name would stand: for whom, and at which meeting.

    `last_day` is that of the meeting's last occurrence (None outside meetings), `hidden` those whom the meeting
    counts and does not name.
    """

    audience: Audience
    last_day: dt.date | None = None
    hidden: frozenset[str] = frozenset()


def setting_of(event: Event, audience: Audience, last_day: dt.date) -> Setting:
    """The setting of a meeting: whoever has one row with `public: no` is hidden at all of it."""
    rows = (
        [*event.who, *(row for change in event.repeat.changes for row in change.who)]
        if event.repeat
        else event.who
    )
    return Setting(audience, last_day, frozenset(row.person for row in rows if not row.public))


class Door:
    """Answers, for one day, who may be named where, and makes the public profiles."""

    def __init__(
        self,
        people: Mapping[str, Person],
        vocabulary: Vocabulary,
        language: Language,
        today: dt.date,
        kept_days: int,
    ) -> None:
        self._people = people
        self._names = Names((p.slug, p.name) for p in people.values() if p.type == "person")
        self._vocabulary = vocabulary
        self._language = language
        self._today = today
        self._kept = dt.timedelta(days=kept_days)
        self._profiles: dict[tuple[str, Audience], Profile] = {}

    def may_be_named(self, slug: str, setting: Setting) -> bool:
        """Whether a person or organisation may be named in a setting, on the day of the build."""
        person = self._people.get(slug)
        if person is None or slug in setting.hidden or not self._allows(person, setting.audience):
            return False
        old = setting.last_day is not None and self._today > setting.last_day + self._kept
        return not old or self._allows(person, "archive")

    def profile(self, slug: str, setting: Setting) -> Profile | None:
        """The public profile of one who may be named in a setting; None for everyone else."""
        if not self.may_be_named(slug, setting):
            return None
        key = (slug, setting.audience)
        if key not in self._profiles:
            own = self.mask(Setting(setting.audience))
            self._profiles[key] = self._make(passed(self._people[slug], own))
        return self._profiles[key]

    def named(self, who: str, setting: Setting) -> Named:
        """The words for someone by slug: their name, or their role; a text that is no slug as it is."""
        if who not in self._people:
            return Named(who)
        profile = self.profile(who, setting)
        return Named(profile.name, profile.slug) if profile else Named(self.role(who))

    def mask(self, setting: Setting) -> Mask:
        """What happens to names in the texts of a setting."""
        return Mask(self._names, partial(self.may_be_named, setting=setting), self.role)

    def role(self, slug: str) -> str:
        """The words that stand for someone who may not be named."""
        person = self._people.get(slug)
        return self._language.gettext(ROLES[person.kind if person else "independent"])

    def _allows(self, person: Person, scope: Scope) -> bool:
        return person.allows(scope, self._today)

    def _make(self, person: Person) -> Profile:
        has_page = self._allows(person, "profile")
        reach = self._reach(person) if self._allows(person, "contact") else None
        named = Profile(
            slug=person.slug if has_page else "",
            name=person.name,
            kind=person.kind,
            is_organisation=person.type == "organisation",
            title=person.title or "",
            organisation=person.organisation or "",
            pronouns=person.pronouns or "",
            in_feeds=self._allows(person, "feeds"),
            contact=reach,
            image=person.image if self._allows(person, "photo") else None,
        )
        return self._with_page(named, person) if has_page else named

    def _with_page(self, named: Profile, person: Person) -> Profile:
        fields = {field: getattr(named, field) for field in Profile.__slots__}
        label = self._vocabulary.label
        fields.update(
            has_page=True,
            searchable=self._allows(person, "search"),
            aliases=person.aliases,
            written_in=person.written_in,
            disciplines=tuple(label(term, self._language.code) for term in person.disciplines),
            municipality=person.municipality or "",
            offers=tuple(Skill(label(a.term, self._language.code), a.text or "") for a in person.offers),
            seeks=tuple(Skill(label(a.term, self._language.code), a.text or "") for a in person.seeks),
            languages=person.languages,
            links=person.links,
            body=person.body,
        )
        return Profile(**fields)

    @staticmethod
    def _reach(person: Person) -> Reach | None:
        contact = person.contact
        if contact is None or not (contact.email or contact.phone or contact.web):
            return None
        return Reach(
            name=person.name,
            email=contact.email or "",
            phone=contact.phone or "",
            web=contact.web or "",
            note=contact.note or "",
            slug=person.slug,
        )
