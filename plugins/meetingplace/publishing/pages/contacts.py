"""Whom to ask about what: the site's own human, municipalities, series, and people who agreed to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from meetingplace.model.profile import Profile, Reach
from meetingplace.publishing import views

from .edition import Edition
from .press import Planned, Press


@dataclass(frozen=True, slots=True)
class Asked:
    """One to ask. `subject` is what they answer for, `about` what to ask them about; `anchor` the row's id.

    `lang` is the language of `what`, where it is another than the page's.
    """

    contact: views.Contact
    subject: views.Link | None = None
    about: tuple[views.Link, ...] = ()
    what: str = ""
    anchor: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """`own` is the site's contact, `disciplines` are people under headings with the id of each, each person once.

    `offers` are words with those on this page who offer it.
    """

    own: views.Contact
    municipalities: tuple[Asked, ...]
    series: tuple[Asked, ...]
    disciplines: tuple[tuple[str, str, tuple[Asked, ...]], ...]
    offers: tuple[tuple[views.Link, tuple[views.Link, ...]], ...]
    people: views.Link


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    here = edition.addresses.folder("contact")
    make = partial(contacts_page, edition)
    yield press.page("contacts", edition.say("Contact"), here, make, of=(press.digests.people,))


def contacts_page(edition: Edition) -> Contacts:
    """Each with a way to be reached; where nobody is named, the site's own contact answers."""
    catalogue, addresses = edition.catalogue, edition.addresses
    numbered = {p.slug: f"fraga-{number}" for number, p in enumerate(_reachable(edition), 1)}
    return Contacts(
        own=edition.contact(catalogue.contact(())),
        municipalities=tuple(
            Asked(
                edition.contact(catalogue.contact((record.contact,))),
                edition.link(record.name, addresses.municipality(slug), language=record.language_of("name")),
                tuple(
                    edition.link(p.title, addresses.municipality(slug), language=record.language_of("priorities"))
                    for p in record.priorities
                ),
            )
            for slug, record in sorted(
                catalogue.municipalities().items(), key=lambda item: edition.language.sort_key(item[1].name)
            )
        ),
        series=tuple(
            Asked(
                edition.contact(catalogue.contact((record.contact,))),
                edition.link(record.title, addresses.series(slug), language=record.language_of("title")),
                tuple(edition.topic(term) for term in record.topics),
            )
            for slug, record in sorted(
                catalogue.series().items(), key=lambda item: edition.language.sort_key(item[1].title)
            )
        ),
        disciplines=_by_discipline(numbered, edition),
        offers=_by_offer(numbered, edition),
        people=edition.link(edition.say("People"), addresses.folder("people")),
    )


def _reachable(edition: Edition) -> Iterator[Profile]:
    return (profile for profile in edition.catalogue.people if profile.contact)


def _by_discipline(anchors: dict[str, str], edition: Edition) -> tuple[tuple[str, str, tuple[Asked, ...]], ...]:
    """Under the first discipline of each; those without one last."""
    groups: dict[str, list[Asked]] = {}
    for profile in _reachable(edition):
        first = edition.topic(profile.disciplines[0]).text if profile.disciplines else ""
        groups.setdefault(first, []).append(_asked(profile, anchors[profile.slug], edition))
    order = sorted(groups, key=lambda word: (not word, edition.language.sort_key(word)))
    return tuple(
        (f"omrade-{number}", word[:1].upper() + word[1:] or edition.say("Everything else"), tuple(groups[word]))
        for number, word in enumerate(order, 1)
    )


def _asked(profile: Profile, anchor: str, edition: Edition) -> Asked:
    reach: Reach = profile.contact or Reach(profile.name)
    terms = _unique([*(one.term for one in profile.offers), *profile.disciplines])
    place = edition.municipality(profile.municipality)
    words = (profile.title, profile.organisation, place.text if place else "")
    return Asked(
        contact=edition.contact(reach),
        about=tuple(edition.topic(term) for term in terms),
        what=" · ".join(dict.fromkeys(word for word in words if word)),
        anchor=anchor,
        lang=edition.other(profile.language_of("title")) if profile.title else "",
    )


def _by_offer(anchors: dict[str, str], edition: Edition) -> tuple[tuple[views.Link, tuple[views.Link, ...]], ...]:
    """Each word that is offered, with links to the rows of those who offer it."""
    found: dict[str, tuple[views.Link, list[views.Link]]] = {}
    for profile in _reachable(edition):
        for term in _unique(one.term for one in profile.offers):
            word = edition.topic(term)
            offering = found.setdefault(word.text, (word, []))[1]
            offering.append(views.Link(profile.name, f"#{anchors[profile.slug]}"))
    order = sorted(found, key=edition.language.sort_key)
    return tuple((found[word][0], tuple(found[word][1])) for word in order)


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
