"""`meetingplace check`: reads a content folder and says everything that is wrong in it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from meetingplace.building import Publication, PublicationError
from meetingplace.building.manifest import Notes
from meetingplace.catalogue import Catalogue
from meetingplace.i18n import N_, Language
from meetingplace.publishing.problems import problems_of
from meetingplace.publishing.site import SiteMaker
from meetingplace.reading.dated import dated
from meetingplace.reading.library import read
from meetingplace.reading.problems import Problem

from . import formats
from .excerpts import Excerpts
from .failures import FINE, PROBLEMS, WrongUse
from .lines import in_colour, line, shown
from .settings import add_content_options, day_of, settings_of


WHAT = N_("say what is wrong in the content")
FORMATS: Mapping[str, Callable[[Sequence[Problem], str], str]] = MappingProxyType(
    {"json": formats.as_json, "sarif": formats.as_sarif}
)


def add_options(parser: argparse.ArgumentParser, words: Language) -> None:
    add_content_options(parser, words)
    parser.add_argument("--format", choices=("text", *FORMATS), default="text", help=words.gettext("how to say it"))
    parser.add_argument("--strict", action="store_true", help=words.gettext("take warnings as errors"))
    parser.add_argument("--explain", action="store_true", help=words.gettext("show the lines in question too"))


def run(arguments: argparse.Namespace, words: Language) -> int:
    """Problems as text go to standard error, one a line; JSON and SARIF to standard output."""
    content = Path(arguments.content)
    if not content.is_dir():
        raise WrongUse(words.gettext("%(folder)s: there is no such folder", folder=arguments.content))
    settings = settings_of(content, arguments.settings, words)
    today = day_of(arguments.on, settings, words)
    reading = dated(read(content, settings.site), content, settings.site, today, os.environ)
    catalogue = Catalogue(reading.library, settings.site, today)
    problems = problems_of(reading, catalogue, SiteMaker(catalogue, content), _last_notes(settings.output))
    if arguments.format == "text":
        _say(problems, Excerpts() if arguments.explain else None, words)
    else:
        print(FORMATS[arguments.format](problems, words.code))
    failed = any(problem.severity == "error" for problem in problems)
    return PROBLEMS if failed or (arguments.strict and problems) else FINE


def _last_notes(output: Path) -> Notes:
    """What the last build noted; a build says itself what is wrong with its own manifest."""
    try:
        return Publication(output).notes
    except PublicationError:
        return {}


def _say(problems: Sequence[Problem], excerpts: Excerpts | None, words: Language) -> None:
    kept = shown(problems)
    coloured = in_colour(sys.stderr, os.environ)
    for problem in kept:
        print(line(problem, words.code, coloured=coloured), file=sys.stderr)
        if excerpts:
            print(*excerpts.of(problem), sep="\n", end="", file=sys.stderr)
    if rest := len(problems) - len(kept):
        print(words.ngettext("… and %(num)s more problem", "… and %(num)s more problems", rest), file=sys.stderr)
    sys.stderr.flush()
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counts = [
        words.ngettext("%(num)s error", "%(num)s errors", errors) if errors else "",
        words.ngettext("%(num)s warning", "%(num)s warnings", warnings) if warnings else "",
    ]
    print(words.list(filter(None, counts)) or words.gettext("No problems."))
