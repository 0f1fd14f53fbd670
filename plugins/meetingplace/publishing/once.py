"""What many pages show is made once and shared by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar


Made = TypeVar("Made")


class Once:
    """Keeps what was made of the very same objects, which must not change, and these objects for as long."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[object, tuple[object, ...]]] = {}

    def __call__(self, make: Callable[..., Made], *of: object) -> Made:
        """What `make` makes of objects: it must know nothing else. Two that are equal are not the same."""
        key = (make, *map(id, of))
        if key not in self._made:
            self._made[key] = make(*of), of
        made: Made = self._made[key][0]  # type: ignore[assignment]
        return made
