"""Questions over all records on one day: what is coming, who will be there, and under which headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, TypeVar

from meetingplace.i18n import language
from meetingplace.model.addresses import ADDRESSES
from meetingplace.model.event import Event
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.profile import Profile, Reach
from meetingplace.model.record import Contact, Record
from meetingplace.model.site import Site
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading.library import Library
from meetingplace.reading.markdown import sanitised
from meetingplace.reading.originals import Original
from meetingplace.reading.problems import Problem

from .attending import unannounced
from .digests import Digests
from .door import Door, Setting, names_of, setting_of
from .hidden import Hidden
from .listings import Listing, listings
from .making import made_of
from .markup import masked
from .meetings import Audience, Meeting
from .occurring import last_day_of
from .passing import passed
from .remembered import noted
from .site_texts import passed_site, problems_of_site
from .texts import Texts
from .translating import in_language, written


AnyRecord = TypeVar("AnyRecord", bound=Record)
PAGE_LEVEL = 2
"""An ordinary page has its title above its headings, and no sections of ours between."""


class Catalogue:
    """Everything that may be published on `today`, and nothing else. A meeting that does not say when it was published,
    and for which no history was asked (`reading/dated.py`), was published today.
    """

    def __init__(self, library: Library, site: Site, today: dt.date, texts: Texts | None = None) -> None:
        """`texts` are those that the catalogue of the site's other language reads: people are called the same there."""
        self._library = library
        self.today = today
        words, folder = language(site.language), {**ADDRESSES, **site.addresses}["people"]
        self._texts = texts or Texts(names_of(library.people.values(), folder))
        self._door = Door(library.people, library.vocabulary, words, today, site.names_kept_days, self._texts.names)
        self._own = site
        self.site = passed_site(site, self._door)
        self._others: dict[tuple[str, Audience], Any] = {}
        self._listings: dict[Audience, tuple[Listing, ...]] = {}
        self._settings: dict[tuple[str, Audience], Setting] = {}
        self._made: dict[tuple[str, Audience], Meeting] = {}

    def in_other_language(self) -> Catalogue:
        """The same day in the site's other language: another door with the same keys."""
        site = self._own.in_other_language()
        return Catalogue(in_language(self._library, site.language), site, self.today, self._texts)

    @cached_property
    def digests(self) -> Digests:
        """Of what each thing here is made, without making it."""
        return Digests(self._library, self._own, self.today, self.written)

    @property
    def written(self) -> Mapping[str, frozenset[str]] | None:
        """The slugs of what has a page in the site's other language, by folder; None at its root, where all have."""
        return written(self._library, self.site.language) if self.site.translated_from else None

    # ------------------------------------------------------------------ people

    @cached_property
    def people(self) -> tuple[Profile, ...]:
        """Those who agreed to a page, by name."""
        order = language(self.site.language).sort_key
        found = (self.profile(slug) for slug in sorted(self._library.people))
        return tuple(sorted((p for p in found if p and p.has_page), key=lambda p: order(p.name)))

    def profile(self, slug: str, audience: Audience = "name") -> Profile | None:
        """The public profile outside meetings; None for one who may not be named."""
        return self._door.profile(slug, Setting(audience))

    # ------------------------------------------------------------------ meetings

    def meetings(self, audience: Audience) -> tuple[Meeting, ...]:
        """All that is published by today, by the start of their current occurrence."""
        made = (self._meeting(event, audience) for event in self._library.events.values() if self._is_out(event))
        return tuple(sorted(made, key=lambda meeting: (meeting.current.start, meeting.slug)))

    def meeting(self, slug: str, audience: Audience) -> Meeting | None:
        """One meeting, or None where it is not published (yet)."""
        event = self._library.events.get(slug)
        return self._meeting(event, audience) if event and self._is_out(event) else None

    def listings(self, audience: Audience) -> tuple[Listing, ...]:
        """Meetings under every heading that has a page."""
        if audience not in self._listings:
            self._listings[audience] = listings(self, audience)
        return self._listings[audience]

    def notes(self) -> dict[str, Any]:
        """What the next build has to know of what this one publishes (`remembered.py`)."""
        return noted(event for event in self._library.events.values() if self._is_out(event))

    def _is_out(self, event: Event) -> bool:
        return event.status != "draft" and (event.published is None or event.published.day <= self.today)

    def _meeting(self, event: Event, audience: Audience) -> Meeting:
        if (event.slug, audience) not in self._made:
            self._made[event.slug, audience] = self._make(event, audience)
        return self._made[event.slug, audience]

    def _make(self, written: Event, audience: Audience) -> Meeting:
        """The meeting; but for its contact, whom another setting may name, it is one for all with the same answers."""
        setting, places = self._setting(written, audience), self._places_of(written, audience)
        key = ("meeting", written.slug, *(id(place) for place in places.values()))
        make = partial(made_of, written, setting, places, self._door, self._library, self.today)
        made = self._door.answers.once(key, setting, make)
        series = self._library.series.get(written.series or "")
        contact = self.contact((written.contact, series.contact if series else None), self._asked(written, audience))
        return replace(made, audience=audience, contact=contact)

    def _asked(self, event: Event, audience: Audience) -> Setting:
        """The setting of the one to ask, whom a meeting may name though they only are invited."""
        return setting_of(event, audience, last_day_of(event))

    def _setting(self, event: Event, audience: Audience) -> Setting:
        if (event.slug, audience) not in self._settings:
            asked = self._asked(event, audience)
            hidden = asked.hidden | unannounced(event, self.today)
            self._settings[event.slug, audience] = replace(asked, hidden=hidden)
        return self._settings[event.slug, audience]

    def _places_of(self, event: Event, audience: Audience) -> Mapping[str, Place]:
        """The venues of a meeting, whose texts stand on its page too, as they are outside it."""
        own = [change.place for change in event.repeat.changes] if event.repeat else []
        slugs = {place.slug: None for place in (event.place, *own) if place and place.slug}
        return {slug: self.places(audience)[slug] for slug in slugs}

    # ------------------------------------------------------------------ whom to ask

    def contact(self, choices: Iterable[Contact | None], setting: Setting | None = None) -> Reach:
        """The first of `choices` who may be shown and can be reached, or else the site's own."""
        for choice in choices:
            reach = self._door.reach(choice, setting or Setting("name")) if choice else None
            if reach:
                return reach
        own, here = self._own.contact, setting or Setting("name")
        name, hours = self._door.askable(here).plain(own.name), self._door.mask(here).plain(own.hours or "")
        return Reach(name=name, email=own.email or "", phone=own.phone or "", hours=hours)

    # ------------------------------------------------------------------ other records

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the site; names in them are let through for feeds, for words go everywhere."""
        return self._door.vocabulary

    def places(self, audience: Audience = "name") -> Mapping[str, Place]:
        """Venues by slug."""
        return self._passed("places", self._library.places, audience)

    def municipalities(self, audience: Audience = "name") -> Mapping[str, Municipality]:
        """Municipalities by slug."""
        return self._passed("municipalities", self._library.municipalities, audience)

    def series(self, audience: Audience = "name") -> Mapping[str, Series]:
        """Recurring meeting places by slug."""
        return self._passed("series", self._library.series, audience)

    def _passed(self, folder: str, records: Mapping[str, AnyRecord], audience: Audience) -> Mapping[str, AnyRecord]:
        if (folder, audience) not in self._others:
            made = partial(self._passed_record, setting=Setting(audience))
            self._others[folder, audience] = {
                slug: self._door.answers.once((folder, slug), Setting(audience), partial(made, record))
                for slug, record in sorted(records.items())
            }
        found: Mapping[str, AnyRecord] = self._others[folder, audience]
        return found

    def _passed_record(self, record: AnyRecord, setting: Setting) -> AnyRecord:
        return passed(self._with_contact(record, setting), self._door.mask(setting, record.written_in))

    def _with_contact(self, record: AnyRecord, setting: Setting) -> AnyRecord:
        """The record without a contact who may not be shown."""
        contact = getattr(record, "contact", None)
        hidden = isinstance(contact, Contact) and self._door.reach(contact, setting) is None
        return record.model_copy(update={"contact": None}) if hidden else record

    # ------------------------------------------------------------------ texts

    def hidden(self, originals: Iterable[Original]) -> tuple[Problem, ...]:
        """Warnings of what files and settings say and is not shown today (`hidden.py`, `site_texts.py`)."""
        asked, setting = partial(self._asked, audience="name"), partial(self._setting, audience="name")
        of_files = Hidden(self._library, self._door, asked, setting).problems(originals)
        return (*of_files, *problems_of_site(self._own, self._door))

    def html(
        self, text: str, meeting: Meeting | None = None, *, prefix: str = "text", audience: Audience = "name"
    ) -> str:
        """Sanitised HTML of Markdown, with names let through for the meeting and its audience; else for `audience`.

        A link to a person who may be named keeps `href="person:<slug>"` for the page to resolve.
        """
        if not text:
            return ""
        setting = self._settings[meeting.slug, meeting.audience] if meeting else Setting(audience)
        mask = self._door.mask(setting)
        return self._door.answers.once(
            ("html", text, prefix), setting, lambda: masked(self._texts.html(text, prefix), mask)
        )

    def passed_html(self, html: str, audience: Audience = "name") -> str:
        """HTML that is no record's text, sanitised, with names let through for an audience."""
        return masked(sanitised(html, first_level=PAGE_LEVEL), self._door.mask(Setting(audience)))

    def plain(self, text: str, code: str = "", audience: Audience = "name") -> str:
        """A line in a language that is no record's text, with names let through for an audience."""
        return self._door.mask(Setting(audience), code).plain(text)
