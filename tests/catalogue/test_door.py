from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.meetings import Audience, Meeting
from records import EVERYTHING, catalogue, consent, event, person, place, texts


ANNA: dict[str, Any] = {
    "title": "Koreograf",
    "organisation": "Danskollektivet",
    "pronouns": "hon",
    "disciplines": ["dans"],
    "municipality": "flen",
    "offers": [{"term": "workshop", "text": "för barn"}],
    "seeks": ["lokal"],
    "languages": ["sv"],
    "contact": {"email": "anna@kultur.example", "note": "helst mejl"},
    "links": [{"title": "Min sida", "url": "https://anna.example/"}],
    "image": {"file": "images/anna.jpg", "alt": "Anna dansar"},
    "aliases": ["anna-b"],
    "body": "Jag dansar.",
}


def anna(*covers: str, **keys: Any) -> Any:
    return person("anna-berg", "Anna Berg", **{**ANNA, "consent": consent(*covers), **keys})


def names_at(found: Catalogue, audience: Audience = "name", slug: str = "frukost") -> list[str]:
    meeting = found.meeting(slug, audience)
    assert meeting is not None
    return [p.profile.name for p in (*meeting.attendance.people, *meeting.attendance.organisations)]


def at(*records: Any, audience: Audience = "name", today: dt.date | None = None, **who: Any) -> Meeting:
    """The meeting that Anna comes to."""
    made = catalogue(*records, event(who=[{"person": "anna-berg", **who}]), **({"today": today} if today else {}))
    found = made.meeting("frukost", audience)
    assert found is not None
    return found


# ---------------------------------------------------------------------- scopes


def test_nothing_is_known_of_someone_who_has_not_agreed() -> None:
    for covers in ([], ["profile", "photo", "contact", "feeds", "search", "archive"]):
        found = catalogue(anna(*covers), event(who=["anna-berg"]))
        assert found.people == ()
        assert found.profile("anna-berg") is None
        assert not [text for text in texts([found.meetings("name"), found.listings("name")]) if "nna" in text.lower()]


def test_name_covers_name_kind_title_and_organisation_and_nothing_else() -> None:
    profile = catalogue(anna("name")).profile("anna-berg")
    assert profile is not None
    assert sorted(set(texts(profile)) - {"", "sv"}) == ["Anna Berg", "Danskollektivet", "Koreograf", "independent"]
    assert (profile.image, profile.contact, profile.has_page, profile.in_feeds, profile.searchable) == (
        None,
        None,
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("scope", "more"),
    [
        (
            "profile",
            {"anna-berg", "anna-b", "hon", "dans", "flen", "workshop", "för barn", "lokal", "Min sida"}
            | {"https://anna.example/", "Jag dansar."},
        ),
        ("photo", {"images/anna.jpg", "Anna dansar"}),
        ("contact", {"anna@kultur.example", "helst mejl"}),
        ("feeds", set()),
        ("search", set()),
        ("archive", set()),
    ],
)
def test_what_each_scope_adds(scope: str, more: set[str]) -> None:
    without, having = (catalogue(anna("name", *covers)).profile("anna-berg") for covers in ((), (scope,)))
    assert set(texts(having)) - set(texts(without)) == more


def test_search_and_feeds_are_said_of_a_page() -> None:
    found = catalogue(anna("name", "profile", "search", "feeds")).profile("anna-berg")
    assert found is not None
    assert (found.has_page, found.searchable, found.in_feeds) == (True, True, True)


def test_only_those_with_a_page_are_among_the_people_in_the_order_of_the_alphabet() -> None:
    found = catalogue(
        anna("name", "profile"),
        person("asa-ek", "Åsa Ek", consent=consent("name", "profile")),
        person("zelma-ek", "Zelma Ek", consent=consent("name", "profile")),
        person("bo-ek", "Bo Ek", consent=consent("name", "feeds")),
        person("kajrummet", "Kajrummet", type="organisation"),
    )
    assert [profile.name for profile in found.people] == ["Anna Berg", "Kajrummet", "Zelma Ek", "Åsa Ek"]


# ---------------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("given", "today", "named"),
    [
        ({"given": "2026-09-01", "until": "2026-09-10"}, dt.date(2026, 8, 31), []),
        ({"given": "2026-09-01", "until": "2026-09-10"}, dt.date(2026, 9, 1), ["Anna Berg"]),
        ({"given": "2026-09-01", "until": "2026-09-10"}, dt.date(2026, 9, 10), ["Anna Berg"]),
        ({"given": "2026-09-01", "until": "2026-09-10"}, dt.date(2026, 9, 11), []),
        ({"given": "2024-02-29"}, dt.date(2026, 2, 28), ["Anna Berg"]),
        ({"given": "2024-02-29"}, dt.date(2026, 3, 1), []),
    ],
)
def test_consent_holds_from_its_first_to_its_last_day(given: dict[str, str], today: dt.date, named: list[str]) -> None:
    agreed = anna(consent={"covers": ["name"], **given})
    found = catalogue(agreed, event(published="2026-01-01", who=["anna-berg"]), today=today)
    assert names_at(found) == named


@pytest.mark.parametrize(
    ("covers", "today", "named"),
    [
        (["name"], dt.date(2026, 12, 11), ["Anna Berg"]),
        (["name"], dt.date(2026, 12, 12), []),
        (["name", "archive"], dt.date(2026, 12, 12), ["Anna Berg"]),
        (["archive"], dt.date(2026, 12, 12), []),
    ],
)
def test_names_stay_at_a_meeting_for_90_days_and_longer_by_archive(
    covers: list[str], today: dt.date, named: list[str]
) -> None:
    found = catalogue(anna(*covers), event(who=["anna-berg"]), today=today)
    assert names_at(found) == named
    assert found.profile("anna-berg") is not None or "name" not in covers


def test_how_long_names_stay_is_a_setting_and_the_days_count_from_the_last_occurrence() -> None:
    repeat = {"also": ["2026-10-12"], "changes": [{"date": "2026-10-12", "start": "2026-11-12"}]}
    meeting = event(who=["anna-berg"], repeat=repeat)
    days = [dt.date(2026, 11, 22), dt.date(2026, 11, 23)]
    found = [catalogue(anna("name"), meeting, today=day, names_kept_days=10) for day in days]
    assert [names_at(each) for each in found] == [["Anna Berg"], []]


def test_a_meeting_without_a_day_is_old_when_its_month_is() -> None:
    meeting = event(start="2026-09", end=None, who=["anna-berg"])
    days = [dt.date(2026, 9, 30), dt.date(2026, 10, 1)]
    found = [catalogue(anna("name"), meeting, today=day, names_kept_days=0) for day in days]
    assert [names_at(each) for each in found] == [["Anna Berg"], []]


# ---------------------------------------------------------------------- feeds


def test_feeds_name_only_those_who_agreed_to_feeds() -> None:
    people = (anna("name", "profile"), person("bo-ek", "Bo Ek", consent=consent("name", "feeds")))
    meeting = event(
        who=["anna-berg", "bo-ek"], body="Anna Berg och Bo Ek.", programme=[{"title": "Bo Ek", "who": ["anna-berg"]}]
    )
    found = catalogue(*people, meeting)
    assert (names_at(found, "name"), names_at(found, "feeds")) == (["Anna Berg", "Bo Ek"], ["Bo Ek"])
    made = found.meeting("frukost", "feeds")
    assert made is not None
    assert (made.event.body, made.programme[0].who[0].text) == ("en fri kulturaktör och Bo Ek.", "en fri kulturaktör")
    assert found.profile("anna-berg", "feeds") is None


def test_archive_counts_in_feeds_too() -> None:
    old = dt.date(2027, 1, 1)
    found = [
        catalogue(anna("name", "feeds", *more), event(who=["anna-berg"]), today=old) for more in ((), ("archive",))
    ]
    assert [names_at(each, "feeds") for each in found] == [[], ["Anna Berg"]]


# ---------------------------------------------------------------------- one meeting's own word


@pytest.mark.parametrize(
    "who",
    [
        [{"person": "anna-berg", "role": "host"}, {"person": "anna-berg", "public": "no"}],
        [{"person": "anna-berg", "public": "no"}, {"person": "anna-berg", "role": "host"}],
        [{"person": "anna-berg", "public": "nej", "status": "declined"}, {"person": "anna-berg"}],
        [{"person": "anna-berg", "public": "no", "since": "2027-01-01"}, {"person": "anna-berg"}],
    ],
)
def test_public_no_on_one_of_several_rows_is_enough(who: list[dict[str, str]]) -> None:
    found = catalogue(
        anna(*EVERYTHING),
        event(
            who=who,
            host=["anna-berg"],
            contact="anna-berg",
            programme=[{"title": "Samtal med Anna Berg", "who": ["anna-berg"]}],
            possibilities=[{"kind": "funding", "title": "Stöd", "by": "anna-berg"}],
            body="Fråga [Anna](person:anna-berg).",
        ),
    )
    for audience in ("name", "feeds"):
        meeting = found.meeting("frukost", audience)
        assert not [text for text in texts(meeting) if "Anna" in text or "anna" in text]
        assert meeting is not None
        assert "Anna" not in found.html(meeting.event.body, meeting)
    assert [profile.name for profile in found.people] == ["Anna Berg"]
    assert all(
        "frukost" not in [m.slug for m in each.meetings] for each in found.listings("name") if each.kind == "person"
    )


def test_public_no_on_one_occurrence_is_a_word_for_all_of_them() -> None:
    changes = [{"date": "2026-10-12", "who": [{"person": "anna-berg", "public": "no"}]}]
    found = catalogue(anna(*EVERYTHING), event(who=["anna-berg"], repeat={"also": ["2026-10-12"], "changes": changes}))
    meeting = found.meeting("frukost", "name")
    assert meeting is not None
    assert [(o.attendance.people, o.attendance.total) for o in meeting.occurrences] == [((), 1), ((), 1)]


def test_at_another_meeting_the_same_person_is_named() -> None:
    found = catalogue(
        anna("name"),
        event("ett", who=[{"person": "anna-berg", "public": "no"}], body="Anna Berg"),
        event("tva", who=["anna-berg"], body="Anna Berg"),
    )
    assert (names_at(found, slug="ett"), names_at(found, slug="tva")) == ([], ["Anna Berg"])
    assert [m.event.body for m in found.meetings("name")] == ["en fri kulturaktör", "Anna Berg"]


def test_whom_a_meeting_hides_is_not_named_there_by_the_words_of_others_or_of_its_place() -> None:
    bo = person(
        "bo-ek",
        "Bo Ek",
        title="Elev till Anna Berg",
        consent=consent("name", "profile"),
        offers=[{"term": "duett", "text": "med Anna Berg"}],
    )
    venue = place("scenen", "Scenen", travel="Ring Anna Berg.")
    rows = [{"person": "anna-berg", "public": "no"}, "bo-ek"]
    found = catalogue(
        anna("name"), bo, venue, event(who=rows, place="scenen"), event("annat", who=["bo-ek"], place="scenen")
    )
    hidden, named = found.meeting("frukost", "name"), found.meeting("annat", "name")
    assert not [text for text in texts(hidden) if "Anna Berg" in text]
    assert len([text for text in texts(named) if "Anna Berg" in text]) > 3


# ---------------------------------------------------------------------- organisations, and those who are not there


def test_an_organisation_needs_no_consent_and_may_be_hidden_too() -> None:
    kajrummet = person("kajrummet", "Kajrummet", type="organisation", kind="association")
    named = catalogue(kajrummet, event(who=["kajrummet"]), today=dt.date(2030, 1, 1))
    hidden = catalogue(kajrummet, event(who=[{"person": "kajrummet", "public": "no"}]))
    assert (names_at(named, "feeds"), names_at(hidden, "name")) == (["Kajrummet"], [])


@pytest.mark.parametrize(
    "row",
    [{"status": "invited"}, {"status": "declined"}, {"since": "2026-09-02"}],
    ids=["invited", "declined", "not yet announced"],
)
def test_who_does_not_come_or_is_not_announced_is_not_named_at_the_meeting(row: dict[str, str]) -> None:
    found = catalogue(
        anna(*EVERYTHING),
        event(
            who=[{"person": "anna-berg", "role": "speaker", **row}],
            programme=[{"title": "Samtal", "who": ["anna-berg"]}],
            possibilities=[{"kind": "funding", "title": "Stöd", "by": "anna-berg"}],
            body="Möt Anna Berg.",
        ),
    ).meeting("frukost", "name")
    assert found is not None
    assert not [text for text in texts(found) if "Anna" in text]
    assert found.attendance.total == 0


def test_who_declines_and_is_the_one_to_ask_is_still_asked() -> None:
    found = catalogue(
        anna(*EVERYTHING), event(who=[{"person": "anna-berg", "status": "declined"}], contact="anna-berg")
    )
    meeting = found.meeting("frukost", "name")
    assert meeting is not None
    assert (meeting.contact.name, meeting.contact.email) == ("Anna Berg", "anna@kultur.example")


def test_who_comes_another_time_may_be_named() -> None:
    changes = [{"date": "2026-10-12", "who": ["anna-berg"]}]
    meeting = event(
        who=[{"person": "anna-berg", "status": "declined"}],
        body="Anna Berg",
        repeat={"also": ["2026-10-12"], "changes": changes},
    )
    found = catalogue(anna("name"), meeting).meeting("frukost", "name")
    assert found is not None
    assert [[p.profile.name for p in o.attendance.people] for o in found.occurrences] == [[], ["Anna Berg"]]
    assert found.event.body == "Anna Berg"


def test_a_former_slug_of_someone_hidden_is_told_to_nobody() -> None:
    found = catalogue(anna("name"), event(body="[hon](person:anna-b)", who=["anna-berg"]))
    assert not [
        text for text in texts([found.people, found.meetings("name"), found.listings("name")]) if "anna-b" in text
    ]


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("independent", "en fri kulturaktör"),
        ("public", "någon från det offentliga"),
        ("association", "någon från en förening"),
        ("business", "någon från ett företag"),
        ("funder", "någon från en finansiär"),
        ("staff", "någon ur personalen"),
    ],
)
def test_the_role_of_each_kind(kind: str, role: str) -> None:
    found = at(anna(kind=kind))
    assert (
        catalogue(anna(kind=kind), event(programme=[{"title": "x", "who": ["anna-berg"]}]))
        .meetings("name")[0]
        .programme[0]
        .who[0]
        .text
        == role
    )
    assert found.attendance.unnamed[0].kind == kind
