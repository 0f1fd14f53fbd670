"""Which folders are never published to, and what in a published folder is never written over or through."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from meetingplace.building.addresses import fold, folders, place
from meetingplace.building.failures import PublicationError
from meetingplace.building.journal import Plan, below, is_file
from meetingplace.building.manifest import digest


def permitted(folder: Path, forbidden: Iterable[Path]) -> Path:
    """The folder's absolute path; refused if it is a link, or is or holds `/`, home or a forbidden folder."""
    try:
        if folder.is_symlink():
            raise PublicationError("folder-symlink", folder)
        whole = folder.resolve()
        guarded = [path.resolve() for path in forbidden]
    except (RuntimeError, ValueError) as error:  # a loop of links, a NUL
        raise PublicationError("folder-forbidden", folder, str(error)) from error
    for path in [Path(whole.anchor), *_home(), *guarded]:
        if any(_is_same(whole, outer) for outer in (path, *path.parents)):
            raise PublicationError("folder-forbidden", folder, str(path))
    return whole


def _home() -> list[Path]:
    try:
        return [Path.home().resolve()]
    except RuntimeError:
        return []


def _is_same(one: Path, other: Path) -> bool:
    """By name, or by what is found there: a file system may know no case, or have a folder in two places."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def refuse_foreign(folder: Path, records: Iterable[Path]) -> None:
    """PublicationError folder-not-ours for a file, and for what stands in a folder without our records."""
    if folder.exists():
        # Looked into before the records are: another build may be about to make both.
        holds = not folder.is_dir() or any(folder.iterdir())
        if holds and not (folder.is_dir() and any(map(is_file, records))):
            raise PublicationError("folder-not-ours", folder)


def refuse_elsewhere(folder: Path, staging: Path) -> None:
    """OSError EXDEV for a folder on another file system (a volume of its own): no rename leads into it."""
    if folder.exists() and folder.stat().st_dev != staging.stat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(folder))


def refuse_unwritable(folder: Path, addresses: Iterable[str]) -> None:
    """PermissionError if a folder that would change may not: found out before the first change, not amid them."""
    own = os.access in os.supports_effective_ids
    for step in sorted({"", *(step for address in addresses for step in folders(address))}):
        path = place(folder, step) if step else folder
        if path.is_dir() and not os.access(path, os.W_OK | os.X_OK, effective_ids=own):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def refuse_symlinks(folder: Path, addresses: Iterable[str]) -> None:
    """PublicationError folder-symlink if a link stands at an address or on the way to it."""
    whole = frozenset(addresses)
    for step in sorted(whole.union(*map(folders, {address.rpartition("/")[0] + "/" for address in whole}))):
        if os.path.islink(f"{folder}/{step}"):  # noqa: PTH114 -- thousands of files
            raise PublicationError("folder-symlink", place(folder, step))


def refuse_occupied(folder: Path, plan: Plan, ours: Iterable[str]) -> None:
    """PublicationError address-occupied if a move would cost a file that is not one of `ours`."""
    known = {fold(address) for address in ours}
    leaving = {fold(address) for address in plan.removals}
    for address in plan.moves:
        for step in folders(address):
            path = place(folder, step)
            if os.path.lexists(path) and not path.is_dir() and fold(step) not in known:
                raise PublicationError("address-occupied", path, address)
        target = place(folder, address)
        if target.is_dir():
            _refuse_strangers(folder, target, leaving)
        elif fold(address) not in known and not _would_stay(target, plan.files[address]):
            raise PublicationError("address-occupied", target, address)


def _would_stay(target: Path, content: str) -> bool:
    """Whether a move of this content, by its digest, costs nothing that stands at the target."""
    return not os.path.lexists(target) or (is_file(target) and digest(target) == content)


def _refuse_strangers(folder: Path, target: Path, leaving: set[str]) -> None:
    for path in below(target):
        empty = path.is_dir() and not path.is_symlink()
        if not empty and fold(path.relative_to(folder).as_posix()) not in leaving:
            raise PublicationError("address-occupied", path, target.relative_to(folder).as_posix())
