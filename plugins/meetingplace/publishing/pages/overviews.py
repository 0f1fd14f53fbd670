"""The page of all meetings that are coming."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.building import Page
from meetingplace.publishing import views

from .choices import choosing
from .lists import listing_view
from .press import Press


def pages(press: Press) -> Iterator[Page]:
    edition, say, folder = press.edition, press.edition.say, press.edition.addresses.folder
    listing = listing_view(press.site, edition)
    view = views.MeetingsPage(choosing(edition), listing)
    yield press.page("meetings", say("Coming meetings"), folder("meetings"), view, section="meetings")
