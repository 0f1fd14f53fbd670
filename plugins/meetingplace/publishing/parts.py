"""What is made of a meeting alone, or of all people: made once, and kept for the next builds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from meetingplace.building import Store
from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one catalogue. Those of a meeting for one audience are never those for another."""

    catalogue: Catalogue
    store: Store = field(default_factory=Store)

    def of_meeting(self, meeting: Meeting, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` makes of nothing but a meeting without its body."""
        return self.store.once(self._meeting(meeting), name, make)

    def of_people(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` makes of nothing but all people, without what they write about themselves."""
        return self.store.once(self._people, name, make)

    def stored(self) -> Iterator[str]:
        """By what all of them are known to the store."""
        yield self._people
        for meeting in (*self.catalogue.meetings("name"), *self.catalogue.meetings("feeds")):
            yield self._meeting(meeting)

    def _meeting(self, meeting: Meeting) -> str:
        digests = self.catalogue.digests
        return digests.known("meeting", meeting.audience, digests.meeting(meeting.slug))

    @property
    def _people(self) -> str:
        return self.catalogue.digests.known("people", self.catalogue.digests.people)
