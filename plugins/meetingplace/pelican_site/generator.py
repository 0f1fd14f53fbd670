"""Our generator and writer: Pelican's life cycle on one side, one build on the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator, StaticGenerator
from pelican.writers import Writer

from meetingplace.pelican_site.build import Build
from meetingplace.publishing.site import OrdinaryPage


BUILD = "MEETINGPLACE_BUILD"
"""Where the build travels in Pelican's settings."""


class MeetingGenerator(Generator):  # type: ignore[misc]
    """Makes every page after Pelican's own are known."""

    def generate_context(self) -> None:
        build: Build = self.settings[BUILD]
        self.context["localsiteurl"] = build.prefix

    def generate_output(self, writer: Writer) -> None:
        build: Build = self.settings[BUILD]
        build.write()


class PageWriter(Writer):  # type: ignore[misc]
    """Takes Pelican's ordinary pages as data: they get the same shell, and pass the same door, as all pages.

    Hidden pages are published and not linked to.
    """

    def write_file(self, name: str, template: Any, context: dict[str, Any], **kwargs: Any) -> None:
        page = kwargs.get("page")
        if page is None:
            raise ValueError(f"{name}: only pages are expected of Pelican")
        build: Build = self.settings[BUILD]
        build.add_ordinary(
            OrdinaryPage(
                address=f"/{page.url}",
                title=str(page.title),
                language=page.lang,
                html=page.content,
                summary=page.metadata["summary"],
                in_foot=page.status == "published",
            )
        )


def stage_static(generator: StaticGenerator, writer: Writer) -> None:
    """Stage the theme's files as they are, and those that ordinary pages link to.

    Pelican's own copying only warns of a disk that is full, and would publish half a file.
    """
    build: Build = generator.settings[BUILD]
    for address, source in _static(generator):
        build.stage(address, source)


def _static(generator: StaticGenerator) -> Iterator[tuple[str, Path]]:
    theme = Path(generator.theme) / "static"
    for source in sorted(path for path in theme.rglob("*") if path.is_file()):
        inner = source.relative_to(theme)
        if not any(part.startswith(".") for part in inner.parts):
            yield f"{generator.settings['THEME_STATIC_DIR']}/{inner.as_posix()}", source
    for file in generator.context["staticfiles"]:
        yield Path(file.save_as).as_posix(), Path(generator.path) / file.source_path
