"""The page about personal data: what is published, why, for how long, and whom to ask (GDPR, articles 13 and 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from meetingplace.publishing import views

from .edition import Edition, phone_url
from .press import Planned, Press


CONSENT_MONTHS = 24
"""How long a consent holds where nothing else was agreed: a public rule, said here in words."""

AUTHORITY = views.Link("Integritetsskyddsmyndigheten (IMY)", "https://www.imy.se/")
"""Where in Sweden one complains (GDPR, article 77)."""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """`public_task`: whom to ask is named by article 6.1 e, else by 6.1 f. `names_kept_days` may be 0."""

    controller: str
    email: str
    organisation_number: str
    address: str
    phone: str
    phone_url: str
    officer_name: str
    officer_email: str
    public_task: bool
    consent_months: int
    names_kept_days: int
    authority: views.Link


def pages(press: Press) -> Iterator[Planned]:
    edition = press.edition
    if view := personal_data_page(edition):
        here = edition.addresses.folder("personal_data")
        yield press.page("personal_data", edition.say("Personal data"), here, lambda: view, of=())


def personal_data_page(edition: Edition) -> PersonalData | None:
    """None where settings do not say who answers for personal data."""
    site = edition.catalogue.site
    given = site.personal_data
    if given is None:
        return None
    return PersonalData(
        controller=given.controller,
        email=given.email,
        organisation_number=given.organisation_number or "",
        address=given.address or "",
        phone=given.phone or "",
        phone_url=phone_url(given.phone or ""),
        officer_name=(given.officer.name or "") if given.officer else "",
        officer_email=given.officer.email if given.officer else "",
        public_task=given.authority,
        consent_months=CONSENT_MONTHS,
        names_kept_days=site.names_kept_days,
        authority=AUTHORITY,
    )


def personal_data_links(edition: Edition) -> tuple[views.Link, ...]:
    """The page's link in the foot of every page, where there is such a page."""
    if edition.catalogue.site.personal_data is None:
        return ()
    return (edition.link(edition.say("Personal data"), edition.addresses.folder("personal_data")),)
