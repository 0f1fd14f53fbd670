"""What machines read on the pages of meetings: JSON-LD as Google asks of an Event, and microformats, as extruct finds them.

https://developers.google.com/search/docs/appearance/structured-data/event
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import extruct
from lxml.html import document_fromstring, tostring

from sites import SITEURL, read_pages


Found = dict[str, Any]

REQUIRED = {"name", "startDate", "location"}
ALWAYS_KNOWN = {"description", "image", "eventStatus", "eventAttendanceMode", "organizer", "url", "inLanguage"}
STATUSES = {"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"}
MEETING = re.compile(r'<body class="[^"]*\bpage--meeting[ "]')


def meetings(root: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of the page of each meeting."""
    for address, path in read_pages(root):
        text = path.read_text("utf-8")
        if MEETING.search(text):
            yield address, text


def page(text: str) -> Any:
    return document_fromstring(text)  # whose stubs know only half of it


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def instant(written: str) -> bool:
    """A day, or a moment with its distance to UTC, without which it would be another moment elsewhere."""
    if re.fullmatch(r"\d{4}(-\d{2}){0,1}", written):
        return True  # schema.org takes what is not exact; there is no more to say of it
    return (
        bool(date.fromisoformat(written)) if len(written) == 10 else datetime.fromisoformat(written).tzinfo is not None
    )


def faults_of_event(event: Found) -> Iterator[str]:
    yield from (f"no {name}" for name in sorted((REQUIRED | ALWAYS_KNOWN) - event.keys()))
    yield from (f"{name} is empty" for name, value in event.items() if value in ("", [], {}, None))
    dates = [event[name] for name in ("startDate", "endDate", "previousStartDate") if name in event]
    yield from (f"not a time: {written}" for written in dates if not instant(written))
    if "endDate" in event and event["endDate"] < event["startDate"]:
        yield "ends before it begins"
    status = event["eventStatus"].removeprefix("https://schema.org/")
    if status not in STATUSES or (status == "EventRescheduled") != ("previousStartDate" in event):
        yield f"status {status}, once {event.get('previousStartDate')}"
    yield from faults_of_location(event)
    for name in ("organizer", "performer"):
        yield from (f"a nameless {name}" for each in many(event.get(name)) if not each.get("name"))
    yield from (f"an offer without url: {offer}" for offer in many(event.get("offers")) if not offer.get("url"))
    priced = [offer for offer in many(event.get("offers")) if "price" in offer]
    yield from (f"a price in no currency: {offer}" for offer in priced if not offer.get("priceCurrency"))
    yield from (
        f"a picture that is no address: {image}" for image in many(event.get("image")) if not image.startswith(SITEURL)
    )


def faults_of_location(event: Found) -> Iterator[str]:
    kinds = {location["@type"] for location in many(event["location"])}
    mode = event["eventAttendanceMode"].removeprefix("https://schema.org/").removesuffix("EventAttendanceMode")
    expected = {"Offline": {"Place"}, "Online": {"VirtualLocation"}, "Mixed": {"Place", "VirtualLocation"}}[mode]
    if kinds != expected:
        yield f"{mode} at {kinds}"
    for location in many(event["location"]):
        needed = "url" if location["@type"] == "VirtualLocation" else "address"
        if not location.get(needed):
            yield f"{location['@type']} without {needed}"


def test_every_meeting_is_an_event_for_search_engines(example_site: Path) -> None:
    faults = {}
    for address, text in meetings(example_site):
        found = extruct.extract(text, base_url=SITEURL + address, syntaxes=["json-ld"])["json-ld"]
        (written,) = page(text).xpath("//script[@type='application/ld+json']/text()")
        assert found == [json.loads(written)]
        faults[address] = [*faults_of_event(found[0])] + (
            [] if found[0]["url"] == SITEURL + address else ["another url"]
        )
    assert faults
    assert {address: told for address, told in faults.items() if told} == {}


def test_every_meeting_says_the_same_in_microformats(example_site: Path) -> None:
    faults = {}
    for address, text in meetings(example_site):
        found = extruct.extract(text, base_url=SITEURL + address, syntaxes=["json-ld", "microformat"])
        (json_ld,), events = found["json-ld"], [item for item in found["microformat"] if "h-event" in item["type"]]
        faults[address] = (
            [f"{len(events)} events"] if len(events) != 1 else differences(json_ld, events[0]["properties"])
        )
    assert {address: told for address, told in faults.items() if told} == {}


def differences(json_ld: Found, event: Found) -> list[str]:
    """What microformats lack of what JSON-LD has: name, place and address, and times, which they write without a colon."""
    needed = [name for name in ("name", "start", "location", "url", "summary") if not event.get(name)]
    times = [("start", "startDate"), *([("end", "endDate")] if "endDate" in json_ld else [])]
    unlike = [name for name, key in times if event.get(name) != [re.sub(r"(?<=[+-]\d\d):(?=\d\d$)", "", json_ld[key])]]
    return [f"no {name}" for name in needed] + [f"another {name}: {event.get(name)}" for name in unlike]


def test_everyone_who_is_named_among_those_one_will_meet_is_a_card(example_site: Path) -> None:
    faults, named = {}, 0
    for address, text in meetings(example_site):
        people = page(text).get_element_by_id("vilka").find_class("person")
        named += len(people)
        faults[address] = [person.text_content().split() for person in people if not is_card(person)]
    assert named
    assert {address: told for address, told in faults.items() if told} == {}


def is_card(person: Any) -> bool:
    html = tostring(person, encoding="unicode")
    found = extruct.extract(html, base_url=SITEURL, syntaxes=["microformat"])["microformat"]
    return [item["properties"].get("name") for item in found if "h-card" in item["type"]][:1] not in ([], [None])
