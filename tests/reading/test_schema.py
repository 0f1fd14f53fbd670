from __future__ import annotations

from meetingplace.model.event import Event
from meetingplace.model.vocabulary import Vocabulary
from meetingplace.reading.schema import form_at


def test_a_mapping_is_shown_by_its_keys() -> None:
    assert form_at(Event, ("image",)) == "{file, alt, credit}"
    assert form_at(Event, ("links", 0)) == "{title, url}"
    assert form_at(Event, ("topics", 0)) == ""
    assert form_at(Vocabulary, ("terms",)) == "{…: {sv, en, synonyms, kind, broader}}"
