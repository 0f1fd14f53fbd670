"""A publication: files gathered beside the published folder and moved into it in one step, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from meetingplace.building import journal, manifest, staging
from meetingplace.building.addresses import check_addresses, is_safe, place, state_of
from meetingplace.building.failures import PublicationError, reported
from meetingplace.building.fingerprints import MadeOf
from meetingplace.building.journal import Changes, Plan
from meetingplace.building.lock import Lock
from meetingplace.building.manifest import Manifest, Notes, Seal
from meetingplace.building.published import Published, digest, tied
from meetingplace.building.refusals import (
    permitted,
    refuse_elsewhere,
    refuse_foreign,
    refuse_occupied,
    refuse_symlinks,
    refuse_unwritable,
)


UNKNOWN = MadeOf()


class Publication:
    """One build's hold on a published folder, from `open` to `commit` or `abandon`.

    All it needs lies beside the folder, in `.{name}.build/`: manifest.json, and while a build is under way
    lock, journal and staging/. A process killed at any instant leaves the old site, or a journal with which
    the next `open` finishes the move. Files in the folder that no publication has made are left alone.
    Whatever goes wrong comes out as a PublicationError; use after the end is a ValueError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state = state_of(folder)
        self._manifest = self._state / "manifest.json"
        self._journal = self._state / "journal"
        self._lock: Lock | None = None
        self._known = Manifest()
        self._kept: dict[str, str] = {}
        self._seals: dict[str, Seal] = {}
        self._sizes: dict[str, int] = {}
        self._written: dict[str, tuple[str, int]] = {}
        self.staging = self._state / "staging"

    @classmethod
    def open(cls, folder: Path, forbidden: Iterable[Path] = ()) -> Self:
        """Take hold of a folder, which need not exist, after finishing a move into it that was interrupted.

        Refused is a folder that is or holds `/`, the home folder or one of the forbidden, that is a link or a file, or
        that has files in it but no manifest beside it.
        """
        with reported(folder):
            publication = cls(permitted(folder, forbidden))
            publication._take_hold()
        return publication

    def write(self, address: str, content: bytes, of: MadeOf = UNKNOWN) -> None:
        """Stage a file, or keep the published one where that is the same; PublicationError if its address is unsafe or
        already taken. By what it was made of the next publication can keep it, and with it what it brought.
        """
        self._check_open()
        if not is_safe(address):
            raise PublicationError("address-unsafe", self._folder, ascii(address))
        known, size = digest(content), len(content)
        if self.published.has(address, known, size):
            self._hold(address)
        else:
            self._stage(address, content)
            self._written[address] = known, size
        self._seal(address, known, size, of)

    def bring(self, address: str, content: bytes) -> None:
        """Stage a file that others may bring too: its address tells its bytes."""
        self._check_open()
        if address not in self._sizes:
            self.write(address, content)
            self._sizes[address] = len(content)

    def keep_made(self, address: str, inputs: str) -> bool:
        """Keep a published file as it is, with those that it brought, if it was made of the same; else False."""
        self._check_open()
        if not self.published.is_of(address, inputs):
            return False
        self._hold(address)
        self._seals[address] = self._known.seals[address]
        for brought, size in self._seals[address].brings:
            if brought not in self._sizes:
                self._hold(brought)
                self._sizes[brought] = size
        return True

    def keep_as(self, address: str, of: MadeOf) -> None:
        """Keep a published file, which was made anew and is the same."""
        self._check_open()
        self._hold(address)
        self._seal(address, self._known.files[address], self.published.size(address), of)

    def leave(self) -> None:
        """In a forked process, which makes and publishes nothing: let the publication be its parent's alone."""
        if self._lock:
            self._lock.leave()

    def unseal(self) -> None:
        """Let the next publication make everything anew: what its files were made of is not known after all."""
        self._seals.clear()

    def keep(self, folder: str) -> bool:
        """Keep what the last publication left below a folder (`a/b/`); False, and nothing, where that was changed."""
        self._check_open()
        kept = [address for address in self._known.files if address.startswith(folder)]
        if not all(self.published.is_whole(address) for address in kept):
            return False
        for address in kept:
            self._hold(address)
        return bool(kept)

    @property
    def published(self) -> Published:
        """What the last publication left."""
        return Published(self._folder, self._known)

    @property
    def notes(self) -> Notes:
        """What was noted at the last commit, read without taking hold of the folder."""
        with reported(self._manifest):
            return manifest.read(self._manifest).notes

    def commit(self, notes: Notes | None = None, done: Callable[[], None] | None = None) -> Changes:
        """Make the published folder what is staged or kept, touching only what differs, and close.

        `notes` are kept in the manifest for the next build; `done` is called when all is published, before the folder
        is let go.
        """
        self._check_open()
        with reported(self._folder):
            staged = dict(staging.files(self.staging, self._written))
            files = dict(sorted([*staged.items(), *self._kept.items()]))
            for clash in check_addresses((address, address) for address in [*staged, *self._kept]):
                raise PublicationError("address-collision", self._folder, f"{clash.first}, {clash.second}")
            plan = self._planned(files, staged, notes or {})
            refuse_symlinks(self._folder, (*plan.files, *plan.removals))
            refuse_occupied(self._folder, plan, self._known.files)
            refuse_unwritable(self._folder, (*plan.moves, *plan.removals))
            if plan.moves or plan.removals or plan.after != self._known or not self._manifest.exists():
                text = manifest.text(plan.after)
                journal.write(self._journal, plan, text)
                journal.finish(plan, self.staging, self._folder)
                self._record(text)
            if done:
                done()
        self.abandon()
        return Changes.of(plan, self._known)

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
                self._record(manifest.text(replace(plan.after, files=journal.landed(plan, self._folder))))
            self._known = manifest.read(self._manifest)
            refuse_symlinks(self._folder, self._known.files)
            self._empty()
            self.staging.mkdir()
            refuse_elsewhere(self._folder, self.staging)
        except BaseException:
            self._let_go()
            raise

    def _planned(self, files: dict[str, str], staged: Container[str], notes: Notes) -> Plan:
        known = self._known.files
        moves = tuple(a for a in files if a in staged and not self._is_published(a, files[a]))
        seals = {address: self._seals[address] for address in files if address in self._seals}
        return Plan(moves, tuple(sorted(known.keys() - files.keys())), Manifest(files, notes, seals))

    def _is_published(self, address: str, content: str) -> bool:
        """Whether a staged file stands there already: someone may have removed it or cut it short."""
        return self.published.has(address, content, place(self.staging, address).stat().st_size)

    def _hold(self, address: str) -> None:
        if address in self._kept or os.path.lexists(f"{self.staging}/{address}"):
            raise PublicationError("address-collision", self._folder, address)
        self._kept[address] = self._known.files[address]

    def _seal(self, address: str, content: str, size: int, of: MadeOf) -> None:
        if of.inputs or of.view:
            brings = tuple((brought, self._sizes[brought]) for brought in of.brings)
            self._seals[address] = Seal(tied(of.inputs, content, size), tied(of.view, content, size), brings)

    def _stage(self, address: str, content: bytes) -> None:
        if address in self._kept:
            raise PublicationError("address-collision", self._folder, address)
        with reported(place(self.staging, address)):
            try:
                staging.write(self.staging, address, content)
            except (FileExistsError, NotADirectoryError) as error:
                raise PublicationError("address-collision", self._folder, address) from error

    def _record(self, after: str) -> None:
        manifest.write_text(self._manifest, after)
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
