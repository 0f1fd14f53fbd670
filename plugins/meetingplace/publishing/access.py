"""Whether one can get in and take part: the words, and what holds for a meeting at its place."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.catalogue.meetings import Meeting, Occurrence
from meetingplace.i18n import N_
from meetingplace.model.record import Access


ACCESS: Mapping[str, str] = {
    "wheelchair": N_("wheelchair access"),
    "toilet": N_("accessible toilet"),
    "hearing_loop": N_("hearing loop"),
    "sign_language": N_("sign language interpreting"),
    "captions": N_("captions"),
    "scent_free": N_("scent free"),
    "quiet_room": N_("quiet room"),
}
FROM_AFAR = ("sign_language", "captions")
ANSWERS: Mapping[str, str] = {
    "yes": N_("yes"),
    "no": N_("no"),
    "on-request": N_("on request"),
    "partly": N_("partly"),
}


def asked_of(meeting: Meeting) -> tuple[str, ...]:
    """What there is to say of access: of a meeting from afar only what concerns those."""
    return FROM_AFAR if meeting.event.attendance == "online" else tuple(ACCESS)


def access_of(meeting: Meeting, occurrence: Occurrence) -> Access | None:
    """What the meeting says of access, and where it is silent what the occurrence's place says."""
    own = meeting.event.access
    place = occurrence.venue.access if occurrence.venue else None
    if own is None or place is None:
        return own or place
    return place.model_copy(update={key: getattr(own, key) for key in own.model_fields_set})
