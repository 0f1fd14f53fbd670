"""Forms: what a new file needs, given by options or else asked for on the terminal."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from meetingplace.i18n import Language
from meetingplace.reading.swedish import meant

from .failures import WrongUse


Answers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One value of a form. `key` names its option, `asks` is a message, `applies` looks at the answers so
    far. Of a question with `choices`, or words that it `accepts`, other answers are asked for again.

    What is `asked` and not `required` may be left empty on the terminal.
    """

    key: str
    asks: str
    choices: tuple[str, ...] = ()
    accepts: frozenset[str] = frozenset()
    required: bool = False
    asked: bool = False
    applies: Callable[[Answers], bool] = lambda _: True

    @property
    def option(self) -> str:
        return f"--{self.key}"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is not written yet: its path below the content folder, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of one kind of file, and how their answers become that file on a day."""

    asks: str
    questions: tuple[Question, ...]
    file: Callable[[Answers, dt.date, Language], NewFile]

    def question(self, key: str) -> Question | None:
        """The question whose answer is the key of that name."""
        return next((question for question in self.questions if question.key == key), None)


def add_questions(parser: argparse.ArgumentParser, form: Form, words: Language) -> None:
    """Adds an option for every question."""
    for question in form.questions:
        text = words.gettext(question.asks) + _choices(question)
        parser.add_argument(question.option, dest=question.key, metavar="…", help=text.replace("%", "%%"))


def filled(form: Form, given: Mapping[str, str | None], words: Language) -> Answers:
    """The answers to a form: options first, then those of whoever sits at the terminal.

    Raises WrongUse, with the options that are missing, where nobody can be asked.
    """
    answers: Answers = {}
    missing: list[str] = []
    for question in form.questions:
        value = (given.get(question.key) or "").strip()
        if not value and question.applies(answers):
            if sys.stdin.isatty() and (question.asked or question.required):
                value = ask(question, words)
            elif question.required:
                missing.append(question.option)
        if value:
            answers[question.key] = _chosen(question, value)
    if missing:
        raise WrongUse(words.gettext("missing: %(options)s", options=" ".join(missing)))
    return answers


def ask(question: Question, words: Language) -> str:
    """An answer from the terminal; asked again until there is one, where one is required."""
    while True:
        try:
            value = input(f"{words.gettext(question.asks)}{_choices(question)}: ").strip()
        except EOFError:
            raise WrongUse(words.gettext("missing: %(options)s", options=question.option)) from None
        chosen = _chosen(question, value)
        words_known = question.accepts or frozenset(question.choices)
        known = not words_known or not chosen or chosen.casefold() in words_known
        if known and (chosen or not question.required):
            return chosen


def _choices(question: Question) -> str:
    return f" ({', '.join(question.choices)})" if question.choices else ""


def _chosen(question: Question, value: str) -> str:
    return meant(value, question.choices) or value if question.choices else value
