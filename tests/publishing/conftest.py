"""What the tests of publishing share: calendars as bytes, read back, and golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.calendars import calendar, vevents, zones_of
from meetings import SITE, outlet


Golden = Callable[[str, bytes], None]


@pytest.fixture(scope="session")
def written() -> Callable[..., bytes]:
    """A calendar that has these meetings."""

    def write(*meetings: Meeting, **changes: Any) -> bytes:
        head: dict[str, Any] = {
            "title": "Mötesplatser",
            "description": "Vad som händer, och vilka du möter där",
            "address": f"{SITE.url}/kalender.ics",
            "page": f"{SITE.url}/",
            "site": SITE,
        }
        made = [vevents(meeting, outlet()) for meeting in meetings]
        return calendar(**{**head, **changes}, events=made, zones=zones_of(meetings))

    return write


@pytest.fixture(scope="session")
def golden() -> Golden:
    """Compares bytes with a file; one that is missing is written, to be looked at and kept."""

    def compare(name: str, made: bytes) -> None:
        file = Path(__file__).parent / "golden" / name
        if not file.exists():
            file.write_bytes(made)
            pytest.fail(f"{name} was missing and is written: look at it, and run again")
        assert made.decode() == file.read_bytes().decode()

    return compare
