"""The words for the keys of front matter: kinds, roles, ways to attend, states and answers."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.catalogue.meetings import Meeting, Occurrence, Venue
from meetingplace.i18n import N_, Language
from meetingplace.model.attendance import Pay, Registration

from .dates import day_text
from .views import Status


KINDS: Mapping[str, str] = {
    "independent": N_("independent cultural actor"),
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
PAID: Mapping[str, str] = {
    "yes": N_("Yes, you are paid a fee for your time"),
    "partly": N_("Partly"),
    "no": N_("No fee is paid"),
}
COVERS: Mapping[str, str] = {"time": N_("time"), "travel": N_("travel"), "food": N_("food")}
SIGN_UP: Mapping[str, str] = {
    "open": N_("Sign-up is open"),
    "full": N_("Full"),
    "waiting-list": N_("Waiting list"),
    "closed": N_("Sign-up is closed"),
}
NEEDED: Mapping[bool, str] = {True: N_("Sign-up is needed"), False: N_("No sign-up is needed")}
STATUSES: Mapping[str, tuple[str, str]] = {
    "cancelled": (N_("CANCELLED"), N_("The meeting will not take place.")),
    "postponed": (N_("POSTPONED"), N_("A new date will be announced on the meeting’s page.")),
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


def where_words(venue: Venue | None, attendance: str, language: Language) -> str:
    """`TEA-huset, Flen`, `Online` or the words until it is decided."""
    online = language.gettext(ATTENDANCE["online"])
    if venue is None:
        return online
    words = venue.tbd or ", ".join(word for word in (venue.name, venue.town) if word)
    return f"{words} + {online.lower()}" if attendance == "hybrid" else words


def status_view(meeting: Meeting, occurrence: Occurrence, language: Language) -> Status | None:
    """What is not plain about an occurrence, the weightiest first; of one that has been only that it was off."""
    registration = occurrence.registration
    state = registration.state if registration else None
    for kind in (occurrence.status, "moved" if occurrence.moved_from else None, state):
        if meeting.is_past and kind not in ("cancelled", "postponed"):
            continue
        if kind == "moved" and occurrence.moved_from:
            text = language.gettext("Moved from %(day)s.", day=day_text(occurrence.moved_from, language))
            return Status("moved", language.gettext("MOVED"), text)
        if kind and kind in STATUSES:
            word, text = STATUSES[kind]
            return Status(kind, language.gettext(word), language.gettext(text))
    return None


def pay_words(pay: Pay, language: Language) -> list[str]:
    """Sentences without their stops: whether one is paid, how much, and for what."""
    words = [language.gettext(PAID[pay.paid]) + (f": {pay.amount}" if pay.amount else "")]
    if pay.covers:
        covered = language.list([language.gettext(COVERS[key]) for key in pay.covers])
        words.append(language.gettext("Covers %(what)s", what=covered))
    return words


def sign_up_words(found: Registration, language: Language) -> list[str]:
    """Sentences without their stops: the state, whether sign-up is needed, until when, how many places."""
    closed = found.state == "closed"
    words = [language.gettext(SIGN_UP[found.state])] if found.state else []
    if found.required is not None and not closed:
        words.append(language.gettext(NEEDED[found.required]))
    if found.deadline and not closed:
        words.append(language.gettext("Last day %(day)s", day=day_text(found.deadline, language)))
    if found.places is not None:
        words.append(language.ngettext("%(num)s place", "%(num)s places", found.places))
    return words
