"""All records of a content folder, typed and checked against each other, with everything that is wrong in
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from meetingplace.building import digest_of
from meetingplace.model import FOLDERS
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.record import Record
from meetingplace.model.references import Context, Kind
from meetingplace.model.site import Site
from meetingplace.model.vocabulary import Vocabulary

from . import front_matter, yaml_subset
from .checks import Checks, check_people
from .entries import Entry, entry_of, read_entry
from .faults import field_of, place_of
from .files import Folder, Found, contents
from .front_matter import Source
from .identity import check_aliases, check_names, check_names_in_slugs, check_slugs, check_uids
from .originals import Original, original_of, original_page, original_vocabulary
from .pages import check_pages
from .problems import Problem, Report
from .records import typed_record, typed_vocabulary
from .schema import texts
from .suggestions import Candidates
from .texts import Texts
from .translations import paired, translation


@dataclass(frozen=True, slots=True)
class Library:
    """Records by slug, in order of their slugs. A draft is in none of them.

    `digests` are those of the files that each record was read from, by its kind and slug; `files` is that of all files
    that are no records: pictures, and what is attached. Where a library was not read from files there are none.
    """

    events: Mapping[str, Event] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    digests: Mapping[tuple[Kind, str], str] = field(default_factory=dict)
    files: str = ""


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


def read(content: Path, site: Site, unwritten: Mapping[str, bytes] | None = None) -> Reading:
    """Reads a content folder. All problems of all files are told, in order; none raises.

    `unwritten` are further files by their path below the folder, such as `people/anna-berg.md`: read as if
    they were there, to know what is wrong with a file before it is written.
    """
    return _Reader(content, site).reading(unwritten or {})


class _Reader:
    """Two passes: every file is parsed and its slug found, then each is typed knowing the slugs of all."""

    def __init__(self, content: Path, site: Site) -> None:
        self._folder = Folder(content)
        self._site = site
        self._texts = Texts(site)
        self._problems: list[Problem] = []
        self._originals: list[Original] = []
        self._digests: dict[tuple[Kind, str], str] = {}

    def reading(self, unwritten: Mapping[str, bytes]) -> Reading:
        entries = [entry_of(self._folder.label(path), path.partition("/")[0], raw) for path, raw in unwritten.items()]
        vocabulary: Vocabulary | None = None
        labels = {entry.label for entry in entries}
        for found in self._folder.files():
            if found.label in labels:
                continue
            if found.folder:
                entries.append(read_entry(found))
            else:
                vocabulary = self._vocabulary(found)
        pages = tuple(self._folder.pages())
        people = Candidates(sorted(entry.slug for entry in entries if entry.kind == "person"))
        problems, there = check_pages(pages, self._folder, self._site, self._texts, people)
        self._problems += problems
        self._originals += (original_page(page, there[page.label].rstrip("/")) for page in pages if page.label in there)
        records = self._records(entries, Checks(self._folder, vocabulary))
        for entry in entries:
            self._problems += entry.report.finished(lenient=entry.is_draft)
        found_wrong = tuple(sorted([*self._problems, *self._folder.problems]))
        library = Library(
            **records,  # type: ignore[arg-type]
            vocabulary=vocabulary or Vocabulary(),
            digests=self._digests,
            files=self._folder.digest(),
        )
        return Reading(library, found_wrong, tuple(self._originals))

    def _vocabulary(self, found: Found) -> Vocabulary | None:
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
        return vocabulary

    def _records(self, entries: Iterable[Entry], checks: Checks) -> dict[str, dict[str, Record]]:
        pairs = paired(entries, self._site.language)
        own = [entry for entry, _ in pairs]
        check_slugs(own)
        context, known = self._known(own)
        for entry in [each for record, others in pairs for each in (record, *others)]:
            self._texts.look(entry, context.known)
            check_people(entry, known["person"])
        records: dict[str, dict[str, Record]] = {folder: {} for folder in FOLDERS}
        folders = {kind: folder for folder, kind in FOLDERS.items()}
        typed: list[tuple[Entry, Record]] = []
        for entry, others in sorted(pairs, key=lambda pair: pair[0].slug):
            translations = {other.name.language or self._site.language: translation(other) for other in others}
            if entry.data is None:
                continue
            record, checked = typed_record(entry, translations, context, known, self._site.language)
            checks.look(record, checked)
            if record is not None:
                typed.append((entry, record))
                if not entry.is_draft:
                    records[folders[entry.kind]][record.slug] = record
                    self._digests[entry.kind, record.slug] = digest_of(
                        *(part for one in (entry, *others) for part in (one.label, one.source.front, one.source.body))
                    )
                    self._originals.append(original_of(entry, record.slug))
                    self._originals += [original_of(other, record.slug, translates=True) for other in others]
        check_aliases(typed, own)
        check_uids(typed)
        check_names(typed)
        check_names_in_slugs(typed)
        return records

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
