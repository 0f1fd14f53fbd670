"""What a site is made of before it has bytes, and the way from a page to its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from meetingplace.building.fingerprints import fingerprint
from meetingplace.building.forking import in_order


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


def render_pages(
    pages: Iterable[Page],
    render: Callable[[str, object], bytes],
    publication: Publication,
    *,
    made_with: str = "",
    processes: int = 1,
) -> None:
    """Stage every page, as `render(template, view)` makes it, or keep it as it is published.

    `render` is given nothing else and must depend on nothing else but what `made_with` tells (templates, words, code):
    so a page whose template and view are as they were is not rendered, and any process can render it. Without
    `made_with` all are rendered.
    """
    stale = []
    for page in pages:
        made_of = fingerprint(made_with, page.template, page.view) if made_with else ""
        if not (made_of and publication.keep_made(page.address, made_of)):
            stale.append((page, made_of))

    def rendered(job: tuple[Page, str]) -> bytes:
        return render(job[0].template, job[0].view)

    for (page, made_of), content in zip(stale, in_order(rendered, stale, processes), strict=True):
        publication.write(page.address, content, made_of)
