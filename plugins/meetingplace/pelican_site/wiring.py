"""Connects named functions to Pelican's signals; Pelican holds receivers weakly, so they live in this module."""

from __future__ import annotations

import logging
import sys
from functools import partial

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, StaticGenerator

from meetingplace.building import Publication
from meetingplace.model.addresses import ADDRESSES
from meetingplace.pelican_site.build import WRONG_USE, Build
from meetingplace.pelican_site.generator import BUILD, MeetingGenerator, PageWriter, stage_static
from meetingplace.pelican_site.settings import REQUIRED, editors_language, read_settings
from meetingplace.pelican_site.standing import Standing


def connect() -> None:
    """Connect everything; more than once does no harm."""
    signals.get_generators.connect(our_generator)
    signals.get_writer.connect(our_writer)
    signals.generator_init.connect(use_our_templates)
    signals.finalized.connect(publish)


def prepare(pelican: Pelican, standing: Standing | None) -> None:
    """Check the settings, and let Pelican write beside the published folder instead of into it."""
    words = editors_language(pelican.settings)
    settings, problems = read_settings(pelican.settings)
    if settings is None:
        for problem in problems:
            print(problem.text(words), file=sys.stderr)
        sys.exit(WRONG_USE)
    build = Build(settings, words, standing)
    logging.getLogger("pelican").addHandler(build.errors)
    pelican.settings.update(REQUIRED)
    pelican.settings["THEME_STATIC_DIR"] = settings.site.addresses.get("theme", ADDRESSES["theme"])
    pelican.settings[BUILD] = build
    pelican.delete_outputdir = False
    pelican.output_path = str(Publication(settings.output).staging)


def our_generator(pelican: Pelican) -> type[Generator]:
    """Asked for before any generator reads: Pelican reads no page of a content folder in which something is wrong."""
    build: Build = pelican.settings[BUILD]
    build.begin()
    return MeetingGenerator


def our_writer(pelican: Pelican) -> type[PageWriter]:
    return PageWriter


def use_our_templates(generator: Generator) -> None:
    """One environment for all: strict, escaped, and without Pelican's own theme behind it; and no copying."""
    build: Build = generator.settings[BUILD]
    generator.env = build.environments[build.settings.site.language]
    if isinstance(generator, ArticlesGenerator):
        generator.generate_output = no_articles
    elif isinstance(generator, StaticGenerator):
        generator.generate_output = partial(stage_static, generator)


def no_articles(writer: PageWriter) -> None:
    """There are none, and their archives would ask for templates that the theme does not have."""


def publish(pelican: Pelican) -> None:
    """All generators have written: publish, or leave everything as it was."""
    build: Build = pelican.settings[BUILD]
    build.finish()
