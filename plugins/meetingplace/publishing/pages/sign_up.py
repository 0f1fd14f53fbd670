"""The one thing to do for who has decided to come."""

from __future__ import annotations

from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing import views
from meetingplace.publishing.dates import day_text

from .afterwards import instead_of_sign_up
from .edition import Edition


def sign_up(meeting: Meeting, edition: Edition) -> views.SignUp | None:
    """The way to sign up to the current time, and until when; none where one cannot, or need not."""
    found = meeting.current.registration
    if found is None or meeting.is_past or meeting.current.status in ("cancelled", "postponed"):
        return None
    url = found.url or (f"mailto:{found.email}" if found.email else "")
    if not url or found.required is False or found.state in ("closed", "full"):
        return None
    way = edition.say("Sign up") if found.url else edition.say("Sign up by e-mail")
    return views.SignUp(
        action=edition.say("Join the waiting list") if found.state == "waiting-list" else way,
        url=url,
        words=edition.say("Last day %(day)s", day=day_text(found.deadline, edition.language)) if found.deadline else "",
        until=next((later.since for later in instead_of_sign_up(meeting, edition)), ""),
    )
