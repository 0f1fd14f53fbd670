"""`meetingplace problems`: the page that says what each problem means, and how it is cured."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from meetingplace.i18n import N_, Language
from meetingplace.reading.explained import Explained, explained

from .failures import FINE


WHAT = N_("say what each problem means, and how it is cured")
INTRODUCTION = N_(
    "Every problem that is found in content, by the code in its brackets. An error stops the build; a warning does"
    " not, unless --strict is given. What is an error elsewhere is a warning in a draft."
)


def add_options(parser: argparse.ArgumentParser, words: Language) -> None:
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words.gettext("how to say it"))
    parser.add_argument("--language", choices=("sv", "en"), help=words.gettext("the language of the messages"))


def run(arguments: argparse.Namespace, words: Language) -> int:
    print(FORMATS[arguments.format](words), end="")
    return FINE


def as_text(words: Language) -> str:
    """For a terminal: a block a code."""
    blocks = [words.gettext(INTRODUCTION)]
    for each in explained(words.code):
        rows = [f"  {term}: {text}" for term, text in _rows(each, words) if text]
        example = "\n".join(f"      {line}" for line in each.example.split("\n"))
        blocks.append("\n".join([f"{each.code} ({each.severity})", *rows, f"{_example(each, words)}\n{example}"]))
    return "\n\n".join(blocks) + "\n"


def as_markdown(words: Language) -> str:
    """For the documentation: a section a code."""
    blocks = [f"# {words.gettext('What the problems mean')}", words.gettext(INTRODUCTION)]
    for each in explained(words.code):
        rows = [(words.gettext("Severity"), each.severity), *_rows(each, words)]
        blocks.append(f"## {each.code}")
        blocks.append("\n".join(f"- {term}: {_escaped(text)}" for term, text in rows if text))
        blocks.append(f"{_example(each, words).strip()}\n\n````\n{each.example}\n````")
    return "\n\n".join(blocks) + "\n"


def _rows(each: Explained, words: Language) -> list[tuple[str, str]]:
    return [
        (words.gettext("Means"), each.means),
        (words.gettext("Expected"), each.expected),
        (words.gettext("Cure"), each.cure),
    ]


def _example(each: Explained, words: Language) -> str:
    return f"  {words.gettext('Example')} ({each.where}):"


def _escaped(text: str) -> str:
    """Markdown that shows the text as it is."""
    return re.sub(r"([\\`*_<>&#\[\]])", r"\\\1", text)


FORMATS: Mapping[str, Callable[[Language], str]] = MappingProxyType({"text": as_text, "markdown": as_markdown})
