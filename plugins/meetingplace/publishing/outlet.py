"""What calendars and feeds are written with: copies that nobody can recall, so only texts for feeds pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.meetings import Meeting
from meetingplace.i18n import Language
from meetingplace.model.record import Picture
from meetingplace.model.site import Site
from meetingplace.model.times import instant
from meetingplace.model.vocabulary import Vocabulary

from .addresses import Addresses
from .parts import Parts
from .plain import plain


def no_picture(picture: Picture) -> str:
    """For outlets without pictures."""
    return ""


def made_now(meeting: Meeting, name: str, make: Callable[[], bytes]) -> bytes:
    """For outlets that keep nothing."""
    return make()


@dataclass(frozen=True, slots=True)
class Outlet:
    """`render` gives sanitised HTML of Markdown, its names let through for a meeting; `municipalities` are
    names by slug; `picture` gives the absolute address of a picture that is published, or an empty text; `part` gives
    what is made of a meeting alone, under a name, and keeps it for the next builds.
    """

    site: Site
    addresses: Addresses
    language: Language
    vocabulary: Vocabulary
    municipalities: Mapping[str, str]
    render: Callable[[str, Meeting], str]
    picture: Callable[[Picture], str] = no_picture
    part: Callable[[Meeting, str, Callable[[], bytes]], bytes] = made_now

    def say(self, message: str, **values: object) -> str:
        """The message in the outlet's language."""
        return self.language.gettext(message, **values)

    def page(self, meeting: Meeting) -> str:
        """The absolute address of a meeting's page."""
        return self.addresses.absolute(self.addresses.meeting(meeting.slug))

    def text(self, markdown: str | None, meeting: Meeting) -> str:
        """Markdown as plain text. It goes by way of HTML, in which names are found across markup."""
        return plain(self.render(markdown, meeting)) if markdown else ""

    def words(self, meeting: Meeting) -> tuple[str, ...]:
        """The form and the topics of a meeting, as the vocabulary spells them."""
        event = meeting.event
        terms = (*((event.form,) if event.form else ()), *event.topics)
        return tuple(dict.fromkeys(self.vocabulary.label(term, self.language.code) for term in terms))


def outlet(
    catalogue: Catalogue,
    addresses: Addresses,
    language: Language,
    picture: Callable[[Picture], str] = no_picture,
    parts: Parts | None = None,
) -> Outlet:
    """The outlet of a catalogue's day."""
    return Outlet(
        site=catalogue.site,
        addresses=addresses,
        language=language,
        vocabulary=catalogue.vocabulary,
        municipalities={slug: record.name for slug, record in catalogue.municipalities("feeds").items()},
        render=catalogue.html,
        picture=picture,
        part=(parts or Parts(catalogue)).of_meeting,
    )


def for_feeds(meeting: Meeting) -> Meeting:
    """The meeting itself; ValueError where its texts were let through for pages and not for feeds."""
    if meeting.audience != "feeds":
        raise ValueError(f"{meeting.slug}: texts for {meeting.audience} must not leave in a feed")
    return meeting


def history(meeting: Meeting) -> tuple[dt.datetime, dt.datetime]:
    """When a meeting was published and last changed, as UTC instants; a day is its first moment there."""
    zone = meeting.event.timezone
    published = instant(meeting.published.local, zone)
    return published, max(published, instant(meeting.modified.local, zone))
