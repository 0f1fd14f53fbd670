"""Digests of what a build is made from: folders, this program and the libraries that it runs on."""

from __future__ import annotations

import os
import sys
import zoneinfo
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path


CODE = Path(__file__).parents[1]
"""The folder of our own package, with its words."""


def digest_of_folders(*folders: Path, times: bool = False) -> str:
    """Of the path and the bytes of every file below them, whatever it is; with `times` of when it was written too, for
    a file may be changed, and changed back.

    Raises OSError for what cannot be read, and for a link to a folder: what is behind it may have no end.
    """
    found = blake2b(digest_size=16)
    for folder in folders:
        for part in _parts(str(folder), "", times):
            found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def _parts(folder: str, above: str, times: bool) -> Iterator[bytes]:
    with os.scandir(folder) as entries:
        inner = sorted(entries, key=attrgetter("name"))
    for entry in inner:
        if entry.name == "__pycache__":
            continue
        address = f"{above}{entry.name}"
        yield os.fsencode(address)
        if entry.is_file():
            with open(entry.path, "rb") as file:  # noqa: PTH123 -- thousands of files, each time that anything is built
                yield file.read()
                if times:
                    yield str(os.fstat(file.fileno()).st_mtime_ns).encode()
        elif entry.is_dir(follow_symlinks=False):
            yield from _parts(entry.path, f"{address}/", times)
            yield b"/"
        else:
            raise OSError(f"{entry.path}: neither a file nor a folder of its own")


def digest_of_machine() -> str:
    """Of Python, of every installed package by name and version, and of the machine's time zones."""
    told = [sys.version, *zoneinfo.TZPATH]
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            told += sorted(name for name in os.listdir(folder or ".") if name.endswith(("-info", ".egg-link")))  # noqa: PTH208
    for path in (f"{folder}/{name}" for folder in zoneinfo.TZPATH for name in ("", "Europe", "tzdata.zi", "+VERSION")):
        with suppress(OSError):
            told.append(f"{path} {os.stat(path).st_mtime_ns}")  # noqa: PTH116
    return blake2b("\n".join(told).encode(), digest_size=16).hexdigest()


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def made_with(theme: Path, *, times: bool = False) -> str:
    """What pages and share pictures depend on besides their views; "" where that cannot be told."""
    folders = (theme / "templates", theme / "static" / "fonts")
    try:
        return digest_of_machine() + digest_of_folders(CODE, *filter(Path.is_dir, folders), times=times)
    except OSError:
        return ""
