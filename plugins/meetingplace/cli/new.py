"""`meetingplace new`: writes the file of a meeting or a participant, complete and right, and never over
another.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from meetingplace.i18n import N_, Language
from meetingplace.model.site import Site
from meetingplace.reading.library import read
from meetingplace.reading.problems import Problem

from . import new_event, new_person
from .failures import FINE, PROBLEMS, WrongUse
from .options import Parser
from .questions import Answers, Form, NewFile, Question, add_questions, ask, filled
from .settings import site_of


WHAT = N_("write a new file of content")
FORMS: Mapping[str, Form] = MappingProxyType({"event": new_event.FORM, "person": new_person.FORM})


def add_options(parser: Parser, words: Language) -> None:
    """Adds a command for each kind of file, with an option for each of its questions."""
    kinds = parser.add_subparsers(dest="sort", required=True, metavar=words.gettext("KIND"))
    for kind, form in FORMS.items():
        parser = kinds.add_parser(
            kind, words=words, help=words.gettext(form.asks), description=words.gettext(form.asks)
        )
        parser.add_argument(
            "--content",
            default="content",
            metavar="CONTENT",
            help=words.gettext("the content folder (content)"),
        )
        parser.add_argument("--settings", metavar="FILE", type=Path, help=words.gettext("the site's settings"))
        parser.add_argument("--language", choices=("sv", "en"), help=words.gettext("the language of the messages"))
        add_questions(parser, form, words)


def run(arguments: argparse.Namespace, words: Language) -> int:
    """Asks, looks at what would be written with the eyes of `check`, writes it and prints its path."""
    content = Path(arguments.content)
    if not content.is_dir():
        raise WrongUse(words.gettext("%(folder)s: there is no such folder", folder=arguments.content))
    site = site_of(content, arguments.settings, words)
    today = dt.datetime.now(ZoneInfo(site.timezone)).date()
    form = FORMS[arguments.sort]
    answers = filled(form, vars(arguments), words)
    while True:
        file = form.file(answers, today, words)
        path = _free_path(content, file, words)
        problems = _problems(content, site, file)
        errors = [problem for problem in problems if problem.severity == "error"]
        for problem in problems:
            print(problem.text(words.code), file=sys.stderr)
        if not errors:
            break
        if not _asked_again(errors, form, answers, words):
            return PROBLEMS
    _write(path, file.text, words)
    print(path.as_posix())
    return FINE


def _free_path(content: Path, file: NewFile, words: Language) -> Path:
    path = content / file.path
    if path.exists() or path.is_symlink():
        raise WrongUse(words.gettext("%(file)s: there is such a file already", file=path.as_posix()))
    return path


def _problems(content: Path, site: Site, file: NewFile) -> list[Problem]:
    """What would be wrong with the file, if it were there."""
    label = f"{content.as_posix()}/{file.path}"
    found = read(content, site, {file.path: file.text.encode()}).problems
    return [problem for problem in found if problem.file == label]


def _asked_again(errors: Sequence[Problem], form: Form, answers: Answers, words: Language) -> bool:
    """Whether whoever sits at the terminal has given other answers for all that was wrong."""
    questions = [_question_of(field, form) for field in dict.fromkeys(error.field for error in errors)]
    if not sys.stdin.isatty() or not all(questions):
        return False
    for question in questions:
        if question:
            answers[question.key] = ask(question, words)
    return True


def _question_of(field: str, form: Form) -> Question | None:
    """The question that a field was answered by: `consent.given` by `consent-given`, or else by `consent`."""
    parts = [part for part in re.split(r"[.\[\]]+", field) if part]
    return next((found for n in range(len(parts), 0, -1) if (found := form.question("-".join(parts[:n])))), None)


def _write(path: Path, text: str, words: Language) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise WrongUse(words.gettext("%(file)s: there is such a file already", file=path.as_posix())) from None
