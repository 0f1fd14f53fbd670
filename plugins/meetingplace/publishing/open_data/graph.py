"""Meetings as one graph of schema.org Events (JSON-LD 1.1): what each page says of its own, in one file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.structured import event


def graph(meetings: Iterable[Meeting], outlet: Outlet) -> bytes:
    """The current occurrence of each meeting, a line each, in the order given."""
    lines = [outlet.part(meeting, "graph", partial(_line, meeting, outlet)) for meeting in meetings]
    return b'{"@context": "https://schema.org", "@graph": [\n' + b",\n".join(lines) + b"\n]}\n"


def _line(meeting: Meeting, outlet: Outlet) -> bytes:
    found = event(meeting, outlet)
    del found["@context"]
    return json.dumps(found, ensure_ascii=False, sort_keys=True).encode()
