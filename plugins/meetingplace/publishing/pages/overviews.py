"""The page of all meetings that are coming."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.publishing import views

from .choices import choosing
from .lists import listing_view
from .press import Planned, Press


def pages(press: Press) -> Iterator[Planned]:
    edition, say, folder = press.edition, press.edition.say, press.edition.addresses.folder

    def make() -> views.MeetingsPage:
        return views.MeetingsPage(choosing(edition), listing_view(press.site, edition))

    of = (press.digests.meetings,)
    yield press.page("meetings", say("Coming meetings"), folder("meetings"), make, of=of, section="meetings")
