"""The only door from a private person to a name: consent, the meeting's own word, and the passing of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from meetingplace.i18n import N_, Language, language
from meetingplace.model.attendance import WhoRow
from meetingplace.model.consent import Scope
from meetingplace.model.event import Event
from meetingplace.model.person import Naming, Person
from meetingplace.model.profile import Profile, Reach, Skill
from meetingplace.model.record import Contact
from meetingplace.model.site import LANGUAGES
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading.outlines import Outline

from .answers import Answers
from .meetings import Audience, Named
from .names import Mask, Names
from .passing import passed
from .person_addresses import PersonAddresses


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
    return Setting(audience, last_day, frozenset(row.person for row in all_rows(event) if not row.public))


def all_rows(event: Event) -> tuple[WhoRow, ...]:
    """The rows of `who`, and those of single occurrences."""
    changes = event.repeat.changes if event.repeat else ()
    return event.who + tuple(row for change in changes for row in change.who)


def names_of(people: Iterable[Outline], folder: str) -> Names:
    """The names of people, and the addresses that lead to anyone; their pages are in `folder`."""
    all_of_them = tuple(people)
    known = [(slug, person.slug) for person in all_of_them for slug in person.slugs]
    named = ((p.slug, p.naming.name) for p in all_of_them if p.naming and p.naming.type == "person")
    return Names(named, PersonAddresses(known, folder))


class Door:
    """Answers, for one day, who may be named where, and makes the public profiles."""

    def __init__(
        self,
        people: Mapping[str, Person],
        namings: Mapping[str, Naming],
        vocabulary: Vocabulary,
        words: Language,
        today: dt.date,
        kept_days: int,
        names: Names,
    ) -> None:
        """`namings` are of all people; `names` are theirs, in each language the same (`names_of`)."""
        self._people = people
        self._namings = namings
        self.names = names
        self.answers: Answers[Setting] = Answers(self._answer)
        self.language = words
        self._today = today
        self._first_kept = dt.date.fromordinal(max(1, today.toordinal() - kept_days))
        self._allowed: dict[tuple[str, Scope], bool] = {}
        mask = self.mask(Setting("feeds"))
        self.vocabulary = Vocabulary(terms={slug: passed(e, mask) for slug, e in vocabulary.terms.items()})

    def may_be_named(self, slug: str, setting: Setting) -> bool:
        """Whether a person or organisation may be named in a setting, on the day of the build."""
        return self.answers.ask(slug, setting)

    def _answer(self, slug: str, setting: Setting) -> bool:
        if slug not in self._namings or slug in setting.hidden or not self.allows(slug, setting.audience):
            return False
        return not self.is_old(setting) or self.allows(slug, "archive")

    def profile(self, slug: str, setting: Setting) -> Profile | None:
        """The public profile of one who may be named in a setting; None for everyone else.

        Its texts have passed the mask of the setting: whom a meeting hides is not named by others there.
        """
        if not self.may_be_named(slug, setting):
            return None
        person = self._people[slug]
        return self.answers.once(
            ("profile", slug), setting, lambda: self._make(passed(person, self.mask(setting, person.written_in)))
        )

    def reach(self, choice: Contact, setting: Setting) -> Reach | None:
        """How to reach the one to ask; None where they may not be shown, or there is no way to.

        A contact in words is no way round consent: a known person's name asks for the scope `contact` there too.
        """
        hours = self.mask(setting).plain(choice.hours or "")
        if choice.person:
            profile = self.profile(choice.person, setting)
            return replace(profile.contact, hours=hours) if profile and profile.contact else None
        if not (choice.email or choice.phone) or self.askable(setting).hides(choice.name or ""):
            return None
        name = self.mask(setting).plain(choice.name or "")
        return Reach(name=name, email=choice.email or "", phone=choice.phone or "", hours=hours)

    def named(self, who: str, setting: Setting) -> Named:
        """The words for someone by slug: their name, or their role; a text that is no slug as it is."""
        if who not in self._namings:
            return Named(who)
        profile = self.profile(who, setting)
        return Named(profile.name, profile.slug) if profile else Named(self.role(who))

    def mask(self, setting: Setting, code: str = "") -> Mask:
        """What happens to names in the texts of a setting; roles are told in the language of the text, `code`."""
        return self._mask(partial(self.may_be_named, setting=setting), code)

    def askable(self, setting: Setting) -> Mask:
        """What happens to the names of those who are to be asked: they may stand where one may reach them too."""
        return self._mask(partial(self._may_be_asked, setting=setting))

    def _mask(self, may_stand: Callable[[str], bool], code: str = "") -> Mask:
        words = language(code) if code in LANGUAGES else self.language
        return Mask(self.names, may_stand, partial(self.role, words=words), self._has_page)

    def has_address(self, text: str) -> bool:
        """Whether an address in a text leads to someone who is known."""
        return next(self.names.addresses.find(text), None) is not None

    def name_of(self, slug: str) -> str:
        """The name of someone who is known, whether or not it may stand anywhere."""
        return self._namings[slug].name

    def role(self, slug: str, words: Language | None = None) -> str:
        """The words that stand for someone who may not be named."""
        naming = self._namings.get(slug)
        return (words or self.language).gettext(ROLES[naming.kind if naming else "independent"])

    def _may_be_asked(self, slug: str, setting: Setting) -> bool:
        return self.may_be_named(slug, setting) and self.allows(slug, "contact")

    def _has_page(self, slug: str) -> bool:
        return self.allows(slug, "profile")

    def is_old(self, setting: Setting) -> bool:
        """Whether a meeting is so long ago that it names only those who agreed to the scope `archive`."""
        return setting.last_day is not None and setting.last_day < self._first_kept

    def allows(self, slug: str, scope: Scope) -> bool:
        """Whether someone who is known has agreed to a scope that holds on the day of the build."""
        key = slug, scope
        if key not in self._allowed:
            self._allowed[key] = self._namings[slug].allows(scope, self._today)
        return self._allowed[key]

    def _make(self, person: Person) -> Profile:
        has_page = self.allows(person.slug, "profile")
        reach = self._reach(person) if self.allows(person.slug, "contact") else None
        named = Profile(
            slug=person.slug if has_page else "",
            name=person.name,
            kind=person.kind,
            is_organisation=person.type == "organisation",
            title=person.title or "",
            organisation=person.organisation or "",
            in_feeds=self.allows(person.slug, "feeds"),
            contact=reach,
            image=person.image if self.allows(person.slug, "photo") else None,
        )
        return self._with_page(named, person) if has_page else named

    def _with_page(self, named: Profile, person: Person) -> Profile:
        fields = {field: getattr(named, field) for field in Profile.__slots__}
        label = self.vocabulary.label
        fields.update(
            has_page=True,
            pronouns=person.pronouns or "",
            searchable=self.allows(person.slug, "search"),
            aliases=person.aliases,
            written_in=person.written_in,
            translated_from=person.translated_from,
            translated=person.translated,
            disciplines=tuple(label(term, self.language.code) for term in person.disciplines),
            municipality=person.municipality or "",
            offers=tuple(Skill(label(a.term, self.language.code), a.text or "") for a in person.offers),
            seeks=tuple(Skill(label(a.term, self.language.code), a.text or "") for a in person.seeks),
            languages=person.languages,
            links=person.links,
            body=person.body,
        )
        return Profile(**fields)

    def _reach(self, person: Person) -> Reach | None:
        contact = person.contact
        if contact is None or not (contact.email or contact.phone or contact.web):
            return None
        return Reach(
            name=person.name,
            email=contact.email or "",
            phone=contact.phone or "",
            web=contact.web or "",
            note=contact.note or "",
            language=person.language_of("contact"),
            slug=person.slug if self._has_page(person.slug) else "",
        )
