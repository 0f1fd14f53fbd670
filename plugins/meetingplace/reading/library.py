"""All records of a content folder, typed and checked against each other, with everything that is wrong in
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, cast

from meetingplace.building import Shelf, digest_of
from meetingplace.building.forking import shared_out
from meetingplace.model import FOLDERS
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.record import Record
from meetingplace.model.references import Context, Kind
from meetingplace.model.site import Site
from meetingplace.model.vocabulary import Vocabulary

from . import front_matter, yaml_subset
from .checks import Checks
from .entries import Entry, entry_of, found_entry
from .faults import field_of, place_of
from .files import Folder, Found, contents
from .front_matter import Source
from .identity import Outlined, check_aliases, check_names, check_names_in_slugs, check_slugs, check_uids
from .kept import Kept
from .lazily import Records, ready
from .looking import Looked, Looking, Pair
from .originals import Original, original_of, original_page, original_vocabulary
from .outlines import Outline, outline_of
from .pages import check_pages
from .problems import Problem, Report
from .records import typed_vocabulary
from .schema import texts
from .suggestions import Candidates
from .texts import Texts
from .translations import grouped, paired


@dataclass(frozen=True, slots=True)
class Library:
    """Records by slug, in order of their slugs. A draft is in none of them.

    `outlines` are those of records that were read from files; `files` is a digest of all files that are no records:
    pictures, and what is attached. Where a library was not read from files there are none.
    """

    events: Mapping[str, Event] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    outlines: Mapping[tuple[Kind, str], Outline] = field(default_factory=dict)
    files: str = ""

    def records(self, kind: Kind) -> Mapping[str, Record]:
        """All of a kind."""
        of_kind: Mapping[Kind, Mapping[str, Record]] = {
            "event": self.events,
            "person": self.people,
            "place": self.places,
            "municipality": self.municipalities,
            "series": self.series,
        }
        return of_kind[kind]

    def outline(self, kind: Kind, slug: str) -> Outline:
        """That of one record."""
        return self.outlines.get((kind, slug)) or outline_of(self.records(kind)[slug])

    def outlines_of(self, kind: Kind) -> Iterator[Outline]:
        """Those of all records of a kind, in order of their slugs."""
        return (self.outline(kind, slug) for slug in self.records(kind))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a content folder holds. With an error among `problems` the library is not whole, and not to be
    used. `originals` are the files that it was made from, without drafts.
    """

    library: Library
    problems: tuple[Problem, ...]
    originals: tuple[Original, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is an error, and not warnings alone."""
        return any(problem.severity == "error" for problem in self.problems)


def read(
    content: Path,
    site: Site,
    unwritten: Mapping[str, bytes] | None = None,
    shelf: Shelf | None = None,
    processes: int = 1,
) -> Reading:
    """Reads a content folder. All problems of all files are told, in order; none raises.

    `unwritten` are further files by their path below the folder, such as `people/anna-berg.md`: read as if
    they were there, to know what is wrong with a file before it is written. What an earlier reading by this very
    program left on the `shelf` is not read again; the rest is shared out to so many `processes`.
    """
    return _Reader(content, site, processes).reading(unwritten or {}, shelf or Shelf())


class _Reader:
    """Two passes: every file is parsed and its slug found, then each is typed knowing the slugs of all."""

    def __init__(self, content: Path, site: Site, processes: int) -> None:
        self._folder = Folder(content)
        self._site = site
        self._processes = processes
        self._texts = Texts(site)
        self._problems: list[Problem] = []
        self._originals: list[Original] = []
        self._outlines: dict[tuple[Kind, str], Outline] = {}

    def reading(self, unwritten: Mapping[str, bytes], shelf: Shelf) -> Reading:
        entries = [entry_of(self._folder.label(path), path.partition("/")[0], raw) for path, raw in unwritten.items()]
        vocabulary, words = None, ""
        labels = {entry.label for entry in entries}
        for found in self._folder.files():
            if found.label in labels:
                continue
            if found.folder:
                entries.append(found_entry(found))
            else:
                vocabulary, words = self._vocabulary(found)
        files = self._folder.digest()
        kept = Kept(shelf, digest_of(repr(self._site), words, files))
        pairs = self._pairs(entries, kept)
        own = [entry for entry, _ in pairs]
        slugs = [f"{'draft' if entry.is_draft else entry.kind} {entry.slug}" for entry in own]
        for pair in kept.touched([(entry, *others) for entry, others in pairs if entry.outline], slugs):
            for entry in pair:
                entry.outline = None
        self._pages(own)
        records = self._records(pairs, Checks(self._folder, vocabulary), kept)
        for entry in entries:
            self._problems += entry.report.finished(lenient=entry.is_draft)
        found_wrong = tuple(sorted([*self._problems, *self._folder.problems]))
        library = Library(
            **cast("Any", records), vocabulary=vocabulary or Vocabulary(), outlines=self._outlines, files=files
        )
        return Reading(library, found_wrong, tuple(self._originals))

    def _pairs(self, entries: Iterable[Entry], kept: Kept) -> list[Pair]:
        """Records with their translations."""
        for group in grouped(entries).values():
            outline = kept.outline(group)
            for entry in group:
                entry.outline = outline
        return paired(entries, self._site.language)

    def _pages(self, own: Iterable[Entry]) -> None:
        pages = tuple(self._folder.pages())
        people = Candidates(sorted(entry.slug for entry in own if entry.kind == "person"))
        problems, there = check_pages(pages, self._folder, self._site, self._texts, people)
        self._problems += problems
        self._originals += (original_page(page, there[page.label].rstrip("/")) for page in pages if page.label in there)

    def _vocabulary(self, found: Found) -> tuple[Vocabulary | None, str]:
        """The vocabulary, and a digest of its file."""
        report = Report(found.label)
        raw = contents(found.path, report)
        text = front_matter.plain(raw, report) if raw is not None else None
        data = yaml_subset.parse(text, report) if text is not None else None
        vocabulary = typed_vocabulary(data, Source(text or "", "", 1, front_line=1), report) if data else None
        if data:
            positions = yaml_subset.positions(text or "")
            for path, line in texts(data):
                self._texts.check_line(line, place_of(path, positions), field_of(path), report)
        self._problems += report.finished()
        self._originals.append(original_vocabulary(found))
        return vocabulary, digest_of(raw or b"")

    def _records(self, pairs: list[Pair], checks: Checks, kept: Kept) -> dict[str, Records[Any]]:
        own = [entry for entry, _ in pairs]
        check_slugs(own)
        looking = Looking(self._texts, checks, *self._known(own), self._site.language)
        looked = self._looked(pairs, looking)
        records: dict[str, dict[str, Callable[[], Any]]] = {folder: {} for folder in FOLDERS}
        folders = {kind: folder for folder, kind in FOLDERS.items()}
        outlined: list[Outlined] = []
        for entry, others in sorted(pairs, key=lambda pair: pair[0].slug):
            found = looked.get(entry.label)
            outline = found.outline if found else entry.outline
            if outline is None:
                continue
            outlined.append((entry, outline))
            if not entry.is_draft:
                again = partial(looking.again, (entry, others))
                records[folders[entry.kind]][outline.slug] = ready(found.record) if found and found.record else again
                self._outlines[entry.kind, outline.slug] = outline
                self._originals.append(original_of(entry, outline))
                self._originals += [original_of(other, outline, translates=True) for other in others]
                if not any(each.report.problems for each in (entry, *others)):
                    kept.keep(outline)
        check_aliases(outlined, own)
        check_uids(outlined)
        check_names(outlined)
        check_names_in_slugs(outlined)
        return {folder: Records(made) for folder, made in records.items()}

    def _looked(self, pairs: Iterable[Pair], looking: Looking) -> dict[str, Looked]:
        """What came of looking through all that is not known to be clean, by the label of the record's own file."""
        unknown = [pair for pair in pairs if pair[0].outline is None]
        looked: dict[str, Looked] = {}
        for number, found in shared_out(lambda at: looking.through(unknown[at]), range(len(unknown)), self._processes):
            entry, others = unknown[number]
            looked[entry.label] = found
            for each, problems in zip((entry, *others), found.problems, strict=True):
                each.report.problems = problems
        return looked

    def _known(self, entries: Iterable[Entry]) -> tuple[Context, Mapping[Kind, Candidates]]:
        """The slugs that references may have; those of files that cannot be read are among them."""
        known: dict[Kind, list[str]] = {kind: [] for kind in FOLDERS.values()}
        drafts = set()
        for entry in entries:
            if entry.is_draft:
                drafts.add(entry.slug)
            else:
                known[entry.kind].append(entry.slug)
        context = Context(
            timezone=self._site.timezone,
            known={kind: frozenset(slugs) for kind, slugs in known.items()},
            drafts=frozenset(drafts),
        )
        return context, {kind: Candidates(sorted(slugs)) for kind, slugs in known.items()}
