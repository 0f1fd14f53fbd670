"""Which pages are each other in another language: told in both, or in neither (Google, localized versions)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from meetingplace.building import Page

from . import views
from .pages.edition import Edition


LEADS_ON = "moved"


def with_alternates(pages: Iterable[Page], root: Edition, other: Edition) -> list[Page]:
    """The pages, each with those it is an alternate of: one at the root, one below the other language's folder.

    A page that one language alone has says so in the other, and leads to the nearest page above it that both have.
    """
    ordered = list(pages)
    heads = {page.view.head.here: page.view.head for page in ordered if isinstance(page.view, views.Page)}
    return [_with(page, heads, root, other) for page in ordered]


def _with(page: Page, heads: Mapping[str, views.Head], root: Edition, other: Edition) -> Page:
    view = page.view
    if not isinstance(view, views.Page) or view.head.kind == LEADS_ON:
        return page
    head, home = view.head, other.addresses.home
    at_root = not head.here.startswith(home)
    bare = head.here if at_root else "/" + head.here.removeprefix(home)
    there = home + bare.removeprefix("/") if at_root else bare
    if there in heads and heads[there].kind == head.kind:
        pair = ((root, bare), (other, head.here if there == bare else there))
        told = replace(head, alternates=tuple(_alternate(edition, address) for edition, address in pair))
    else:
        told = replace(head, untranslated=_untranslated(there, heads, *((root, other) if at_root else (other, root))))
    return replace(page, view=replace(view, head=told))


def _alternate(edition: Edition, address: str) -> views.Alternate:
    return views.Alternate(
        language=edition.language.code,
        locale=edition.language.locale,
        words=edition.say("In English"),
        url=edition.addresses.href(address),
        absolute=edition.addresses.absolute(address),
    )


def _untranslated(there: str, heads: Mapping[str, views.Head], own: Edition, other: Edition) -> views.Untranslated:
    """What a page of one's `own` edition alone says in the `other`; `there` is where it would be in that."""
    while there not in heads or heads[there].kind == LEADS_ON:
        there = there.rstrip("/").rpartition("/")[0] + "/"
    tongue = other.language.tongue(own.language.code)
    return views.Untranslated(
        language=other.language.code,
        sentence=other.say("Only in %(language)s.", language=tongue),
        to=other.link(other.say("In English") if there == other.addresses.home else heads[there].heading, there),
    )
