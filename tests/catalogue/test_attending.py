from __future__ import annotations

from typing import Any

import pytest

from meetingplace.catalogue.attendance import Attendance, Participant, Unnamed
from records import catalogue, consent, event, person


TERMS = {"dans": {"sv": "Dans"}, "musik": {"sv": "Musik", "synonyms": ["ljud"]}}


def everyone(**about: Any) -> list[Any]:
    """Three who may be named, two who may not, and an organisation."""
    agreed = {"consent": consent("name", "profile"), **about}
    return [
        person("anna-berg", "Anna Berg", disciplines=["dans"], **agreed),
        person("bo-ek", "Bo Ek", kind="public", disciplines=["ljud", "dans"], **agreed),
        person("cia-al", "Cia Al", **agreed),
        person("dag-ask", "Dag Ask", disciplines=["DANS", "musik"]),
        person("eva-lind", "Eva Lind", disciplines=["Dans"]),
        person("kajrummet", "Kajrummet", type="organisation", kind="association", disciplines=["musik"]),
    ]


def attending(**front_matter: Any) -> Attendance:
    found = catalogue(*everyone(), event(**front_matter), terms=TERMS).meeting("frukost", "name")
    assert found is not None
    return found.attendance


def only(participants: tuple[Participant, ...]) -> Participant:
    assert len(participants) == 1
    return participants[0]


# ---------------------------------------------------------------------- merging


def test_who_is_listed_more_than_once_is_one_participant_with_all_roles_hosts_first() -> None:
    found = attending(
        host=["anna-berg"],
        who=[
            {"person": "anna-berg", "role": "speaker", "why": "Berättar", "since": "2026-08-20"},
            {"person": "anna-berg", "role": ["panellist", "speaker"], "why": "Svarar", "attends": "online"},
        ],
        programme=[{"title": "Samtal", "who": ["anna-berg"]}],
    )
    anna = only(found.people)
    assert (anna.roles, anna.why, anna.attends) == (("host", "speaker", "panellist"), "Berättar", "online")
    assert (str(anna.since), found.total) == ("2026-08-20", 1)


def test_host_is_short_for_a_row_with_that_role() -> None:
    short = attending(host=["anna-berg", "bo-ek"], who=["cia-al"])
    long = attending(
        who=[{"person": "cia-al"}, {"person": "anna-berg", "role": "host"}, {"person": "bo-ek", "role": "host"}]
    )
    assert [p.profile.name for p in short.people] == ["Anna Berg", "Bo Ek", "Cia Al"]
    assert short == long


def test_who_is_only_on_the_programme_comes_too() -> None:
    found = attending(programme=[{"title": "a", "who": ["anna-berg", "dag-ask"]}, {"title": "b", "who": ["anna-berg"]}])
    assert (only(found.people).roles, found.total) == (("participant",), 2)


@pytest.mark.parametrize(
    ("rows", "named", "counts"),
    [
        ([{"status": "coming"}], [False], (1, 0, 0)),
        ([{"status": "maybe"}], [True], (1, 1, 0)),
        ([{"status": "invited"}], [], (0, 0, 1)),
        ([{"status": "declined"}], [], (0, 0, 0)),
        ([{"status": "maybe"}, {"attends": "online"}], [True], (1, 1, 0)),
        ([{"attends": "online"}, {"status": "maybe"}], [True], (1, 1, 0)),
        ([{"status": "declined"}, {"status": "maybe"}], [], (0, 0, 0)),
        ([{"status": "invited"}, {}], [], (0, 0, 1)),
        ([{"status": "declined"}, {"status": "invited"}], [], (0, 0, 0)),
    ],
)
def test_the_least_certain_word_about_coming_holds(
    rows: list[dict[str, str]], named: list[bool], counts: tuple[int, int, int]
) -> None:
    found = attending(who=[{"person": "anna-berg", **row} for row in rows])
    assert [p.maybe for p in found.people] == named
    assert (found.total, found.maybe, found.invited) == counts


def test_a_host_who_declines_does_not_come() -> None:
    found = attending(host=["anna-berg"], who=[{"person": "anna-berg", "status": "declined"}])
    assert (found.people, found.total) == ((), 0)


def test_how_someone_attends_stays_beside_a_later_maybe() -> None:
    assert (
        only(
            attending(
                who=[{"person": "anna-berg", "attends": "online"}, {"person": "anna-berg", "status": "maybe"}]
            ).people
        ).attends
        == "online"
    )


def test_rows_of_days_to_come_are_not_known_yet() -> None:
    rows = [
        {"person": "anna-berg", "since": "2026-09-01"},
        {"person": "bo-ek", "since": "2026-09-02"},
        {"person": "cia-al", "role": "host", "since": "2026-09-02"},
        {"person": "cia-al"},
        {"person": "dag-ask", "since": "2026-09-02"},
    ]
    found = attending(who=rows, programme=[{"title": "Samtal", "who": ["bo-ek"]}])
    assert [(p.profile.name, p.roles) for p in found.people] == [
        ("Anna Berg", ("participant",)),
        ("Cia Al", ("participant",)),
    ]
    assert found.total == 2


# ---------------------------------------------------------------------- counts


def test_those_who_may_not_be_named_are_counted_by_kind_and_discipline() -> None:
    found = attending(who=["anna-berg", "bo-ek", "dag-ask", "eva-lind", "kajrummet"])
    assert found.unnamed == (Unnamed(2, "independent", "Dans"),)
    assert (found.total, found.at_least) == (4, False)
    assert found.by_kind == (("independent", 3), ("public", 1))
    assert found.disciplines == (("Dans", 4), ("Musik", 2))


def test_a_word_that_the_vocabulary_lacks_is_told_only_of_those_whose_page_tells_it() -> None:
    people = [
        person("anna-berg", "Anna Berg", disciplines=["Nyckelharpa"], consent=consent("name", "profile")),
        person("bo-ek", "Bo Ek", disciplines=["Vissling"], consent=consent("name")),
        person("cia-al", "Cia Al", disciplines=["Jojk"]),
    ]
    meeting = catalogue(*people, event(who=["anna-berg", "bo-ek", "cia-al"]), terms=TERMS).meeting("frukost", "name")
    assert meeting is not None
    assert meeting.attendance.disciplines == (("Nyckelharpa", 1),)
    assert meeting.attendance.unnamed == (Unnamed(1, "independent"),)


def test_also_are_counted_as_they_are_written() -> None:
    found = attending(
        who=["anna-berg"],
        also=[
            {"count": "4", "kind": "public", "discipline": "ljud", "municipality": "flen"},
            {"count": "0"},
            {"text": "flera kommuner", "kind": "funder"},
            {"count": "2"},
        ],
    )
    assert found.unnamed == (
        Unnamed(4, "public", "Musik", "flen"),
        Unnamed(0),
        Unnamed(None, "funder", text="flera kommuner"),
        Unnamed(2),
    )
    assert (found.total, found.at_least) == (7, True)
    assert found.by_kind == (("public", 4), ("", 2), ("independent", 1))
    assert found.disciplines == (("Musik", 4), ("Dans", 1))


def test_organisations_are_listed_and_counted_apart() -> None:
    found = attending(who=["kajrummet", "anna-berg"])
    assert [p.profile.name for p in found.organisations] == ["Kajrummet"]
    assert (found.total, found.by_kind, found.disciplines) == (1, (("independent", 1),), (("Dans", 1),))
    assert attending(who=[{"person": "kajrummet", "status": "invited"}]).invited == 0
    assert attending(who=[{"person": "kajrummet", "status": "maybe"}]).maybe == 0


def test_nobody_is_known_yet() -> None:
    assert attending() == Attendance()


def test_what_is_counted_does_not_depend_on_consent() -> None:
    who = ["anna-berg", "bo-ek", "cia-al", "dag-ask", "eva-lind"]
    named = attending(who=who)
    hidden = catalogue(*everyone(consent=None), event(who=who), terms=TERMS).meeting("frukost", "name")
    assert hidden is not None
    assert (hidden.attendance.total, hidden.attendance.by_kind, hidden.attendance.disciplines) == (
        named.total,
        named.by_kind,
        named.disciplines,
    )
    assert hidden.attendance.people == ()
