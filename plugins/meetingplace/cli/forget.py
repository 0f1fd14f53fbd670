"""`meetingplace forget`: takes a person out of all content, whole or not at all, and proves that no trace is left."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from meetingplace.building.failures import PublicationError
from meetingplace.catalogue import Catalogue
from meetingplace.i18n import N_, Language
from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.reading.library import Reading, read
from meetingplace.reading.problems import Problem, escaped

from . import forget_proof as proof
from . import forget_writing as writing
from .failures import FINE, PROBLEMS, WrongUse
from .forget_addresses import Published, published_of
from .forget_plan import Plan, planned
from .settings import NAME, site_of


WHAT = N_("take a person out of all content, and prove that no trace is left")
YES = ("y", "yes", "j", "ja")


def add_options(parser: argparse.ArgumentParser, words: Language) -> None:
    parser.add_argument("slug", metavar="SLUG", help=words.gettext("the slug of the person"))
    parser.add_argument(
        "content",
        nargs="?",
        default="content",
        metavar="CONTENT",
        help=words.gettext("the content folder (content)"),
    )
    parser.add_argument("--yes", action="store_true", help=words.gettext("do it without asking"))
    parser.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        help=words.gettext("the published folder: build afresh, and look for the person in both"),
    )
    parser.add_argument("--settings", metavar="FILE", type=Path, help=words.gettext("the site's settings"))
    parser.add_argument("--language", choices=("sv", "en"), help=words.gettext("the language of the messages"))


def run(arguments: argparse.Namespace, words: Language) -> int:
    """Says what it will do, asks, does it, and says what is left to do. Status 1 where a trace is left."""
    content = Path(arguments.content)
    if not content.is_dir():
        raise WrongUse(words.gettext("%(folder)s: there is no such folder", folder=arguments.content))
    site = site_of(content, arguments.settings, words)
    with _told_apart(words):
        finished = writing.finish(content)
    if finished:
        print(words.gettext("What was interrupted the last time has been finished."))
    reading = read(content, site)
    if reading.failed:
        return _refused([p for p in reading.problems if p.severity == "error"], words)
    if arguments.slug not in reading.library.people:
        if finished:
            return FINE
        raise WrongUse(words.gettext("%(slug)s: there is nobody of that slug", slug=arguments.slug))
    plan = planned(content, site, reading.library, arguments.slug)
    catalogue = Catalogue(reading.library, site, dt.datetime.now(ZoneInfo(site.timezone)).date())
    published = published_of(plan.person, reading.library, catalogue)
    new = _new_errors(content, site, plan)
    print(*_told(plan, content, words), sep="\n", flush=True)
    if new:
        return _refused(new, words)
    if not _agreed(words, yes=arguments.yes):
        print(words.gettext("Nothing was changed."))
        return FINE
    with _told_apart(words):
        writing.write(content, plan.after, plan.before, words)
    return _proven(arguments, plan, reading, published, words)


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


def _told(plan: Plan, content: Path, words: Language) -> Iterator[str]:
    """File by file: what is removed, and the lines that change."""
    root = content.resolve()
    for path, raw in sorted(plan.after.items()):
        label = escaped(f"{content.as_posix()}/{path.resolve().relative_to(root).as_posix()}")
        if raw is None:
            yield words.gettext("%(file)s: is removed", file=label)
            continue
        yield words.gettext("%(file)s: is changed", file=label)
        old, new = (text.decode("utf-8-sig").splitlines() for text in (plan.before[path], raw))
        for line in list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]:
            if not line.startswith("@@"):
                yield f"  {line[0]} {escaped(line[1:])}"
    for path in plan.kept:
        label = path.relative_to(root).as_posix()
        yield words.gettext("%(file)s: stays, another file speaks of this picture", file=label)
    for path in plan.shared:
        label = path.resolve().relative_to(root).as_posix()
        yield words.gettext("%(file)s: the name stays where it may be another person's of the same name", file=label)


def _agreed(words: Language, *, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise WrongUse(words.gettext("missing: %(options)s", options="--yes"))
    try:
        return input(words.gettext("Do this? yes or no") + ": ").strip().casefold() in YES
    except EOFError:
        return False


def _proven(arguments: argparse.Namespace, plan: Plan, reading: Reading, published: Published, words: Language) -> int:
    content = Path(arguments.content)
    print(words.gettext("Done: the files are changed."))
    people = reading.library.people.values()
    texts = [path for path in sorted(content.rglob("*")) if path.suffix in {".md", ".yaml"} and path.is_file()]
    left = "\n".join(path.read_text("utf-8-sig", "replace") for path in texts)
    traces = proof.traces_of(plan.person, people, left)
    found = [f"{content.as_posix()}/{name}" for name in proof.files_with(traces, content)]
    pages = list(published.pages)
    if arguments.output:
        settings = arguments.settings or next(
            (path for path in (content.parent / NAME, Path(NAME)) if path.is_file()), None
        )
        found += proof.built(content, settings, traces, words)
        addresses = Addresses(site_of(content, arguments.settings, words))
        there = proof.files_with(traces, arguments.output) if arguments.output.is_dir() else ()
        pages += [addresses.absolute("/" + name.removesuffix("index.html")) for name in there]
    print(*_left_to_do(plan, content, pages, published.feeds, words), sep="\n")
    if found:
        print(words.gettext("Traces are left in:"), *found, sep="\n  ")
        return PROBLEMS
    said = (
        N_("No trace is left in the content, nor in a fresh build.")
        if arguments.output
        else N_("No trace is left in the content. A build was not looked through: --output asks for that.")
    )
    print(words.gettext(said))
    return FINE


def _left_to_do(
    plan: Plan, content: Path, pages: Sequence[str], feeds: Sequence[str], words: Language
) -> Iterator[str]:
    yield words.gettext("Publish now, and then purge these addresses from caches and search engines:")
    yield from (f"  {address}" for address in dict.fromkeys(pages))
    if feeds:
        yield words.gettext("Purge these too; those who subscribe to them have copies that cannot be recalled:")
        yield from (f"  {address}" for address in feeds)
    root = content.resolve()
    gone = [path.resolve().relative_to(root) for path, raw in sorted(plan.after.items()) if raw is None]
    paths = " ".join(f"--path '{(content / path).as_posix()}'" for path in gone)
    yield words.gettext("Git's history still holds the person. To cut that, on a fresh clone, with git filter-repo:")
    yield f"  git filter-repo --invert-paths {paths}"
    yield "  git filter-repo --replace-text names.txt --replace-message names.txt"
    yield words.gettext(
        "where names.txt has a line for the name, the slug, the e-mail address and the telephone number. Then push with"
        " --force, have every other clone thrown away, and ask the host of the repository to clear its caches."
    )
