"""The manifest: which files a publication has put where, by the digest of their bytes, and what its maker noted."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from meetingplace.building.addresses import is_safe
from meetingplace.building.failures import Code, PublicationError


VERSION = 1
Notes = dict[str, object]
"""What the maker of a publication wants to know when the next is made: values of JSON."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Seal(NamedTuple):
    """By what a file is kept: digests of what it was made of and of the view that it shows, each tied to its bytes, and
    the files that it brought along with their sizes.
    """

    inputs: str
    view: str = ""
    brings: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Address to digest, notes, and address to seal for files that are kept while what they are made of is the same."""

    files: dict[str, str] = field(default_factory=dict)
    notes: Notes = field(default_factory=dict)
    seals: dict[str, Seal] = field(default_factory=dict)


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(path: Path) -> Manifest:
    """The manifest, an empty one where there is none; PublicationError manifest-broken if it is damaged."""
    state = read_state(path, "manifest-broken")
    if state is None:
        return Manifest()
    files = checked_files(state.get("files"), path, "manifest-broken")
    return Manifest(files, checked_notes(state.get("notes")), checked_seals(state.get("seals")))


def text(manifest: Manifest) -> str:
    """The manifest as it is written."""
    return _text({"files": manifest.files, "notes": manifest.notes, "seals": manifest.seals})


def read_state(path: Path, code: Code) -> dict[str, object] | None:
    """The JSON object of a state file of this version, None without the file, else an error of `code`."""
    try:
        state = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise PublicationError(code, path, str(error)) from error
    if not isinstance(state, dict) or state.get("version") != VERSION:
        raise PublicationError(code, path, "version")
    return state


def half_written(path: Path) -> Path:
    """Where a state file is until it is whole."""
    return path.with_name(f"{path.name}.new")


def checked_files(files: object, path: Path, code: Code) -> dict[str, str]:
    """The value as safe addresses with digests, or an error of `code` that names what is not."""
    if not isinstance(files, dict):
        raise PublicationError(code, path, "files")
    for address, found in files.items():
        if not is_safe(address) or not isinstance(found, str) or not _DIGEST.fullmatch(found):
            raise PublicationError(code, path, ascii(address))
    return files


def checked_notes(notes: object) -> Notes:
    """The value as notes, empty where it is none: nothing depends on them but what their maker has to say."""
    return notes if isinstance(notes, dict) else {}


def checked_seals(seals: object) -> dict[str, Seal]:
    """The value as seals, without what is none: a file without a seal is made again."""
    found = seals.items() if isinstance(seals, dict) else ()
    return {address: seal for address, value in found if (seal := _seal(value))}


def _seal(value: object) -> Seal | None:
    if not isinstance(value, list) or len(value) != len(Seal._fields):
        return None
    inputs, view, brings = value
    if not (isinstance(inputs, str) and isinstance(view, str) and isinstance(brings, list)):
        return None
    files = tuple((each[0], each[1]) for each in brings if _is_brought(each))
    return Seal(inputs, view, files) if len(files) == len(brings) else None


def _is_brought(value: object) -> bool:
    return isinstance(value, list) and [type(part) for part in value] == [str, int]


def write_state(path: Path, state: Mapping[str, object]) -> None:
    """Write a state file of this version, the same bytes for the same state, whole or not at all."""
    write_text(path, _text(state))


def _text(state: Mapping[str, object]) -> str:
    return json.dumps({"version": VERSION, **state}, ensure_ascii=False, sort_keys=True)


def write_text(path: Path, text: str) -> None:
    """Write a state file, whole or not at all."""
    with half_written(path).open("wb") as file:
        file.write(f"{text}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    half_written(path).replace(path)
    if os.name == "posix":  # elsewhere a folder cannot be opened, nor need it be
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
