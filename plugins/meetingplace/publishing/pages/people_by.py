"""People by what they do, where they are, what they offer and what they seek."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from meetingplace.i18n import N_
from meetingplace.model.profile import Profile
from meetingplace.publishing import views

from .edition import Edition


TRADES = (
    ("arbetar", N_("Work with this")),
    ("erbjuder", N_("Offer it")),
    ("soker", N_("Seek it")),
)
"""The groups of a term's page, with the ids that others link to; in the order of `_terms_of`."""


def _terms_of(profile: Profile) -> tuple[Iterable[str], Iterable[str], Iterable[str]]:
    return profile.disciplines, (one.term for one in profile.offers), (one.term for one in profile.seeks)


def people_by_term(slug: str, edition: Edition) -> tuple[list[Profile], ...]:
    """Those who work with a term, offer it and seek it, in the order of TRADES."""
    found = edition.of_people(_by_term).get(slug, ([], [], []))
    return tuple(_profiles(slugs, edition) for slugs in found)


def people_in(municipality: str, edition: Edition) -> list[Profile]:
    """Those who are at home in a municipality."""
    return _profiles(edition.of_people(_by_municipality).get(municipality, ()), edition)


def _profiles(slugs: Iterable[str], edition: Edition) -> list[Profile]:
    return [profile for slug in slugs if (profile := edition.catalogue.profile(slug))]


def _by_term(edition: Edition) -> Mapping[str, tuple[list[str], ...]]:
    found: dict[str, tuple[list[str], ...]] = {}
    for profile in edition.catalogue.people:
        for place, terms in enumerate(slugs_of(profile, edition)):
            for term in terms:
                found.setdefault(term, ([], [], []))[place].append(profile.slug)
    return found


def _by_municipality(edition: Edition) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for profile in edition.catalogue.people:
        found.setdefault(profile.municipality, []).append(profile.slug)
    return found


def slugs_of(profile: Profile, edition: Edition) -> tuple[frozenset[str], ...]:
    """The terms that someone works with, offers and seeks, by slug; words that the vocabulary lacks are left out."""
    slug = edition.catalogue.vocabulary.slug
    return tuple(frozenset(filter(None, map(slug, terms))) for terms in _terms_of(profile))


def ways_to_people(edition: Edition) -> tuple[tuple[str, tuple[views.Link, ...]], ...]:
    """By discipline, municipality, what is offered and what is sought, each with how many people are there."""
    say, addresses = edition.say, edition.addresses
    counted: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    municipalities: Counter[str] = Counter()
    for profile in edition.catalogue.people:
        municipalities[profile.municipality] += 1
        for counter, slugs in zip(counted, slugs_of(profile, edition), strict=True):
            counter.update(slugs)
    records = edition.catalogue.municipalities()
    places = ((record.name, addresses.municipality(slug), municipalities[slug]) for slug, record in records.items())
    headings = (say("By discipline"), say("What they offer"), say("What they seek"))
    trades = [
        (heading, _links(_terms(counter, anchor, edition), edition))
        for heading, counter, (anchor, _) in zip(headings, counted, TRADES, strict=True)
    ]
    near = _links(((name, f"{here}#manniskor", count) for name, here, count in places if count), edition)
    found = (trades[0], (say("By municipality"), near), *trades[1:])
    return tuple(way for way in found if way[1])


def _terms(counter: Counter[str], anchor: str, edition: Edition) -> Iterator[tuple[str, str, int]]:
    terms = edition.catalogue.vocabulary.terms
    for slug, count in counter.items():
        yield terms[slug].label(edition.language.code), f"{edition.addresses.topic(slug)}#{anchor}", count


def _links(found: Iterable[tuple[str, str, int]], edition: Edition) -> tuple[views.Link, ...]:
    ordered = sorted(found, key=lambda one: edition.language.sort_key(one[0]))
    return tuple(edition.link(text, address, str(count)) for text, address, count in ordered)
