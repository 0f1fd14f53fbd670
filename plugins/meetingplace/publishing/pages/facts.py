"""The practical facts as one definition list, in which nothing that matters is silent."""

from __future__ import annotations

from html import escape

from meetingplace.catalogue.meetings import Meeting, Venue
from meetingplace.model.record import Access
from meetingplace.publishing import views
from meetingplace.publishing.access import ACCESS, ANSWERS, access_of, asked_of
from meetingplace.publishing.words import pay_words, sign_up_words

from .afterwards import instead_of_sign_up, what_came
from .asking import asked
from .edition import Edition


def ask(contact: views.Contact, edition: Edition) -> str:
    """`Inte angivet – fråga NN`, with a way to reach NN."""
    return edition.say("Not stated – ask %(name)s", name=asked(contact))


def facts(meeting: Meeting, edition: Edition) -> tuple[views.Fact, ...]:
    """Cost, pay, sign-up, access, travel, food, how to take part online, what to bring, language, in that order.

    What is missing is told, with whom to ask, as long as the meeting is to come. When it has been, what came of it is
    where sign-up was.
    """
    event, say = meeting.event, edition.say
    cost = escape(say("Free")) if event.cost == "free" else _line(event.cost or "", event.language_of("cost"), edition)
    rows = [
        ("cost", say("Cost"), cost),
        ("pay", say("Pay"), _pay(meeting, edition)),
        ("afterwards", say("Afterwards"), what_came(meeting, edition))
        if meeting.is_past
        else ("registration", say("Sign-up"), _registration(meeting, edition)),
        ("access", say("Access"), _access(meeting, edition)),
    ]
    if event.attendance != "online":
        rows.append(("travel", say("Getting there"), _travel(meeting, edition)))
        rows.append(("food", say("Food"), edition.html(event.food, meeting, code=event.language_of("food"))))
    online = meeting.current.online
    if online and online.note:
        rows.append(("online", say("Online"), edition.html(online.note, meeting, code=event.language_of_rest)))
    rows.append(("bring", say("Bring"), edition.html(event.bring, meeting, code=event.language_of("bring"))))
    tongues = event.language or (edition.catalogue.site.default_language,)
    spoken = edition.language.list([edition.language.tongue(code) for code in tongues])
    rows.append(("language", say("Language"), escape(spoken[:1].upper() + spoken[1:])))
    unknown = ask(edition.contact(meeting.contact), edition)
    told = [row for row in rows if row[2]] if meeting.is_past else rows
    later = {"registration": instead_of_sign_up(meeting, edition)}
    return tuple(views.Fact(key, term, html or unknown, not html, later.get(key, ())) for key, term, html in told)


def _line(text: str, code: str, edition: Edition) -> str:
    """A line as HTML, marked where it is in another language than the page."""
    other = edition.other(code)
    return f'<span lang="{other}">{escape(text)}</span>' if text and other else escape(text)


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


def _pay(meeting: Meeting, edition: Edition) -> str:
    pay = meeting.event.pay
    if pay is None:
        return ""
    return f"<p>{escape('. '.join(pay_words(pay, edition.language)))}.</p>" + edition.html(
        pay.note, meeting, code=meeting.event.language_of_rest
    )


def _registration(meeting: Meeting, edition: Edition) -> str:
    found = meeting.current.registration
    if found is None:
        return ""
    words = sign_up_words(found, edition.language)
    html = f"<p>{escape('. '.join(words))}.</p>" if words else ""
    if found.state != "closed":
        if found.url:
            html += f'<p><a href="{escape(found.url)}" rel="noopener">{escape(edition.say("Sign up here"))}</a></p>'
        if found.email:
            html += f'<p><a href="mailto:{escape(found.email)}">{escape(found.email)}</a></p>'
    return html + edition.html(found.note, meeting, code=meeting.event.language_of_rest)


def access_facts(access: Access | None, edition: Edition, keys: tuple[str, ...] = tuple(ACCESS)) -> list[views.Fact]:
    """One fact for each question about access; a missing answer is "not stated"."""
    found = []
    for key in keys:
        answer = getattr(access, key) if access else None
        words = edition.say(ANSWERS[answer]) if answer else edition.say("not stated")
        found.append(views.Fact(key, edition.say(ACCESS[key]), escape(words), missing=answer is None))
    return found


def _language_of_access(meeting: Meeting, edition: Edition) -> str:
    """The language of the note, which is the place's own where the meeting has none."""
    own, venue = meeting.event.access, meeting.current.venue
    if (own and own.note) or venue is None:
        return meeting.event.language_of_rest
    return _language_of_place(venue, "access", edition)


def _access(meeting: Meeting, edition: Edition) -> str:
    access = access_of(meeting, meeting.current)
    rows = access_facts(access, edition, asked_of(meeting))
    stated = [f"<li>{escape(row.term)}: {row.html}</li>" for row in rows if not row.missing]
    note = edition.html(access.note, meeting, code=_language_of_access(meeting, edition)) if access else ""
    if not stated and not note:
        return ""
    silent = [row.term for row in rows if row.missing]
    html = f"<ul>{''.join(stated)}</ul>" if stated else ""
    if silent:
        unknown = ask(edition.contact(meeting.contact), edition)
        html += f"<p>{escape(edition.language.list(silent)).capitalize()}: {unknown[:1].lower()}{unknown[1:]}</p>"
    return html + note
