"""Pairs among those who come, where one offers what another seeks."""

from __future__ import annotations

from meetingplace.catalogue.attendance import Attendance
from meetingplace.model.profile import Profile
from meetingplace.model.vocabulary import folded
from meetingplace.publishing import views

from .edition import Edition


MOST = 12


def matches(attendance: Attendance, edition: Edition) -> tuple[views.Match, ...]:
    """At most twelve, in the order in which those who offer are listed; the word that ties them with each."""
    profiles = [p.profile for p in (*attendance.people, *attendance.organisations)]
    seekers: dict[str, list[tuple[Profile, str]]] = {}
    for profile in profiles:
        for skill in profile.seeks:
            seekers.setdefault(folded(skill.term), []).append((profile, skill.term))
    found = [
        views.Match(_link(giver, edition), _link(seeker, edition), term)
        for giver in profiles
        for skill in giver.offers
        for seeker, term in seekers.get(folded(skill.term), ())
        if seeker is not giver
    ]
    return tuple(dict.fromkeys(found))[:MOST]


def _link(profile: Profile, edition: Edition) -> views.Link:
    return edition.link(profile.name, edition.addresses.person(profile.slug))
