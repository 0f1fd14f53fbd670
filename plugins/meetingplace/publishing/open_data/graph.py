"""Meetings as one graph of schema.org Events (JSON-LD 1.1): what each page says of its own, in one file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.structured import event


def graph(meetings: Iterable[Meeting], outlet: Outlet) -> bytes:
    """The current occurrence of each meeting, a line each, in the order given."""
    lines = []
    for meeting in meetings:
        found = event(meeting, outlet)
        del found["@context"]
        lines.append(json.dumps(found, ensure_ascii=False, sort_keys=True))
    return ('{"@context": "https://schema.org", "@graph": [\n' + ",\n".join(lines) + "\n]}\n").encode()
