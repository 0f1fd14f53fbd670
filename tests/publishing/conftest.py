"""What the tests of publishing share: calendars as bytes, read back, and golden files."""

from __future__ import annotations

import os
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
    """Compares bytes with a file, or writes it where WRITE_GOLDEN is set in the environment: to be looked at and kept."""

    def compare(name: str, made: bytes) -> None:
        file = Path(__file__).parent / "golden" / name
        if os.environ.get("WRITE_GOLDEN"):
            file.write_bytes(made)
        assert made.decode() == file.read_bytes().decode()

    return compare
