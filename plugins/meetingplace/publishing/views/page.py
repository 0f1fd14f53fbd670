"""What surrounds a page, and the pages that are no records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .parts import Contact, Feed, Link
from .share import Preview


@dataclass(frozen=True, slots=True)
class Moved:
    """A former address that leads on."""

    to: Link


@dataclass(frozen=True, slots=True)
class NotFound:
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An ordinary page: its body is HTML."""

    title: str
    lang: str
    body_html: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one of the site's languages: `words` lead to it and are in that language, `absolute` is its address
    for machines, `locale` its language as Open Graph spells it.
    """

    language: str
    locale: str
    words: str
    url: str
    absolute: str


def hreflang(alternates: Sequence[Alternate]) -> tuple[tuple[str, str], ...]:
    """Languages and addresses; `x-default` is the page at the root."""
    told = [(alternate.language, alternate.absolute) for alternate in alternates]
    return (*told, *(("x-default", address) for _, address in told[:1]))


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Says in the site's other `language` that a page is in one language alone, and leads to what there is in that."""

    language: str
    sentence: str
    to: Link


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says about itself. `url` is absolute; `here` is the page's address from the site's root.

    `alternates` are this page and the same in the site's other language, that at the root first; none where there is
    no other.
    """

    title: str
    heading: str
    description: str
    url: str
    here: str
    kind: str
    section: str
    indexed: bool = True
    feeds: tuple[Feed, ...] = ()
    crumbs: tuple[Link, ...] = ()
    json_ld: str = ""
    preview: Preview | None = None
    alternates: tuple[Alternate, ...] = ()
    untranslated: Untranslated | None = None

    @property
    def hreflang(self) -> tuple[tuple[str, str], ...]:
        """Languages and addresses as search engines are told them."""
        return hreflang(self.alternates)


@dataclass(frozen=True, slots=True)
class Shell:
    """What all pages share: the site's name, its menu, its contact and its notice.

    A text's `lang` is set where it is in another language than the page.
    """

    name: str
    summary: str
    language: str
    locale: str
    home: str
    root: str
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    contact: Contact
    notice: str
    stylesheet: str
    script: str
    summary_lang: str = ""
    notice_lang: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template is given: `page` is the page's own data, one of the classes above."""

    shell: Shell
    head: Head
    page: object
