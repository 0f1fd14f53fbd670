"""What makes a page of a view: the shell around it, its head, and former addresses that lead on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meetingplace.building import Page
from meetingplace.publishing import views
from meetingplace.publishing.outlet import Outlet

from .edition import Edition
from .lists import feeds_of
from .shell import head_view, shell_view


class Press:
    """Makes pages of one edition; `shell` is shared by all of them, `site` the listing of all meetings."""

    def __init__(self, edition: Edition, outlet: Outlet, extra: tuple[views.Link, ...] = ()) -> None:
        """`outlet` writes what machines read, `extra` are links to pages that are not of this edition's making."""
        self.edition = edition
        self.outlet = outlet
        self.shell = shell_view(edition, extra)
        self.site = next(ls for ls in edition.catalogue.listings("name") if ls.kind == "site")
        self.site_feeds = feeds_of(self.site, edition)

    def page(self, kind: str, heading: str, here: str, page: object, **about: object) -> Page:
        """A page of a kind; its template has the kind's name. `about` is what `head_view` takes."""
        about.setdefault("feeds", self.site_feeds)
        head = head_view(self.edition, kind, heading, here, **about)  # type: ignore[arg-type]
        return Page(self.edition.addresses.file(here), f"{kind}.html", views.Page(self.shell, head, page))

    def moved(self, former: Iterable[str], title: str, to: str) -> Iterator[Page]:
        """At each of the former addresses a page that leads on."""
        view = views.Moved(self.edition.link(title, to))
        for old in former:
            yield self.page("moved", title, old, view, indexed=False)
