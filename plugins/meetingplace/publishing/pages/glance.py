"""The facts that decide whether one goes, in a few words each: all of them stand whole further down the same page."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views
from meetingplace.publishing.access import ACCESS, ANSWERS, access_of, asked_of
from meetingplace.publishing.words import pay_words, sign_up_words

from .afterwards import instead_of_sign_up
from .edition import Edition


def glance(meeting: Meeting, edition: Edition) -> tuple[views.Glance, ...]:
    """What may come out of it, pay, cost, sign-up, access, programme, whom to ask; of what has been what is left."""
    found = [*_outcome(meeting, edition), *_openings(meeting, edition)]
    if not meeting.is_past:
        found += [
            _pay(meeting, edition),
            _cost(meeting, edition),
            _sign_up(meeting, edition),
            _access(meeting, edition),
        ]
    if meeting.programme:
        items = edition.language.ngettext("%(num)s item", "%(num)s items", len(meeting.programme))
        found.append(views.Glance(edition.say("Programme"), items, "program"))
    return (*found, _ask(meeting, edition))


def _fact(key: str, term: str, text: str, edition: Edition) -> views.Glance:
    """What the editor left out is said: the whole fact tells whom to ask."""
    return views.Glance(term, text or edition.say("not stated"), f"fakta-{key}")


def _outcome(meeting: Meeting, edition: Edition) -> Iterator[views.Glance]:
    report, term = meeting.event.report, edition.say("What came out of it")
    if report and report.outcomes:
        code = edition.other(meeting.event.language_of_rest)
        yield views.Glance(term, report.outcomes[0], "efterat", lang=code)
    elif report:
        yield views.Glance(term, edition.say("Read what came out of it"), "efterat")


def _openings(meeting: Meeting, edition: Edition) -> Iterator[views.Glance]:
    if meeting.openings:
        titles = " · ".join(opening.possibility.title for opening in meeting.openings)
        code = edition.other(meeting.event.language_of_rest)
        yield views.Glance(edition.say("May lead to"), titles, "mojligheter", lang=code)


def _pay(meeting: Meeting, edition: Edition) -> views.Glance:
    pay = meeting.event.pay
    return _fact("pay", edition.say("Pay"), pay_words(pay, edition.language)[0] if pay else "", edition)


def _cost(meeting: Meeting, edition: Edition) -> views.Glance:
    cost, term = meeting.event.cost, edition.say("Cost")
    if cost is None or cost == "free":
        return _fact("cost", term, edition.say("Free") if cost else "", edition)
    return views.Glance(term, cost, "fakta-cost", lang=edition.other(meeting.event.language_of("cost")))


def _sign_up(meeting: Meeting, edition: Edition) -> views.Glance:
    found, term = meeting.current.registration, edition.say("Sign-up")
    later = instead_of_sign_up(meeting, edition)
    if found is None:
        return views.Glance(term, edition.say("not stated"), "fakta-registration", later=later)
    words = ". ".join(sign_up_words(found, edition.language)) or edition.say("See how")
    return views.Glance(term, words, "fakta-registration", later=later)


def _access(meeting: Meeting, edition: Edition) -> views.Glance:
    access = access_of(meeting, meeting.current)
    answers = {key: getattr(access, key) for key in asked_of(meeting)} if access else {}
    words = [
        edition.say(ACCESS[key]) + ("" if answer == "yes" else f" ({edition.say(ANSWERS[answer])})")
        for key, answer in answers.items()
        if answer
    ]
    text = ", ".join(words) or (edition.say("See how") if access and access.note else "")
    return _fact("access", edition.say("Access"), text[:1].upper() + text[1:], edition)


def _ask(meeting: Meeting, edition: Edition) -> views.Glance:
    contact = edition.contact(meeting.contact)
    if contact.email:
        to, words = f"mailto:{contact.email}", edition.say("Send an e-mail")
    else:
        to, words = contact.phone_url or contact.web, contact.phone or contact.web.partition("://")[2]
    return views.Glance(edition.say("Whom to ask"), contact.name, "kontakt", to, words)
