"""Which calendars a site has, and what is in them as days pass."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue import Catalogue
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.outlet import outlet
from meetingplace.publishing.subscriptions import Subscriptions
from meetings import outlet as words
from outputs import made
from records import anna, catalogue, event, municipality, series


TERMS = {"kulturfrukost": {"sv": "Kulturfrukost", "kind": "form"}, "dans": {"sv": "Dans", "kind": "topic"}}
LAST = dt.date(2026, 9, 12)
MOVED = {"updates": [{"date": "2026-08-10", "text": "Ny dag.", "was": "2026-09-05 09:30"}]}


def calendars(known: Catalogue) -> dict[str, list[str]]:
    """The SUMMARY and STATUS of everything in each calendar of a listing."""
    addresses = Addresses(known.site)
    files = made(Subscriptions(known, outlet(known, addresses, words().language)).outputs())[1]
    kept = {file.address: file.content for file in files if file.address.endswith("kalender.ics")}
    return {
        address: [
            line.partition(":")[2] for line in content.decode().split("\r\n") if line.startswith(("SUMMARY", "STATUS"))
        ]
        for address, content in kept.items()
    }


@pytest.mark.parametrize("covers", ["feeds", "archive"])
def test_every_listing_has_one_and_a_person_who_agreed_to_feeds(covers: str) -> None:
    told = event(form="kulturfrukost", topics=["dans"], municipality="flen", series="frukostar", who=["anna-berg"])
    others = (municipality("flen", "Flen"), series("frukostar", "Frukostar"))
    found = calendars(catalogue(told, anna("name", "profile", covers), *others, terms=TERMS))
    assert sorted(address for address, told_of in found.items() if told_of) == [
        "amnen/dans/kalender.ics",
        "amnen/kulturfrukost/kalender.ics",
        "kalender.ics",
        "kommuner/flen/kalender.ics",
        *(["personer/anna-berg/kalender.ics"] if covers == "feeds" else []),
        "serier/frukostar/kalender.ics",
        "urval/pa-plats/kalender.ics",
    ]
    assert ("personer/anna-berg/kalender.ics" in found) == (covers == "feeds")


@pytest.mark.parametrize(
    ("front_matter", "days", "told"),
    [
        ({}, 400, ["Kulturfrukost", "CONFIRMED"]),
        (MOVED, 400, ["Kulturfrukost", "CONFIRMED"]),
        ({"status": "postponed"}, 400, ["FRAMFLYTTAT: Kulturfrukost", "TENTATIVE"]),
        ({"status": "tentative"}, 400, ["Kulturfrukost", "TENTATIVE"]),
        ({"status": "cancelled"}, 30, ["INSTÄLLT: Kulturfrukost", "CANCELLED"]),
    ],
)
def test_what_becomes_of_a_meeting_in_calendars(front_matter: dict[str, Any], days: int, told: list[str]) -> None:
    on = [dt.date(2026, 9, 1), LAST + dt.timedelta(days=days), LAST + dt.timedelta(days=days + 1)]
    found = [calendars(catalogue(event(**front_matter), today=day))["kalender.ics"] for day in on]
    assert found == [told, told, []]
