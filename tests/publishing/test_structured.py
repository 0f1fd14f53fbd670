"""JSON-LD: one schema.org Event that no text can leave."""

from __future__ import annotations

import json
from typing import Any

import pytest

from meetingplace.catalogue.attendance import Attendance
from meetingplace.publishing.structured import event_json
from meetings import SITE, meeting, outlet, person


PAGE = f"{SITE.url}/motesplatser/kulturfrukost/"


def event(**front_matter: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(event_json(meeting(**front_matter), outlet()))
    return found


def test_a_plain_meeting() -> None:
    assert event() == {
        "@context": "https://schema.org",
        "@id": PAGE,
        "@type": "Event",
        "description": "Vi äter frukost och berättar vad vi gör.",
        "endDate": "2026-03-12T11:00+01:00",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "identifier": "kulturfrukost@uid.example",
        "inLanguage": "sv",
        "location": {
            "@type": "Place",
            "name": "TEA-huset",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Sveavägen 3",
                "postalCode": "642 37",
                "addressLocality": "Flen",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": 59.058, "longitude": 16.5876},
            "url": f"{SITE.url}/platser/tea-huset/",
        },
        "name": "Kulturfrukost",
        "organizer": {"@type": "Organization", "name": "Mötesplatser", "url": f"{SITE.url}/"},
        "startDate": "2026-03-12T09:30+01:00",
        "url": PAGE,
    }


def test_keys_are_in_order() -> None:
    text = event_json(meeting(), outlet())
    assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True) == text


def test_no_text_can_end_the_script() -> None:
    hostile = '</script><!-- ]]> & \u2028 \u2029 "\\ <b>'
    text = event_json(meeting(title=f"x{hostile}x", cost=hostile), outlet())
    assert [sign for sign in "<>&\u2028\u2029\n" if sign in text] == []
    assert json.loads(text)["name"] == 'x</script><!-- ]]> & "\\ <b>x'


@pytest.mark.parametrize(
    ("front_matter", "status", "previous"),
    [
        ({"status": "tentative"}, "EventScheduled", None),
        ({"status": "cancelled"}, "EventCancelled", None),
        ({"status": "postponed"}, "EventPostponed", None),
        (
            {"updates": [{"date": "2026-02-20", "text": "Ny dag.", "was": "2026-03-05 09:30"}]},
            "EventRescheduled",
            "2026-03-05T09:30+01:00",
        ),
        (
            {"status": "cancelled", "updates": [{"date": "2026-02-20", "text": "Ny.", "was": "2026-03-05"}]},
            "EventCancelled",
            None,
        ),
        (
            {
                "repeat": {
                    "also": ["2026-03-19"],
                    "changes": [{"date": "2026-03-19", "start": "2026-03-20"}],
                },
                "updates": [{"date": "2026-02-20", "text": "Fredag.", "was": "2026-03-19"}],
            },
            "EventScheduled",
            None,
        ),
        (
            {
                "repeat": {
                    "also": ["2026-03-19"],
                    "changes": [{"date": "2026-03-12", "start": "2026-03-11 10:00"}],
                }
            },
            "EventRescheduled",
            "2026-03-12T09:30+01:00",
        ),
    ],
)
def test_status(front_matter: dict[str, Any], status: str, previous: str | None) -> None:
    found = event(**front_matter)
    assert (found["eventStatus"], found.get("previousStartDate")) == (
        f"https://schema.org/{status}",
        previous,
    )


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2026-07-01 18:00", "19:00", ("2026-07-01T18:00+02:00", "2026-07-01T19:00+02:00")),
        ("2026-09-12", "2026-09-13", ("2026-09-12", "2026-09-13")),
        ("2026-10", None, ("2026-10", None)),
    ],
)
def test_dates(start: str, end: str | None, dates: tuple[str, str | None]) -> None:
    found = event(start=start, end=end)
    assert (found["startDate"], found.get("endDate")) == dates


def test_from_afar() -> None:
    found = event(attendance="online", place=None, online={"platform": "Zoom", "url": "https://zoom.example/å"})
    assert found["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert found["location"] == {
        "@type": "VirtualLocation",
        "name": "Zoom",
        "url": "https://zoom.example/%C3%A5",
    }


def test_in_both_places_with_the_link_to_come() -> None:
    found = event(attendance="hybrid", place={"tbd": "Högst troligt Flen"}, online={"note": "Mejlas dagen före"})
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert found["location"] == [
        {"@type": "Place", "name": "Högst troligt Flen", "address": "Högst troligt Flen"},
        {"@type": "VirtualLocation", "url": PAGE},
    ]


def test_who_carries_the_meeting_is_named_by_consent() -> None:
    attending = Attendance(
        people=(
            person("Anna Berg", "host", slug="anna-berg", has_page=True),
            person("Bo Ek"),
            person("Cia Dahl", "speaker", slug="cia"),
            person("Hemlig Person", "speaker", in_feeds=False),
        ),
        organisations=(person("Kvarnen", "host", is_organisation=True),),
        total=3,
    )
    publisher = {"@type": "Organization", "name": "Mötesplatser", "url": f"{SITE.url}/"}
    found = event(attending=attending)
    assert found["organizer"] == [
        publisher,
        {"@type": "Person", "name": "Anna Berg", "url": f"{SITE.url}/personer/anna-berg/"},
        {"@type": "Organization", "name": "Kvarnen"},
    ]
    assert found["performer"] == [{"@type": "Person", "name": "Cia Dahl"}]
    cancelled = event(attending=attending, status="cancelled")
    assert ("performer" in cancelled, cancelled["organizer"]) == (False, publisher)


@pytest.mark.parametrize(
    ("front_matter", "free", "offer"),
    [
        ({"cost": "free"}, True, {"price": 0, "priceCurrency": "SEK", "url": PAGE}),
        ({"cost": "50 kr"}, None, {"description": "50 kr", "price": 50, "priceCurrency": "SEK", "url": PAGE}),
        ({"cost": "50 kr, gratis för barn"}, None, {"description": "50 kr, gratis för barn", "url": PAGE}),
        ({"cost": "50 kr eller 80 kr"}, None, {"description": "50 kr eller 80 kr", "url": PAGE}),
        (
            {"registration": {"state": "full", "url": "https://a.example/", "deadline": "2026-03-10"}},
            None,
            {
                "availability": "https://schema.org/SoldOut",
                "url": "https://a.example/",
                "validThrough": "2026-03-10",
            },
        ),
    ],
)
def test_offers(front_matter: dict[str, Any], free: bool | None, offer: dict[str, Any]) -> None:
    found = event(**front_matter)
    assert (found.get("isAccessibleForFree"), found["offers"]) == (free, {"@type": "Offer", **offer})


def test_words_language_and_picture() -> None:
    made = meeting(form="kulturfrukost", topics=["eu"], language=["sv", "en"], image={"file": "a.jpg", "alt": "En sal"})
    found = json.loads(event_json(made, outlet(picture=lambda picture: f"https://kultur.example/{picture.file}")))
    assert (found["keywords"], found["inLanguage"], found["image"]) == (
        ["Kulturfrukost", "EU-projekt"],
        ["sv", "en"],
        "https://kultur.example/a.jpg",
    )


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="kulturfrukost: texts for name"):
        event_json(meeting(audience="name"), outlet())
