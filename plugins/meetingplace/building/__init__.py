"""Publication of made pages as one step that happens whole or not at all, whatever the pages are about."""

from __future__ import annotations

from meetingplace.building.addresses import Collision, check_addresses
from meetingplace.building.failures import PublicationError
from meetingplace.building.first_commits import HistoryError, first_commits
from meetingplace.building.pages import File, Page, render_pages
from meetingplace.building.publication import Changes, Publication


__all__ = [
    "Changes",
    "Collision",
    "File",
    "HistoryError",
    "Page",
    "Publication",
    "PublicationError",
    "check_addresses",
    "first_commits",
    "render_pages",
]
