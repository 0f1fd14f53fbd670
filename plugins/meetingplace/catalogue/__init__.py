"""Questions over all records on one day: what is coming, who will be there, and under which headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from meetingplace.building import Shelf
from meetingplace.i18n import language
from meetingplace.model.addresses import ADDRESSES
from meetingplace.model.consent import Scope
from meetingplace.model.event import Event
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.profile import Profile, Reach
from meetingplace.model.record import Contact
from meetingplace.model.references import Kind
from meetingplace.model.site import Site
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading.library import Library
from meetingplace.reading.markdown import sanitised
from meetingplace.reading.originals import Original
from meetingplace.reading.problems import Problem

from .attending import unannounced
from .digests import Digests
from .door import Door, Setting, names_of, setting_of
from .gists import Gist, made
from .hidden import Hidden
from .listings import Listing, listings
from .making import made_of
from .markup import masked
from .meetings import Audience, Known, Meeting
from .occurring import last_day_of
from .passed_records import PassedRecords
from .remembered import noted
from .site_texts import passed_site, problems_of_site
from .texts import Texts
from .translating import in_language, written


PAGE_LEVEL = 2
"""An ordinary page has its title above its headings, and no sections of ours between."""


class Catalogue:
    """Everything that may be published on `today`, and nothing else. A meeting that does not say when it was published,
    and for which no history was asked (`reading/dated.py`), was published today.
    """

    def __init__(
        self,
        library: Library,
        site: Site,
        today: dt.date,
        texts: Texts | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        """`texts` are those that the catalogue of the site's other language reads: people are called the same there.

        What the last build's catalogue left on the `shelf` is not made again.
        """
        self.shelf = shelf or Shelf()
        self._library = library
        self.today = today
        words, folder = language(site.language), {**ADDRESSES, **site.addresses}["people"]
        self._texts = texts or Texts(names_of(library.outlines_of("person"), folder))
        namings = {person.slug: person.naming for person in library.outlines_of("person") if person.naming}
        days, names = site.names_kept_days, self._texts.names
        self._door = Door(library.people, namings, library.vocabulary, words, today, days, names)
        self._own = site
        self.site = passed_site(site, self._door)
        self._records = PassedRecords(library, self._door)
        self._listings: dict[Audience, tuple[Listing, ...]] = {}
        self._settings: dict[tuple[str, Audience], Setting] = {}
        self._meetings: dict[tuple[str, Audience], Meeting] = {}

    def in_other_language(self) -> Catalogue:
        """The same day in the site's other language: another door with the same keys."""
        site = self._own.in_other_language()
        return Catalogue(in_language(self._library, site.language), site, self.today, self._texts, self.shelf)

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
    def names(self) -> tuple[tuple[str, str], ...]:
        """The slugs and names of those who agreed to a page, by name."""
        order = language(self.site.language).sort_key
        agreed = (slug for slug in sorted(self._library.people) if self.allows(slug, "profile"))
        found = ((slug, self._door.name_of(slug)) for slug in agreed)
        return tuple(sorted(found, key=lambda person: order(person[1])))

    @cached_property
    def people(self) -> tuple[Profile, ...]:
        """Their profiles, by name."""
        return tuple(profile for slug, _ in self.names if (profile := self.profile(slug)))

    def aliases(self, kind: Kind, slug: str) -> tuple[str, ...]:
        """The former slugs of a record."""
        return self._library.outline(kind, slug).aliases

    def allows(self, slug: str, scope: Scope) -> bool:
        """Whether someone has agreed to a scope that holds today."""
        return self._door.allows(slug, scope)

    def profile(self, slug: str, audience: Audience = "name") -> Profile | None:
        """The public profile outside meetings; None for one who may not be named."""
        return self._door.profile(slug, Setting(audience))

    # ------------------------------------------------------------------ meetings

    def meetings(self, audience: Audience) -> tuple[Meeting, ...]:
        """All that is published by today, by the start of their current occurrence."""
        found = (self.meeting(slug, audience) for slug in self._library.events)
        return tuple(sorted(filter(None, found), key=lambda meeting: (meeting.gist.shown.start, meeting.slug)))

    def meeting(self, slug: str, audience: Audience) -> Meeting | None:
        """One meeting, or None where it is not published (yet)."""
        if slug not in self._library.events or not self._library.outline("event", slug).is_out(self.today):
            return None
        if (slug, audience) not in self._meetings:
            self._meetings[slug, audience] = self._meeting(slug, audience)
        return self._meetings[slug, audience]

    def listings(self, audience: Audience) -> tuple[Listing, ...]:
        """Meetings under every heading that has a page."""
        if audience not in self._listings:
            self._listings[audience] = listings(self, audience)
        return self._listings[audience]

    def notes(self) -> dict[str, Any]:
        """What the next build has to know of what this one publishes (`remembered.py`)."""
        return noted(meeting for meeting in self._library.outlines_of("event") if meeting.is_out(self.today))

    def _meeting(self, slug: str, audience: Audience) -> Meeting:
        made_of = self.digests.known("gist", audience, self.digests.meeting(slug))
        kept = self.shelf.get(made_of)
        make = partial(self._make, slug, audience)
        meeting = Meeting(slug, audience, Gist.of_value(kept), make) if kept else made(make())
        if not self.shelf.keep(made_of):
            self.shelf.put(made_of, meeting.gist.as_value())
        return meeting

    def _make(self, slug: str, audience: Audience) -> Known:
        """The meeting; but for its contact, whom another setting may name, it is one for all with the same answers."""
        written = self._library.events[slug]
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
        changed = (change.place for change in event.repeat.changes) if event.repeat else ()
        return {p.slug: self.places(audience)[p.slug] for p in (event.place, *changed) if p and p.slug}

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
        return self._records.places(audience)

    def municipalities(self, audience: Audience = "name") -> Mapping[str, Municipality]:
        """Municipalities by slug."""
        return self._records.municipalities(audience)

    def series(self, audience: Audience = "name") -> Mapping[str, Series]:
        """Recurring meeting places by slug."""
        return self._records.series(audience)

    # ------------------------------------------------------------------ texts

    def hidden(self, originals: Sequence[Original], processes: int = 1) -> tuple[Problem, ...]:
        """Warnings of what files and settings say and is not shown today (`hidden.py`, `site_texts.py`)."""
        asked, setting = partial(self._asked, audience="name"), partial(self._setting, audience="name")
        of_files = Hidden(self._library, self._door, asked, setting, self._made_of, self.shelf, processes).problems(
            originals
        )
        return (*of_files, *problems_of_site(self._own, self._door))

    def _made_of(self, original: Original) -> str:
        """What is hidden in a file depends on nothing else; "" where it is looked for each time."""
        of = self.digests.with_body(original.slug) if original.kind == "event" else ""
        return self.digests.known("hidden", original.label, original.digest, of) if original.digest else ""

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
