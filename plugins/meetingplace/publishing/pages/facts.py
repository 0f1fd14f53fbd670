"""The practical facts as one definition list, in which nothing that matters is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from meetingplace.catalogue.meetings import Meeting, Venue
from meetingplace.model.record import Access
from meetingplace.publishing import views
from meetingplace.publishing.access import ACCESS, ANSWERS, access_of, asked_of
from meetingplace.publishing.words import pay_words, sign_up_words

from .afterwards import instead_of_sign_up, what_came
from .edition import Edition


def facts(meeting: Meeting, edition: Edition) -> tuple[views.Fact, ...]:
    """Cost, pay, sign-up, access, travel, food, how to take part online, what to bring, language, in that order.

    What is missing is told, with whom to ask, as long as the meeting is to come. When it has been, what came of it is
    where sign-up was.
    """
    told = _told(meeting, edition)
    if meeting.is_past:
        return tuple(fact for fact in told if _says(fact))
    contact = edition.contact(meeting.contact)
    return tuple(fact if _says(fact) else replace(fact, missing=True, ask=contact) for fact in told)


def _says(fact: views.Fact) -> bool:
    return bool(fact.lines or fact.answers or fact.html or fact.awaited_from)


def _told(meeting: Meeting, edition: Edition) -> Iterator[views.Fact]:
    event, say = meeting.event, edition.say
    yield views.Fact("cost", say("Cost"), _cost(meeting, edition))
    yield _pay(meeting, edition)
    yield what_came(meeting, edition) if meeting.is_past else _registration(meeting, edition)
    yield _access(meeting, edition)
    if event.attendance != "online":
        yield views.Fact("travel", say("Getting there"), html=_travel(meeting, edition))
        yield _running("food", say("Food"), event.food, meeting, edition)
    online = meeting.current.online
    if online and online.note:
        html = edition.html(online.note, meeting, code=event.language_of_rest)
        yield views.Fact("online", say("Online"), html=html)
    yield _running("bring", say("Bring"), event.bring, meeting, edition)
    tongues = event.language or (edition.catalogue.site.default_language,)
    spoken = edition.language.list([edition.language.tongue(code) for code in tongues])
    yield views.Fact("language", say("Language"), _lines([spoken[:1].upper() + spoken[1:]]))


def _lines(sentences: Iterable[str]) -> tuple[views.Link, ...]:
    """Sentences that lead nowhere, in the language of the page."""
    return tuple(views.Link(sentence, "") for sentence in sentences)


def _running(key: str, term: str, text: str | None, meeting: Meeting, edition: Edition) -> views.Fact:
    """A fact that is one of the meeting's own texts, under the same key."""
    return views.Fact(key, term, html=edition.html(text, meeting, code=meeting.event.language_of(key)))


def _cost(meeting: Meeting, edition: Edition) -> tuple[views.Link, ...]:
    event = meeting.event
    if event.cost == "free":
        return _lines([edition.say("Free")])
    return (views.Link(event.cost, "", lang=edition.other(event.language_of("cost"))),) if event.cost else ()


def _travel(meeting: Meeting, edition: Edition) -> str:
    """What the meeting says of how to get there, or else its place."""
    event, venue = meeting.event, meeting.current.venue
    if event.travel or venue is None:
        return edition.html(event.travel, meeting, code=event.language_of("travel"))
    return edition.html(venue.travel, meeting, code=_language_of_place(venue, "travel", edition))


def _language_of_place(venue: Venue, field: str, edition: Edition) -> str:
    """The language of what a venue's record says."""
    record = edition.catalogue.places().get(venue.slug)
    return record.language_of(field) if record else ""


def _pay(meeting: Meeting, edition: Edition) -> views.Fact:
    pay, term = meeting.event.pay, edition.say("Pay")
    if pay is None:
        return views.Fact("pay", term)
    note = edition.html(pay.note, meeting, code=meeting.event.language_of_rest)
    return views.Fact("pay", term, _lines([f"{'. '.join(pay_words(pay, edition.language))}."]), html=note)


def _registration(meeting: Meeting, edition: Edition) -> views.Fact:
    fact = views.Fact("registration", edition.say("Sign-up"), later=instead_of_sign_up(meeting, edition))
    found = meeting.current.registration
    if found is None:
        return fact
    words = sign_up_words(found, edition.language)
    lines = _lines([f"{'. '.join(words)}."] if words else [])
    if found.state != "closed":
        if found.url:
            lines += (views.Link(edition.say("Sign up here"), found.url),)
        if found.email:
            lines += (views.Link(found.email, f"mailto:{found.email}"),)
    note = edition.html(found.note, meeting, code=meeting.event.language_of_rest)
    return replace(fact, lines=lines, html=note)


def access_facts(access: Access | None, edition: Edition, keys: tuple[str, ...] = tuple(ACCESS)) -> list[views.Fact]:
    """One fact for each question about access; a missing answer is "not stated"."""
    found = []
    for key in keys:
        answer = getattr(access, key) if access else None
        words = edition.say(ANSWERS[answer]) if answer else edition.say("not stated")
        found.append(views.Fact(key, edition.say(ACCESS[key]), _lines([words]), missing=answer is None))
    return found


def _language_of_access(meeting: Meeting, edition: Edition) -> str:
    """The language of the note, which is the place's own where the meeting has none."""
    own, venue = meeting.event.access, meeting.current.venue
    if (own and own.note) or venue is None:
        return meeting.event.language_of_rest
    return _language_of_place(venue, "access", edition)


def _access(meeting: Meeting, edition: Edition) -> views.Fact:
    """All answers in one; where some are given, the other questions are told with whom to ask."""
    access, fact = access_of(meeting, meeting.current), views.Fact("access", edition.say("Access"))
    rows = access_facts(access, edition, asked_of(meeting))
    answers = tuple((row.term, row.lines[0].text) for row in rows if not row.missing)
    note = edition.html(access.note, meeting, code=_language_of_access(meeting, edition)) if access else ""
    if not answers and not note:
        return fact
    silent = edition.language.list([row.term for row in rows if row.missing])
    told = replace(fact, answers=answers, html=note, silent=silent[:1].upper() + silent[1:])
    return replace(told, ask=edition.contact(meeting.contact)) if silent else told
