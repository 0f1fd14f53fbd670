"""`meetingplace forget`: takes a person out of all content, whole or not at all, and proves that no trace is left."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from meetingplace.building.failures import PublicationError
from meetingplace.catalogue import Catalogue
from meetingplace.i18n import N_, Language
from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.reading.library import Library, read
from meetingplace.reading.problems import Problem

from . import forget_proof as proof
from . import forget_telling as telling
from . import forget_writing as writing
from .failures import FINE, PROBLEMS, WrongUse
from .forget_addresses import published_of
from .forget_plan import Plan, planned
from .settings import NAME, add_content_options, day_of, settings_of


WHAT = N_("take a person out of all content, and prove that no trace is left")
YES = ("y", "yes", "j", "ja")
PUBLISHED = "publishconf.py"
TEXTS = frozenset({".md", ".yaml"})
PROVEN = N_("Done. No trace is left in the content, nor in a fresh build.")
UNPROVEN = N_("Done. No trace is left in the content. A build was not looked through.")
AGAIN = N_(
    "Set these right and run the command again: it looks once more. What it looks for is kept in %(folder)s until then;"
    " remove that folder if all is to stay as it is."
)


def add_options(parser: argparse.ArgumentParser, words: Language) -> None:
    parser.add_argument("slug", metavar="SLUG", help=words.gettext("the slug of the person"))
    add_content_options(parser, words)
    parser.add_argument("--yes", action="store_true", help=words.gettext("do it without asking"))
    parser.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        help=words.gettext("the published folder: look there too for what to purge"),
    )
    parser.add_argument(
        "--without-build", action="store_true", help=words.gettext("look through the content alone: proves less")
    )


def run(arguments: argparse.Namespace, words: Language) -> int:
    """Says what it will do, asks, does it, proves it, and says what is left to do. Status 1 where a trace is left."""
    content = Path(arguments.content)
    if not content.is_dir():
        raise WrongUse(words.gettext("%(folder)s: there is no such folder", folder=arguments.content))
    forgetting = _Forgetting(content, arguments, words)
    with _told_apart(words):
        pending = writing.finish(content)
    reading = read(content, forgetting.site)
    if pending and (arguments.slug not in reading.library.people or pending.person.slug != arguments.slug):
        print(words.gettext("What was begun the last time is finished: %(slug)s", slug=pending.person.slug))
        status = forgetting.proven(pending)
        if status or pending.person.slug == arguments.slug:
            return status
    if reading.failed:
        return _refused([p for p in reading.problems if p.severity == "error"], words)
    if arguments.slug not in reading.library.people:
        raise WrongUse(words.gettext("%(slug)s: there is nobody of that slug", slug=arguments.slug))
    return forgetting.forgotten(reading.library)


class _Forgetting:
    """One run: where the site is, and how it is told."""

    def __init__(self, content: Path, arguments: argparse.Namespace, words: Language) -> None:
        self._content = content
        self._arguments = arguments
        self._words = words
        self._settings: Path | None = arguments.settings or next((p for p in _usual(content) if p.is_file()), None)
        if self._settings is None and not arguments.without_build:
            raise WrongUse(words.gettext("there is no pelicanconf.py to build by; --settings names one"))
        settings = settings_of(content, self._settings, words)
        self.site = settings.site
        self._today = day_of(arguments.on, settings, words)

    def forgotten(self, library: Library) -> int:
        words, content = self._words, self._content
        plan = planned(content, self.site, library, self._arguments.slug)
        notes = telling.notes(plan, self._told(plan, library), content, words)
        new = _new_errors(content, self.site, plan)
        print(*telling.changes(plan, content, words), *notes, sep="\n", flush=True)
        if new:
            return _refused(new, words)
        if not _agreed(words, yes=self._arguments.yes):
            print(words.gettext("Nothing was changed."))
            return FINE
        published = published_of(plan.person, library, Catalogue(library, self.site, self._today))
        gone = tuple(path.resolve().relative_to(content.resolve()).as_posix() for path in plan.removed())
        pending = writing.Pending(
            person=plan.person, pages=published.pages, feeds=published.feeds, gone=gone, by_hand=notes
        )
        with _told_apart(words):
            writing.write(content, plan.after, plan.before, pending, words)
        print(words.gettext("The files are changed."), flush=True)
        return self.proven(pending)

    def proven(self, pending: writing.Pending) -> int:
        """Looks for traces, in the content and in a fresh build; what is pending is settled when there are none."""
        words, content, output = self._words, self._content, self._arguments.output
        library = read(content, self.site).library
        traces = proof.traces_of(pending.person, library, self.site, _texts(content))
        found = [f"{content.as_posix()}/{name}" for name in proof.files_with(traces, content)]
        found += [str(path) for path in _settings_with(traces, self._settings)]
        if not self._arguments.without_build and self._settings:
            found += proof.built(content, self._settings, traces, words)
        there = proof.files_with(traces, output) if output and output.is_dir() else ()
        addresses = Addresses(self.site)
        pages = [addresses.absolute("/" + name.removesuffix("index.html")) for name in there]
        print(*telling.left_to_do(pending, content, pages, words), sep="\n")
        if found:
            print(words.gettext("Traces are left in:"), *found, sep="\n  ")
            print(words.gettext(AGAIN, folder=writing.state_of(content).name))
            return PROBLEMS
        with _told_apart(words):
            writing.settle(content)
        print(words.gettext(UNPROVEN if self._arguments.without_build else PROVEN))
        return FINE

    def _told(self, plan: Plan, library: Library) -> list[Path]:
        """The files that would tell of the person when all is done."""
        root = self._content.resolve()
        files = {path.resolve(): path for path in sorted(root.rglob("*")) if path.is_file()}
        after = {path.resolve(): raw for path, raw in plan.after.items()}
        left = {path: after.get(path) or path.read_bytes() for path in files if after.get(path, b"") is not None}
        texts = [raw for path, raw in left.items() if path.suffix in TEXTS]
        traces = proof.traces_of(plan.person, library, self.site, texts)
        told = [p for p, raw in left.items() if proof.told_by(traces, p.relative_to(root).as_posix(), raw)]
        return [*told, *_settings_with(traces, self._settings)]


def _usual(content: Path) -> list[Path]:
    """Where settings are looked for: those with which the site is published know its real address."""
    return [folder / name for folder in (content.parent, Path()) for name in (PUBLISHED, NAME)]


def _settings_with(traces: proof.Traces, settings: Path | None) -> list[Path]:
    """The settings, and those beside them that they may be made of, in which the person is found."""
    beside = [settings, settings.with_name(NAME)] if settings else []
    files = [path for path in dict.fromkeys(beside) if path.is_file()]
    return [path for path in files if proof.told_by(traces, path.name, path.read_bytes())]


def _texts(content: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(content.rglob("*")) if path.suffix in TEXTS and path.is_file()]


@contextmanager
def _told_apart(words: Language) -> Iterator[None]:
    """Lets what `building` refuses come out as a sentence."""
    try:
        yield
    except PublicationError as error:
        if error.code == "folder-locked":
            raise WrongUse(words.gettext("another one is changing these files; try again")) from None
        raise WrongUse(words.gettext("%(file)s: %(what)s", file=str(error.path), what=error.code)) from None


def _refused(problems: Sequence[Problem], words: Language) -> int:
    for problem in problems:
        print(problem.text(words.code), file=sys.stderr)
    print(words.gettext("Nothing was changed: set this right first."))
    return PROBLEMS


def _new_errors(content: Path, site: Site, plan: Plan) -> list[Problem]:
    """What would be wrong with the content afterwards: tried on a copy, by the code that reads it."""
    root = content.resolve()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / root.name
        shutil.copytree(root, copy)
        for path, raw in plan.after.items():
            target = copy / path.resolve().relative_to(root)
            if raw is None:
                target.unlink()
            else:
                target.write_bytes(raw)
        found = [problem for problem in read(copy, site).problems if problem.severity == "error"]
        label = content.as_posix() + "/"
        return [replace(problem, file=label + problem.file.removeprefix(f"{copy.as_posix()}/")) for problem in found]


def _agreed(words: Language, *, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise WrongUse(words.gettext("missing: %(options)s", options="--yes"))
    try:
        return input(words.gettext("Do this? yes or no") + ": ").strip().casefold() in YES
    except EOFError:
        return False
