"""Ordinary pages, which Pelican makes: read and looked through as records are, before Pelican sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from meetingplace.i18n import language
from meetingplace.model.page import OrdinaryKeys
from meetingplace.model.site import Site

from . import page_files
from .faults import Checked, place_of
from .files import Folder, Found, contents
from .front_matter import Source
from .page_keys import read_keys
from .page_texts import Around, check_text
from .pictures import Named
from .problems import Place, Problem, Report
from .records import typed_page
from .slugs import LONGEST, OTHER_SUFFIX, RESERVED, folded_slug
from .suggestions import Candidates
from .texts import Texts


ENGLISH = language("en")


@dataclass
class Page:
    """A page's file. `path` is below the content folder; `keys` are None where they cannot be used.

    `other` is the site's other language: `om.en.md` is the page `om` in it.
    """

    path: str
    other: str
    report: Report
    source: Source
    checked: Checked | None = None
    keys: OrdinaryKeys | None = None

    @cached_property
    def slug(self) -> str:
        """The key `slug`, or what the file's name gives: `om.de.md` is `om-de`."""
        own = self.checked.data.get("slug") if self.checked else None
        return own.strip() if isinstance(own, str) else folded_slug(self._stem.removesuffix(self._in_other))

    @property
    def address(self) -> str:
        """Where the page is, below the site's root: `om/`, `en/om/`."""
        return f"{self.other}/{self.slug}/" if self._in_other else f"{self.slug}/"

    @property
    def language(self) -> str:
        """The key `lang`, or what the file's name says; empty where it is the site's."""
        found = OTHER_SUFFIX.fullmatch(self._stem)
        named = found["language"] if found and _is_language(found["language"]) else ""
        return (self.keys.lang if self.keys else None) or named

    @property
    def is_draft(self) -> bool:
        own = self.checked.data.get("status") if self.checked else None
        return isinstance(own, str) and own.strip().lower() == "draft"

    @property
    def inside(self) -> str:
        """The folder of the page, below the content folder."""
        return PurePosixPath(self.path).parent.as_posix()

    def place(self, key: str) -> Place:
        return place_of((key,), self.checked.positions) if self.checked else (1, 1)

    @property
    def _stem(self) -> str:
        return PurePosixPath(self.path).name.removesuffix(".md")

    @property
    def _in_other(self) -> str:
        """How the name of a page in the site's other language ends; else empty."""
        ending = f".{self.other}"
        return ending if self._stem.endswith(ending) and self._stem != ending else ""


@dataclass(frozen=True, slots=True)
class PageText:
    """What Pelican is given of a page. `language` is empty where it is the site's; `html` has its files by their paths
    below the content folder (`page_files.with_paths`); `address` is below the site's root.
    """

    title: str
    slug: str
    address: str
    language: str
    status: str
    summary: str
    html: str


def page_text(file: Path, path: str, site: Site) -> PageText:
    """A page that has been checked, ready to be made. `path` is below the content folder.

    Raises ValueError where it cannot be used after all: it was changed since.
    """
    page = _read(file, path, site, Report(path))
    if page.keys is None:
        if page.is_draft:
            return PageText("", page.slug, page.address, "", "draft", "", "")
        raise ValueError(", ".join(problem.code for problem in page.report.problems))
    html = page_files.with_paths(page_files.html_of(page.source.body), page.inside)
    keys = page.keys
    return PageText(keys.title, page.slug, page.address, page.language, keys.status, keys.summary or "", html)


def check_pages(
    files: Iterable[Found], folder: Folder, site: Site, texts: Texts, people: Candidates
) -> tuple[list[Problem], dict[str, str]]:
    """All that is wrong with the ordinary pages of a folder: their keys, addresses, texts, links, pictures and files;
    and the addresses of those that are no drafts, by label.

    `people` are the slugs of all people.
    """
    pages = []
    for found in files:
        path = found.label.removeprefix(folder.label("")).lstrip("/")
        pages.append(_read(found.path, path, site, Report(found.label)))
    drafts = frozenset(page.path for page in pages if page.is_draft)
    around = Around(folder, Named(folder), texts, drafts, people)
    for page in pages:
        if page.checked:
            _check_keys(page, texts)
            _check_address(page, site)
            check_text(page.source, page.inside, around, page.report)
    _check_slugs(pages)
    there = {page.report.file: page.address for page in pages if not page.is_draft and page.slug}
    return [problem for page in pages for problem in page.report.finished(lenient=page.is_draft)], there


def _read(file: str | Path, path: str, site: Site, report: Report) -> Page:
    raw = contents(file, report)
    written = read_keys(raw, report) if raw is not None else None
    if written is None:
        return Page(path, site.other_language, report, Source("", "", 1))
    checked = Checked(None, OrdinaryKeys, written.data, report, written.source, stands=written.positions)
    return Page(path, site.other_language, report, written.source, checked, typed_page(checked))


def _check_keys(page: Page, texts: Texts) -> None:
    for key in ("title", "summary"):
        value = page.checked.data.get(key) if page.checked else None
        if isinstance(value, str):
            texts.check_line(value, page.place(key), key, page.report)
    if page.keys and page.keys.lang and not _is_language(page.keys.lang):
        page.report.error("language-invalid", page.place("lang"), "lang", found=page.keys.lang)


def _check_address(page: Page, site: Site) -> None:
    """Reports names that give no address, and addresses that are the site's own."""
    slug, place = page.slug, page.place("slug")
    if not slug:
        page.report.error("slug-empty")
    elif slug in RESERVED:
        page.report.error("slug-reserved", place, "slug", found=slug)
    elif place == (1, 1) and len(slug) > LONGEST:
        page.report.error("slug-invalid", place, "slug", found=slug)
    elif slug in site.sections:
        page.report.error("address-taken", place, "slug", found=f"/{slug}/")


def _check_slugs(pages: Iterable[Page]) -> None:
    """Reports `slug-duplicate`: each later file names the first, and a draft any other."""
    first: dict[str, Page] = {}
    for page in sorted(pages, key=lambda page: (page.is_draft, page.path)):
        other = first.setdefault(page.address, page)
        if page.slug and other is not page:
            page.report.error("slug-duplicate", page.place("slug"), "slug", found=page.slug, other=other.report.file)


def _is_language(code: str) -> bool:
    own = code.partition("-")[0]
    return ENGLISH.tongue(own) != own
