"""Parts that several outputs are made of, kept from one build to the next by what they were made of themselves."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

from meetingplace.building.addresses import state_of
from meetingplace.building.fingerprints import digest_of
from meetingplace.building.veiled import unveiled, veiled


_SIZE = 16
SHELF = "shelf"
CLEAN = "clean"


class Shelf:
    """Small values of JSON that lie together, by what they were made of, and veiled for all who do not know that: they
    are of files that may hold what nobody has agreed to publish.

    What is neither put nor kept again is gone from what is `left` for the next build.
    """

    def __init__(self, kept: Mapping[str, str] | None = None) -> None:
        """`kept` is what the last build left."""
        self._kept = kept or {}
        self.left: dict[str, str] = {}

    def get(self, made_of: str) -> Any:
        """The value that lies there; None where there is none."""
        raw = unveiled(self._kept.get(digest_of(made_of), ""), made_of) if made_of else None
        return json.loads(raw) if raw is not None else None

    def put(self, made_of: str, value: Any) -> None:
        """Leave a value for the next build; nothing is left where it is not known what it was made of."""
        if made_of:
            raw = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            self.left[digest_of(made_of)] = veiled(raw.encode("utf-8", "surrogatepass"), made_of)

    def keep(self, made_of: str) -> bool:
        """Leave what lies there; False where nothing does."""
        name = digest_of(made_of)
        if name in self._kept:
            self.left[name] = self._kept[name]
        return name in self._kept

    def is_clean(self, made_of: str) -> bool:
        """Whether it was marked that there was nothing to find; then it still is."""
        name = digest_of(made_of) if made_of else ""
        if self._kept.get(name) != CLEAN:
            return False
        self.left[name] = CLEAN
        return True

    def mark_clean(self, made_of: str) -> None:
        """Mark that there is nothing to find, unless it is not known in what."""
        if made_of:
            self.left[digest_of(made_of)] = CLEAN


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
        is_ours = isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
        return Shelf(value if is_ours else {})

    def keep_only(self, made_of: Iterable[str]) -> None:
        """Write the shelf, and remove all parts but these: what nobody needs may name someone who must not be named."""
        if self._folder is None:
            return
        shelf = self._path(SHELF)
        if shelf and self.shelf.left:
            _write(shelf, json.dumps(self.shelf.left).encode())
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
    """Whole or not at all, by whichever of several processes comes last; what was there before is gone either way."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        half.write_bytes(_digest(content) + content)
        half.replace(path)
    except OSError:
        for none in (half, path):
            with suppress(OSError):
                none.unlink()
