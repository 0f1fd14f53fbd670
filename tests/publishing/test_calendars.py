"""A calendar and its meetings, byte by byte and as icalendar reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import icalendar
import pytest

from meetingplace.catalogue.attendance import Attendance
from meetingplace.model.record import Picture
from meetingplace.publishing.calendars import kept, vevents, zones_of
from meetings import SITE, event, meeting, outlet, person


Write = Callable[..., bytes]
ATTENDING = Attendance(
    people=(
        person("Anna Berg", "host", disciplines=("Dans",), municipality="flen"),
        person("Bo Ek", organisation="Region Sörmland", kind="public"),
    ),
    organisations=(person("Kulturföreningen Kvarnen", is_organisation=True),),
    total=14,
    by_kind=(("independent", 9), ("public", 4), ("funder", 1)),
    disciplines=(("dans", 5), ("musik", 4)),
    invited=2,
)
FULL: dict[str, Any] = {
    "attending": ATTENDING,
    "form": "kulturfrukost",
    "topics": ["eu", "dans"],
    "attendance": "hybrid",
    "online": {
        "platform": "Zoom",
        "url": "https://zoom.example/j/1?p=2,3",
        "note": "Länken gäller *hela* dagen.",
    },
    "cost": "free",
    "pay": {"paid": "yes", "amount": "1 200 kr", "covers": ["time", "travel"]},
    "registration": {"required": "yes", "deadline": "2026-03-10", "email": "anmalan@kultur.example"},
    "modified": "2026-02-03 12:30",
}


def lines(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def values(content: bytes, name: str) -> list[str]:
    """What follows the property's name in each line that has it, parameters included."""
    return [
        line.removeprefix(name)
        for line in lines(content)
        if line[len(name) :][:1] in (":", ";") and line.startswith(name)
    ]


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).events)


def test_a_calendar_is_these_bytes(written: Write, golden: Callable[[str, bytes], None]) -> None:
    cancelled = meeting(slug="skordefest", title="Skördefest", start="2026-09-12", end=None, status="cancelled")
    made = written(meeting(**FULL), cancelled)
    golden("kalender.ics", made)


def test_icalendar_finds_no_fault(written: Write) -> None:
    read = icalendar.Calendar.from_ical(written(meeting(**FULL)))
    assert [read.errors, *(part.errors for part in read.walk())] == [[]] * (1 + len(read.walk()))


def test_a_calendar_without_meetings_has_a_time_zone(written: Write) -> None:
    empty = written(meeting(start="2026-10", end=None))
    assert [line for line in lines(empty) if line.startswith("BEGIN")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "BEGIN:DAYLIGHT",
        "BEGIN:STANDARD",
    ]


@pytest.mark.parametrize("zone", ["UTC", "Africa/Casablanca"])
def test_so_has_one_of_a_site_whose_zone_has_no_rules(written: Write, zone: str) -> None:
    empty = written(site=SITE.model_copy(update={"timezone": zone}))
    assert values(empty, "TZID") == [":UTC"]
    assert values(empty, "TZOFFSETTO") == [":+0000"]


def test_the_head(written: Write) -> None:
    made = written(title='Flen: "allt", alltid', description="Rad\r\nX:två")
    assert lines(made)[1:15] == [
        "VERSION:2.0",
        "PRODID:-//meetingplace//Calendars//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        'NAME:Flen: "allt"\\, alltid',
        'X-WR-CALNAME:Flen: "allt"\\, alltid',
        "DESCRIPTION:Rad X:två",
        "X-WR-CALDESC:Rad X:två",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        "SOURCE;VALUE=URI:https://kultur.example/moten/kalender.ics",
        "URL:https://kultur.example/moten/",
        "COLOR:firebrick",
        "X-WR-TIMEZONE:Europe/Stockholm",
    ]


@pytest.mark.parametrize(
    ("front_matter", "start", "end"),
    [
        ({}, ";TZID=Europe/Stockholm:20260312T093000", ";TZID=Europe/Stockholm:20260312T110000"),
        ({"timezone": "UTC"}, ":20260312T093000Z", ":20260312T110000Z"),
        (
            {"timezone": "Africa/Casablanca", "start": "2026-06-12 09:30"},
            ":20260612T083000Z",
            ":20260612T100000Z",
        ),
        ({"start": "2026-09-12", "end": None}, ";VALUE=DATE:20260912", ";VALUE=DATE:20260913"),
        ({"start": "2026-12-31", "end": "2027-01-02"}, ";VALUE=DATE:20261231", ";VALUE=DATE:20270103"),
        (
            {"start": "2026-10-24 22:00", "end": "2026-10-25 04:00"},
            ";TZID=Europe/Stockholm:20261024T220000",
            ";TZID=Europe/Stockholm:20261025T040000",
        ),
    ],
)
def test_times(front_matter: dict[str, Any], start: str, end: str) -> None:
    made = vevents(meeting(**front_matter), outlet())
    assert (values(made, "DTSTART"), values(made, "DTEND")) == ([start], [end])


@pytest.mark.parametrize(
    ("start", "utc"), [("2026-07-01 18:00", "2026-07-01T16:00Z"), ("2026-12-01 18:00", "2026-12-01T17:00Z")]
)
def test_instants_in_summer_and_winter(written: Write, start: str, utc: str) -> None:
    (read,) = events(written(meeting(start=start, end="19:00")))
    assert isinstance(read.start, dt.datetime)
    assert f"{read.start.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}" == utc


@pytest.mark.parametrize("start", ["2026-10", "2027"])
def test_a_day_that_is_not_fixed_has_no_event(start: str) -> None:
    assert vevents(meeting(start=start, end=None), outlet()) == b""


@pytest.mark.parametrize(
    ("status", "summary", "written_status", "busy"),
    [
        ("confirmed", "Kulturfrukost", "CONFIRMED", "OPAQUE"),
        ("tentative", "Kulturfrukost", "TENTATIVE", "OPAQUE"),
        ("cancelled", "INSTÄLLT: Kulturfrukost", "CANCELLED", "TRANSPARENT"),
        ("postponed", "FRAMFLYTTAT: Kulturfrukost", "TENTATIVE", "TRANSPARENT"),
    ],
)
def test_status(status: str, summary: str, written_status: str, busy: str) -> None:
    made = vevents(meeting(status=status), outlet())
    found = [values(made, name) for name in ("SUMMARY", "STATUS", "TRANSP")]
    assert found == [[f":{summary}"], [f":{written_status}"], [f":{busy}"]]


@pytest.mark.parametrize(("all_day", "busy"), [("no", ":TRANSPARENT"), ("yes", ":OPAQUE")])
def test_a_day_without_hours_keeps_nobody_busy(all_day: str, busy: str) -> None:
    made = vevents(meeting(start="2026-09-12", end=None, all_day=all_day), outlet())
    assert values(made, "TRANSP") == [busy]


@pytest.mark.parametrize(
    ("published", "modified", "stamps"),
    [
        ("2026-02-01", "2026-02-01", ["20260131T230000Z", "20260131T230000Z", "20260131T230000Z", "0"]),
        (
            "2026-02-01 12:00",
            "2026-02-03",
            ["20260202T230000Z", "20260201T110000Z", "20260202T230000Z", "2160"],
        ),
        ("2026-02-01 12:00", "2026-02-01", ["20260201T110000Z", "20260201T110000Z", "20260201T110000Z", "0"]),
        (
            "2026-02-01",
            "2026-07-01 00:01",
            ["20260630T220100Z", "20260131T230000Z", "20260630T220100Z", "215941"],
        ),
    ],
)
def test_stamps_come_from_published_and_modified(published: str, modified: str, stamps: list[str]) -> None:
    made = vevents(meeting(published=published, modified=modified), outlet())
    names = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE")
    assert [values(made, name) for name in names] == [[f":{stamp}"] for stamp in stamps]


def test_sequence_rises_with_every_minute() -> None:
    changes = ["2026-02-01", "2026-02-01 00:01", "2026-02-02", "2026-03-29", "2026-03-30", "2027-01-01"]
    made = [vevents(meeting(modified=modified), outlet()) for modified in changes]
    found = [int(values(content, "SEQUENCE")[0][1:]) for content in made]
    assert found == sorted(set(found))


def test_the_uid_is_the_events_own_for_ever() -> None:
    made = [vevents(meeting(slug=slug, uid="2026-1a"), outlet()) for slug in ("nu", "da")]
    assert [values(content, "UID") for content in made] == [[":2026-1a@uid.example"]] * 2


def test_the_organiser_publishes_and_nobody_attends(written: Write) -> None:
    site = SITE.model_copy(update={"publisher": 'Kultur; "Sörmland", öst: ^1'})
    made = vevents(meeting(**FULL), outlet(site=site))
    assert values(made, "ORGANIZER") == [
        ";CN=\"Kultur; 'Sörmland', öst: ^^1\":mailto:kalender@kultur.example",
    ]
    assert values(made, "ATTENDEE") == []


def test_where() -> None:
    made = vevents(meeting(), outlet())
    assert values(made, "LOCATION") == [":TEA-huset\\, Sveavägen 3\\, 642 37 Flen"]
    assert values(made, "GEO") == [":59.058000;16.587600"]


@pytest.mark.parametrize(
    ("front_matter", "location"),
    [
        ({"place": {"tbd": "Högst troligt Flen"}}, ":Högst troligt Flen"),
        ({"place": {"name": "Hamnboden", "town": "Trosa"}}, ":Hamnboden\\, Trosa"),
        ({"place": None, "attendance": "online", "online": {"platform": "Zoom"}}, ":Zoom"),
        ({"place": None, "attendance": "online", "online": {"note": "Länk i mejl"}}, ":Digitalt"),
    ],
)
def test_where_that_is_not_a_venue(front_matter: dict[str, Any], location: str) -> None:
    made = vevents(meeting(**front_matter), outlet())
    assert (values(made, "LOCATION"), values(made, "GEO")) == ([location], [])


def test_a_conference_has_its_address_and_only_then() -> None:
    assert values(vevents(meeting(**FULL), outlet()), "CONFERENCE") == [
        ";LABEL=Zoom;VALUE=URI:https://zoom.example/j/1?p=2,3"
    ]
    later = meeting(attendance="online", place=None, online={"note": "Länk i mejl"})
    on_site = meeting(online={"url": "https://zoom.example/"})
    assert [values(vevents(made, outlet()), "CONFERENCE") for made in (later, on_site)] == [[], []]


def test_a_picture_only_where_it_is_published() -> None:
    pictured = meeting(image={"file": "images/a.jpg", "alt": "En sal"})

    def address(picture: Picture) -> str:
        return f"https://kultur.example/moten/bilder/{picture.file[-5:]}"

    assert values(vevents(pictured, outlet()), "IMAGE") == []
    assert values(vevents(pictured, outlet(picture=address)), "IMAGE") == [
        ";DISPLAY=BADGE;VALUE=URI:https://kultur.example/moten/bilder/a.jpg"
    ]


def test_the_description_tells_whom_one_will_meet(written: Write) -> None:
    (read,) = events(written(meeting(**FULL)))
    assert str(read["DESCRIPTION"]).split("\n") == [
        "Vi äter frukost och berättar vad vi gör.",
        "",
        (
            "Vilka du möter: 14 kommer: 9 fria kulturaktörer, 4 från kommun och region, 1 finansiär;"
            " mest dans och musik; dessutom 1 organisation. 2 till är inbjudna."
        ),
        "– Anna Berg (värd), dans, Flen",
        "– Bo Ek, Region Sörmland",
        "– Kulturföreningen Kvarnen",
        "",
        "Kostnad: Gratis",
        "Arvode: Ja, du får arvode för din tid: 1 200 kr. Täcker tid och resa",
        "Anmälan: Anmälan krävs. Sista dag tisdag 10 mars 2026. anmalan@kultur.example",
        "Digitalt: Zoom. Länken gäller hela dagen – https://zoom.example/j/1?p=2,3",
        "Kontakt: Åsa Ek, asa@kultur.example, 070-123 45 67",
        "",
        "https://kultur.example/moten/motesplatser/kulturfrukost/",
    ]


def test_what_is_not_said_has_somebody_to_ask(written: Write) -> None:
    (read,) = events(written(meeting()))
    assert str(read["DESCRIPTION"]).split("\n")[2:7] == [
        "Vilka du möter: Ingen är presenterad än. Åsa Ek vet mer längre fram.",
        "",
        "Kostnad: Inte angivet – fråga Åsa Ek",
        "Arvode: Inte angivet – fråga Åsa Ek",
        "Anmälan: Inte angivet – fråga Åsa Ek",
    ]


def test_what_is_closed_shows_no_way_in(written: Write) -> None:
    registration = {
        "state": "closed",
        "required": "yes",
        "deadline": "2026-03-10",
        "email": "anmalan@kultur.example",
        "url": "https://anmalan.example/",
        "note": "Hör av dig *ändå*.",
    }
    (read,) = events(written(meeting(registration=registration)))
    assert "Anmälan: Anmälan är stängd. Hör av dig ändå" in str(read["DESCRIPTION"]).split("\n")
    assert "anmalan" not in str(read["DESCRIPTION"])


def test_who_may_come_is_said(written: Write) -> None:
    maybe = replace(person("Bo Ek", "speaker"), maybe=True)
    attending = Attendance(people=(maybe,), total=1, maybe=1, by_kind=(("independent", 1),))
    (read,) = events(written(meeting(attending=attending)))
    assert str(read["DESCRIPTION"]).split("\n")[2:4] == [
        "Vilka du möter: 1 fri kulturaktör kommer kanske",
        "– Bo Ek (föreläsare, kanske)",
    ]


def test_what_is_cancelled_says_so_first_and_names_nobody(written: Write) -> None:
    updates = [{"date": "2026-02-20", "text": "Sal **3** brann."}]
    (read,) = events(written(meeting(**FULL, status="cancelled", updates=updates)))
    assert str(read["DESCRIPTION"]).split("\n") == [
        "INSTÄLLT: Mötet blir inte av.",
        "Sal 3 brann.",
        "",
        "Vi äter frukost och berättar vad vi gör.",
        "",
        "Kontakt: Åsa Ek, asa@kultur.example, 070-123 45 67",
        "",
        "https://kultur.example/moten/motesplatser/kulturfrukost/",
    ]


def test_what_was_moved_says_from_when(written: Write) -> None:
    updates = [{"date": "2026-02-20", "text": "Ny dag.", "was": "2026-03-05 09:30"}]
    (read,) = events(written(meeting(updates=updates)))
    assert str(read["DESCRIPTION"]).split("\n")[:2] == [
        "Flyttat från torsdag 5 mars 2026 kl. 09.30.",
        "Ny dag.",
    ]


def test_someone_without_feeds_is_not_named_even_if_handed_over() -> None:
    attending = Attendance(people=(person("Hemlig Person", in_feeds=False),), total=1, by_kind=(("independent", 1),))
    assert "Hemlig" not in vevents(meeting(attending=attending), outlet()).decode()


def test_texts_for_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="kulturfrukost: texts for name"):
        vevents(meeting(audience="name"), outlet())


@pytest.mark.parametrize(
    ("front_matter", "last"),
    [
        ({}, dt.date(2026, 3, 12) + dt.timedelta(days=400)),
        ({"status": "postponed"}, dt.date(2026, 3, 12) + dt.timedelta(days=400)),
        ({"status": "cancelled"}, dt.date(2026, 4, 11)),
        ({"start": "2026-03-12", "end": "2026-03-14", "status": "cancelled"}, dt.date(2026, 4, 13)),
        (
            {
                "repeat": {
                    "rule": "FREQ=WEEKLY;COUNT=2",
                    "changes": [{"date": "2026-03-19", "status": "cancelled"}],
                }
            },
            dt.date(2026, 3, 19) + dt.timedelta(days=400),
        ),
    ],
)
def test_how_long_a_listing_keeps_a_meeting(front_matter: dict[str, Any], last: dt.date) -> None:
    made = meeting(**front_matter)
    assert [kept(made, last), kept(made, last + dt.timedelta(days=1))] == [True, False]


def test_what_has_no_day_is_in_no_calendar() -> None:
    assert not kept(meeting(start="2026-10", end=None), dt.date(2026, 3, 1))


def test_only_zones_that_are_written_are_defined() -> None:
    meetings = [
        meeting(timezone="Europe/Helsinki"),
        meeting(),
        meeting(timezone="UTC"),
        meeting(timezone="Africa/Cairo"),
        meeting(timezone="Asia/Tokyo", start="2026-09-12", end=None),
        meeting(timezone="Asia/Tokyo", start="2026-10", end=None),
    ]
    assert zones_of(meetings) == ("Europe/Helsinki", "Europe/Stockholm")


def test_the_factory_reads_front_matter_as_editors_write_it() -> None:
    assert str(event(end="2026-03-12 11:00").end) == "2026-03-12 11:00"
