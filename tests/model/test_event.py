from __future__ import annotations

import datetime as dt

import pytest

from meetingplace.model.event import Event
from meetingplace.model.references import Context
from meetingplace.model.times import When
from records import MEETING, event, event_faults, faults


def test_a_meeting_without_the_keys_that_it_must_have() -> None:
    assert faults(Event, {"slug": "frukost"}) == [
        ("title", "missing"),
        ("summary", "missing"),
        ("start", "missing"),
        ("attendance", "missing"),
    ]


def test_several_faults_come_out_together_with_their_paths() -> None:
    found = event_faults(
        title={"text": "Frukost"},
        summary="x" * 201,
        timezone="Stockholm",
        start="31 februari",
        place={"nam": "TEA-huset"},
        topics="dans",
        who=[{"person": "anna-berg", "role": "boss"}, {"rol": "host"}, {"person": "bo-ek", "public": "kanske"}],
        programme=[{"titel": "Fika"}],
        pay={"paid": "maybe", "covers": ["time", "cake"]},
        links=[{"title": "Läs", "url": "javascript:alert(1)"}],
        speekers=["anna-berg"],
    )
    assert found == [
        ("title", "text-expected"),
        ("summary", "text-too-long"),
        ("timezone", "zone-unknown"),
        ("start", "time-invalid"),
        ("place.nam", "extra_forbidden"),
        ("topics", "tuple_type"),
        ("programme.0.title", "missing"),
        ("programme.0.titel", "extra_forbidden"),
        ("who.0.role.0", "literal_error"),
        ("who.1.person", "missing"),
        ("who.1.rol", "extra_forbidden"),
        ("who.2.public", "yes-or-no-expected"),
        ("pay.paid", "literal_error"),
        ("pay.covers.1", "literal_error"),
        ("links.0.url", "address-invalid"),
        ("speekers", "extra_forbidden"),
    ]


def test_a_summary_has_200_characters_at_most() -> None:
    assert len(event(summary="å" * 200).summary) == 200
    assert event_faults(summary="å" * 201) == [("summary", "text-too-long")]


# ---------------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("2026-09-12 18:00", None, "end-missing"),
        ("2026-09-12 18:00", "18:00", "end-before-start"),
        ("2026-09-12 18:00", "17:59", "end-before-start"),
        ("2026-09-12 18:00", "2026-09-11 20:00", "end-before-start"),
        ("2026-09-12 18:00", "2026-09-13", "end-of-other-kind"),
        ("2026-09-12 18:00", "2026-10", "day-expected"),
        ("2026-09-12 18:00", "2026-10-13 18:01", "end-too-late"),
        ("2026-09-12 18:00", "kväll", "time-invalid"),
        ("2026-09-12 18:00", "24:00", "time-invalid"),
        ("2026-09-12", "18:00", "end-of-other-kind"),
        ("2026-09-12", "2026-09-11", "end-before-start"),
        ("2026-09-12", "2026-10-14", "end-too-late"),
    ],
)
def test_an_end_that_does_not_suit_the_start(start: str, end: str | None, code: str) -> None:
    assert event_faults(start=start, end=end) == [("end", code)]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-09-12 18:00", "18:01", When(dt.datetime(2026, 9, 12, 18, 1))),
        ("2026-09-12 18:00", "20.30", When(dt.datetime(2026, 9, 12, 20, 30))),
        ("2026-09-12 18:00", "2026-09-13 01:00", When(dt.datetime(2026, 9, 13, 1))),
        ("2026-09-12 18:00", "2026-10-13 18:00", When(dt.datetime(2026, 10, 13, 18))),
        ("2026-09-12", None, None),
        ("2026-09-12", "2026-09-12", When(dt.datetime(2026, 9, 12), "day")),
        ("2026-09-12", "2026-10-13", When(dt.datetime(2026, 10, 13), "day")),
        ("2026-09", None, None),
        ("2026", None, None),
    ],
)
def test_an_end_that_suits_the_start(start: str, end: str | None, found: When | None) -> None:
    assert event(start=start, end=end).end == found


def test_a_fault_of_the_start_is_not_told_again_of_the_end() -> None:
    assert event_faults(start="lördag", end="18:00") == [("start", "time-invalid")]
    assert event_faults(start="lördag", end=None, repeat={"rule": "FREQ=WEEKLY;COUNT=2"}) == [("start", "time-invalid")]


def test_a_meeting_has_the_sites_zone_or_its_own() -> None:
    site = Context(timezone="Europe/Helsinki")
    assert Event.model_validate(MEETING, context=site).timezone == "Europe/Helsinki"
    assert Event.model_validate({**MEETING, "timezone": "UTC"}, context=site).timezone == "UTC"
    assert event_faults(timezone=["UTC"]) == [("timezone", "text-expected")]


# ---------------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("attendance", "place", "online", "found"),
    [
        ("on-site", "tea-huset", None, []),
        ("on-site", {"name": "TEA-huset"}, None, []),
        ("on-site", {"town": "Flen"}, None, []),
        ("on-site", {"tbd": "Högst troligt Flen"}, None, []),
        ("on-site", None, None, [("place", "place-missing")]),
        ("on-site", {"address": "Sveavägen 3"}, None, [("place", "place-empty")]),
        ("on-site", {}, None, [("place", "place-empty")]),
        ("on-site", "tea-huset", {"platform": "Zoom"}, []),
        ("online", None, {"note": "Länken kommer dagen före."}, []),
        ("online", None, {}, []),
        ("online", None, None, [("online", "online-missing")]),
        ("online", None, "https://zoom.us/j/1", [("online", "model_type")]),
        ("hybrid", "tea-huset", {"platform": "Zoom"}, []),
        ("hybrid", None, None, [("place", "place-missing"), ("online", "online-missing")]),
        ("onsite", "tea-huset", None, [("attendance", "literal_error")]),
    ],
)
def test_a_place_to_go_to_and_a_way_to_take_part_from_afar(
    attendance: str, place: object, online: object, found: list[tuple[str, str]]
) -> None:
    assert event_faults(attendance=attendance, place=place, online=online) == found


# ---------------------------------------------------------------------- who


def test_short_forms_are_the_long_ones() -> None:
    short = event(who=["anna-berg"], contact="anna-berg", place="tea-huset")
    long = event(
        who=[{"person": "anna-berg", "role": ["participant"], "public": "yes", "status": "coming"}],
        contact={"person": "anna-berg"},
        place={"slug": "tea-huset"},
    )
    assert (short.who, short.contact, short.place) == (long.who, long.contact, long.place)
    assert event(who=[{"person": "anna-berg", "role": "host"}]).who[0].role == ("host",)
    assert event(who=[{"person": "anna-berg", "role": ["host", "speaker"]}]).who[0].role == ("host", "speaker")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"person": "anna-berg", "public": "hemligt"}, ("who.0.public", "yes-or-no-expected")),
        ({"person": "anna-berg", "public": ["no"]}, ("who.0.public", "yes-or-no-expected")),
        ({"person": "anna-berg", "status": "yes"}, ("who.0.status", "literal_error")),
        ({"person": "anna-berg", "since": "i går"}, ("who.0.since", "day-expected")),
        ({"person": "anna-berg", "attends": "hybrid"}, ("who.0.attends", "literal_error")),
        ({"name": "Anna Berg"}, ("who.0.person", "missing")),
    ],
)
def test_a_row_that_cannot_be_read_is_a_fault(row: dict[str, object], fault: tuple[str, str]) -> None:
    assert fault in event_faults(who=[row])


@pytest.mark.parametrize("uid", ["frukost", "a1b2.c3-d4_e5", "A" * 100])
def test_a_uid(uid: str) -> None:
    assert event(uid=uid).uid == uid


@pytest.mark.parametrize("uid", ["-a", "a b", "a@b", "å", "a\nb", "A" * 101])
def test_no_uid(uid: str) -> None:
    assert event_faults(uid=uid) == [("uid", "uid-invalid")]


def test_records_do_not_change() -> None:
    made = event()
    with pytest.raises(ValueError, match="frozen"):
        made.title = "Middag"  # type: ignore[misc]
