"""Which pages are each other in another language: told in both, or in neither (Google, localized versions)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from meetingplace.building import Page

from . import views
from .pages.edition import Edition


def with_alternates(pages: Iterable[Page], root: Edition, other: Edition) -> list[Page]:
    """The pages, each with those it is an alternate of: one at the root, one below the other language's folder.

    Pages that lead on, or that only one language has, have none.
    """
    ordered = list(pages)
    here = {page.view.head.here: page.view for page in ordered if isinstance(page.view, views.Page)}
    pairs: dict[str, tuple[views.Alternate, ...]] = {}
    for address, view in here.items():
        if not address.startswith(other.addresses.home):
            there = other.addresses.home + address.removeprefix("/")
            if there in here and here[there].head.kind == view.head.kind != "moved":
                pairs[address] = pairs[there] = _pair(address, there, root, other)
    return [_with(page, pairs) for page in ordered]


def _pair(address: str, there: str, root: Edition, other: Edition) -> tuple[views.Alternate, ...]:
    return tuple(
        views.Alternate(
            language=edition.language.code,
            locale=edition.language.locale,
            words=edition.say("In English"),
            url=edition.addresses.href(here),
            absolute=edition.addresses.absolute(here),
        )
        for edition, here in ((root, address), (other, there))
    )


def _with(page: Page, pairs: dict[str, tuple[views.Alternate, ...]]) -> Page:
    view = page.view
    if not isinstance(view, views.Page) or view.head.here not in pairs:
        return page
    return replace(page, view=replace(view, head=replace(view.head, alternates=pairs[view.head.here])))
