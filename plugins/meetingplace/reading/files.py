"""The content folder on disk: which files are read, in which order, and what is passed over or refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from meetingplace.building import digest_of
from meetingplace.model import FOLDERS

from .front_matter import LONGEST_FILE
from .problems import Problem, Report
from .suggestions import nearest
from .swedish import meant


VOCABULARY = "vocabulary.yaml"
PAGES = "pages"
OF_FILES = ("images", "files")
"""Folders for what records name."""
OF_VOCABULARY = ("vocabulary", "vocab", "ordlista", "vokabulär", "termer", "terms", "taggar", "tags")
MOST_FILES = 100_000
_WORDS = "md markdown mdown mkd rst txt text yaml yml doc docx odt rtf html htm ics csv"
WORDS = frozenset(_WORDS.split())
"""Endings of files that may have been meant as records; pictures and the like lie beside them in peace."""
SOURCES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".rst", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read. `folder` is the kind's folder, `pages`, or empty for the vocabulary; `label` names it in
    problems.
    """

    path: str
    label: str
    folder: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file: a code, and what its sentence tells."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class Folder:
    """A content folder. `problems` fills while `files` is gone through."""

    def __init__(self, content: Path) -> None:
        self._label = content.as_posix()
        self._root = content.resolve()
        self._count = 0
        self.problems: list[Problem] = []

    def files(self) -> Iterator[Found]:
        """All files of records in order of their names, and the vocabulary."""
        for entry in self._entries(str(self._root), ""):
            if entry.name == VOCABULARY:
                if self._is_file(entry, entry.name):
                    yield Found(entry.path, self.label(entry.name), "")
            elif entry.name not in FOLDERS:
                self._pass_over_beside(entry)
            elif entry.is_dir(follow_symlinks=False):
                yield from self._records(entry.path, entry.name, entry.name)
            else:
                fault = self._link_fault(Path(entry.path)) if entry.is_symlink() else ""
                self._error(entry.name, fault or "folder-expected")

    def pages(self) -> Iterator[Found]:
        """All files of ordinary pages in order of their names."""
        path = self._root / PAGES
        if path.is_symlink():
            self._error(PAGES, self._link_fault(path) or "folder-expected")
        elif path.is_dir():
            yield from self._records(str(path), PAGES, PAGES)
        elif path.exists():
            self._error(PAGES, "folder-expected")

    def digest(self) -> str:
        """Of all files that are no records and no pages, as pictures are, and of where links lead, to folders too."""
        told: list[str | bytes] = []
        for path, name, leads in self._others(str(self._root), ""):
            told += (path, leads)
            with suppress(OSError):  # whoever shows it has more to say of that
                if not leads or Path(name).is_file():  # what is no file may have no end
                    told.append(sha256(Path(name).read_bytes()).digest())
        return digest_of(*told)

    def _others(self, folder: str, above: str) -> Iterator[tuple[str, str, str]]:
        """Path below the content folder, and whole, of every such file and link in order, and where a link leads."""
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                is_link = entry.is_symlink()
                if entry.is_dir(follow_symlinks=False):
                    yield from self._others(entry.path, f"{above}{entry.name}/")
                elif os.path.splitext(entry.name)[1] not in SOURCES and (is_link or entry.is_file()):  # noqa: PTH122 -- thousands of files
                    yield above + entry.name, entry.path, os.readlink(entry.path) if is_link else ""  # noqa: PTH115

    def label(self, relative: str) -> str:
        """How problems name a file: the folder as it was given, then the path below it."""
        return f"{self._label}/{relative}" if relative else self._label

    def file(self, relative: str) -> Path | Fault:
        """An ordinary file that lies in the folder, by its path below it; or why there is none."""
        path = self._root / relative
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return Fault("file-missing")
        if not target.is_relative_to(self._root):
            return Fault("link-outside")
        if target.is_dir():
            return Fault("file-missing")
        return target if target.is_file() else Fault("file-special")

    def is_source(self, target: Path) -> bool:
        """Whether a file that was found holds content, or is hidden: it is never to be read as it is."""
        parts = target.relative_to(self._root).parts
        return target.suffix.lower() in SOURCES or any(part.startswith(".") for part in parts)

    def name_like(self, relative: str) -> str:
        """The path of a file named nearly as a missing one, in the same folder or in that of files or of pictures;
        or an empty text.
        """
        folder, _, name = relative.rpartition("/")
        for each in dict.fromkeys((folder, *OF_FILES)):
            try:
                names = sorted(path.name for path in (self._root / each).iterdir() if path.is_file())
            except (OSError, ValueError):
                continue
            found = nearest(name, names)
            if found and (each == folder or found == name):
                return f"{each}/{found}".removeprefix("/")
        return ""

    def _records(self, path: str, relative: str, folder: str) -> Iterator[Found]:
        for entry in self._entries(path, relative):
            below = f"{relative}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._records(entry.path, below, folder)
            elif not entry.name.endswith(".md"):
                self._pass_over(entry, below)
            elif self._is_file(entry, below):
                self._count += 1
                if self._count > MOST_FILES:
                    self._error("", "files-too-many", most=str(MOST_FILES))
                    return
                yield Found(entry.path, self.label(below), folder)

    def _entries(self, path: str, relative: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(path) as entries:
                return sorted(entries, key=attrgetter("name"))
        except OSError as error:
            self._error(relative, "file-unreadable", reason=error.strerror or "")
            return []

    def _is_file(self, entry: os.DirEntry[str], relative: str) -> bool:
        """Whether it is an ordinary file within the folder; says so where it is not."""
        if entry.is_file(follow_symlinks=False):
            return True
        if entry.is_symlink():
            code = self._link_fault(Path(entry.path))
        else:
            code = "file-expected" if entry.is_dir(follow_symlinks=False) else "file-special"
        if code:
            self._error(relative, code)
        return not code

    def _link_fault(self, path: Path) -> str:
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            return "link-broken"
        if not target.is_relative_to(self._root):
            return "link-outside"
        if target.is_dir():
            return "link-to-folder"
        return "" if target.is_file() else "file-special"

    def _pass_over_beside(self, entry: os.DirEntry[str]) -> None:
        """Warns of what lies beside the folders of records and was probably meant as one of them."""
        if entry.name.startswith("."):
            return
        choices = ", ".join(FOLDERS)
        if entry.is_dir(follow_symlinks=False):
            likely = meant(entry.name, FOLDERS) or nearest(entry.name, FOLDERS)
            if entry.name not in (PAGES, *OF_FILES) and (likely or _holds_records(Path(entry.path))):
                self._warn(entry.name, "folder-passed-over", likely, choices=choices)
        elif entry.is_file(follow_symlinks=False):
            stem, _, suffix = entry.name.lower().rpartition(".")
            likely = VOCABULARY if suffix in ("yaml", "yml") and nearest(stem, OF_VOCABULARY) else ""
            if likely or self._may_be_meant(entry.name):
                self._warn(entry.name, "file-misplaced", likely, choices=choices)

    def _pass_over(self, entry: os.DirEntry[str], relative: str) -> None:
        if self._is_file(entry, relative) and self._may_be_meant(entry.name):
            self._warn(relative, "file-passed-over")

    def _may_be_meant(self, name: str) -> bool:
        return not WORDS.isdisjoint(name.lower().split(".")[1:])

    def _error(self, relative: str, code: str, **values: str) -> None:
        report = Report(self.label(relative))
        report.error(code, (1, 1), **values)
        self.problems += report.problems

    def _warn(self, relative: str, code: str, suggestion: str = "", **values: str) -> None:
        report = Report(self.label(relative))
        report.warning(code, (1, 1), "", suggestion, **values)
        self.problems += report.problems


def _holds_records(folder: Path) -> bool:
    """Whether Markdown lies somewhere below: whoever points at `content/events` is told that nothing was read."""
    return next(folder.rglob("*.md"), None) is not None


def contents(path: str | Path, report: Report) -> bytes | None:
    """The bytes of a file, at most one more than `LONGEST_FILE`; None where it cannot be read."""
    found = read_at_most(path, LONGEST_FILE + 1)
    if isinstance(found, bytes):
        return found
    report.error(found.code, (1, 1), "", "", **found.values)
    return None


def read_at_most(path: str | Path, most: int) -> bytes | Fault:
    """The first bytes of an ordinary file, or why it cannot be read."""
    try:
        # without waiting: a pipe may have taken the file's place since the folder was looked at
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as file:
            is_ordinary = stat.S_ISREG(os.fstat(number).st_mode)
            return file.read(most) if is_ordinary else Fault("file-special")
    except FileNotFoundError:
        return Fault("file-gone")
    except OSError as error:
        return Fault("file-unreadable", {"reason": error.strerror or ""})
