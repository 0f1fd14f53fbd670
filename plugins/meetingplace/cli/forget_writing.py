"""Files of content changed together: written beside, noted in a journal, then moved in, so that none is half done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from meetingplace.building import manifest
from meetingplace.building.failures import PublicationError
from meetingplace.building.lock import Lock
from meetingplace.i18n import Language
from meetingplace.model.person import Person

from .failures import WrongUse


def state_of(content: Path) -> Path:
    """The folder beside the content folder that is there only until it is proven that someone is forgotten."""
    whole = content.resolve()
    return whole.with_name(f".{whole.name}.forget")


class Pending(BaseModel):
    """What is left to prove and to tell of someone when the files are changed: kept until it is proven.

    `pages` and `feeds` are addresses to purge, `gone` the files that were removed, by their path in the content
    folder, `by_hand` sentences on what this program does not change.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    person: Person
    pages: tuple[str, ...]
    feeds: tuple[str, ...]
    gone: tuple[str, ...]
    by_hand: tuple[str, ...] = ()


def finish(content: Path) -> Pending | None:
    """Finishes what was interrupted: all files where the journal was written, nothing where it was not.

    What is still to be proven, or None. Raises PublicationError for a journal that cannot be read, or where
    another one is changing the files.
    """
    if not state_of(content).exists():
        return None
    with _held(content):
        return _finish(content)


def write(
    content: Path, after: Mapping[Path, bytes | None], before: Mapping[Path, bytes], pending: Pending, words: Language
) -> None:
    """Writes and removes files of a content folder, all or none; `pending` is what `finish` gives from then on.

    Raises WrongUse where one has been changed since it was read; PublicationError as `finish`.
    """
    state = state_of(content)
    with _held(content):
        for path, raw in before.items():
            if not path.is_file() or path.read_bytes() != raw:
                raise WrongUse(words.gettext("%(file)s: was changed meanwhile; try again", file=path.as_posix()))
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir()
        try:
            _stage(content.resolve(), state, after, pending)
        except OSError:
            shutil.rmtree(state, ignore_errors=True)
            raise
        _finish(content)


def settle(content: Path) -> None:
    """Forgets what was pending: it is proven."""
    with _held(content):
        shutil.rmtree(state_of(content), ignore_errors=True)


@contextmanager
def _held(content: Path) -> Iterator[None]:
    state = state_of(content)
    lock = Lock.take(state.with_name(f"{state.name}.lock"))
    try:
        yield
    finally:
        lock.release()


def _finish(content: Path) -> Pending | None:
    state = state_of(content)
    journal = manifest.read_state(state / "journal", "journal-broken")
    if journal is None:
        shutil.rmtree(state, ignore_errors=True)
        return None
    try:
        pending = Pending.model_validate(journal.get("pending"))
    except ValidationError:
        raise PublicationError("journal-broken", state / "journal", "pending") from None
    _move(content.resolve(), state, journal)
    return pending


def _stage(root: Path, state: Path, after: Mapping[Path, bytes | None], pending: Pending) -> None:
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
    _note(state, moves, removals, _written(pending))


def _written(pending: Pending) -> object:
    """Without the consent, which nothing has to be proven of."""
    return pending.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"person": {"consent"}})


def _note(state: Path, moves: Mapping[str, str], removals: Sequence[str], pending: object) -> None:
    manifest.write_state(state / "journal", {"moves": moves, "removals": removals, "pending": pending})


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
    if moves or removals:  # a file that is written anew after this is not the one that was removed
        _note(state, {}, [], journal["pending"])
