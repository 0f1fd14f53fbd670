"""What every page shares: the menu, the foot, the notice, and what a page says of itself in its head."""

from __future__ import annotations

from meetingplace.publishing import views
from meetingplace.publishing.addresses import Addresses

from .edition import Edition


def shell_view(edition: Edition, pages: tuple[views.Link, ...]) -> views.Shell:
    """`pages` are the ordinary pages that the foot links to."""
    site, addresses, say = edition.catalogue.site, edition.addresses, edition.say
    contact = edition.contact(edition.catalogue.contact(()))
    menu = (
        (say("Meetings"), "meetings"),
        (say("People"), "people"),
        (say("Calendar"), "months"),
        (say("Subscribe"), "subscribe"),
        (say("Search"), "search"),
    )
    foot = (
        (say("Contact"), "contact"),
        (say("Latest news"), "news"),
        (say("Past meetings"), "archive"),
        (say("Municipalities"), "municipalities"),
        (say("Topics"), "topics"),
        (say("Recurring meeting places"), "series"),
        (say("Venues"), "places"),
        (say("Everything on this site"), "everything"),
    )
    return views.Shell(
        name=site.name,
        summary=site.summary,
        language=site.language,
        locale=edition.language.locale,
        home=addresses.href(addresses.home),
        root=addresses.href("/"),
        menu=tuple(edition.link(text, addresses.folder(name)) for text, name in menu),
        foot=tuple(edition.link(text, addresses.folder(name)) for text, name in foot) + pages,
        contact=contact,
        summary_lang=edition.other(site.language_of("summary")),
        notice_lang=edition.other(site.language_of("example")),
        notice=edition.catalogue.plain(site.example or "", site.language_of("example")),
        stylesheet=addresses.href(addresses.theme("site.css")),
        script=addresses.href(addresses.theme("site.js")),
    )


def head_view(
    edition: Edition,
    kind: str,
    heading: str,
    here: str,
    *,
    description: str = "",
    section: str = "",
    indexed: bool = True,
    feeds: tuple[views.Feed, ...] = (),
    crumbs: tuple[views.Link, ...] = (),
    json_ld: str = "",
    preview: views.Preview | None = None,
) -> views.Head:
    """`here` is the page's address from the site's root, `section` the name of the menu's entry it belongs to."""
    site = edition.catalogue.site
    addresses: Addresses = edition.addresses
    return views.Head(
        title=heading if heading == site.name else f"{heading} – {site.name}",
        heading=heading,
        description=description or site.summary,
        url=addresses.absolute(here),
        here=here,
        kind=kind,
        section=addresses.href(addresses.folder(section)) if section else "",
        indexed=indexed,
        feeds=feeds,
        crumbs=crumbs,
        json_ld=json_ld,
        preview=preview,
    )
