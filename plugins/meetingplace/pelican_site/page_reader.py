"""How Pelican reads ordinary pages: by the reader that has checked them, so that it gets nothing unseen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from meetingplace.model.site import Site
from meetingplace.reading.pages import page_text


class PageReader(BaseReader):  # type: ignore[misc]
    """Pelican resolves `{filename}`; pictures and files are no links that it knows, for it would copy them as they are.

    A draft is skipped: nothing of it is ever made.
    """

    enabled = True

    @property
    def _site(self) -> Site:
        return Site(language=self.settings["DEFAULT_LANG"])

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, str]]:
        content = Path(self.settings["PATH"]).absolute()
        page = page_text(Path(source_path), Path(source_path).relative_to(content).as_posix(), self._site)
        status = "skip" if page.status == "draft" else page.status
        keys = {"title": page.title, "slug": page.slug, "status": status, "summary": page.summary}
        keys |= {"url": page.address, "save_as": f"{page.address}index.html"}
        return page.html, keys | ({"lang": page.language} if page.language else {})


READERS: Mapping[str, Any] = {
    "md": PageReader,
    **dict.fromkeys(("markdown", "mkd", "mdown", "rst", "htm", "html")),
}
"""Pelican's `READERS`: files of every other sort are passed over, as the check says that they are."""
