"""What the site's search finds: each page's words, with nobody's name in them whose consent does not cover `search`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from meetingplace.catalogue.listings import Listing, ListingKind
from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.profile import Profile

from .counts import kind_word
from .pages.edition import Edition
from .pages.lists import date_of, where_text
from .plain import one_line, plain
from .words import TERM_KINDS


Kind = Literal["meeting", "person", "place", "municipality", "series", "topic", "page"]
LISTED: Mapping[ListingKind, Kind] = {
    "municipality": "municipality",
    "series": "series",
    "place": "place",
    "topic": "topic",
}
"""Listings that are of a record or a term: each is found as what it is about."""
LINKS = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """`url` is the page's address as its links have it, `detail` a line below the title in a list of what was found.

    `last_day` is the ISO day after which a meeting is past, for a reader's clock to judge by; empty for all else.
    """

    url: str
    kind: Kind
    title: str
    text: str
    language: str
    written_in: str = ""
    detail: str = ""
    last_day: str = ""


@dataclass(frozen=True, slots=True)
class Findable:
    """What may be found, not made yet: `make` makes its record of nothing but what `made_of` tells, if that is known;
    None for one who is not to be found.
    """

    made_of: str
    make: Callable[[], SearchRecord | None]


def findable(edition: Edition) -> Iterator[Findable]:
    """Every record with a page of its own; of people only those who agreed to be searched for."""
    catalogue, digests, code = edition.catalogue, edition.catalogue.digests, edition.language.code
    known = partial(digests.known, "search", code)
    for meeting in catalogue.meetings("name"):
        make = partial(_of_slug, meeting.slug, edition)
        yield Findable(known("meeting", digests.with_body(meeting.slug)), make)
    for slug, _ in catalogue.names:
        yield Findable(known("person", digests.person(slug)), partial(_of_known, slug, edition))
    for listing in catalogue.listings("name"):
        if kind := LISTED.get(listing.kind):
            make_listing = partial(_of_listing, listing, kind, edition)
            yield Findable(known(kind, listing.slug), make_listing)


def _of_slug(slug: str, edition: Edition) -> SearchRecord | None:
    meeting = edition.catalogue.meeting(slug, "search")
    return _of_meeting(meeting, edition) if meeting else None


def _of_known(slug: str, edition: Edition) -> SearchRecord | None:
    profile = edition.catalogue.profile(slug, "search")
    return _of_person(profile, edition) if profile else None


def findable_page(address: str, title: str, html: str, written_in: str, edition: Edition) -> Findable:
    """An ordinary page, whose title and HTML have been let through for no one yet."""
    told = (address, title, html, written_in)
    known = edition.catalogue.digests.known("search", edition.language.code, "page", *told)
    return Findable(known, partial(_of_page, *told, edition))


def _of_page(address: str, title: str, html: str, written_in: str, edition: Edition) -> SearchRecord:
    catalogue = edition.catalogue
    text = _read(catalogue.passed_html(html, "search"))
    return SearchRecord(
        url=edition.addresses.href(address),
        kind="page",
        title=catalogue.plain(title, audience="search"),
        text=text,
        language=edition.language.code,
        written_in=written_in,
    )


def _read(html: str) -> str:
    """The words of HTML on one line, without the addresses of its links."""
    return one_line(plain(LINKS.sub("", html)))


def _joined(texts: Iterable[str | None]) -> str:
    """Texts as sentences after one another, each once."""
    found = dict.fromkeys(text.strip() for text in texts if text and text.strip())
    return " ".join(text if text[-1] in ".!?…" else f"{text}." for text in found)


def _of_meeting(meeting: Meeting, edition: Edition) -> SearchRecord:
    event, shown = meeting.event, meeting.current
    where = _word(where_text(shown.venue, meeting, edition), edition)
    last = max(occurrence.last_day for occurrence in meeting.occurrences)
    return SearchRecord(
        url=edition.addresses.href(edition.addresses.meeting(meeting.slug)),
        kind="meeting",
        title=shown.title,
        text=_joined([event.summary, *_words_of(meeting, edition), *_texts_of(meeting, edition), *_named(meeting)]),
        language=edition.language.code,
        written_in=event.written_in,
        detail=" · ".join(filter(None, (date_of(meeting, shown, edition).text, where))),
        last_day=last.isoformat(),
    )


def _words_of(meeting: Meeting, edition: Edition) -> Iterator[str]:
    """What a meeting is called and sorted by: its titles, venues, terms, series and municipality."""
    event, catalogue = meeting.event, edition.catalogue
    for occurrence in meeting.occurrences:
        yield occurrence.title if occurrence.title != meeting.current.title else ""
        if venue := occurrence.venue:
            yield from (venue.name, venue.town)
    terms = [*meeting.topics, *event.topics, *([event.form] if event.form else [])]
    yield ", ".join(dict.fromkeys(_term(term, edition) for term in terms))
    municipality = catalogue.municipalities("search").get(meeting.municipality)
    series = catalogue.series("search").get(event.series or "")
    yield from (municipality.name if municipality else "", series.title if series else "")


def _texts_of(meeting: Meeting, edition: Edition) -> Iterator[str]:
    """The running text of a meeting. It is made in one piece, since each goes by way of HTML."""
    event, render = meeting.event, edition.catalogue.html
    texts = [event.audience, *(row.row.text for row in meeting.programme), event.body]
    texts += [opening.possibility.text for opening in meeting.openings]
    texts += [event.report.text, *event.report.outcomes] if event.report else []
    yield from (row.row.title for row in meeting.programme)
    yield from (opening.possibility.title for opening in meeting.openings)
    yield _read(render("\n\n".join(filter(None, texts)), meeting))


def _named(meeting: Meeting) -> Iterator[str]:
    """Those whom one will meet and may search for, with why they come."""
    for occurrence in meeting.occurrences:
        for one in (*occurrence.attendance.people, *occurrence.attendance.organisations):
            yield f"{one.profile.name}: {one.why}" if one.why else one.profile.name


def _of_person(profile: Profile, edition: Edition) -> SearchRecord:
    catalogue = edition.catalogue
    municipality = catalogue.municipalities("search").get(profile.municipality)
    disciplines = ", ".join(_term(word, edition) for word in profile.disciplines)
    skills = [f"{_term(one.term, edition)}: {one.text}" for one in (*profile.offers, *profile.seeks)]
    body = catalogue.html(profile.body, audience="search")
    words = (disciplines, municipality.name if municipality else "", profile.title, profile.organisation)
    return SearchRecord(
        url=edition.addresses.href(edition.addresses.person(profile.slug)),
        kind="person",
        title=profile.name,
        text=_joined([*words, _kind_of(profile, edition), *(one.removesuffix(": ") for one in skills), _read(body)]),
        language=edition.language.code,
        detail=" · ".join(filter(None, words[:2])),
    )


def _kind_of(profile: Profile, edition: Edition) -> str:
    """`fri kulturaktör`, as a number of one has it."""
    return "" if profile.is_organisation else kind_word(profile.kind, edition.language, 1).removeprefix("1 ")


def _of_listing(listing: Listing, kind: Kind, edition: Edition) -> SearchRecord:
    """Of a municipality, a recurring meeting place, a venue or a term."""
    title, detail, texts = _listed(listing, edition)
    *lines, body = texts
    return SearchRecord(
        url=edition.addresses.href(edition.addresses.listing(listing)),
        kind=kind,
        title=title,
        text=_joined([*lines, _read(edition.catalogue.html(body or "", audience="search"))]),
        language=edition.language.code,
        detail=detail,
    )


def _listed(listing: Listing, edition: Edition) -> tuple[str, str, tuple[str | None, ...]]:
    """Title, detail and texts, the last of which is Markdown."""
    catalogue, slug = edition.catalogue, listing.slug
    if listing.kind == "municipality":
        municipality = catalogue.municipalities("search")[slug]
        priorities = [f"{one.title}\n\n{one.text or ''}" for one in municipality.priorities]
        return municipality.name, "", ("\n\n".join([*priorities, municipality.body]),)
    if listing.kind == "series":
        series = catalogue.series("search")[slug]
        return series.title, series.summary, (series.summary, series.rhythm, series.body)
    if listing.kind == "place":
        place = catalogue.places("search")[slug]
        near = catalogue.municipalities("search").get(place.municipality or "")
        detail = ", ".join(word for word in (place.address, place.town) if word)
        return (
            place.name,
            detail,
            (
                detail,
                near.name if near and near.name != place.town else "",
                f"{place.travel or ''}\n\n{place.body}",
            ),
        )
    entry = catalogue.vocabulary.terms[slug]
    kind = edition.say(TERM_KINDS[entry.kind]) if entry.kind else ""
    words = (entry.label(edition.language.code), entry.sv, entry.en, *entry.synonyms)
    return _term(slug, edition), kind, (", ".join(dict.fromkeys(_word(word, edition) for word in words if word)), "")


def _term(word: str, edition: Edition) -> str:
    return _word(edition.catalogue.vocabulary.label(word, edition.language.code), edition)


def _word(text: str, edition: Edition) -> str:
    """A word that was let through for feeds or pages, where others may be named than may be searched for."""
    return edition.catalogue.plain(text, audience="search")
