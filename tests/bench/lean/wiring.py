"""One build of the lean site: Pelican's life cycle on one side, the product's layers on the other."""

from __future__ import annotations

import os
import sys
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, StaticGenerator
from pelican.writers import Writer

from lean.site import LeanSite
from lean.starting import OWN
from meetingplace.building import Publication, Store, publish
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.remembered import changed
from meetingplace.i18n import language
from meetingplace.pelican_site.inputs import cores, digest_of_folders, made_with
from meetingplace.pelican_site.settings import REQUIRED, Settings, read_settings
from meetingplace.pelican_site.standing import Standing
from meetingplace.pelican_site.templating import environment
from meetingplace.publishing.root_links import RootLinks
from meetingplace.reading.dated import dated
from meetingplace.reading.library import read


BUILD = "LEAN_BUILD"


class LeanBuild:
    """Reads and checks everything before it writes anything; publishes all or nothing."""

    def __init__(self, settings: Settings, standing: Standing | None) -> None:
        self._settings = settings
        self._standing = standing
        self.environment = environment(settings.theme, language(settings.site.language))
        self._publication = Publication(settings.output)
        self._made_with = made_with(settings.theme) + digest_of_folders(OWN)
        self._store = Store.beside(settings.output, self._made_with)

    def begin(self) -> None:
        """Read all content; any problem ends the process, for the bench's content has none."""
        content, site, today = self._settings.content, self._settings.site, self._settings.today
        shelf = self._store.shelf
        reading = dated(read(content, site, shelf=shelf, processes=cores()), content, site, today, os.environ)
        self._catalogue = Catalogue(reading.library, site, today, shelf=shelf)
        self._site = LeanSite(self._catalogue, self._store)
        problems = [
            *reading.problems,
            *self._catalogue.hidden(reading.originals, cores()),
            *changed(self._publication.notes, reading.library, reading.originals),
            *RootLinks(reading, self._catalogue, self._site.addresses, self._site.files, shelf).problems(),
        ]
        if problems:
            sys.exit("\n".join(problem.text() for problem in problems))
        self._publication = Publication.open(self._settings.output, forbidden=(content, self._settings.theme))

    def write(self) -> None:
        """Stage what is not published as it would be made now."""
        outputs = self._site.outputs()
        publish(outputs, self._render, self._publication, made_with=self._made_with, processes=cores())

    def finish(self) -> None:
        self._publication.commit(self._catalogue.notes(), self._remember)

    def _render(self, template: str, view: object) -> bytes:
        return self.environment.get_template(template).render(view=view).encode()

    def _remember(self) -> None:
        self._store.keep_only(self._site.stored())
        if self._standing:
            self._standing.remember("")


class LeanGenerator(Generator):  # type: ignore[misc]
    """Makes every page."""

    def generate_output(self, writer: Writer) -> None:
        build: LeanBuild = self.settings[BUILD]
        build.write()


def wire(pelican: Pelican, standing: Standing | None) -> None:
    """Connect the build to Pelican's signals, and let Pelican write beside the published folder."""
    settings, problems = read_settings(pelican.settings)
    if settings is None:
        sys.exit("\n".join(problem.text(language("sv")) for problem in problems))
    pelican.settings.update(REQUIRED)
    pelican.settings[BUILD] = LeanBuild(settings, standing)
    pelican.delete_outputdir = False
    pelican.output_path = str(Publication(settings.output).staging)
    signals.get_generators.connect(our_generator)
    signals.generator_init.connect(use_our_templates)
    signals.finalized.connect(finish)


def our_generator(pelican: Pelican) -> type[Generator]:
    build: LeanBuild = pelican.settings[BUILD]
    build.begin()
    return LeanGenerator


def use_our_templates(generator: Generator) -> None:
    build: LeanBuild = generator.settings[BUILD]
    generator.env = build.environment
    if isinstance(generator, ArticlesGenerator | StaticGenerator):
        generator.generate_output = nothing


def nothing(*_: Any) -> None:
    """There are neither articles nor static files."""


def finish(pelican: Pelican) -> None:
    build: LeanBuild = pelican.settings[BUILD]
    build.finish()
