"""Meetings for tests: made from front matter as editors write it, by the model and the catalogue's own parts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from meetingplace.catalogue.attendance import Attendance, Participant
from meetingplace.catalogue.gists import made
from meetingplace.catalogue.meetings import Audience, Known, Meeting
from meetingplace.catalogue.occurring import occurrences_of, venue_of
from meetingplace.i18n import language
from meetingplace.model.event import Event
from meetingplace.model.place import Place
from meetingplace.model.profile import Profile, Reach
from meetingplace.model.references import Context
from meetingplace.model.site import Site
from meetingplace.model.times import When, parse
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.outlet import Outlet
from meetingplace.reading.markdown import to_html


TODAY = dt.date(2026, 3, 1)
SITE = Site(url="https://kultur.example/moten", uid_domain="uid.example", organizer="kalender@kultur.example")
VOCABULARY = Vocabulary.model_validate(
    {"terms": {"kulturfrukost": {"sv": "Kulturfrukost"}, "dans": {"sv": "Dans"}, "eu": {"sv": "EU-projekt"}}}
)
PLACES = {
    "tea-huset": Place.model_validate(
        {
            "slug": "tea-huset",
            "name": "TEA-huset",
            "address": "Sveavägen 3",
            "postcode": "642 37",
            "town": "Flen",
            "municipality": "flen",
            "position": {"lat": "59.058", "lon": "16.5876"},
        }
    )
}
BREAKFAST: dict[str, Any] = {
    "slug": "kulturfrukost",
    "title": "Kulturfrukost",
    "summary": "Vi äter frukost och berättar vad vi gör.",
    "start": "2026-03-12 09:30",
    "end": "11:00",
    "attendance": "on-site",
    "place": "tea-huset",
}


def event(**front_matter: Any) -> Event:
    """The breakfast with other front matter; a key that is None is left out."""
    keys = {key: value for key, value in {**BREAKFAST, **front_matter}.items() if value is not None}
    return Event.model_validate(keys, context=Context())


def meeting(
    *,
    attending: Attendance | None = None,
    audience: Audience = "feeds",
    today: dt.date = TODAY,
    published: str = "2026-02-01",
    modified: str = "2026-02-01",
    newcomers: tuple[tuple[dt.date, Attendance], ...] = (),
    **front_matter: Any,
) -> Meeting:
    """The breakfast as the catalogue hands it out on `today`, to as many as `attending` says on every occurrence."""
    written = event(**front_matter)
    coming = attending or Attendance()
    occurrences = occurrences_of(written, PLACES, coming, lambda who: coming)
    ahead = [o for o in occurrences if o.last_day >= today]
    current = next((o for o in ahead if o.status != "cancelled"), (ahead or list(occurrences[-1:]))[0])
    known = Known(
        event=written,
        audience=audience,
        usual=current.attendance,
        occurrences=occurrences,
        current=current,
        is_past=not ahead,
        published=when(published),
        modified=when(modified),
        venue=venue_of(written.place, PLACES),
        municipality="flen",
        topics=(),
        contact=Reach("Åsa Ek", email="asa@kultur.example", phone="070-123 45 67"),
        newcomers=newcomers,
    )
    return made(known)


def when(text: str) -> When:
    return parse(text)[0]


def person(name: str, *roles: str, **about: Any) -> Participant:
    """One who comes and may be named in feeds."""
    fields: dict[str, Any] = {"slug": "", "kind": "independent", "in_feeds": True, **about}
    return Participant(Profile(name=name, **fields), roles or ("participant",))


def outlet(**changes: Any) -> Outlet:
    """What the meetings are written with: in Swedish, for a site in a folder, without a door."""
    site: Site = changes.pop("site", SITE)
    made: dict[str, Any] = {
        "site": site,
        "addresses": Addresses(site),
        "language": language(site.language),
        "vocabulary": VOCABULARY,
        "municipalities": {"flen": "Flen"},
        "render": lambda text, _: to_html(text, "text"),
    }
    return Outlet(**{**made, **changes})
