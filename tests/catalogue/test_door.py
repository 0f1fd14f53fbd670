from __future__ import annotations

import datetime as dt

import pytest

from records import anna, catalogue, consent, event, names_at, person, texts


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
    assert (made.event.body, made.programme[0].who[0].text) == ("En fri kulturaktör och Bo Ek.", "en fri kulturaktör")
    assert found.profile("anna-berg", "feeds") is None


def test_archive_counts_in_feeds_too() -> None:
    old = dt.date(2027, 1, 1)
    found = [
        catalogue(anna("name", "feeds", *more), event(who=["anna-berg"]), today=old) for more in ((), ("archive",))
    ]
    assert [names_at(each, "feeds") for each in found] == [[], ["Anna Berg"]]


# ---------------------------------------------------------------------- roles


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
    programme = [{"title": "Samtal", "who": ["anna-berg"]}]
    found = catalogue(anna(kind=kind), event(programme=programme)).meetings("name")[0]
    assert (found.programme[0].who[0].text, found.attendance.unnamed[0].kind) == (role, kind)
