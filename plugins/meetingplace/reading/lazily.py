"""Records that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from meetingplace.model.record import Record


AnyRecord = TypeVar("AnyRecord", bound=Record)


class Records(Mapping[str, AnyRecord], Generic[AnyRecord]):
    """Records by slug, each with what makes it."""

    def __init__(self, makers: Mapping[str, Callable[[], AnyRecord]]) -> None:
        self._makers = makers
        self._made: dict[str, AnyRecord] = {}

    def __getitem__(self, slug: str) -> AnyRecord:
        if slug not in self._made:
            self._made[slug] = self._makers[slug]()
        return self._made[slug]

    def __contains__(self, slug: object) -> bool:
        return slug in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def ready(record: AnyRecord) -> Callable[[], AnyRecord]:
    """What makes a record that is made already."""
    return lambda: record
