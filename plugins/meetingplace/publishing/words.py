"""The words for the keys of front matter: kinds, roles, ways to attend, states and answers."""

from __future__ import annotations

from collections.abc import Mapping

from ..catalogue.meetings import Meeting, Occurrence
from ..i18n import N_, Language
from .views import Status


KINDS: Mapping[str, str] = {
    "independent": N_("free cultural actor"),
    "public": N_("public sector, on working hours"),
    "association": N_("association"),
    "business": N_("business"),
    "funder": N_("funder"),
    "staff": N_("staff"),
}
ROLES: Mapping[str, str] = {
    "host": N_("host"),
    "facilitator": N_("facilitator"),
    "speaker": N_("speaker"),
    "panellist": N_("panellist"),
    "performer": N_("performer"),
    "commissioner": N_("commissioner"),
    "participant": N_("participant"),
}
ATTENDS: Mapping[str, str] = {"on-site": N_("on site"), "online": N_("online")}
ATTENDANCE: Mapping[str, str] = {
    "on-site": N_("On site"),
    "online": N_("Online"),
    "hybrid": N_("On site and online"),
}
POSSIBILITIES: Mapping[str, str] = {
    "assignment": N_("Assignment"),
    "collaboration": N_("Collaboration"),
    "funding": N_("Funding"),
    "exchange": N_("Exchange"),
}
TERM_KINDS: Mapping[str, str] = {
    "discipline": N_("Discipline"),
    "skill": N_("Skill"),
    "resource": N_("Resource"),
    "topic": N_("Topic"),
    "form": N_("Form of meeting"),
}
STATUSES: Mapping[str, tuple[str, str]] = {
    "cancelled": (N_("CANCELLED"), N_("The meeting will not take place.")),
    "postponed": (N_("POSTPONED"), N_("A new date will be announced here.")),
    "tentative": (N_("TENTATIVE"), N_("The date is not quite certain yet.")),
    "full": (N_("FULL"), N_("All places are taken.")),
    "waiting-list": (N_("WAITING LIST"), N_("All places are taken, but there is a waiting list.")),
}


def kind_label(kind: str, language: Language) -> str:
    """How someone comes: free, or on working hours."""
    return language.gettext(KINDS[kind])


def role_word(role: str, language: Language) -> str:
    return language.gettext(ROLES[role])


def attends_word(attends: str, language: Language) -> str:
    return language.gettext(ATTENDS[attends]) if attends else ""


def status_view(meeting: Meeting, occurrence: Occurrence, language: Language, moved_from: str) -> Status | None:
    """What is not plain about an occurrence, the weightiest first; `moved_from` words the earlier start."""
    registration = occurrence.registration
    state = registration.state if registration else None
    for kind in (occurrence.status, "moved" if meeting.moved else None, state):
        if kind == "moved":
            text = language.gettext("Moved from %(day)s.", day=moved_from)
            return Status("moved", language.gettext("MOVED"), text)
        if kind and kind in STATUSES and not (meeting.is_past and kind not in ("cancelled", "postponed")):
            word, text = STATUSES[kind]
            return Status(kind, language.gettext(word), language.gettext(text))
    return None
