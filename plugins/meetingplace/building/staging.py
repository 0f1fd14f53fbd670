"""The folder beside the published one in which a build gathers its files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from operator import attrgetter
from pathlib import Path

from meetingplace.building import manifest
from meetingplace.building.addresses import is_safe
from meetingplace.building.failures import PublicationError


def write(folder: Path, address: str, content: bytes) -> None:
    """Put a file there with the folders above it; OSError, such as FileExistsError where one is there already."""
    target = f"{folder}/{address}"
    try:
        file = open(target, "xb")  # noqa: PTH123, SIM115 -- thousands of files, each time that all is built
    except FileNotFoundError:
        os.makedirs(target.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 -- as above
        file = open(target, "xb")  # noqa: PTH123, SIM115 -- as above
    with file:
        file.write(content)


def files(folder: Path, written: Mapping[str, tuple[str, int]], above: str = "") -> Iterator[tuple[str, str]]:
    """Address and digest of every file in staging, whoever has put it there. Of what was `written` with a digest and a
    size, and has that size, the digest is known.
    """
    with os.scandir(folder) as entries:
        inner = sorted(entries, key=attrgetter("name"))
    for entry in inner:
        address = above + entry.name
        if entry.is_symlink():
            raise PublicationError("folder-symlink", Path(entry.path))
        if not is_safe(address) or not (entry.is_dir() or entry.is_file()):
            raise PublicationError("address-unsafe", Path(entry.path), ascii(address))
        if entry.is_dir():
            yield from files(Path(entry.path), written, f"{address}/")
            continue
        known, size = written.get(address, ("", -1))
        yield address, known if entry.stat().st_size == size else manifest.digest(Path(entry.path))
