"""The site itself: what settings say that meetings, calendars and feeds depend on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from .addresses import ADDRESSES, WITHOUT_PAGE
from .faults import fault
from .record import Part
from .scalars import Email, LanguageCode, Line, Phone, TimeZone, WebAddress, WholeNumber
from .times import Day


DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
ORGANISATION_NUMBER = re.compile(r"[0-9]{2}[2-9][0-9]{3}-[0-9]{4}")
LANGUAGES = ("sv", "en")
"""Those that a site is published in: the first that it has (`DEFAULT_LANG`) at its root, the other in a folder."""

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


def _organisation_number(value: str) -> str:
    """Six digits, a hyphen and four, the last of which checks the others (Skatteverket, SKV 709: Luhn's formula)."""
    if not ORGANISATION_NUMBER.fullmatch(value):
        raise fault("organisation-number-invalid", found=value)
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(value.replace("-", ""))]
    if sum(number // 10 + number % 10 for number in doubled) % 10:
        raise fault("organisation-number-invalid", found=value)
    return value


def _name_of_address(value: str) -> str:
    if value not in ADDRESSES:
        raise fault("key-unknown")
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


class Officer(Part):
    """A data protection officer (GDPR, article 37)."""

    email: Email
    name: Line | None = None


class SiteTexts(Part):
    """The site's own words in its other language; `hours` are those of its contact."""

    name: Line | None = None
    summary: Line | None = None
    publisher: Line | None = None
    example: Line | None = None
    hours: Line | None = None


class PersonalData(Part):
    """Who answers for personal data on the site, and where to ask (GDPR, article 13.1).

    `authority` is whether the controller is a public authority: such a one names whom to ask by article 6.1 e,
    others by 6.1 f.
    """

    controller: Line
    email: Email
    organisation_number: Annotated[Line, AfterValidator(_organisation_number)] | None = None
    address: Line | None = None
    phone: Phone | None = None
    officer: Officer | None = None
    authority: bool = False


class Accessibility(Part):
    """What the accessibility statement says, by Sweden's lag (2018:1937) 13 § and Implementing Decision (EU) 2018/1523.

    `conformance` is with WCAG at level AA as EN 301 549 asks; `shortcomings` what is not accessible and why, in
    sentences; `tested` when and how. `supervised` is whether the law holds, so that one may complain to its authority.
    """

    conformance: Literal["full", "partial", "none"]
    shortcomings: tuple[Line, ...] = Field(default=(), validate_default=True)
    tested: Line
    assessed: Day
    updated: Day | None = None
    email: Email
    phone: Phone | None = None
    supervised: bool = False

    @field_validator("shortcomings")
    @classmethod
    def _are_told(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """Whoever does not conform in full must say in what."""
        if not value and info.data.get("conformance") in ("partial", "none"):
            raise fault("key-missing")
        return value


class Site(Part):
    """`url` is absolute without a slash at its end, `uid_domain` the part of every UID and guid after the @.

    `organizer` is a role address for calendars (RFC 5545 3.8.4.3), `names_kept_days` how long participants stay
    named after a meeting, `example` a notice on every page, `addresses` other folders than the usual ones,
    `data_license` the address of the licence that open data have, and none where nothing is said.
    `rich_calendars` and `json_calendars` ask for further files beside each calendar (RFC 9073, RFC 7265).
    `in_other` are its texts in the other language, and
    `translated_from` is set where the site is told in its other language: then it is that of its root.
    `personal_data` makes the page about personal data; a site that is `published` must have it. `accessibility` makes
    the accessibility statement.
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
    personal_data: PersonalData | None = None
    accessibility: Accessibility | None = None
    published: bool = False
    example: Line | None = None
    addresses: Mapping[
        Annotated[str, AfterValidator(_name_of_address)],
        Annotated[str, Field(pattern=r"^[a-z0-9-]*(?:/[a-z0-9-]+)*(?:\.[a-z]+)?$")],
    ] = Field(default_factory=dict)
    rich_calendars: bool = False
    json_calendars: bool = False
    color: Annotated[str, Field(pattern=r"^[a-z]+$")] = "firebrick"
    data_license: WebAddress | None = None
    in_other: SiteTexts = SiteTexts()
    translated_from: LanguageCode | None = None

    @property
    def default_language(self) -> str:
        """DEFAULT_LANG: of files whose names say no language, and of meetings that say none."""
        return self.translated_from or self.language

    @property
    def other_language(self) -> str:
        """The language that the site has in a folder of its own."""
        return next(code for code in LANGUAGES if code != self.default_language)

    def in_other_language(self) -> Site:
        """The site as it is told in its other language."""
        told = self.in_other.model_dump(exclude_none=True)
        contact = self.contact.model_copy(update={"hours": told.pop("hours", self.contact.hours)})
        marks = {"language": self.other_language, "translated_from": self.default_language}
        return self.model_copy(update={**told, **marks, "contact": contact})

    def language_of(self, text: str) -> str:
        """The language of one of the site's own texts, by its name in SiteTexts."""
        told = not self.translated_from or getattr(self.in_other, text) is not None
        return self.language if told else self.default_language

    @property
    def sections(self) -> frozenset[str]:
        """The addresses at the root that are pages of the site's own: no ordinary page may have them."""
        names = {name: path for name, path in {**ADDRESSES, **self.addresses}.items() if name not in WITHOUT_PAGE}
        for name in ("personal_data", "accessibility"):
            if getattr(self, name) is None:
                del names[name]
        return frozenset({"404", self.other_language, *(path for path in names.values() if path)})

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
    "PERSONAL_DATA": "personal_data",
    "ACCESSIBILITY": "accessibility",
    "PUBLISHED": "published",
    "EXAMPLE_NOTICE": "example",
    "ADDRESSES": "addresses",
    "CALENDAR_COLOR": "color",
    "CALENDAR_RICH": "rich_calendars",
    "CALENDAR_JSON": "json_calendars",
    "DATA_LICENSE": "data_license",
    "OTHER_LANGUAGE": "in_other",
}
"""The settings of pelicanconf.py and the fields of Site that they give."""
