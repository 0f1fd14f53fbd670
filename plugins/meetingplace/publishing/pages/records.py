"""Pages of venues, municipalities, recurring meeting places and topics, each with its meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from meetingplace.catalogue.listings import Listing
from meetingplace.i18n import N_
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.profile import Profile
from meetingplace.model.record import Record
from meetingplace.model.vocabulary import Entry
from meetingplace.publishing import views
from meetingplace.publishing.accents import accent
from meetingplace.publishing.words import TERM_KINDS

from .edition import Edition
from .facts import access_facts
from .lists import feeds_of, listing_view
from .people import person
from .people_by import TRADES, people_by_term, people_in
from .press import Planned, Press


# What may bear the name of someone or something else that has a page.
HEADINGS = {"place": N_("Place: %(title)s"), "topic": N_("Topic: %(title)s")}
WITH_PEOPLE = ("municipality", "topic")


def pages(press: Press) -> Iterator[Planned]:
    """The page of every listing that is of a record or a term, each with its former addresses."""
    edition, addresses, digests = press.edition, press.edition.addresses, press.digests
    for listing in edition.catalogue.listings("name"):
        if listing.kind in ("site", "person", "selection") or not addresses.has_listing(listing):
            continue
        here, make = addresses.listing(listing), partial(_view, listing, edition)
        heading = edition.say(HEADINGS.get(listing.kind, "%(title)s"), title=listing.title)
        of = (digests.listing(listing), digests.people if listing.kind in WITH_PEOPLE else "")
        yield press.page(listing.kind, heading, here, make, of=of, feeds=feeds_of(listing, edition))
        former = (here.replace(f"/{listing.slug}/", f"/{alias}/") for alias in _aliases(listing, edition))
        yield from press.moved(former, listing.title, here)


def _view(listing: Listing, edition: Edition) -> object:
    """What a listing's page shows."""
    catalogue, slug = edition.catalogue, listing.slug
    if listing.kind == "municipality":
        return municipality_page(catalogue.municipalities()[slug], listing, edition)
    if listing.kind == "series":
        return series_page(catalogue.series()[slug], listing, edition)
    if listing.kind == "place":
        return place_page(catalogue.places()[slug], listing, edition)
    people = people_by_term(slug, edition)
    return topic_page(slug, catalogue.vocabulary.terms[slug], listing, edition, people)


def _aliases(listing: Listing, edition: Edition) -> tuple[str, ...]:
    """The former slugs of a listing's record."""
    catalogue = edition.catalogue
    records: Mapping[str, Callable[[], Mapping[str, Record]]] = {
        "municipality": catalogue.municipalities,
        "series": catalogue.series,
        "place": catalogue.places,
    }
    return records[listing.kind]()[listing.slug].aliases if listing.kind in records else ()


def place_page(place: Place, listing: Listing, edition: Edition) -> views.PlacePage:
    """A venue: where it is, how one gets in, what happens there."""
    post = " ".join(word for word in (place.postcode, place.town) if word)
    position = place.position

    def own(text: str | None, field: str) -> str:
        return edition.html(text, code=place.language_of(field), around=place.written_in)

    return views.PlacePage(
        name=place.name,
        lang=place.written_in,
        where=views.Where(
            lines=tuple(line for line in (place.address, post) if line),
            geo=(position.lat, position.lon) if position else None,
        ),
        access=tuple(access_facts(place.access, edition)),
        access_note_html=own(place.access.note if place.access else "", "access"),
        travel_html=own(place.travel, "travel"),
        body_html=own(place.body, "body"),
        website=place.url or "",
        municipality=edition.municipality(place.municipality or ""),
        picture=edition.picture(place.image),
        contact=edition.contact(edition.catalogue.contact(())),
        listing=listing_view(listing, edition),
    )


def municipality_page(municipality: Municipality, listing: Listing, edition: Edition) -> views.MunicipalityPage:
    """A municipality: its priorities first, then whom to ask, people and meetings."""
    return views.MunicipalityPage(
        name=municipality.name,
        lang=municipality.written_in,
        priorities=tuple(
            views.Priority(p.title, edition.html(p.text), p.year or "", p.source or "") for p in municipality.priorities
        ),
        rest_lang=municipality.language_of_rest,
        contact=edition.contact(edition.catalogue.contact((municipality.contact,))),
        website=municipality.url or "",
        body_html=edition.html(
            municipality.body, code=municipality.language_of("body"), around=municipality.written_in
        ),
        people=tuple(person(profile, edition) for profile in people_in(municipality.slug, edition)),
        listing=listing_view(listing, edition),
    )


def series_page(series: Series, listing: Listing, edition: Edition) -> views.SeriesPage:
    """A recurring meeting place: what it is, how often, whom to ask."""
    return views.SeriesPage(
        title=series.title,
        lang=series.written_in,
        summary=series.summary,
        rhythm=series.rhythm or "",
        topics=tuple(edition.topic(term) for term in series.topics),
        contact=edition.contact(edition.catalogue.contact((series.contact,))),
        website=series.url or "",
        body_html=edition.html(series.body, code=series.language_of("body"), around=series.written_in),
        picture=edition.picture(series.image),
        listing=listing_view(listing, edition),
    )


def topic_page(
    slug: str, term: Entry, listing: Listing, edition: Edition, people: tuple[list[Profile], ...]
) -> views.TopicPage:
    """A word of the vocabulary: meetings about it, and the people who work with it, offer it and seek it."""
    vocabulary = edition.catalogue.vocabulary
    near = [term.broader] if term.broader in vocabulary.terms else []
    near += [other for other, entry in vocabulary.terms.items() if entry.broader == slug]

    return views.TopicPage(
        name=term.label(edition.language.code),
        kind=edition.say(TERM_KINDS[term.kind]) if term.kind else "",
        related=tuple(edition.topic(other) for other in near if other),
        groups=tuple(
            views.Group(edition.say(heading), anchor, tuple(person(profile, edition) for profile in found))
            for (anchor, heading), found in zip(TRADES, people, strict=True)
            if found
        ),
        listing=listing_view(listing, edition),
        accent=accent(slug, vocabulary),
    )
