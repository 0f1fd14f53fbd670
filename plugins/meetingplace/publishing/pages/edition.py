"""What all page makers need: the catalogue of a day, addresses, a language, pictures, and small shared parts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.attendance import Unnamed
from meetingplace.catalogue.gists import Time
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting, Named, Occurrence
from meetingplace.i18n import Language
from meetingplace.model.profile import Reach
from meetingplace.model.record import Link, Picture
from meetingplace.publishing import views
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.counts import kind_word
from meetingplace.publishing.kept_views import read, written
from meetingplace.publishing.once import Once
from meetingplace.publishing.parts import Parts
from meetingplace.publishing.pictures import SIDES, Pictures


Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Edition:
    """One build's pages are made from this and nothing else."""

    catalogue: Catalogue
    addresses: Addresses
    language: Language
    pictures: Pictures
    parts: Parts
    kept: Once = field(default_factory=Once, compare=False, repr=False)

    @property
    def is_root(self) -> bool:
        """Whether this is the edition at the site's root, and not that in its other language."""
        return not self.catalogue.site.translated_from

    def once(self, make: Callable[..., Made], *of: object) -> Made:
        """What `make` makes of objects, once for all pages that show it: each of them asks for the pictures in it."""
        found: tuple[Made, frozenset[str]] = self.kept(_with_pictures, self.pictures, make, *of)
        self.pictures.ask(found[1])
        return found[0]

    def part(self, make: Callable[[Meeting, Edition, Occurrence], Made], meeting: Meeting, held: Time) -> Made:
        """A view of a meeting at one of its times, without pictures, as many pages show it: made once, and kept for the
        next builds.
        """
        made: Made = self.kept(self._part, make, meeting, held)
        return made

    def _part(self, make: Callable[[Meeting, Edition, Occurrence], Made], meeting: Meeting, held: Time) -> Made:
        raw = self.parts.of_meeting(
            meeting,
            f"{make.__name__.strip('_')}-{held.number}",
            lambda: written(make(meeting, self, meeting.occurrences[held.number])),
        )
        made: Made = read(raw)
        return made

    def of_people(self, make: Callable[[Edition], Mapping[str, Made]]) -> Mapping[str, Made]:
        """What `make` makes of all people, as values of JSON: once, and kept for the next builds."""
        found: Mapping[str, Made] = self.kept(self._of_people, make)
        return found

    def _of_people(self, make: Callable[[Edition], Mapping[str, Made]]) -> Mapping[str, Made]:
        name = make.__name__.strip("_").replace("_", "-")
        found: Mapping[str, Made] = json.loads(self.parts.of_people(name, lambda: json.dumps(make(self)).encode()))
        return found

    def say(self, message: str, **values: object) -> str:
        """The message in the edition's language."""
        return self.language.gettext(message, **values)

    def html(self, text: str | None, meeting: Meeting | None = None, *, code: str = "", around: str = "") -> str:
        """Markdown as HTML for a page, links to people made into addresses.

        `code` is the language it is written in: it is marked where what stands around it is in another.
        """
        html = self.addresses.linked(self.catalogue.html(text or "", meeting))
        return f'<div lang="{code}">{html}</div>' if html and code and code != (around or self.language.code) else html

    def link(self, text: str, address: str, note: str = "", *, language: str = "") -> views.Link:
        """`language` is that of the text, and of the page it leads to."""
        return views.Link(text, self.addresses.href(address), note, self.other(language))

    def other(self, code: str) -> str:
        """The language of a text where it is not the edition's own, for its `lang`; else empty."""
        return "" if code == self.language.code else code

    def named(self, named: Named) -> views.Link:
        """A name with its page where there is one."""
        address = self.addresses.href(self.addresses.person(named.slug)) if named.slug else ""
        return views.Link(named.text, address)

    def topic(self, term: str) -> views.Link:
        """A word as the vocabulary spells it, with its page where it is a term."""
        vocabulary = self.catalogue.vocabulary
        slug = vocabulary.slug(term)
        address = self.addresses.href(self.addresses.topic(slug)) if slug else ""
        known = slug is None or vocabulary.terms[slug].has_label(self.language.code)
        return views.Link(vocabulary.label(term, self.language.code), address, lang="" if known else self._elsewhere)

    def municipality(self, slug: str) -> views.Link | None:
        record = self.catalogue.municipalities().get(slug)
        return self.link(record.name, self.addresses.municipality(slug)) if record else None

    def series(self, slug: str | None) -> views.Link | None:
        record = self.catalogue.series().get(slug or "")
        if record is None:
            return None
        return self.link(record.title, self.addresses.series(record.slug), language=record.language_of("title"))

    @property
    def _elsewhere(self) -> str:
        """The language that this edition is not in."""
        site = self.catalogue.site
        return site.default_language if site.translated_from else site.other_language

    def listing(self, listing: Listing, note: str = "") -> views.Link:
        """A heading of meetings, with its page."""
        return self.link(listing.title, self.addresses.listing(listing), note, language=self.language_of(listing))

    def language_of(self, listing: Listing) -> str:
        """The language in which a heading of meetings, and so its page, is written."""
        catalogue, slug = self.catalogue, listing.slug
        if listing.kind == "topic":
            known = catalogue.vocabulary.terms[slug].has_label(self.language.code)
            return self.language.code if known else self._elsewhere
        if listing.kind == "series":
            return catalogue.series()[slug].language_of("title")
        names = {"place": catalogue.places, "municipality": catalogue.municipalities}
        return names[listing.kind]()[slug].language_of("name") if listing.kind in names else self.language.code

    def contact(self, reach: Reach) -> views.Contact:
        own = self.catalogue.site.contact
        return views.Contact(
            name=reach.name,
            email=reach.email,
            phone=reach.phone,
            phone_url=phone_url(reach.phone),
            hours=reach.hours,
            note=reach.note,
            url=self.addresses.href(self.addresses.person(reach.slug)) if reach.slug else "",
            web=reach.web,
            lang=self.other(reach.language or self._own_words(reach)),
            is_site=reach.name == own.name and reach.email == (own.email or ""),
        )

    def _own_words(self, reach: Reach) -> str:
        """The language of hours that records and settings give: of settings it is known."""
        site = self.catalogue.site
        return site.language_of("hours") if reach.hours == (site.contact.hours or "") else site.default_language

    def picture(self, picture: Picture | None, sides: tuple[int, ...] = SIDES) -> views.Picture | None:
        """The picture, at most the largest of `sides` pixels wide and high."""
        return self.pictures.view(picture, sides) if picture else None

    def links(self, links: Iterable[Link]) -> tuple[views.Link, ...]:
        """Links to elsewhere, as they are."""
        return tuple(views.Link(link.title, link.url) for link in links)

    def unnamed(self, unnamed: Unnamed) -> str:
        """A line for those who are counted: `2 fria kulturaktörer, dans (Flen)`."""
        words = [unnamed.text] if unnamed.text and not unnamed.count else []
        if not words:
            words = [kind_word(unnamed.kind, self.language, unnamed.count)]
            words += [unnamed.discipline] if unnamed.discipline else []
            words += [unnamed.text] if unnamed.text else []
        place = self.catalogue.municipalities().get(unnamed.municipality)
        return ", ".join(words) + (f" ({place.name})" if place else "")


def _with_pictures(pictures: Pictures, make: Callable[..., Made], *of: object) -> tuple[Made, frozenset[str]]:
    return pictures.asked_by(lambda: make(*of))


def phone_url(phone: str) -> str:
    """RFC 3966, without what only people read."""
    return "tel:" + re.sub(r"[^0-9+]", "", phone) if phone else ""
