"""Publication of made pages as one step that happens whole or not at all, whatever the pages are about."""

from __future__ import annotations

from meetingplace.building.addresses import Collision, check_addresses
from meetingplace.building.failures import PublicationError
from meetingplace.building.fingerprints import digest_of, fingerprint
from meetingplace.building.first_commits import HistoryError, first_commits
from meetingplace.building.journal import Changes
from meetingplace.building.outputs import File, Output, Page, publish
from meetingplace.building.publication import Publication
from meetingplace.building.store import Shelf, Store


__all__ = [
    "Changes",
    "Collision",
    "File",
    "HistoryError",
    "Output",
    "Page",
    "Publication",
    "PublicationError",
    "Shelf",
    "Store",
    "check_addresses",
    "digest_of",
    "fingerprint",
    "first_commits",
    "publish",
]
