"""Parts that several outputs are made of, kept from one build to the next by what they were made of themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Self

from meetingplace.building.addresses import state_of
from meetingplace.building.fingerprints import digest_of


_SIZE = 16


class Store:
    """A folder with a file a part, named by a digest of what it was made of, its bytes behind their own digest.

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

    def once(self, made_of: str, make: Callable[[], bytes]) -> bytes:
        """What `make` makes, which must know nothing but what `made_of` tells; made anew where that is ""."""
        path = self._path(made_of)
        if path is None:
            return make()
        with suppress(OSError):
            raw = path.read_bytes()
            if raw[:_SIZE] == _digest(raw[_SIZE:]):
                return raw[_SIZE:]
        made = make()
        _write(path, _digest(made) + made)
        return made

    def keep_only(self, made_of: Iterable[str]) -> None:
        """Remove all parts but these: what nobody needs any more may name someone who must not be named."""
        if self._folder is None:
            return
        kept = {path.name for each in made_of if (path := self._path(each))}
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name not in kept:
                    with suppress(OSError):
                        os.unlink(entry.path)  # noqa: PTH108 -- thousands of files

    def _path(self, made_of: str) -> Path | None:
        return self._folder / digest_of(self._made_with, made_of) if self._folder and made_of else None


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).digest()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, by whichever of several processes comes last."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        half.write_bytes(content)
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink()
