"""Everything that a build publishes, page by page and file by file, from one catalogue and in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from meetingplace.building import Output, Page, Store, digest_of
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.meetings import Meeting
from meetingplace.i18n import language
from meetingplace.publishing import views
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.alternates import Alternates, Told
from meetingplace.publishing.headers import headers
from meetingplace.publishing.icons import icons
from meetingplace.publishing.invitation import invitation
from meetingplace.publishing.open_data import open_data
from meetingplace.publishing.outlet import Outlet, outlet
from meetingplace.publishing.page_files import with_files
from meetingplace.publishing.pages import Planned, Press, all_pages, style
from meetingplace.publishing.pages.accessibility import accessibility_links
from meetingplace.publishing.pages.edition import Edition
from meetingplace.publishing.pages.personal_data import personal_data_links
from meetingplace.publishing.parts import Parts
from meetingplace.publishing.pictures import Pictures
from meetingplace.publishing.search_records import Findable, findable, findable_page
from meetingplace.publishing.sitemap import robots, sitemap
from meetingplace.publishing.subscriptions import Subscriptions


@dataclass(frozen=True, slots=True)
class OrdinaryPage:
    """A page that is no record of ours: its address from the root, and its HTML, in which files stand by their paths
    below the content folder and nobody has been looked for yet.
    """

    address: str
    title: str
    language: str
    html: str
    summary: str = ""
    in_foot: bool = True


class SiteMaker:
    """Makes all pages and files of one catalogue: an edition at the root, and one in the site's other language.

    `content` is the folder that pictures are read from, `theme` the one whose design a preview shows.

    `shares` says whether whoever renders the pages can draw share pictures (`views.Share`) too; `store` keeps parts.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        content: Path,
        theme: Path | None = None,
        *,
        shares: bool = True,
        store: Store | None = None,
    ) -> None:
        self.addresses = Addresses(catalogue.site)
        self._shares = shares
        self._store = store or Store()
        self._pictures = Pictures(content, self.addresses)
        self._catalogue = catalogue
        self._theme = theme

    @cached_property
    def _editions(self) -> tuple[Edition, Edition]:
        """That at the root, and that in the site's other language."""
        return self._edition(self._catalogue), self._edition(self._catalogue.in_other_language())

    @property
    def stylesheet(self) -> str:
        """The file of the one stylesheet."""
        return self.addresses.file(self.addresses.theme("site.css"))

    def outputs(self, ordinary: Sequence[OrdinaryPage]) -> list[Output]:
        """All pages and all files but the theme's, in a fixed order; nothing is made yet."""
        passed = (replace(page, title=self._catalogue.plain(page.title)) for page in ordinary)
        ordered = sorted(passed, key=lambda page: page.address)
        found: list[Output] = []
        pages: list[Planned] = []
        for edition in self._editions:
            made = self._outlet(edition)
            for planned in self._pages(edition, made, ordered):
                if isinstance(planned, Planned):
                    pages.append(planned)
                else:
                    found.append(planned)
            found += self._subscriptions(edition, made)
        alternates = Alternates(pages, *self._editions)
        told = [(page, alternates.told(page)) for page in pages]
        indexed = [(self.addresses.absolute(page.here), also.alternates) for page, also in told if page.indexed]
        return [*(self._output(*each) for each in told), *found, *self._others(indexed)]

    def _output(self, planned: Planned, told: Told) -> Output:
        """A page as it will be rendered, with the pictures that it shows."""
        file = self.addresses.file(planned.here)

        def make() -> Page:
            view, pictures = self._pictures.brought_by(planned.make)
            return Page(file, f"{planned.kind}.html", told.within(view), pictures)

        return Output(file, make, planned.made_of and digest_of(planned.made_of, repr(told)))

    def _others(self, indexed: Iterable[tuple[str, Sequence[views.Alternate]]]) -> Iterator[Output]:
        """What a site has once, whatever its languages."""
        root = self._editions[0]
        yield from open_data(root.catalogue, self._outlet(root))
        for file in (sitemap(indexed), robots(self.addresses), *headers(self.addresses), *icons()):
            yield Output.of_bytes(file.address, partial(bytes, file.content))

    def findable(self, ordinary: Sequence[OrdinaryPage]) -> list[Findable]:
        """What the search finds, for nobody but those who agreed to be found so."""
        pages = sorted(ordinary, key=lambda page: page.address)
        found: list[Findable] = []
        for edition in self._editions:
            found += findable(edition)
            for page in _in_foot(pages, edition):
                found.append(findable_page(page.address, page.title, page.html, page.language, edition))
        return found

    def stored(self) -> Iterator[str]:
        """By what all parts of outputs are known that the store may keep."""
        for edition in self._editions:
            yield from edition.parts.stored()

    def files(self) -> frozenset[str]:
        """All files below the published folder but those of ordinary pages, of the theme, and pictures."""
        return frozenset(output.address for output in self.outputs(()))

    def _subscriptions(self, edition: Edition, made: Outlet) -> Iterator[Output]:
        """What an edition has to subscribe to and to invite with."""
        catalogue, addresses = edition.catalogue, edition.addresses
        yield from Subscriptions(catalogue, made).outputs()
        for meeting in catalogue.meetings("feeds"):
            if addresses.has("meetings", meeting.slug):
                file, of = addresses.file(addresses.invitation(meeting.slug)), catalogue.digests.meeting(meeting.slug)
                make = partial(_invitation, meeting, made)
                yield Output.of_bytes(file, make, catalogue.digests.known(file, of))

    def _edition(self, catalogue: Catalogue) -> Edition:
        addresses = Addresses(catalogue.site, catalogue.written)
        parts = Parts(catalogue, self._store)
        return Edition(catalogue, addresses, language(catalogue.site.language), self._pictures, parts)

    def _outlet(self, edition: Edition) -> Outlet:
        return outlet(edition.catalogue, edition.addresses, edition.language, self._pictures.absolute, edition.parts)

    def _pages(self, edition: Edition, made: Outlet, ordinary: Sequence[OrdinaryPage]) -> Iterator[Planned | Output]:
        """All pages of an edition."""
        own = [page for page in ordinary if _is_of(page, edition)]
        foot = _in_foot(ordinary, edition)
        links = tuple(edition.link(page.title, page.address, language=page.language) for page in foot)
        extra = links + accessibility_links(edition) + personal_data_links(edition)
        press = Press(edition, made, extra, shares=self._shares)
        yield from all_pages(press)
        yield from style.pages(press, self._theme)
        yield from self._ordinary(own, press)

    def _ordinary(self, ordinary: Iterable[OrdinaryPage], press: Press) -> Iterator[Planned]:
        for page in ordinary:
            yield press.page(
                "page",
                page.title,
                page.address,
                partial(self._text, page, press.edition),
                of=(repr(page),),
                description=press.edition.catalogue.plain(page.summary),
                indexed=page.in_foot,
            )

    def _text(self, page: OrdinaryPage, edition: Edition) -> views.Text:
        html = edition.catalogue.passed_html(with_files(page.html, self._pictures))
        return views.Text(page.title, page.language, edition.addresses.linked(html))


def _in_foot(ordinary: Sequence[OrdinaryPage], edition: Edition) -> list[OrdinaryPage]:
    """The pages that all pages of an edition link to: its own, and those of the other that it lacks."""
    own = [page for page in ordinary if _is_of(page, edition)]
    there = {page.address for page in own}
    return [page for page in ordinary if page.in_foot and (page in own or _here(page, edition) not in there)]


def _is_of(page: OrdinaryPage, edition: Edition) -> bool:
    """Whether a page belongs to an edition: by where it is."""
    other = f"/{edition.catalogue.site.other_language}/"
    return page.address.startswith(other) is not edition.is_root


def _here(page: OrdinaryPage, edition: Edition) -> str:
    """Where the same page would be in an edition."""
    bare = page.address.removeprefix(f"/{edition.catalogue.site.other_language}/").removeprefix("/")
    return edition.addresses.home + bare


def _invitation(meeting: Meeting, outlet: Outlet) -> bytes:
    return invitation(meeting, outlet).encode()
