"""People: one who comes, the list of those who agreed to a page, and a person's own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from meetingplace.catalogue.attendance import Participant
from meetingplace.catalogue.listings import Listing
from meetingplace.catalogue.meetings import Meeting
from meetingplace.model.profile import Profile, Skill
from meetingplace.publishing import views
from meetingplace.publishing.accents import accent
from meetingplace.publishing.composition import composition
from meetingplace.publishing.counts import sentence
from meetingplace.publishing.words import attends_word, kind_label, role_word

from .afterwards import over
from .edition import Edition
from .lists import counts, feeds_of, listing_view
from .people_by import ways_to_people
from .press import Planned, Press


NEW_DAYS = 14
PORTRAIT = (96, 160, 400)
"""Pixels: a portrait is shown small, on fine screens too."""


def pages(press: Press) -> Iterator[Planned]:
    """The list of people and each one's page; a person's feeds exist only where consent covers them."""
    edition, addresses = press.edition, press.edition.addresses
    heading, folder = edition.say("People"), addresses.folder("people")
    make_list = partial(people_page, edition)
    yield press.page("people", heading, folder, make_list, of=(press.digests.people,), section="people")
    with_feeds = {listing.slug for listing in edition.catalogue.listings("feeds") if listing.kind == "person"}
    for listing in edition.catalogue.listings("name"):
        if listing.kind != "person" or not addresses.has_listing(listing):
            continue
        here, feeds = addresses.listing(listing), listing.slug in with_feeds
        yield press.page(
            "person",
            listing.title,
            here,
            partial(_page_of, listing, edition, feeds=feeds),
            of=(press.digests.listing(listing), repr(feeds)),
            section="people",
            feeds=feeds_of(listing, edition) if feeds else press.site_feeds,
            crumbs=(edition.link(heading, folder),),
            indexed=edition.catalogue.allows(listing.slug, "search"),
        )
        former = (addresses.person(alias) for alias in edition.catalogue.aliases("person", listing.slug))
        yield from press.moved(former, listing.title, here)


def _page_of(listing: Listing, edition: Edition, *, feeds: bool) -> views.PersonPage:
    profile = edition.catalogue.profile(listing.slug)
    if profile is None:
        raise RuntimeError(f"{listing.slug}: has a page, and may not be named")
    return person_page(profile, listing, edition, feeds=feeds)


def mark(name: str) -> str:
    """Initials: of the first and the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in dict.fromkeys((words or [name])[:: max(len(words) - 1, 1)]))[:2]


def skill(found: Skill, edition: Edition) -> views.Link:
    """A word that someone offers or seeks by, with the sentence about it."""
    return replace(edition.topic(found.term), note=found.text)


def person(profile: Profile, edition: Edition) -> views.Person:
    """A person as a list shows them, outside any meeting."""
    return edition.once(_person, profile, edition)


def _person(profile: Profile, edition: Edition) -> views.Person:
    return views.Person(
        name=profile.name,
        url=edition.addresses.href(edition.addresses.person(profile.slug)) if profile.has_page else "",
        mark=mark(profile.name),
        kind=kind_label(profile.kind, edition.language),
        kind_key=profile.kind,
        is_organisation=profile.is_organisation,
        title=profile.title,
        organisation=profile.organisation,
        pronouns=profile.pronouns,
        disciplines=tuple(edition.topic(word) for word in profile.disciplines),
        municipality=edition.municipality(profile.municipality),
        offers=tuple(skill(found, edition) for found in profile.offers),
        seeks=tuple(skill(found, edition) for found in profile.seeks),
        lang=edition.other(profile.language_of("title")),
        pronouns_lang=edition.other(profile.language_of("pronouns")),
        rest_lang=edition.other(profile.language_of("offers")),
        picture=edition.picture(profile.image, PORTRAIT),
        accent=next((n for word in profile.disciplines if (n := accent(word, edition.catalogue.vocabulary))), 0),
    )


def participant(found: Participant, meeting: Meeting, edition: Edition) -> views.Person:
    """A person as someone whom one will meet: in which roles, why, and how."""
    seen = person(found.profile, edition)
    days = (edition.catalogue.today - found.since).days if found.since else NEW_DAYS
    hybrid = meeting.event.attendance == "hybrid"
    return replace(
        seen,
        is_host=found.is_host,
        roles=tuple(role_word(role, edition.language) for role in found.roles if role != "participant"),
        why=found.why,
        attends=attends_word(found.attends, edition.language) if hybrid and found.attends else "",
        attends_key=found.attends if hybrid else "",
        maybe=edition.say("maybe") if found.maybe and not meeting.is_past else "",
        new=edition.say("new") if days < NEW_DAYS and not meeting.is_past else "",
    )


def meet(meeting: Meeting, edition: Edition) -> views.Meet:
    """The section that answers whom one will meet."""
    say, past, attendance = edition.say, meeting.is_past, meeting.attendance
    off = meeting.current.status == "cancelled"
    nobody = ""
    if attendance.is_empty and past and not off:
        nobody = say("Nobody's name was published for this meeting.")
    elif attendance.is_empty and not off:
        nobody = say("Nobody has been announced yet. %(name)s will know more.", name=meeting.contact.name)
    return views.Meet(
        heading=say("Whom you met") if past and not off else say("Whom you will meet"),
        sentence="" if attendance.is_empty else counts(meeting, meeting.current, edition),
        nobody=nobody,
        people=tuple(participant(p, meeting, edition) for p in attendance.people),
        organisations=tuple(participant(p, meeting, edition) for p in attendance.organisations),
        counted=tuple(edition.unnamed(group) for group in attendance.unnamed),
        invited=edition.language.ngettext("%(num)s more is invited.", "%(num)s more are invited.", attendance.invited)
        if attendance.invited and not past
        else "",
        picture=composition(attendance, edition.language),
        print_url=edition.addresses.href(edition.addresses.attendees(meeting.slug)),
        over="" if off else over(meeting),
        sentence_over=""
        if attendance.is_empty
        else sentence(attendance, edition.language, past=True, vocabulary=edition.catalogue.vocabulary),
    )


def people_page(edition: Edition) -> views.People:
    """Everyone who agreed to a page, by the first letter of their name; organisations apart."""
    profiles = edition.catalogue.people
    groups: dict[str, list[views.Person]] = {}
    for profile in profiles:
        if not profile.is_organisation:
            groups.setdefault(edition.language.initial(profile.name), []).append(person(profile, edition))
    return views.People(
        groups=tuple(
            views.Group(letter, f"bokstav-{number}", tuple(found))
            for number, (letter, found) in enumerate(groups.items(), 1)
        ),
        organisations=tuple(person(p, edition) for p in profiles if p.is_organisation),
        intro=edition.say("They have agreed to be found here. Ask them, invite them, meet them."),
        ways=ways_to_people(edition),
    )


def person_page(profile: Profile, listing: Listing, edition: Edition, *, feeds: bool) -> views.PersonPage:
    """A person's page, with the meetings where they are named."""
    return views.PersonPage(
        person=person(profile, edition),
        lang=profile.language_of("body"),
        body_html=edition.html(profile.body),
        contact=edition.contact(profile.contact) if profile.contact else None,
        languages=edition.language.list([edition.language.tongue(code) for code in profile.languages]),
        links=edition.links(profile.links),
        listing=listing_view(listing, edition, feeds=feeds),
    )
