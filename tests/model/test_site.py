from __future__ import annotations

import pytest
from pydantic import ValidationError

from meetingplace.model.site import Site


def faults(**settings: object) -> list[tuple[str, str]]:
    try:
        Site.from_settings(settings)
    except ValidationError as error:
        return [(".".join(map(str, each["loc"])), each["type"]) for each in error.errors(include_url=False)]
    return []


def test_what_is_not_set_keeps_its_default() -> None:
    assert Site.from_settings({}) == Site()
    assert Site.from_settings({"SITENAME": None, "TIMEZONE": "UTC"}).timezone == "UTC"


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://kultur.example", "https://kultur.example"),
        ("https://kultur.example/", "https://kultur.example"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("https://kultur.example/moten/", "https://kultur.example/moten"),
        ("", ""),
    ],
)
def test_the_address_of_the_site(given: str, url: str) -> None:
    assert Site.from_settings({"SITEURL": given}).url == url


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"SITEURL": "kultur.example"}, ("url", "siteurl-invalid")),
        ({"SITEURL": "https://u:p@kultur.example"}, ("url", "siteurl-invalid")),
        ({"SITEURL": "https://kultur.example/?a=b"}, ("url", "siteurl-invalid")),
        ({"SITEURL": "javascript:alert(1)"}, ("url", "siteurl-invalid")),
        ({"SITEURL": 3}, ("url", "siteurl-invalid")),
        ({"UID_DOMAIN": "kultur"}, ("uid_domain", "domain-invalid")),
        ({"UID_DOMAIN": "kultur.example\r\nX:1"}, ("uid_domain", "domain-invalid")),
        ({"TIMEZONE": "Stockholm"}, ("timezone", "zone-unknown")),
        ({"ORGANIZER": "Kulturkontoret"}, ("organizer", "email-invalid")),
        ({"CONTACT": {"name": "Redaktionen"}}, ("contact", "contact-unreachable")),
        ({"CONTACT": {"email": "a@b.se"}}, ("contact.name", "missing")),
        ({"CONTACT": "Redaktionen"}, ("contact", "model_type")),
        ({"NAMES_KEPT_DAYS": "länge"}, ("names_kept_days", "number-expected")),
        ({"NAMES_KEPT_DAYS": -1}, ("names_kept_days", "number-expected")),
        ({"NAMES_KEPT_DAYS": 10**9}, ("names_kept_days", "number-expected")),
        ({"CALENDAR_RICH": "ofta"}, ("rich_calendars", "bool_parsing")),
        ({"CALENDAR_JSON": 3}, ("json_calendars", "bool_parsing")),
        ({"CALENDAR_COLOR": "#b22222"}, ("color", "string_pattern_mismatch")),
        ({"ADDRESSES": {"people": "../personer"}}, ("addresses.people", "string_pattern_mismatch")),
    ],
)
def test_a_setting_that_cannot_be_used(settings: dict[str, object], fault: tuple[str, str]) -> None:
    assert faults(**settings) == [fault]


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert faults(SITEURL="x", TIMEZONE="y", CONTACT={}) == [
        ("url", "siteurl-invalid"),
        ("timezone", "zone-unknown"),
        ("contact.name", "missing"),
    ]
