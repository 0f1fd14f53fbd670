"""The files of a listing and of a meeting as bytes; those of the site are in test_calendars.py and test_rss.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meetingplace.i18n import language
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.outlet import outlet
from meetingplace.publishing.subscriptions import Subscriptions
from outputs import made
from records import catalogue, consent, event, municipality, person


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """All calendars and feeds about one meeting in Flen, by address."""
    found = catalogue(
        municipality("flen", "Flen"),
        person("anna-berg", "Anna Berg", consent=consent("name", "feeds")),
        event(
            municipality="flen", topics=["dans"], who=["anna-berg"], contact={"name": "Åsa", "phone": "070-123 45 67"}
        ),
        terms={"dans": {"sv": "Dans", "kind": "topic"}},
        uid_domain="uid.example",
    )
    written = outlet(found, Addresses(found.site), language("sv"))
    return {file.address: file.content for file in made(Subscriptions(found, written).outputs())[1]}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("kommuner/flen/kalender.ics", "kommun-kalender.ics"),
        ("kommuner/flen/rss.xml", "kommun-rss.xml"),
        ("motesplatser/frukost/frukost.ics", "mote.ics"),
    ],
)
def test_a_file_of_each_kind_is_these_bytes(
    files: dict[str, bytes], golden: Callable[[str, bytes], None], address: str, name: str
) -> None:
    golden(name, files[address])


def test_a_meeting_is_the_same_bytes_in_every_calendar(files: dict[str, bytes]) -> None:
    events = {
        content.partition(b"BEGIN:VEVENT")[2].partition(b"END:VCALENDAR")[0]
        for address, content in files.items()
        if address.endswith(".ics") and b"BEGIN:VEVENT" in content
    }
    assert len(events) == 1
