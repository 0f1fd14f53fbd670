"""Which colour a discipline has, and that it keeps it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.vocabulary import Vocabulary
from meetingplace.publishing.accents import ACCENTS, accent


DANCE: dict[str, dict[str, Any]] = {
    "scenkonst": {"sv": "Scenkonst", "kind": "discipline"},
    "dans": {"sv": "Dans", "kind": "discipline", "broader": "scenkonst"},
    "koreografi": {"sv": "Koreografi", "kind": "skill", "broader": "dans"},
}


def vocabulary(**more: dict[str, Any]) -> Vocabulary:
    return Vocabulary.model_validate({"terms": {**DANCE, **more}})


def test_a_discipline_has_the_accent_of_the_broadest_above_it() -> None:
    assert (accent("Dans", vocabulary()), accent("scenkonst", vocabulary())) == (6, 6)


def test_other_words_have_none() -> None:
    assert [accent(word, vocabulary()) for word in ("koreografi", "stenhuggeri")] == [0, 0]


def test_disciplines_above_one_another_in_a_ring_have_none() -> None:
    ring = vocabulary(
        a={"sv": "A", "kind": "discipline", "broader": "b"}, b={"sv": "B", "kind": "discipline", "broader": "a"}
    )
    assert accent("a", ring) == 0


def test_what_stands_above_and_is_no_discipline_gives_no_accent() -> None:
    alone = vocabulary(dans={"sv": "Dans", "kind": "discipline"})
    below = vocabulary(dans={"sv": "Dans", "kind": "discipline", "broader": "koreografi"})
    assert accent("dans", below) == accent("dans", alone) > 0


SLUGS = st.from_regex(r"[a-z]{3,12}", fullmatch=True).filter(lambda slug: slug not in DANCE)


@given(st.lists(SLUGS, unique=True, max_size=6))
def test_a_term_that_is_added_recolours_no_other(added: list[str]) -> None:
    more = {slug: {"sv": f"Ord {slug}", "kind": "discipline"} for slug in added}
    found = {word: accent(word, vocabulary(**more)) for word in ("dans", *added)}
    assert found["dans"] == 6
    assert found == {word: accent(word, vocabulary(**dict(reversed(more.items())))) for word in found}
    assert set(found.values()) <= set(range(1, ACCENTS + 1))
