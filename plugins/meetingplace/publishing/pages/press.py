"""What makes a page of a view: the shell around it, its head, and former addresses that lead on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from meetingplace.building import Output, Page, fingerprint
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.sharing import in_words, preview, share_of_meeting, share_of_site

from .edition import Edition
from .lists import feeds_of
from .shell import head_view, shell_view


SHARE = "share.png"
"""What stands for a template where a picture is drawn."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is not made yet: what others need to know of it, and a digest of all that `make` would know.

    `here` is its address from the site's root.
    """

    kind: str
    heading: str
    here: str
    indexed: bool
    make: Callable[[], views.Page]
    made_of: str


class Press:
    """Plans pages of one edition; `shell` is shared by all of them, `site` the listing of all meetings."""

    def __init__(
        self, edition: Edition, outlet: Outlet, extra: tuple[views.Link, ...] = (), *, shares: bool = True
    ) -> None:
        """`outlet` writes what machines read, `extra` are links to pages that are not of this edition's making.

        `shares` says whether share pictures can be drawn.
        """
        self.edition = edition
        self.outlet = outlet
        self.digests = edition.catalogue.digests
        self.shell = shell_view(edition, extra)
        self.site = next(ls for ls in edition.catalogue.listings("name") if ls.kind == "site")
        self.site_feeds = feeds_of(self.site, edition)
        self.shares = shares
        site = edition.catalogue.site
        self.notice = edition.catalogue.plain(site.example or "", site.default_language, "feeds")
        self.site_share = share_of_site(outlet, self.notice)
        self.site_preview = self._preview(self.site_share, edition.addresses.home, outlet.site.name)
        self._known = fingerprint("shell", repr(shares), self.shell)

    def page(
        self,
        kind: str,
        heading: str,
        here: str,
        make: Callable[[], object],
        *,
        of: Iterable[str],
        indexed: bool = True,
        head: Callable[[], Mapping[str, object]] = dict,
        **about: object,
    ) -> Planned:
        """A page of a kind; its template has the kind's name. `make` makes its own data, of nothing but what is shared
        and what the digests `of` tell. `about` is what `head_view` takes, `head` makes what of it takes time.
        """
        about.setdefault("feeds", self.site_feeds)
        about.setdefault("preview", self.site_preview)
        about["indexed"] = indexed

        def made() -> views.Page:
            shown = head_view(self.edition, kind, heading, here, **(about | dict(head())))  # type: ignore[arg-type]
            return views.Page(self.shell, shown, make())

        return Planned(kind, heading, here, indexed, made, self._of(kind, heading, here, *of))

    def moved(self, former: Iterable[str], title: str, to: str) -> Iterator[Planned]:
        """At each of the former addresses a page that leads on."""
        make = partial(views.Moved, self.edition.link(title, to))
        for old in former:
            yield self.page("moved", title, old, make, of=(to,), indexed=False)

    def preview(self, meeting: Meeting) -> views.Preview | None:
        """A meeting as other services show it, made of what was let through for feeds."""
        words = in_words(self._shown(meeting), meeting, self.outlet)
        return self._preview(self._shown(meeting), self.edition.addresses.meeting(meeting.slug), words)

    def share(self, meeting: Meeting) -> Iterator[Output]:
        """A meeting's share picture; nothing where none can be drawn."""
        here, of = self.edition.addresses.meeting(meeting.slug), self.digests.meeting(meeting.slug)
        yield from self._share(here, partial(self._shown, meeting), of)

    def share_of_site(self) -> Iterator[Output]:
        """That of all pages that have none of their own."""
        yield from self._share(self.edition.addresses.home, lambda: self.site_share, "")

    def _share(self, here: str, make: Callable[[], views.Share], of: str) -> Iterator[Output]:
        addresses = self.edition.addresses
        file = addresses.file(addresses.share(here))
        if self.shares:
            yield Output(file, lambda: Page(file, SHARE, make()), self._of(SHARE, here, of))

    def _shown(self, meeting: Meeting) -> views.Share:
        return self.edition.once(share_of_meeting, meeting, self.outlet, self.notice)

    def _preview(self, view: views.Share, here: str, words: str) -> views.Preview | None:
        return preview(view, here, self.edition.addresses, words) if self.shares else None

    def _of(self, *parts: str) -> str:
        """A digest of what is shared by all pages, and of further parts."""
        return self.digests.known(self._known, *parts)
