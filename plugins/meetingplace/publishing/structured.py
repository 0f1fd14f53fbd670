"""A meeting as one schema.org Event in JSON-LD, fit to stand inside a script element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

from meetingplace.catalogue.attendance import Participant
from meetingplace.catalogue.meetings import Meeting, Occurrence, Venue
from meetingplace.model.site import Site

from .dates import iso
from .outlet import Outlet, for_feeds
from .plain import one_line, uri


Json: TypeAlias = "str | bool | int | float | list[Json] | dict[str, Json]"

SCHEMA = "https://schema.org/"
STATUSES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
MODES = {
    "on-site": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
AVAILABLE = {"open": "InStock", "full": "SoldOut", "waiting-list": "SoldOut", "closed": "Discontinued"}
HOSTS = frozenset({"host"})
ON_STAGE = frozenset({"facilitator", "speaker", "panellist", "performer"})
# A price that all pay. Where another is told, or that some pay nothing, there is no saying which is meant.
ONE_PRICE = re.compile(r"^(?!.*\bgratis\b)\D*?\b(\d+) ?(?:kr|kronor|SEK)\b\D*$", re.IGNORECASE | re.DOTALL)
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def event_json(meeting: Meeting, outlet: Outlet, share: str = "") -> str:
    """The current occurrence of a meeting. No markup can begin or end in it (HTML 4.12.1.3).

    `share` is the absolute address of the share picture, for a meeting without a picture of its own.
    """
    return json.dumps(event(meeting, outlet, share), ensure_ascii=False, sort_keys=True).translate(UNSAFE)


def event(meeting: Meeting, outlet: Outlet, share: str = "") -> dict[str, Json]:
    """The same as data (schema.org/Event); what is not known is left out."""
    record, current, site = for_feeds(meeting).event, meeting.current, outlet.site
    was = current.moved_from
    moved = was is not None and current.status not in STATUSES
    image = outlet.picture(record.image) if record.image else share
    status = STATUSES.get(current.status, "EventRescheduled" if moved else "EventScheduled")
    found: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": uri(outlet.page(meeting)),
        "identifier": f"{meeting.uid}@{site.uid_domain}",
        "name": one_line(current.title),
        "description": one_line(record.summary),
        "url": uri(outlet.page(meeting)),
        "startDate": iso(current.start, record.timezone),
        "endDate": iso(current.end, record.timezone) if current.end else "",
        "eventStatus": SCHEMA + status,
        "previousStartDate": iso(was, record.timezone) if was and moved else "",
        "eventAttendanceMode": SCHEMA + MODES[record.attendance],
        "location": _one(list(_locations(meeting, current, outlet))),
        "organizer": _one([_publisher(site), *(_named(host, outlet) for host in _named_as(HOSTS, current))]),
        "performer": [_named(each, outlet) for each in _named_as(ON_STAGE, current)],
        "keywords": [one_line(word) for word in outlet.words(meeting)],
        "image": uri(image) if image else "",
        "inLanguage": _one(list(record.language or (site.default_language,))),
        **_price(meeting, current, outlet),
    }
    return {key: value for key, value in found.items() if value not in ("", [], {})}


def _one(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _locations(meeting: Meeting, current: Occurrence, outlet: Outlet) -> Iterator[Json]:
    """A Place to go to, a VirtualLocation to take part from afar: the meeting's page if no link is known."""
    mode, online = meeting.event.attendance, current.online
    if mode != "online" and current.venue:
        yield _place(current.venue, outlet)
    if mode != "on-site":
        url = online.url if online and online.url else outlet.page(meeting)
        virtual: dict[str, Json] = {"@type": "VirtualLocation", "url": uri(url)}
        if online and online.platform:
            virtual["name"] = one_line(online.platform)
        yield virtual


def _place(venue: Venue, outlet: Outlet) -> Json:
    address: dict[str, Json] = {
        "streetAddress": one_line(venue.address),
        "postalCode": one_line(venue.postcode),
        "addressLocality": one_line(venue.town),
    }
    known = {key: value for key, value in address.items() if value}
    name = one_line(venue.name or venue.town or venue.tbd)
    found: dict[str, Json] = {
        "@type": "Place",
        "name": name,
        "address": {"@type": "PostalAddress", **known} if known else name,
    }
    if venue.position:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": venue.position.lat,
            "longitude": venue.position.lon,
        }
    if venue.slug:
        found["url"] = uri(outlet.addresses.absolute(outlet.addresses.place(venue.slug)))
    return found


def _publisher(site: Site) -> Json:
    return {"@type": "Organization", "name": site.publisher, "url": uri(site.url + "/")}


def _named_as(roles: frozenset[str], current: Occurrence) -> Iterator[Participant]:
    """Those of some roles who may be named in feeds."""
    everyone = (*current.attendance.people, *current.attendance.organisations)
    shown = everyone if current.status != "cancelled" else ()
    return (p for p in shown if p.profile.in_feeds and not roles.isdisjoint(p.roles))


def _named(participant: Participant, outlet: Outlet) -> Json:
    profile = participant.profile
    found: dict[str, Json] = {
        "@type": "Organization" if profile.is_organisation else "Person",
        "name": one_line(profile.name),
    }
    if profile.has_page:
        found["url"] = uri(outlet.addresses.absolute(outlet.addresses.person(profile.slug)))
    return found


def _price(meeting: Meeting, current: Occurrence, outlet: Outlet) -> dict[str, Json]:
    """What it costs, if that was said, and whether there is room."""
    cost, registration = meeting.event.cost, current.registration
    offer: dict[str, Json] = {}
    if cost == "free":
        offer |= {"price": 0, "priceCurrency": "SEK"}
    elif cost:
        offer["description"] = one_line(cost)
        if price := ONE_PRICE.match(cost):
            offer |= {"price": int(price[1]), "priceCurrency": "SEK"}
    if registration and registration.state:
        offer["availability"] = SCHEMA + AVAILABLE[registration.state]
    if registration and registration.deadline:
        offer["validThrough"] = iso(registration.deadline, meeting.event.timezone)
    if not offer:
        return {}
    url = registration.url if registration and registration.url else outlet.page(meeting)
    free: dict[str, Json] = {"isAccessibleForFree": True} if cost == "free" else {}
    return {**free, "offers": {"@type": "Offer", "url": uri(url), **offer}}
