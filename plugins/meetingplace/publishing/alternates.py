"""Which pages are each other in another language: told in both, or in neither (Google, localized versions)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from . import views
from .pages.edition import Edition
from .pages.press import Planned


LEADS_ON = "moved"


class Told(NamedTuple):
    """What a page says of itself in the site's other language: where it is, or that it is not there."""

    alternates: tuple[views.Alternate, ...] = ()
    untranslated: views.Untranslated | None = None

    def within(self, page: views.Page) -> views.Page:
        """The page with that in its head."""
        return replace(page, head=replace(page.head, alternates=self.alternates, untranslated=self.untranslated))


class Alternates:
    """Knows all pages: those at the root, and those below the other language's folder.

    A page that one language alone has says so in the other, and leads to the nearest page above it that both have.
    """

    def __init__(self, pages: Iterable[Planned], root: Edition, other: Edition) -> None:
        self._pages = {page.here: page for page in pages}
        self._root = root
        self._other = other

    def told(self, page: Planned) -> Told:
        """Nothing of a page that only leads on."""
        if page.kind == LEADS_ON:
            return Told()
        root, other, home = self._root, self._other, self._other.addresses.home
        at_root = not page.here.startswith(home)
        bare = page.here if at_root else "/" + page.here.removeprefix(home)
        there = home + bare.removeprefix("/") if at_root else bare
        if there in self._pages and self._pages[there].kind == page.kind:
            pair = ((root, bare), (other, page.here if there == bare else there))
            return Told(alternates=tuple(_alternate(edition, address) for edition, address in pair))
        return Told(untranslated=self._untranslated(there, *((root, other) if at_root else (other, root))))

    def _untranslated(self, there: str, own: Edition, other: Edition) -> views.Untranslated:
        """What a page of one's `own` edition alone says in the `other`; `there` is where it would be in that."""
        while there not in self._pages or self._pages[there].kind == LEADS_ON:
            there = there.rstrip("/").rpartition("/")[0] + "/"
        tongue = other.language.tongue(own.language.code)
        heading = other.say("In English") if there == other.addresses.home else self._pages[there].heading
        return views.Untranslated(
            language=other.language.code,
            sentence=other.say("Only in %(language)s.", language=tongue),
            to=other.link(heading, there),
        )


def _alternate(edition: Edition, address: str) -> views.Alternate:
    return views.Alternate(
        language=edition.language.code,
        locale=edition.language.locale,
        words=edition.say("In English"),
        url=edition.addresses.href(address),
        absolute=edition.addresses.absolute(address),
    )
