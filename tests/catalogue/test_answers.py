"""What is made by answers: once for all settings with the same, and never by the answers of two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meetingplace.catalogue.answers import Answers


NAMED = {"pages": {"asa", "bo"}, "feeds": {"asa"}, "search": {"asa", "cia"}}


class Made:
    """Notes for whom something was made, by asking of some people."""

    def __init__(self) -> None:
        self.answers: Answers[str] = Answers(lambda slug, setting: slug in NAMED[setting])
        self.settings: list[str] = []

    def of(self, setting: str, *people: str) -> str:
        return self.answers.once(people, setting, self._make(setting, people))

    def _make(self, setting: str, people: tuple[str, ...]) -> Callable[[], str]:
        def make() -> str:
            self.settings.append(setting)
            return ", ".join(slug for slug in people if self.answers.ask(slug, setting))

        return make


def test_it_is_made_once_for_all_settings_with_the_same_answers() -> None:
    made = Made()
    assert [made.of(setting, "asa", "dan") for setting in NAMED] == ["asa", "asa", "asa"]
    assert made.settings == ["pages"]


def test_it_is_made_again_where_one_answer_is_another() -> None:
    made = Made()
    found = [made.of(setting, "asa", "bo") for setting in (*NAMED, *NAMED)]
    assert found == ["asa, bo", "asa", "asa", "asa, bo", "asa", "asa"]
    assert made.settings == ["pages", "feeds"]


def test_what_is_made_of_something_made_is_made_by_its_answers_too() -> None:
    made = Made()

    def whole(setting: str) -> str:
        return made.answers.once("whole", setting, lambda: f"<{made.of(setting, 'bo')}>")

    made.of("feeds", "bo")
    assert [whole(setting) for setting in ("feeds", "pages", "search")] == ["<>", "<bo>", "<>"]


def test_nothing_is_made_by_the_answers_of_two_settings() -> None:
    made = Made()
    with pytest.raises(RuntimeError, match="two settings"):
        made.answers.once("whole", "pages", lambda: made.answers.ask("asa", "feeds"))
    made.of("feeds", "asa")
    with pytest.raises(RuntimeError, match="two settings"):
        made.answers.once("whole", "pages", lambda: made.of("feeds", "asa"))
    assert made.of("pages", "asa") == "asa"
