"""Parts that several outputs are made of, kept from one build to the next by what they were made of themselves."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self, TypeVar

from meetingplace.building.addresses import state_of
from meetingplace.building.fingerprints import digest_of


_SIZE = 16
SHELF = "shelf"
Found = TypeVar("Found")


class Shelf:
    """Small values of JSON that lie together, by what they were made of.

    `kept` is what lay there before, `left` what will: whatever nobody has asked for is gone.
    """

    def __init__(self, kept: Mapping[str, Any] | None = None) -> None:
        self.kept = kept or {}
        self.left: dict[str, Any] = {}

    def once(self, made_of: str, make: Callable[[], Any]) -> Any:
        """What `make` makes, which must know nothing but what `made_of` tells; made anew where that is ""."""
        if not made_of:
            return make()
        if made_of not in self.left:
            self.left[made_of] = self.kept[made_of] if made_of in self.kept else make()
        return self.left[made_of]

    def found(self, made_of: str, look: Callable[[], list[Found]]) -> list[Found]:
        """What `look` finds, which is not asked where it found nothing in the same before."""
        found = [] if made_of in self.kept else look()
        if made_of and not found:
            self.left[made_of] = None
        return found


class Store:
    """A folder with a file a part, named by a digest of what it was made of and a name, its bytes behind their digest.

    A file that is damaged is no part. Whatever cannot be read or written is made again: nothing depends on the folder.
    One that is a link is none of ours.
    """

    def __init__(self, folder: Path | None = None, made_with: str = "") -> None:
        """`made_with` is what all parts depend on besides; without it, or without a folder, none is kept."""
        self._folder = folder if made_with and folder and not folder.is_symlink() else None
        self._made_with = made_with

    @classmethod
    def beside(cls, published: Path, made_with: str) -> Self:
        """That of the publications into a folder."""
        return cls(state_of(published) / "parts", made_with)

    def once(self, made_of: str, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` makes, which must know nothing but what `made_of` tells; made anew where that is "". The `name`
        (letters, digits, hyphens) tells it from what else is made of the same.
        """
        path = self._path(made_of, name)
        if path is None:
            return make()
        kept = _read(path)
        if kept is not None:
            return kept
        made = make()
        _write(path, made)
        return made

    @cached_property
    def shelf(self) -> Shelf:
        """What lay on the shelf when the last build ended, and what this one puts there."""
        path = self._path(SHELF)
        raw = _read(path) if path else None
        value = json.loads(raw) if raw is not None else None
        return Shelf(value if isinstance(value, dict) else {})

    def keep_only(self, made_of: Iterable[str]) -> None:
        """Write the shelf, and remove all parts but these: what nobody needs may name someone who must not be named."""
        if self._folder is None:
            return
        shelf = self._path(SHELF)
        if shelf and self.shelf.left:
            _write(shelf, json.dumps(self.shelf.left, ensure_ascii=False, separators=(",", ":")).encode())
        wanted = (SHELF, *made_of) if self.shelf.left else made_of
        kept = {path.stem for each in wanted if (path := self._path(each))}
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.partition(".")[0] not in kept or entry.name.count(".") > 1:
                    with suppress(OSError):
                        os.unlink(entry.path)  # noqa: PTH108 -- thousands of files

    def _path(self, made_of: str, name: str = "part") -> Path | None:
        return self._folder / f"{digest_of(self._made_with, made_of)}.{name}" if self._folder and made_of else None


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).digest()


def _read(path: Path) -> bytes | None:
    """A part's bytes, None where there is none that is whole."""
    with suppress(OSError):
        raw = path.read_bytes()
        if raw[:_SIZE] == _digest(raw[_SIZE:]):
            return raw[_SIZE:]
    return None


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, by whichever of several processes comes last."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        half.write_bytes(_digest(content) + content)
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink()
