"""The sentence of counts, in Swedish as it is said."""

from __future__ import annotations

from typing import Any

import pytest

from meetingplace.catalogue.attendance import Attendance
from meetingplace.i18n import language
from meetingplace.publishing.counts import KINDS, kind_word, sentence
from meetings import VOCABULARY, person


SV = language("sv")
ALL_KINDS: dict[str, Any] = {
    "total": 14,
    "by_kind": (("independent", 9), ("public", 4), ("funder", 1)),
    "disciplines": (("dans", 5), ("Musik", 4)),
}
ORGANISATIONS = tuple(person(name, is_organisation=True) for name in "ABC")


def said(*, past: bool = False, code: str = "sv", **attendance: Any) -> str:
    return sentence(Attendance(**attendance), language(code), past=past, vocabulary=VOCABULARY)


@pytest.mark.parametrize(
    ("attendance", "coming", "came"),
    [
        (
            ALL_KINDS,
            "14 kommer: 9 fria kulturaktörer, 4 från kommun och region, 1 finansiär; mest dans och musik",
            "14 kom: 9 fria kulturaktörer, 4 från kommun och region, 1 finansiär; mest dans och musik",
        ),
        (
            {"total": 13, "by_kind": (("independent", 13),), "at_least": True},
            "Minst 13 fria kulturaktörer kommer",
            "Minst 13 fria kulturaktörer kom",
        ),
        (
            {"total": 1, "by_kind": (("public", 1),)},
            "1 från kommun eller region kommer",
            "1 från kommun eller region kom",
        ),
        (
            {"total": 7, "by_kind": (("independent", 5), ("", 2)), "maybe": 2},
            "7 kommer, varav 2 kanske: 5 fria kulturaktörer, 2 till",
            "7 väntades, varav 2 kanske: 5 fria kulturaktörer, 2 till",
        ),
        (
            {"total": 2, "by_kind": (("independent", 2),), "maybe": 2},
            "2 fria kulturaktörer kommer kanske",
            "2 fria kulturaktörer väntades, varav 2 kanske",
        ),
        (
            {"total": 3, "by_kind": (("staff", 2), ("association", 1)), "organisations": ORGANISATIONS},
            "3 kommer: 2 från arrangören, 1 från en förening; dessutom 3 organisationer",
            "3 kom: 2 från arrangören, 1 från en förening; dessutom 3 organisationer",
        ),
        ({"organisations": ORGANISATIONS[:1]}, "1 organisation kommer", "1 organisation kom"),
        ({"total": 5, "by_kind": (("", 5),)}, "5 kommer", "5 kom"),
        (
            {"total": 7, "by_kind": (("", 5), ("independent", 2))},
            "7 kommer: 2 fria kulturaktörer, 5 till",
            "7 kom: 2 fria kulturaktörer, 5 till",
        ),
        (
            {"at_least": True, "by_kind": (("public", 0),)},
            "Flera kommer, hur många är inte klart än",
            "Flera kom, hur många är inte känt",
        ),
        ({}, "", ""),
        ({"invited": 8}, "", ""),
    ],
)
def test_the_sentence(attendance: dict[str, Any], coming: str, came: str) -> None:
    assert (said(**attendance), said(past=True, **attendance)) == (coming, came)


@pytest.mark.parametrize(
    ("disciplines", "mostly"),
    [
        ((("dans", 4), ("musik", 2), ("teater", 2)), "; mest dans, musik och teater"),
        ((("dans", 4), ("musik", 2), ("teater", 2), ("film", 2)), "; mest dans"),
        ((("dans", 2), ("musik", 2), ("teater", 2), ("film", 2)), ""),
        ((("dans", 1), ("musik", 1)), ""),
        ((("eu", 3),), "; mest EU-projekt"),
        ((), ""),
    ],
)
def test_mostly_names_disciplines_only_where_one_can_tell(
    disciplines: tuple[tuple[str, int], ...], mostly: str
) -> None:
    attendance: dict[str, Any] = {
        "total": 10,
        "by_kind": (("independent", 10),),
        "disciplines": disciplines,
    }
    assert said(**attendance) == "10 fria kulturaktörer kommer" + mostly


def test_in_english() -> None:
    assert said(code="en", **ALL_KINDS) == (
        "14 will come: 9 independent cultural actors, 4 from municipalities and the region, 1 funder;"
        " mostly dans and musik"
    )


@pytest.mark.parametrize(
    ("kind", "n", "words"),
    [
        ("independent", 1, "1 fri kulturaktör"),
        ("independent", None, "flera fria kulturaktörer"),
        ("public", 2, "2 från kommun och region"),
        ("business", 1, "1 från ett företag"),
        ("funder", 3, "3 finansiärer"),
        ("", 1, "1 person"),
        ("", None, "flera personer"),
    ],
)
def test_kinds(kind: str, n: int | None, words: str) -> None:
    assert kind_word(kind, SV, n) == words


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_swedish_words(kind: str) -> None:
    english = language("en")
    assert [kind_word(kind, SV, n) for n in (1, 2)] != [kind_word(kind, english, n) for n in (1, 2)]
