"""Outputs that are made at once, for whoever looks at what is made and not at how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetingplace.building import File, Output, Page
from meetingplace.publishing.site import OrdinaryPage, SiteMaker


def made(outputs: Iterable[Output]) -> tuple[list[Page], list[File]]:
    """All pages and all files; pictures that pages bring are among the files, each once."""
    results = [output.make() for output in outputs]
    pages = [result for result in results if isinstance(result, Page)]
    brought = {file.address: file for page in pages for file in page.brings}
    return pages, [*(result for result in results if isinstance(result, File)), *brought.values()]


def everything(maker: SiteMaker, ordinary: Sequence[OrdinaryPage] = ()) -> tuple[list[Page], list[File]]:
    """All pages and all files of a site."""
    return made(maker.outputs(ordinary))
