from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.vocabulary import Vocabulary, folded
from records import faults


VOCABULARY = Vocabulary.model_validate(
    {
        "terms": {
            "scenkonst": {"sv": "Scenkonst", "en": "Performing arts", "kind": "discipline"},
            "ateljeplats": {"sv": "Ateljéplats", "synonyms": ["plats i ateljé", "Studio"], "broader": "scenkonst"},
            "storytelling": {"en": "Storytelling", "synonyms": ["scenkonst"]},
        }
    }
)


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("scenkonst", "scenkonst"),
        ("SCENKONST", "scenkonst"),
        ("performing  arts", "scenkonst"),
        ("ateljeplats", "ateljeplats"),
        (unicodedata.normalize("NFD", "ATELJÉPLATS"), "ateljeplats"),
        (" Plats i\nateljé ", "ateljeplats"),
        ("studio", "ateljeplats"),
        ("ateljé", None),
        ("", None),
    ],
)
def test_a_term_is_found_by_slug_label_or_synonym_whatever_case_and_accents(word: str, slug: str | None) -> None:
    assert VOCABULARY.slug(word) == slug


def test_of_two_terms_with_one_word_the_first_has_it() -> None:
    assert VOCABULARY.slug("Scenkonst") == "scenkonst"


@pytest.mark.parametrize(
    ("word", "language", "label"),
    [
        ("studio", "sv", "Ateljéplats"),
        ("studio", "en", "Ateljéplats"),
        ("SCENKONST", "sv", "Scenkonst"),
        ("SCENKONST", "en", "Performing arts"),
        ("storytelling", "sv", "Storytelling"),
        ("Glasblåsning", "sv", "Glasblåsning"),
    ],
)
def test_a_word_is_spelt_as_the_vocabulary_does_and_else_as_it_was_written(
    word: str, language: str, label: str
) -> None:
    assert VOCABULARY.label(word, language) == label


def test_its_words_are_slugs_labels_and_synonyms_once_each() -> None:
    assert VOCABULARY.words() == (
        "scenkonst",
        "performing arts",
        "ateljeplats",
        "plats i atelje",
        "studio",
        "storytelling",
    )


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        ({"dans": {}}, ("terms.dans", "label-missing")),
        ({"dans": {"synonyms": ["Dans"]}}, ("terms.dans", "label-missing")),
        ({"dans": {"sv": "Dans", "kind": "disciplin"}}, ("terms.dans.kind", "literal_error")),
        ({"dans": {"sv": "Dans", "fi": "Tanssi"}}, ("terms.dans.fi", "extra_forbidden")),
        ({"dans": {"sv": "Dans", "broader": "Scen konst"}}, ("terms.dans.broader", "slug-invalid")),
        ({"Dans": {"sv": "Dans"}}, ("terms.Dans.[key]", "slug-invalid")),
        ({"../dans": {"sv": "Dans"}}, ("terms.../dans.[key]", "slug-invalid")),
    ],
)
def test_what_is_no_term(terms: dict[str, object], fault: tuple[str, str]) -> None:
    assert faults(Vocabulary, {"terms": terms}) == [fault]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="abcåäöéÅÄÖÉ üß", max_size=20))
def test_a_word_is_found_in_any_case_and_any_normal_form(word: str) -> None:
    spelt = {word.lower(), word.upper(), unicodedata.normalize("NFD", word), f" {word} "}
    assert {folded(text) for text in spelt} == {folded(word)}
