"""What keeps a publication from happening: codes that never change, with an exit status each."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, get_args


WrongUse = Literal[
    "address-collision",
    "address-occupied",
    "address-unsafe",
    "folder-forbidden",
    "folder-not-ours",
    "folder-symlink",
]
Machine = Literal["disk-full", "folder-locked", "folder-unwritable", "journal-broken", "manifest-broken"]
Code = WrongUse | Machine

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class PublicationError(Exception):
    """The publication was refused or could not be done.

    `path` is the file or folder it is about; `detail` is what was found, raw (an address, a path, the
    system's own words, or nothing): the sentence to show is made from `code` by whoever shows it.
    """

    def __init__(self, code: Code, path: Path, detail: str = "") -> None:
        super().__init__(code, path, detail)
        self.code: Final[Code] = code
        self.path: Final = path
        self.detail: Final = detail

    @property
    def exit_status(self) -> int:
        """2 for wrong use, 3 for the machine."""
        return 2 if self.code in get_args(WrongUse) else 3

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.code, str(self.path), self.detail)))


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Let every OSError of the block come out as a PublicationError, about `path` unless it names a file."""
    try:
        yield
    except OSError as error:
        named = error.filename2 or error.filename
        about = Path(named) if isinstance(named, str) and Path(named).is_absolute() else path
        raise PublicationError(_code(error), about, error.strerror or str(error)) from error


def _code(error: OSError) -> Code:
    if error.errno in _FULL:
        return "disk-full"
    return "address-unsafe" if error.errno == errno.ENAMETOOLONG else "folder-unwritable"
