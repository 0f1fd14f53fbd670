"""Files of content changed together: written beside, noted in a journal, then moved in, so that none is half done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from meetingplace.building import manifest
from meetingplace.building.failures import PublicationError
from meetingplace.building.lock import Lock
from meetingplace.i18n import Language

from .failures import WrongUse


def state_of(content: Path) -> Path:
    """The folder beside the content folder that is there only while files are being changed."""
    whole = content.resolve()
    return whole.with_name(f".{whole.name}.forget")


def finish(content: Path) -> bool:
    """Finishes what was interrupted: all of it where the journal was written, nothing where it was not.

    Whether there was anything to finish. Raises PublicationError for a journal that cannot be read, or where
    another one is changing the files.
    """
    if not state_of(content).exists():
        return False
    with _held(content):
        return _finish(content)


def write(content: Path, after: Mapping[Path, bytes | None], before: Mapping[Path, bytes], words: Language) -> None:
    """Writes and removes files of a content folder, all or none.

    Raises WrongUse where one has been changed since it was read; PublicationError as `finish`.
    """
    state = state_of(content)
    with _held(content):
        for path, raw in before.items():
            if not path.is_file() or path.read_bytes() != raw:
                raise WrongUse(words.gettext("%(file)s: was changed meanwhile; try again", file=path.as_posix()))
        state.mkdir()
        try:
            _stage(content.resolve(), state, after)
        except OSError:
            shutil.rmtree(state, ignore_errors=True)
            raise
        _finish(content)


@contextmanager
def _held(content: Path) -> Iterator[None]:
    state = state_of(content)
    lock = Lock.take(state.with_name(f"{state.name}.lock"))
    try:
        yield
    finally:
        lock.release()


def _finish(content: Path) -> bool:
    state = state_of(content)
    journal = manifest.read_state(state / "journal", "journal-broken")
    if journal is not None:
        _move(content.resolve(), state, journal)
    shutil.rmtree(state, ignore_errors=True)
    return journal is not None


def _stage(root: Path, state: Path, after: Mapping[Path, bytes | None]) -> None:
    moves, removals = {}, []
    for number, (path, raw) in enumerate(sorted(after.items())):
        relative = path.resolve().relative_to(root).as_posix()
        if raw is None:
            removals.append(relative)
            continue
        staged = state / f"{number}.new"
        with staged.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, staged)
        moves[staged.name] = relative
    manifest.write_state(state / "journal", {"moves": moves, "removals": removals})


def _move(root: Path, state: Path, journal: Mapping[str, object]) -> None:
    moves, removals = journal.get("moves"), journal.get("removals")
    if not isinstance(moves, dict) or not isinstance(removals, list):
        raise PublicationError("journal-broken", state / "journal", "moves, removals")
    targets = {name: (root / relative).resolve() for name, relative in moves.items()}
    gone = [(root / relative).resolve() for relative in removals]
    for path in (*targets.values(), *gone):
        if not path.is_relative_to(root):
            raise PublicationError("journal-broken", state / "journal", path.name)
    for name, target in targets.items():
        staged = state / Path(name).name
        if staged.is_file():
            staged.replace(target)
    for path in gone:
        path.unlink(missing_ok=True)
    (state / "journal").unlink()
