"""Plain lists of what has a page of its own: municipalities, recurring meeting places, venues, topics."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import Page
from meetingplace.catalogue.listings import Listing, ListingKind
from meetingplace.i18n import N_
from meetingplace.publishing import views
from meetingplace.publishing.addresses import FOLDERS

from .edition import Edition
from .lists import coming
from .press import Press


INDEXES: tuple[tuple[ListingKind, str], ...] = (
    ("municipality", N_("Municipalities")),
    ("series", N_("Recurring meeting places")),
    ("place", N_("Venues")),
    ("topic", N_("Topics")),
)


def pages(press: Press) -> Iterator[Page]:
    edition = press.edition
    for kind, heading in INDEXES:
        here = edition.addresses.folder(FOLDERS[kind])
        yield press.page("index", edition.say(heading), here, index_page(kind, edition))


def index_links(kind: ListingKind, edition: Edition) -> tuple[views.Link, ...]:
    """All listings of a kind by name, with how many meetings are coming in each."""
    found = [listing for listing in edition.catalogue.listings("name") if listing.kind == kind]
    found.sort(key=lambda listing: edition.language.sort_key(listing.title))

    def note(listing: Listing) -> str:
        count = len(coming(listing.meetings))
        return edition.language.ngettext("%(num)s coming", "%(num)s coming", count) if count else ""

    return tuple(edition.link(ls.title, edition.addresses.listing(ls), note(ls)) for ls in found)


def index_page(kind: ListingKind, edition: Edition) -> views.Index:
    """A plain list; topics are grouped by their kind."""
    if kind != "topic":
        return views.Index((("", index_links(kind, edition)),))
    terms = edition.catalogue.vocabulary.terms
    kinds = {edition.addresses.href(edition.addresses.topic(slug)): entry.kind for slug, entry in terms.items()}
    links = index_links(kind, edition)
    headings = (
        ("discipline", edition.say("Disciplines")),
        ("topic", edition.say("Topics")),
        ("form", edition.say("Forms of meeting")),
        ("skill", edition.say("Skills")),
        ("resource", edition.say("Resources")),
        (None, edition.say("Other words")),
    )
    groups = ((words, tuple(li for li in links if kinds[li.url] == of_kind)) for of_kind, words in headings)
    return views.Index(tuple(group for group in groups if group[1]))
