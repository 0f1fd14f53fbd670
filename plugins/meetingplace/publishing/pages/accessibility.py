"""The accessibility statement: how well everyone can use the site, what is lacking, and where to say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from meetingplace.publishing import views

from .edition import Edition, phone_url
from .press import Planned, Press


AUTHORITY = views.Link("Myndigheten för digital förvaltning (DIGG)", "https://www.digg.se/")
"""Who sees to Sweden's law on accessibility to digital public services (lag 2018:1937, 15 §; förordning 2018:1938)."""


@dataclass(frozen=True, slots=True)
class Accessibility:
    """`conformance` is full, partial or none; dates are in words, with their ISO form beside them. `lang` is the
    language of `shortcomings` and `tested`, which stand as settings have them.
    """

    name: str
    lang: str
    conformance: str
    shortcomings: tuple[str, ...]
    tested: str
    assessed: views.Date
    updated: views.Date
    email: str
    phone: str
    phone_url: str
    authority: views.Link | None


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    if view := accessibility_page(edition):
        here = edition.addresses.folder("accessibility")
        yield press.page("accessibility", edition.say("Accessibility statement"), here, lambda: view, of=())


def accessibility_page(edition: Edition) -> Accessibility | None:
    """None where settings do not say how accessible the site is."""
    given = edition.catalogue.site.accessibility
    if given is None:
        return None
    assessed, updated = (
        views.Date(edition.language.day(day), day.isoformat())
        for day in (given.assessed, given.updated or given.assessed)
    )
    return Accessibility(
        name=edition.catalogue.site.name,
        lang=edition.catalogue.site.default_language,
        conformance=given.conformance,
        shortcomings=given.shortcomings,
        tested=given.tested,
        assessed=assessed,
        updated=updated,
        email=given.email,
        phone=given.phone or "",
        phone_url=phone_url(given.phone or ""),
        authority=AUTHORITY if given.supervised else None,
    )


def accessibility_links(edition: Edition) -> tuple[views.Link, ...]:
    """The statement's link in the foot of every page, where there is one."""
    if edition.catalogue.site.accessibility is None:
        return ()
    return (edition.link(edition.say("Accessibility statement"), edition.addresses.folder("accessibility")),)
