"""The site itself: what settings say that meetings, calendars and feeds depend on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from .faults import fault
from .record import Part
from .scalars import Email, LanguageCode, Line, Phone, TimeZone, WholeNumber


DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*")


def _site_address(value: Any) -> Any:
    text = value.rstrip("/") if isinstance(value, str) else value
    if not isinstance(text, str) or (text and not ADDRESS.fullmatch(text)):
        raise fault("siteurl-invalid", found=str(value))
    return text


def _domain(value: str) -> str:
    if not DOMAIN.fullmatch(value):
        raise fault("domain-invalid", found=value)
    return value


class SiteContact(Part):
    """A named human with a way to be reached: the last answer to "whom do I ask?"."""

    name: Line
    email: Email | None = None
    phone: Phone | None = None
    hours: Line | None = None

    @model_validator(mode="after")
    def _reachable(self) -> SiteContact:
        if not (self.email or self.phone):
            raise fault("contact-unreachable")
        return self


class Site(Part):
    """`url` is absolute without a slash at its end, `uid_domain` the part of every UID and guid after the @.

    `organizer` is a role address for calendars (RFC 5545 3.8.4.3), `names_kept_days` how long participants stay
    named after a meeting, `example` a notice on every page, `addresses` other folders than the usual ones.
    """

    name: Line = "Mötesplatser"
    summary: Line = "Vad som händer, och vilka du möter där"
    url: Annotated[str, BeforeValidator(_site_address)] = ""
    language: LanguageCode = "sv"
    timezone: TimeZone = "Europe/Stockholm"
    uid_domain: Annotated[Line, AfterValidator(_domain)] = "motesplatser.example"
    organizer: Email = "kalender@motesplatser.example"
    publisher: Line = "Mötesplatser"
    contact: SiteContact = SiteContact(name="Redaktionen", email="redaktionen@motesplatser.example")
    names_kept_days: WholeNumber = 90
    example: Line | None = None
    addresses: Mapping[str, Annotated[str, Field(pattern=r"^[a-z0-9-]*(?:/[a-z0-9-]+)*(?:\.[a-z]+)?$")]] = Field(
        default_factory=dict
    )
    color: Annotated[str, Field(pattern=r"^[a-z]+$")] = "firebrick"

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Site:
        """The site by the names that pelicanconf.py uses; a setting that is missing or None keeps its default.

        Raises pydantic.ValidationError, whose places are field names: SETTINGS tells the settings' own names.
        """
        given = {field: settings.get(name) for name, field in SETTINGS.items()}
        return cls.model_validate({field: value for field, value in given.items() if value is not None})


SETTINGS: Mapping[str, str] = {
    "SITENAME": "name",
    "SITESUBTITLE": "summary",
    "SITEURL": "url",
    "DEFAULT_LANG": "language",
    "TIMEZONE": "timezone",
    "UID_DOMAIN": "uid_domain",
    "ORGANIZER": "organizer",
    "PUBLISHER": "publisher",
    "CONTACT": "contact",
    "NAMES_KEPT_DAYS": "names_kept_days",
    "EXAMPLE_NOTICE": "example",
    "ADDRESSES": "addresses",
    "CALENDAR_COLOR": "color",
}
"""The settings of pelicanconf.py and the fields of Site that they give."""
