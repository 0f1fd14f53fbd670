"""What makes a page of a view: the shell around it, its head, and former addresses that lead on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meetingplace.building import Page
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.sharing import in_words, preview, share_of_meeting, share_of_site

from .edition import Edition
from .lists import feeds_of
from .shell import head_view, shell_view


SHARE = "share.png"
"""What stands for a template where a picture is drawn."""


class Press:
    """Makes pages of one edition; `shell` is shared by all of them, `site` the listing of all meetings."""

    def __init__(
        self, edition: Edition, outlet: Outlet, extra: tuple[views.Link, ...] = (), *, shares: bool = True
    ) -> None:
        """`outlet` writes what machines read, `extra` are links to pages that are not of this edition's making.

        `shares` says whether share pictures can be drawn.
        """
        self.edition = edition
        self.outlet = outlet
        self.shell = shell_view(edition, extra)
        self.site = next(ls for ls in edition.catalogue.listings("name") if ls.kind == "site")
        self.site_feeds = feeds_of(self.site, edition)
        self.shares = shares
        site = edition.catalogue.site
        self.notice = edition.catalogue.plain(site.example or "", site.default_language, "feeds")
        self.site_share = share_of_site(outlet, self.notice)
        self.site_preview = self._preview(self.site_share, edition.addresses.home, outlet.site.name)

    def page(self, kind: str, heading: str, here: str, page: object, **about: object) -> Page:
        """A page of a kind; its template has the kind's name. `about` is what `head_view` takes."""
        about.setdefault("feeds", self.site_feeds)
        about.setdefault("preview", self.site_preview)
        head = head_view(self.edition, kind, heading, here, **about)  # type: ignore[arg-type]
        return Page(self.edition.addresses.file(here), f"{kind}.html", views.Page(self.shell, head, page))

    def moved(self, former: Iterable[str], title: str, to: str) -> Iterator[Page]:
        """At each of the former addresses a page that leads on."""
        view = views.Moved(self.edition.link(title, to))
        for old in former:
            yield self.page("moved", title, old, view, indexed=False)

    def shared(self, meeting: Meeting) -> tuple[views.Share, views.Preview | None]:
        """A meeting's share picture, made of what was let through for feeds."""
        found = share_of_meeting(meeting, self.outlet, self.notice)
        words = in_words(found, meeting, self.outlet)
        return found, self._preview(found, self.edition.addresses.meeting(meeting.slug), words)

    def share(self, here: str, view: views.Share) -> Iterator[Page]:
        """The share picture of the page at an address; nothing where none can be drawn."""
        addresses = self.edition.addresses
        if self.shares:
            yield Page(addresses.file(addresses.share(here)), SHARE, view)

    def _preview(self, view: views.Share, here: str, words: str) -> views.Preview | None:
        return preview(view, here, self.edition.addresses, words) if self.shares else None
