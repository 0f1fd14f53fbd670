"""What a site is made of before it has bytes, and the way from a page to its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from meetingplace.building.publication import Publication


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: its address below the published folder, a template's name, plain picklable data."""

    address: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class File:
    """A file that has its bytes already, as a feed or a calendar has."""

    address: str
    content: bytes


def render_pages(pages: Iterable[Page], render: Callable[[str, object], bytes], publication: Publication) -> None:
    """Stage every page, as `render(template, view)` makes it.

    `render` is given nothing else and must depend on nothing else: so a page whose template and view are as
    they were need not be rendered, and any process can render it.
    """
    for page in pages:
        publication.write(page.address, render(page.template, page.view))
