"""Our generator and writer: Pelican's life cycle on one side, one build on the other."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from meetingplace.pelican_site.build import Build
from meetingplace.publishing.site import OrdinaryPage


BUILD = "MEETINGPLACE_BUILD"
"""Where the build travels in Pelican's settings."""


class MeetingGenerator(Generator):  # type: ignore[misc]
    """Reads all content before any generator writes, and makes every page after Pelican's own are known."""

    def generate_context(self) -> None:
        build: Build = self.settings[BUILD]
        build.begin()
        self.context["localsiteurl"] = build.prefix

    def generate_output(self, writer: Writer) -> None:
        build: Build = self.settings[BUILD]
        build.write()


class PageWriter(Writer):  # type: ignore[misc]
    """Takes Pelican's ordinary pages as data: they get the same shell, and pass the same door, as all pages.

    Pages that are drafts are in no output; hidden ones are published and not linked to.
    """

    def write_file(self, name: str, template: Any, context: dict[str, Any], **kwargs: Any) -> None:
        page = kwargs.get("page")
        if page is None:
            raise ValueError(f"{name}: only pages are expected of Pelican")
        if page.status == "draft":
            return
        build: Build = self.settings[BUILD]
        build.add_ordinary(
            OrdinaryPage(
                address=f"/{page.slug}/",
                title=str(page.title),
                language=page.lang,
                html=page.content,
                in_foot=page.status == "published",
            )
        )
