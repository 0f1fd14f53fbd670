"""A publication: files gathered beside the published folder and moved into it in one step, or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from meetingplace.building import journal, manifest
from meetingplace.building.addresses import check_addresses, is_safe, place
from meetingplace.building.failures import PublicationError, reported
from meetingplace.building.journal import Plan, is_file
from meetingplace.building.lock import Lock
from meetingplace.building.manifest import Manifest, Notes
from meetingplace.building.refusals import (
    permitted,
    refuse_elsewhere,
    refuse_foreign,
    refuse_occupied,
    refuse_symlinks,
    refuse_unwritable,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit did, as sorted addresses."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


class Publication:
    """One build's hold on a published folder, from `open` to `commit` or `abandon`.

    All it needs lies beside the folder, in `.{name}.build/`: manifest.json, and while a build is under way
    lock, journal and staging/. A process killed at any instant leaves the old site, or a journal with which
    the next `open` finishes the move. Files in the folder that no publication has made are left alone.
    Whatever goes wrong comes out as a PublicationError; use after the end is a ValueError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state = folder.with_name(f".{folder.name}.build")
        self._manifest = self._state / "manifest.json"
        self._journal = self._state / "journal"
        self._lock: Lock | None = None
        self._known = Manifest()
        self.staging = self._state / "staging"

    @classmethod
    def open(cls, folder: Path, forbidden: Iterable[Path] = ()) -> Self:
        """Take hold of a folder, which need not exist, after finishing a move into it that was interrupted.

        Refused is a folder that is or holds `/`, the home folder or one of the forbidden, that is a link or a
        file, or that has files in it but no manifest beside it.
        """
        with reported(folder):
            publication = cls(permitted(folder, forbidden))
            publication._take_hold()
        return publication

    def write(self, address: str, content: bytes) -> None:
        """Stage a file; PublicationError if its address is unsafe or already taken."""
        self._check_open()
        if not is_safe(address):
            raise PublicationError("address-unsafe", self._folder, ascii(address))
        target = place(self.staging, address)
        with reported(target):
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as file:
                    file.write(content)
            except (FileExistsError, NotADirectoryError) as error:
                raise PublicationError("address-collision", self._folder, address) from error

    def keep(self, folder: str) -> bool:
        """Stage what the last publication left below a folder (`a/b/`), as it is; False, and nothing is staged, where
        there is nothing or it is not as it was left.
        """
        self._check_open()
        kept = {address: known for address, known in self._known.files.items() if address.startswith(folder)}
        contents: dict[str, bytes] = {}
        for address, known in kept.items():
            with suppress(OSError):
                contents[address] = place(self._folder, address).read_bytes()
            if hashlib.sha256(contents.get(address, b"")).hexdigest() != known:
                return False
        for address, content in contents.items():
            self.write(address, content)
        return bool(kept)

    @property
    def notes(self) -> Notes:
        """What was noted at the last commit, read without taking hold of the folder."""
        with reported(self._manifest):
            return manifest.read(self._manifest).notes

    def commit(self, notes: Notes | None = None) -> Changes:
        """Make the published folder what is staged, touching only what differs, and close.

        `notes` are kept in the manifest for the next build.
        """
        self._check_open()
        with reported(self._folder):
            files = dict(sorted(_staged(self.staging)))
            for clash in check_addresses((address, address) for address in files):
                raise PublicationError("address-collision", self._folder, f"{clash.first}, {clash.second}")
            plan, changes = self._plan(files, notes or {})
            refuse_symlinks(self._folder, (*plan.files, *plan.removals))
            refuse_occupied(self._folder, plan, self._known.files)
            refuse_unwritable(self._folder, (*plan.moves, *plan.removals))
            if plan.moves or plan.removals or plan.notes != self._known.notes or not self._manifest.exists():
                journal.write(self._journal, plan)
                journal.finish(plan, self.staging, self._folder)
                self._record(plan.files, plan.notes)
        self.abandon()
        return changes

    def abandon(self) -> None:
        """Close: staging and lock go, the published folder stays; a begun move is left to the next open."""
        with reported(self._state):
            try:
                if self._lock and not self._journal.exists():
                    self._empty()
            finally:
                self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()

    def _take_hold(self) -> None:
        within = ("lock", self._journal.name, self._manifest.name, self.staging.name)
        refuse_symlinks(self._state.parent, (f"{self._state.name}/{name}" for name in within))
        refuse_foreign(self._folder, (self._journal, self._manifest))
        self._lock = Lock.take(self._state / "lock")
        try:
            if plan := journal.read(self._journal):
                refuse_symlinks(self._folder, (*plan.files, *plan.removals))
                journal.finish(plan, self.staging, self._folder)
                self._record(journal.landed(plan, self._folder), plan.notes)
            self._known = manifest.read(self._manifest)
            refuse_symlinks(self._folder, self._known.files)
            self._empty()
            self.staging.mkdir()
            refuse_elsewhere(self._folder, self.staging)
        except BaseException:
            self._let_go()
            raise

    def _plan(self, files: dict[str, str], notes: Notes) -> tuple[Plan, Changes]:
        known = self._known.files
        unchanged = tuple(a for a in files if known.get(a) == files[a] and self._stands(a))
        moves = tuple(sorted(files.keys() - unchanged))
        removals = tuple(sorted(known.keys() - files.keys()))
        added = tuple(a for a in moves if a not in known)
        changed = tuple(a for a in moves if a in known)
        return Plan(moves, removals, files, notes), Changes(added, changed, removals, unchanged)

    def _stands(self, address: str) -> bool:
        """Whether a published file has the staged one's size: someone may have removed it or cut it short."""
        published, staged = place(self._folder, address), place(self.staging, address)
        return is_file(published) and published.stat().st_size == staged.stat().st_size

    def _record(self, files: dict[str, str], notes: Notes) -> None:
        manifest.write(self._manifest, files, notes)
        self._journal.unlink()

    def _empty(self) -> None:
        if self.staging.exists():
            shutil.rmtree(self.staging)
        for path in (self._manifest, self._journal):
            manifest.half_written(path).unlink(missing_ok=True)

    def _let_go(self) -> None:
        lock, self._lock = self._lock, None
        if lock:
            lock.release()
            with suppress(OSError):  # stays while there is a manifest in it
                self._state.rmdir()

    def _check_open(self) -> None:
        if self._lock is None:
            raise ValueError("the publication is closed")


def _staged(folder: Path, above: str = "") -> Iterator[tuple[str, str]]:
    """Address and digest of every file in staging, whoever has put it there."""
    with os.scandir(folder) as entries:
        inner = sorted(entries, key=attrgetter("name"))
    for entry in inner:
        path, address = Path(entry.path), above + entry.name
        if entry.is_symlink():
            raise PublicationError("folder-symlink", path)
        if not is_safe(address) or not (entry.is_dir() or entry.is_file()):
            raise PublicationError("address-unsafe", path, ascii(address))
        if entry.is_dir():
            yield from _staged(path, f"{address}/")
        else:
            yield address, manifest.digest(path)
