from __future__ import annotations

import datetime as dt

import pytest

from records import EVERYTHING, anna, catalogue, consent, event, names_at, person, place, texts


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
    assert [m.event.body for m in found.meetings("name")] == ["En fri kulturaktör", "Anna Berg"]


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
