"""Addresses below the published folder: which are safe, which are the same one, and who else makes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize


# A colon would be a drive or a second stream on Windows, a lone surrogate has no UTF-8.
_PART = re.compile(r"[^\x00-\x1f\x7f-\x9f\\/:\ud800-\udfff]+")
_LONGEST_PART = 255  # bytes: NAME_MAX of every common file system
_MOST_PARTS = 64


@dataclass(frozen=True, slots=True, order=True)
class Collision:
    """Two makers want one place: `first` makes `address`, `second` makes `other`."""

    first: str
    second: str
    address: str
    other: str


def is_safe(address: str) -> bool:
    """Whether the address is a posix path that stays below its folder on every system."""
    parts = address.split("/")
    return len(parts) <= _MOST_PARTS and all(
        _PART.fullmatch(part) and part not in {".", ".."} and len(part.encode()) <= _LONGEST_PART for part in parts
    )


def fold(address: str) -> str:
    """The address as a file system sees it that knows no case and no Unicode form (Unicode 3.13, D145)."""
    return normalize("NFC", normalize("NFD", address).casefold())


def folders(address: str) -> list[str]:
    """The folders an address needs, outermost first: `a/b/c` needs `a` and `a/b`."""
    parts = address.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def place(folder: Path, address: str) -> Path:
    """The file of a safe address below a folder."""
    return folder.joinpath(*address.split("/"))


def state_of(folder: Path) -> Path:
    """The folder beside a published one in which is all that a publication needs."""
    return folder.with_name(f".{folder.name}.build")


def check_addresses(addresses: Iterable[tuple[str, str]]) -> list[Collision]:
    """Every collision among (address, maker), sorted, whatever the order given.

    Two addresses collide if they differ at most in case and Unicode form, or if one is a file where the
    other needs a folder; the latter is told once a file.
    """
    takers: dict[str, tuple[str, str]] = {}
    collisions = []
    for address, maker in sorted(addresses):
        key = fold(address)
        if key in takers:
            taken, taker = takers[key]
            collisions.append(Collision(taker, maker, taken, address))
        else:
            takers[key] = (address, maker)
    blocked = set()
    for key, (address, maker) in takers.items():
        for folder in folders(key):
            if folder in takers and folder not in blocked:
                blocked.add(folder)
                file, taker = takers[folder]
                collisions.append(Collision(taker, maker, file, address))
    return sorted(collisions)
