"""jCal (RFC 7265): the calendar that was written, line by line as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any


TYPES: Mapping[str, str] = {
    **dict.fromkeys(
        ("dtstamp", "created", "last-modified", "dtstart", "dtend", "recurrence-id", "exdate"), "date-time"
    ),
    **dict.fromkeys(("url", "source", "conference", "image"), "uri"),
    **dict.fromkeys(("tzoffsetfrom", "tzoffsetto"), "utc-offset"),
    "geo": "float",
    "organizer": "cal-address",
    "refresh-interval": "duration",
    "rrule": "recur",
    "sequence": "integer",
}
"""The types of properties that are no texts, unless VALUE says otherwise (RFC 7265 3.4)."""

NAME = re.compile(r"[A-Z0-9-]+")
PARAMETER = re.compile(r';([A-Z0-9-]+)=(?:"([^"]*)"|([^";:]*))')
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
IN_PARAMETER = re.compile(r"\^([n^'])")
NUMBERS = frozenset({"count", "interval", "bymonth", "bymonthday", "byyearday", "byweekno", "bysetpos"})


def jcal(calendar: bytes) -> bytes:
    """A calendar of ours as jCal: the same components, properties and values, in the same order."""
    lines = iter(calendar.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n"))
    next(lines)
    return json.dumps(_component("vcalendar", lines), ensure_ascii=False, separators=(",", ":")).encode()


def _component(name: str, lines: Iterator[str]) -> list[Any]:
    properties: list[Any] = []
    parts: list[Any] = []
    for line in lines:
        if line.startswith("END:"):
            break
        if line.startswith("BEGIN:"):
            parts.append(_component(line.removeprefix("BEGIN:").lower(), lines))
        else:
            properties.append(_property(line))
    return [name, properties, parts]


def _property(line: str) -> list[Any]:
    found = NAME.match(line)
    name, at = (found[0], found.end()) if found else ("", 0)
    parameters = {}
    while parameter := PARAMETER.match(line, at):
        at = parameter.end()
        parameters[parameter[1].lower()] = IN_PARAMETER.sub(_parameter_sign, parameter[2] or parameter[3] or "")
    kind = "unknown" if name.startswith("X-") else TYPES.get(name.lower(), "text")
    kind = parameters.pop("value", kind).lower()
    return [name.lower(), parameters, kind, _value(kind, line[at + 1 :])]


def _parameter_sign(found: re.Match[str]) -> str:
    """RFC 6868."""
    return {"n": "\n", "^": "^", "'": '"'}[found[1]]


def _value(kind: str, value: str) -> Any:
    """A value in the form that JSON has for its type (RFC 7265 3.6)."""
    if kind == "text":
        return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    if kind in ("date", "date-time"):
        return _time(value)
    if kind == "utc-offset":
        return ":".join([value[:3], *re.findall("..", value[3:])])
    if kind == "integer":
        return int(value)
    if kind == "float":
        return [float(number) for number in value.split(";")]
    return dict(_rule_part(*part.split("=")) for part in value.split(";")) if kind == "recur" else value


def _time(value: str) -> str:
    """`20260312T093000Z` as `2026-03-12T09:30:00Z`, and a day as `2026-03-12`."""
    day = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    return f"{day}T{value[9:11]}:{value[11:13]}:{value[13:]}" if "T" in value else day


def _rule_part(name: str, value: str) -> tuple[str, Any]:
    name = name.lower()
    if name == "until":
        return name, _time(value)
    values = [int(each) if name in NUMBERS else each for each in value.split(",")]
    return name, values if len(values) > 1 else values[0]
