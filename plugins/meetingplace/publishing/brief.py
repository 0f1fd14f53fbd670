"""A meeting in a few plain lines: what calendars and feeds tell those who never come back to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from meetingplace.catalogue.attendance import Attendance, Participant
from meetingplace.catalogue.changes import reason
from meetingplace.catalogue.meetings import Meeting, Occurrence, Venue

from .counts import in_sentence, sentence
from .dates import date_view, day_text
from .outlet import Outlet
from .plain import one_line, uri
from .words import STATUSES, pay_words, role_word, sign_up_words


@dataclass(frozen=True, slots=True)
class Fact:
    """`url` is where the fact leads on to, absolute; empty where it does not."""

    term: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """`news` says what is not plain about the meeting (cancelled, moved …), `meets` whom one will meet, in
    numbers; `names` has a line for each who may be named in feeds.
    """

    news: tuple[str, ...]
    summary: str
    when: str
    where: str
    meets: Fact
    names: tuple[str, ...]
    facts: tuple[Fact, ...]
    address: str


def brief(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Brief:
    """One occurrence of a meeting, briefly. No field holds markup."""
    comes = occurrence.attendance if occurrence.status != "cancelled" else Attendance()
    named = (p for p in (*comes.people, *comes.organisations) if p.profile.in_feeds)
    return Brief(
        news=tuple(_news(meeting, occurrence, outlet)),
        summary=one_line(meeting.event.summary),
        when=when(meeting, occurrence, outlet),
        where=where(meeting, occurrence, outlet),
        meets=_meets(meeting, comes, outlet) if occurrence.status != "cancelled" else Fact("", ""),
        names=tuple(participant_line(participant, outlet) for participant in named),
        facts=tuple(_facts(meeting, occurrence, outlet)),
        address=outlet.page(meeting),
    )


def when(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    """`torsdag 12 mars 2026 kl. 09.30–11.00`."""
    event = meeting.event
    home, language = outlet.site.timezone, outlet.language
    start, end = occurrence.start, occurrence.end
    return date_view(start, end, event.timezone, home, language, all_day=event.all_day).text


def place(venue: Venue | None) -> str:
    """A venue on one line, or the words that stand until it is decided."""
    if venue is None:
        return ""
    post = " ".join(word for word in (venue.postcode, venue.town) if word)
    parts = [venue.name, venue.address, post] if venue.name or venue.address or post else [venue.tbd]
    return one_line(", ".join(part for part in parts if part))


def where(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    """The place, or how to take part from afar."""
    online = occurrence.online
    if meeting.event.attendance == "online" or not occurrence.venue:
        return one_line(online.platform if online and online.platform else outlet.say("Online"))
    return place(occurrence.venue)


def status_word(occurrence: Occurrence, outlet: Outlet) -> str:
    """`INSTÄLLT` or `FRAMFLYTTAT`; empty for what takes place."""
    if occurrence.status not in ("cancelled", "postponed"):
        return ""
    return outlet.say(STATUSES[occurrence.status][0])


def title(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    """The title, after the word that says that it does not take place as it was said."""
    word = status_word(occurrence, outlet)
    name = one_line(occurrence.title) or meeting.slug
    return f"{word}: {name}" if word else name


def _news(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[str]:
    was = occurrence.moved_from
    if occurrence.status in STATUSES:
        yield ": ".join(outlet.say(word) for word in STATUSES[occurrence.status])
    elif was:
        yield outlet.say("Moved from %(day)s.", day=day_text(was, outlet.language))
    of_all = len(meeting.occurrences) == 1 or meeting.event.status in STATUSES
    why = reason(meeting, occurrence) if of_all and (was or occurrence.status in STATUSES) else ""
    for text in (why, occurrence.text, occurrence.note):
        if text:
            yield one_line(outlet.text(text, meeting))


def _meets(meeting: Meeting, attendance: Attendance, outlet: Outlet) -> Fact:
    language, past, invited = outlet.language, meeting.is_past, attendance.invited
    text = sentence(attendance, language, past=past, vocabulary=outlet.vocabulary)
    if past:
        return Fact(outlet.say("Whom you met"), text)
    if not text:
        name = meeting.contact.name
        text = outlet.say("Nobody has been announced yet. %(name)s will know more.", name=name)
    if invited:
        more = language.ngettext("%(num)s more is invited.", "%(num)s more are invited.", invited)
        text = f"{text.rstrip('.')}. {more}"
    return Fact(outlet.say("Whom you will meet"), one_line(text))


def participant_line(participant: Participant, outlet: Outlet) -> str:
    """`Anna Berg (värd), dans, Flen`."""
    profile = participant.profile
    roles = [role_word(role, outlet.language) for role in participant.roles if role != "participant"]
    roles += [outlet.say("maybe")] if participant.maybe else []
    name = f"{profile.name} ({', '.join(roles)})" if roles else profile.name
    work = [in_sentence(word) for word in profile.disciplines]
    about = work or [word for word in (profile.title, profile.organisation) if word]
    return one_line(", ".join([name, *about, *_home(profile.municipality, outlet)]))


def _home(municipality: str, outlet: Outlet) -> list[str]:
    return [outlet.municipalities[municipality]] if municipality in outlet.municipalities else []


def _facts(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[Fact]:
    """Cost, pay, sign-up, how to take part from afar, and whom to ask, who also knows what was left out.

    Of what is cancelled only the human is left, and of what is past what was told.
    """
    event, say, contact = meeting.event, outlet.say, meeting.contact
    unknown = say("Not stated – ask %(name)s", name=contact.name)
    if occurrence.status != "cancelled":
        cost = say("Free") if event.cost == "free" else event.cost
        for term, told in ((say("Cost"), cost), (say("Pay"), _pay(meeting, outlet))):
            if told or not meeting.is_past:
                yield Fact(term, one_line(told or unknown))
    if occurrence.status != "cancelled" and not meeting.is_past:
        found = occurrence.registration
        url = found.url or "" if found and found.state != "closed" else ""
        told = _sign_up(meeting, occurrence, outlet)
        yield Fact(say("Sign-up"), one_line(told or ("" if url else unknown)), uri(url))
        yield from _online(meeting, occurrence, outlet)
    ways = [contact.name, contact.email, contact.phone, contact.web, contact.hours]
    yield Fact(say("Contact"), one_line(", ".join(way for way in ways if way)))


def _online(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> Iterator[Fact]:
    online = occurrence.online
    if online and meeting.event.attendance != "on-site":
        text = _sentences([online.platform or "", outlet.text(online.note, meeting)])
        yield Fact(outlet.say("Online"), one_line(text), uri(online.url or ""))


def _pay(meeting: Meeting, outlet: Outlet) -> str:
    pay = meeting.event.pay
    return _sentences([*pay_words(pay, outlet.language), outlet.text(pay.note, meeting)]) if pay else ""


def _sign_up(meeting: Meeting, occurrence: Occurrence, outlet: Outlet) -> str:
    """Whether sign-up is needed, until when, and how."""
    found = occurrence.registration
    if found is None:
        return ""
    email = [found.email] if found.email and found.state != "closed" else []
    return _sentences([*sign_up_words(found, outlet.language), *email, outlet.text(found.note, meeting)])


def _sentences(parts: list[str]) -> str:
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())
