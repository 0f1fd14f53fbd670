"""The page where one searches the site, for whoever has script; others are led to the pages that list everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from meetingplace.publishing import views

from .edition import Edition
from .press import Planned, Press


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`index` is the address of the program that reads the index, `script` that of our own; `here` answers the form.

    `ways` lead on where nothing was found, and where there is no script.
    """

    here: str
    index: str
    script: str
    ways: tuple[views.Link, ...]


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    here = edition.addresses.folder("search")
    yield press.page("search", edition.say("Search"), here, partial(search_page, edition), of=(), indexed=False)


def search_page(edition: Edition) -> SearchPage:
    say, addresses = edition.say, edition.addresses
    return SearchPage(
        here=addresses.href(addresses.folder("search")),
        index=addresses.href(addresses.search_index("pagefind.js")),
        script=addresses.href(addresses.theme("search.js")),
        ways=(
            edition.link(say("Everything on this site"), addresses.folder("everything")),
            edition.link(say("Coming meetings"), addresses.folder("meetings")),
            edition.link(say("Selections"), addresses.folder("selections")),
            edition.link(say("People"), addresses.folder("people")),
            edition.link(say("Contact"), addresses.folder("contact")),
        ),
    )
