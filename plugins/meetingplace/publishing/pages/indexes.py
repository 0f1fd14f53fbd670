"""Lists of what has a page of its own: municipalities, recurring meeting places, venues, topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from meetingplace.catalogue.gists import Time
from meetingplace.catalogue.listings import Listing, ListingKind, times
from meetingplace.catalogue.meetings import Meeting
from meetingplace.i18n import N_
from meetingplace.publishing import views
from meetingplace.publishing.addresses import FOLDERS

from .archive import day_words
from .edition import Edition
from .lists import coming
from .maps import municipality_map
from .press import Planned, Press


INDEXES: tuple[tuple[ListingKind, str], ...] = (
    ("municipality", N_("Municipalities")),
    ("series", N_("Recurring meeting places")),
    ("place", N_("Venues")),
    ("topic", N_("Topics")),
    ("selection", N_("Selections")),
)
EMPTY: Mapping[ListingKind, str] = {
    "municipality": N_("No municipality is here yet."),
    "series": N_("There is no recurring meeting place yet."),
    "place": N_("No venue is here yet."),
    "topic": N_("No words have been chosen yet."),
    "selection": N_("There is nothing to choose from yet."),
}
TERM_GROUPS = (
    ("discipline", N_("Disciplines")),
    ("topic", N_("Topics")),
    ("form", N_("Forms of meeting")),
    ("skill", N_("Skills")),
    ("resource", N_("Resources")),
    (None, N_("Other words")),
)


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    for kind, heading in INDEXES:
        here = edition.addresses.folder(FOLDERS[kind])
        make = partial(index_page, kind, edition)
        yield press.page("index", edition.say(heading), here, make, of=(press.digests.meetings,))


def index_links(kind: ListingKind, edition: Edition) -> tuple[views.Link, ...]:
    """All listings of a kind by name, with how many meetings are coming in each."""
    found = [listing for listing in edition.catalogue.listings("name") if listing.kind == kind]
    found.sort(key=lambda listing: edition.language.sort_key(listing.title))

    def note(listing: Listing) -> str:
        count = len(coming(listing.meetings))
        return edition.language.ngettext("%(num)s coming", "%(num)s coming", count) if count else ""

    return tuple(edition.listing(ls, note(ls)) for ls in found)


def index_page(kind: ListingKind, edition: Edition) -> views.Index:
    """Each listing with what is next there; topics are grouped by their kind, municipalities drawn where they lie."""
    found = sorted(
        (listing for listing in edition.catalogue.listings("name") if listing.kind == kind),
        key=lambda listing: edition.language.sort_key(listing.title),
    )
    if kind != "topic":
        entries = tuple(_entry(listing, edition) for listing in found)
        drawn = municipality_map(found, edition) if kind == "municipality" else None
        return views.Index((("", entries),) if entries else (), edition.say(EMPTY[kind]), drawn)
    terms = edition.catalogue.vocabulary.terms
    groups = (
        (edition.say(heading), tuple(_entry(ls, edition) for ls in found if terms[ls.slug].kind == of_kind))
        for of_kind, heading in TERM_GROUPS
    )
    return views.Index(tuple(group for group in groups if group[1]), edition.say(EMPTY[kind]))


def _entry(listing: Listing, edition: Edition) -> views.Entry:
    ahead = _ahead(listing, edition)
    count = len({meeting.slug for meeting, _ in ahead})
    note = edition.language.ngettext("%(num)s coming", "%(num)s coming", count) if count else ""
    entry = views.Entry(edition.listing(listing, note), edition.language_of(listing), _said(listing, edition))
    if not ahead:
        return entry
    meeting, shown = min(ahead, key=lambda found: found[1].start)
    return replace(
        entry,
        when=day_words(shown.start, edition),
        next=edition.link(shown.title, edition.addresses.meeting(meeting.slug)),
        next_lang=meeting.gist.language,
    )


def _ahead(listing: Listing, edition: Edition) -> list[tuple[Meeting, Time]]:
    """What is coming there and holds; at a venue what takes place in it, for a meeting may move about."""
    found = [(meeting, meeting.gist.shown) for meeting in coming(listing.meetings)]
    if listing.kind == "place":
        here = [(meeting, held) for meeting, _ in found for held in times(listing, meeting)]
        found = [(meeting, held) for meeting, held in here if held.last_day >= edition.catalogue.today]
    return [(meeting, held) for meeting, held in found if not held.is_off]


def _said(listing: Listing, edition: Edition) -> str:
    """How often one meets in a series, or in which town a venue is."""
    if listing.kind == "series":
        return edition.catalogue.series()[listing.slug].rhythm or ""
    return edition.catalogue.places()[listing.slug].town or "" if listing.kind == "place" else ""
