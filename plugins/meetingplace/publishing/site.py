"""Everything that a build publishes, page by page and file by file, from one catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meetingplace.building import File, Page
from meetingplace.catalogue import Catalogue
from meetingplace.i18n import language
from meetingplace.publishing import views
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.headers import headers
from meetingplace.publishing.invitation import invitations
from meetingplace.publishing.open_data import open_data
from meetingplace.publishing.outlet import outlet
from meetingplace.publishing.page_files import with_files
from meetingplace.publishing.pages import Press, all_pages
from meetingplace.publishing.pages.edition import Edition
from meetingplace.publishing.pages.personal_data import personal_data_links
from meetingplace.publishing.pictures import Pictures
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
    """Makes all pages and files of one catalogue. `content` is the folder that pictures are read from."""

    def __init__(self, catalogue: Catalogue, content: Path) -> None:
        self.addresses = Addresses(catalogue.site)
        self._catalogue = catalogue
        self._pictures = Pictures(content, self.addresses)
        words = language(catalogue.site.language)
        self._edition = Edition(catalogue, self.addresses, words, self._pictures)
        self._outlet = outlet(catalogue, self.addresses, words, self._pictures.absolute)

    @property
    def stylesheet(self) -> str:
        """The file of the one stylesheet."""
        return self.addresses.file(self.addresses.theme("site.css"))

    def everything(self, ordinary: Sequence[OrdinaryPage]) -> tuple[list[Page], list[File]]:
        """All pages and all files but the theme's, in a fixed order."""
        passed = (replace(page, title=self._catalogue.plain(page.title)) for page in ordinary)
        ordered = sorted(passed, key=lambda page: page.address)
        foot = tuple(self._edition.link(page.title, page.address) for page in ordered if page.in_foot)
        press = Press(self._edition, self._outlet, foot + personal_data_links(self._edition))
        pages = [*all_pages(press), *self._ordinary(ordered, press)]
        files = [
            *Subscriptions(self._catalogue, self._outlet).files(),
            *invitations(self._catalogue.meetings("feeds"), self._outlet),
            *open_data(self._catalogue, self._outlet),
            sitemap(pages),
            robots(self.addresses),
            *headers(self.addresses),
            *self._pictures.files(),
        ]
        return pages, files

    def files(self) -> frozenset[str]:
        """All files below the published folder but those of ordinary pages and of the theme; nothing is rendered."""
        pages, files = self.everything(())
        return frozenset([*(page.address for page in pages), *(file.address for file in files)])

    def _ordinary(self, ordinary: Sequence[OrdinaryPage], press: Press) -> Iterator[Page]:
        for page in ordinary:
            html = self._catalogue.passed_html(with_files(page.html, self._pictures))
            yield press.page(
                "page",
                page.title,
                page.address,
                views.Text(page.title, page.language, self.addresses.linked(html)),
                description=self._catalogue.plain(page.summary),
                indexed=page.in_foot,
            )
