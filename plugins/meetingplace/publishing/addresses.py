"""Where everything is published: the one place that knows addresses, each of them a setting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal

from meetingplace.catalogue.listings import Listing, ListingKind
from meetingplace.model.addresses import ADDRESSES, SHARED
from meetingplace.model.site import Site


FOLDERS: Mapping[ListingKind, str] = {
    "municipality": "municipalities",
    "series": "series",
    "place": "places",
    "topic": "topics",
    "selection": "selections",
    "person": "people",
}
ROOT_HREF = re.compile(r'href="(/(?!/)[^"]*)"')
PERSON_HREF = re.compile(r'href="person:([^"]*)"')


class Addresses:
    """Addresses from the site's root, such as `/motesplatser/x/`; `href` and `absolute` make them usable.

    In the site's other language they stand below a folder: `/en/motesplatser/x/`, but for records that have no page
    there, whose addresses are those of the root.
    """

    def __init__(self, site: Site, written: Mapping[str, frozenset[str]] | None = None) -> None:
        """`written` are the slugs of records that have pages in the site's language, by the names of their folders;
        without it all have.
        """
        self._names = {**ADDRESSES, **site.addresses}
        self._written = written
        self.home = f"/{site.language}/" if site.translated_from else "/"
        self._url = site.url
        self._prefix = "/" + site.url.split("/", 3)[3] if site.url.count("/") > 2 else ""

    def name(self, name: str) -> str:
        """What a folder or a file is called: `rss.xml`."""
        return self._names[name]

    def folder(self, name: str) -> str:
        """The address of a section: `/personer/`."""
        return self._folder(name, "/" if name in SHARED else self.home)

    def _folder(self, name: str, home: str) -> str:
        return f"{home}{self._names[name]}/" if self._names[name] else home

    def has(self, folder: str, slug: str) -> bool:
        """Whether a record has its page in the language of these addresses."""
        return self._written is None or slug in self._written[folder]

    def has_listing(self, listing: Listing) -> bool:
        """Whether a listing has its page and its files in the language of these addresses."""
        return listing.kind in ("site", "selection") or self.has(FOLDERS[listing.kind], listing.slug)

    def _record(self, folder: str, slug: str) -> str:
        return f"{self._folder(folder, self.home if self.has(folder, slug) else '/')}{slug}/"

    def meeting(self, slug: str) -> str:
        return self._record("meetings", slug)

    def meeting_calendar(self, slug: str) -> str:
        return f"{self.meeting(slug)}{slug}.ics"

    def invitation(self, slug: str) -> str:
        return self.meeting(slug) + self._names["invitation_file"]

    def share(self, page: str) -> str:
        """The share picture beside the page at an address."""
        return page[: page.rindex("/") + 1] + self._names["share_file"]

    def attendees(self, slug: str) -> str:
        return f"{self.meeting(slug)}{self._names['attendees']}/"

    def person(self, slug: str) -> str:
        return self._record("people", slug)

    def place(self, slug: str) -> str:
        return self._record("places", slug)

    def municipality(self, slug: str) -> str:
        return self._record("municipalities", slug)

    def series(self, slug: str) -> str:
        return self._record("series", slug)

    def topic(self, slug: str) -> str:
        return self._record("topics", slug)

    def selection(self, slug: str) -> str:
        return f"{self.folder('selections')}{self._names[f'selection_{slug}']}/"

    def choice(self, kind: Literal["municipality", "topic", "selection"], slug: str) -> str:
        """What stands after the question mark where meetings of a kind are chosen among all: `kommun=flen`."""
        value = self._names[f"selection_{slug}"] if kind == "selection" else slug
        return f"{self._names[f'{kind}_parameter']}={value}"

    def month(self, year: int, month: int) -> str:
        return f"{self.folder('months')}{year:04}-{month:02}/"

    def archive_year(self, year: int) -> str:
        return f"{self.folder('archive')}{year:04}/"

    def picture(self, name: str) -> str:
        return f"{self.folder('pictures')}{name}"

    def attachment(self, name: str) -> str:
        return f"{self.folder('files')}{name}"

    def year(self, year: int) -> str:
        """Where the meetings of a year are listed, line by line."""
        return f"{self.folder('everything')}{year:04}/"

    def everyone(self) -> str:
        """Where all people are listed, line by line."""
        return f"{self.folder('everything')}{self._names['people'].rpartition('/')[2]}/"

    def search_index(self, name: str = "") -> str:
        """A file of the search's index, which is one for both languages, or the folder of all."""
        return f"/{self._names['search']}/register/{name}"

    def theme(self, name: str) -> str:
        return f"{self.folder('theme')}{name}"

    def listing(self, listing: Listing) -> str:
        """The folder of a listing's files; the front page's for the whole site."""
        if listing.kind == "selection":
            return self.selection(listing.slug)
        return self.home if listing.kind == "site" else self._record(FOLDERS[listing.kind], listing.slug)

    def calendar(self, listing: Listing) -> str:
        return self.listing(listing) + self._names["calendar_file"]

    def rich(self, calendar: str) -> str:
        """The calendar of the same meetings that has the components of RFC 9073."""
        path = PurePosixPath(calendar)
        return path.with_name(f"{path.stem}-9073{path.suffix}").as_posix()

    def jcal(self, calendar: str) -> str:
        """The calendar as jCal."""
        return PurePosixPath(calendar).with_suffix(".jcal").as_posix()

    def deadlines(self) -> str:
        """The one calendar of the last days to sign up."""
        return f"{self.home}{self._names['deadlines_file']}"

    def rss(self, listing: Listing) -> str:
        return self.listing(listing) + self._names["rss_file"]

    def atom(self, listing: Listing) -> str:
        return self.listing(listing) + self._names["atom_file"]

    def json_feed(self, listing: Listing) -> str:
        return self.listing(listing) + self._names["json_file"]

    def feeds(self, listing: Listing) -> tuple[str, str, str]:
        """The three forms of one feed: RSS, Atom and JSON Feed."""
        return self.rss(listing), self.atom(listing), self.json_feed(listing)

    def news(self) -> str:
        """The feed of everything that changed."""
        return self.home + self._names["news_file"]

    def data(self, name: str) -> str:
        """The file of the whole site that a setting names: `/data/events.csv`."""
        return f"/{self._names[name]}"

    def absolute(self, address: str) -> str:
        """The whole address, as feeds and calendars need it."""
        return self._url + address

    def webcal(self, address: str) -> str:
        """The same with the scheme that calendar programs subscribe by."""
        return re.sub(r"^https?:", "webcal:", self.absolute(address))

    def href(self, address: str) -> str:
        """The address as a link on the site's own pages: with the path below which the site lies."""
        return self._prefix + address

    def file(self, address: str) -> str:
        """The file below the published folder that answers an address."""
        return address.lstrip("/") + ("index.html" if address.endswith("/") else "")

    def linked(self, html: str) -> str:
        """HTML with its links to people (`person:<slug>`) and from the root made into links of the site's pages."""
        html = ROOT_HREF.sub(lambda found: f'href="{self._placed(found[1])}"', html) if self._prefix else html
        return PERSON_HREF.sub(lambda found: f'href="{self.href(self.person(found[1]))}"', html)

    def inside(self, path: str) -> str:
        """The address from the site's root that a link from a host's root means; a folder's ends with a slash."""
        path = path.removeprefix(self._prefix) or "/" if self._is_placed(path) else path
        folder, _, name = path.rpartition("/")
        return f"{folder}/" if name == "index.html" else path if not name or "." in name else f"{path}/"

    def _placed(self, address: str) -> str:
        return address if self._is_placed(address) else self.href(address)

    def _is_placed(self, address: str) -> bool:
        """Whether a link has the path already below which the site lies: who writes texts may know it, or not."""
        return bool(self._prefix) and re.match(rf"{re.escape(self._prefix)}(?:[/?#]|\Z)", address) is not None
