"""Meetings as a table: a row for each time that a meeting takes place, its columns in English and for ever the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from meetingplace.building.tables import Cell, table
from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.publishing.counts import KINDS
from meetingplace.publishing.dates import iso
from meetingplace.publishing.outlet import Outlet, for_feeds
from meetingplace.publishing.plain import one_line, uri


BOM = "\ufeff"
"""Without it spreadsheets read å, ä and ö as something else; programs pass over it (W3C, CSVW)."""
PARTING = " | "
"""Between words of one cell: neither the comma nor the semicolon at which programs part cells."""
YES_NO = {True: "yes", False: "no", None: ""}
KIND_COLUMNS = tuple(kind for kind in KINDS if kind)
COLUMNS = (
    *("uid", "occurrence", "title", "summary", "start", "end", "timezone", "status", "attendance"),
    *("place", "address", "postcode", "town", "latitude", "longitude"),
    *("municipality", "series", "form", "topics", "cost", "paid", "pay_amount"),
    *("registration", "registration_deadline", "registration_url"),
    *("participants", "participants_at_least", *(f"participants_{kind}" for kind in KIND_COLUMNS), "organisations"),
    *("url", "published", "modified", "registration_required"),
)
"""New ones come last, so that who counts columns is not led astray."""


def rows(meetings: Iterable[Meeting], series: Mapping[str, str], outlet: Outlet) -> bytes:
    """The table in UTF-8, its first row the names of columns; `series` are titles by slug."""
    found = [outlet.part(meeting, "rows", partial(_rows, meeting, series, outlet)) for meeting in meetings]
    return b"".join([(BOM + table([COLUMNS])).encode(), *found])


def _rows(meeting: Meeting, series: Mapping[str, str], outlet: Outlet) -> bytes:
    found = (_row(meeting, occurrence, series, outlet) for occurrence in meeting.occurrences)
    return table([row[column] for column in COLUMNS] for row in found).encode()


def _row(meeting: Meeting, occurrence: Occurrence, series: Mapping[str, str], outlet: Outlet) -> dict[str, Cell]:
    event, zone, home = for_feeds(meeting).event, meeting.event.timezone, outlet.site.timezone
    return {
        "uid": f"{meeting.uid}@{outlet.site.uid_domain}",
        "occurrence": iso(occurrence.original, zone) if len(meeting.occurrences) > 1 else "",
        "title": one_line(occurrence.title),
        "summary": one_line(event.summary),
        "start": iso(occurrence.start, zone),
        "end": iso(occurrence.end, zone) if occurrence.end else "",
        "timezone": zone,
        "status": occurrence.status,
        "attendance": event.attendance,
        "cost": one_line(event.cost or ""),
        "paid": event.pay.paid if event.pay else "",
        "pay_amount": one_line(event.pay.amount or "") if event.pay else "",
        "url": uri(outlet.page(meeting)),
        "published": iso(meeting.published, home),
        "modified": iso(meeting.modified, home),
        **dict(_words(meeting, series, outlet)),
        **dict(_place(occurrence)),
        **dict(_registration(occurrence, zone)),
        **dict(_counts(occurrence)),
    }


def _words(meeting: Meeting, series: Mapping[str, str], outlet: Outlet) -> Iterator[tuple[str, Cell]]:
    """What a meeting is listed under, by the names that lists have."""
    event = meeting.event

    def label(term: str) -> str:
        return one_line(outlet.vocabulary.label(term, outlet.language.code))

    yield "municipality", one_line(outlet.municipalities.get(meeting.municipality, ""))
    yield "series", one_line(series.get(event.series or "", ""))
    yield "form", label(event.form) if event.form else ""
    yield "topics", PARTING.join(dict.fromkeys(label(term) for term in event.topics))


def _place(occurrence: Occurrence) -> Iterator[tuple[str, Cell]]:
    venue = occurrence.venue
    texts = {"place": "name", "address": "address", "postcode": "postcode", "town": "town"}
    for column, field in texts.items():
        yield column, one_line(getattr(venue, field)) if venue else ""
    position = venue.position if venue else None
    yield "latitude", position.lat if position else ""
    yield "longitude", position.lon if position else ""


def _registration(occurrence: Occurrence, zone: str) -> Iterator[tuple[str, Cell]]:
    found = occurrence.registration
    yield "registration", (found.state or "") if found else ""
    yield "registration_required", YES_NO[found.required if found else None]
    yield "registration_deadline", iso(found.deadline, zone) if found and found.deadline else ""
    yield "registration_url", uri(found.url) if found and found.url else ""


def _counts(occurrence: Occurrence) -> Iterator[tuple[str, Cell]]:
    """How many come, by kind; nothing where nobody is known, and of what is cancelled."""
    coming = occurrence.attendance if occurrence.status != "cancelled" else Attendance()
    kinds = dict(coming.by_kind)
    yield "participants", coming.total or ""
    yield "participants_at_least", "yes" if coming.at_least else ""
    for kind in KIND_COLUMNS:
        yield f"participants_{kind}", kinds.get(kind, 0) if coming.total else ""
    yield "organisations", len(coming.organisations) or ""
