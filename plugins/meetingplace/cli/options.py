"""The words that are typed after a command: read by argparse, and answered in the editor's language."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from meetingplace.i18n import N_, Language
from meetingplace.reading.suggestions import nearest

from .failures import WRONG_USE


HEADINGS = {
    "usage:": N_("usage:"),
    "positional arguments:": N_("what to say:"),
    "options:": N_("options:"),
}
SENTENCES = {
    r"(?:argument (?P<name>.*?): )?invalid choice: '(?P<found>.*?)' \(choose from (?P<choices>.*)\)": N_(
        'got "%(found)s"; expected one of %(choices)s'
    ),
    r"argument (?P<name>.*): expected (?:one|at least one|\d+) arguments?": N_("a value is missing"),
    r"argument (?P<name>.*): ignored explicit argument '(?P<found>.*)'": N_('takes no value, got "%(found)s"'),
    r"the following arguments are required: (?P<options>.*)": N_("missing: %(options)s"),
    r"unrecognized arguments: (?P<found>.*)": N_("not known: %(found)s"),
    r"ambiguous option: (?P<name>.*?) could match (?P<choices>.*)": N_("may be any of %(choices)s"),
}
"""What argparse says; a sentence that is not here, of a later argparse, comes out as it is."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks a language; wrong use ends it with status 2."""

    def __init__(self, *, words: Language, **given: Any) -> None:
        super().__init__(**given, add_help=False)
        self._words = words
        self.add_argument("-h", "--help", action="help", help=words.gettext("show this and end"))

    def format_usage(self) -> str:
        return self._headed(super().format_usage())

    def format_help(self) -> str:
        return self._headed(super().format_help())

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"meetingplace: {said(message, self._words)}\n")

    def _headed(self, text: str) -> str:
        for heading, own in HEADINGS.items():
            text = re.sub(f"^{heading}", self._words.gettext(own), text, count=1, flags=re.MULTILINE)
        return text


def said(message: str, words: Language) -> str:
    """A sentence of argparse in another language."""
    for form, own in SENTENCES.items():
        found = re.fullmatch(form, message, re.DOTALL)
        if found:
            told = found.groupdict(default="")
            name = told.pop("name", "")
            choices = re.findall(r"[^\s,']+", told.get("choices", ""))
            near = nearest(told["found"], choices) if choices and "found" in told else ""
            text = words.gettext(own, **{**told, "choices": ", ".join(choices)})
            text += "; " + words.gettext("did you mean %(word)s?", word=f'"{near}"') if near else ""
            return f"{name}: {text}" if name else text
    return message
