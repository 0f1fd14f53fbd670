"""The journal: a move into the published folder, written down before it begins so that it can be finished."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from meetingplace.building import manifest
from meetingplace.building.addresses import fold, folders, is_safe, place
from meetingplace.building.failures import PublicationError
from meetingplace.building.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Plan:
    """Addresses to move in and to remove, sorted, and the manifest that holds afterwards."""

    moves: tuple[str, ...]
    removals: tuple[str, ...]
    after: Manifest

    @property
    def files(self) -> dict[str, str]:
        return self.after.files


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publication did, as sorted addresses."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]

    @classmethod
    def of(cls, plan: Plan, before: manifest.Manifest) -> Self:
        """By what was published before."""
        added = tuple(address for address in plan.moves if address not in before.files)
        changed = tuple(address for address in plan.moves if address in before.files)
        return cls(added, changed, plan.removals, tuple(sorted(plan.files.keys() - plan.moves)))


def read(path: Path) -> Plan | None:
    """The plan of an interrupted move, None without one; PublicationError journal-broken if it is damaged."""
    state = manifest.read_state(path, "journal-broken")
    if state is None:
        return None
    files = manifest.checked_files(state.get("files"), path, "journal-broken")
    moves, removals = state.get("moves"), state.get("removals")
    if not isinstance(moves, list) or not isinstance(removals, list):
        raise PublicationError("journal-broken", path, "moves, removals")
    for address in removals:
        if not isinstance(address, str) or not is_safe(address) or address in files:
            raise PublicationError("journal-broken", path, ascii(address))
    for address in moves:
        if not isinstance(address, str) or address not in files:
            raise PublicationError("journal-broken", path, ascii(address))
    notes, seals = manifest.checked_notes(state.get("notes")), manifest.checked_seals(state.get("seals"))
    return Plan(tuple(moves), tuple(removals), Manifest(files, notes, seals))


def write(path: Path, plan: Plan, after: str) -> None:
    """Write the plan down; from then on the move counts as begun. `after` is its manifest's text, which is long."""
    own = json.dumps({"moves": plan.moves, "removals": plan.removals}, ensure_ascii=False)
    manifest.write_text(path, f"{own[:-1]}, {after[1:]}")


def finish(plan: Plan, staging: Path, folder: Path) -> None:
    """Make what is still to be made of the move: the end is the same wherever it was interrupted."""
    folder.mkdir(parents=True, exist_ok=True)
    pending = [address for address in plan.moves if is_file(place(staging, address))]
    for address in in_the_way(plan.removals, pending):
        _remove_file(place(folder, address))
    for address in _not_moved_with_folders(pending, staging, folder):
        _move(place(staging, address), place(folder, address))
    # Where case is not told apart, the old name of a file may by now be the new file.
    standing = {fold(address) for address in plan.files}
    for address in plan.removals:
        if fold(address) not in standing:
            _remove_file(place(folder, address))
    _remove_empty(folder, plan.removals)


def landed(plan: Plan, folder: Path) -> dict[str, str]:
    """The plan's files with what was moved read anew: what befell it since the interruption is not known."""
    places = {address: place(folder, address) for address in plan.moves}
    return plan.files | {address: manifest.digest(path) for address, path in places.items() if is_file(path)}


def in_the_way(removals: Iterable[str], moves: Iterable[str]) -> list[str]:
    """Removals that cannot wait until the moves are made; all others can, and no link leads to nothing."""
    files = {fold(address) for address in moves}
    needed = {folder for address in files for folder in folders(address)}
    return [
        address
        for address in removals
        if fold(address) in files | needed or not files.isdisjoint(folders(fold(address)))
    ]


def _not_moved_with_folders(addresses: Iterable[str], staging: Path, folder: Path) -> Iterator[str]:
    """Those of the addresses that are left when every folder that does not stand yet has been moved whole: all that
    is staged in it is to be there.
    """
    there: set[str] = set()
    moved: set[str] = set()
    for address in addresses:
        for step in folders(address):
            if step not in there and step not in moved:
                if os.path.lexists(f"{folder}/{step}"):
                    there.add(step)
                else:
                    os.rename(f"{staging}/{step}", f"{folder}/{step}")  # noqa: PTH104 -- thousands of folders
                    moved.add(step)
            if step in moved:
                break
        else:
            yield address


def _move(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)  # noqa: PTH105 -- thousands of files, and most have their folder
    except (FileNotFoundError, IsADirectoryError):
        if target.is_dir():
            for emptied in (*below(target), target):
                emptied.rmdir()
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _remove_file(path: Path) -> None:
    if is_file(path):
        path.unlink()


def _remove_empty(folder: Path, removals: Iterable[str]) -> None:
    parents = {parent for address in removals for parent in folders(address)}
    for parent in sorted(parents, reverse=True):
        path = place(folder, parent)
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def below(folder: Path) -> Iterator[Path]:
    """All that stands below a folder, the innermost first; links are not followed."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from below(path)
        yield path


def is_file(path: Path) -> bool:
    """Whether an ordinary file stands here, not a link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
