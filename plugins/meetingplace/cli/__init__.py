"""The command `meetingplace`: a module for each command, with `WHAT` it does, `add_options` and `run`."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from meetingplace.i18n import Language, language

from . import check, consent, forget, new, problems
from .failures import BROKEN_PIPE, INTERRUPTED, MACHINE, WRONG_USE, WrongUse
from .options import Parser


COMMANDS = MappingProxyType({"check": check, "consent": consent, "forget": forget, "new": new, "problems": problems})
LANGUAGES = ("sv", "en")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit status: 0 fine, 1 problems in content, 2 wrong use, 3 the machine.

    130 after Ctrl-C. Never a traceback; `argv` lacks the program's name; None is `sys.argv`.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    _speak_utf_8()
    words = language(_language_of(given))
    try:
        return _run(given, words)
    except WrongUse as wrong:
        return _ended(WRONG_USE, str(wrong))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _ended(MACHINE, f"{error.filename}: {reason}" if error.filename else reason)
    except Exception as error:  # noqa: BLE001 - the last resort: whoever typed the command wants no traceback
        text = words.gettext("a mistake of this program, and not yours: %(what)s", what=_where(error))
        return _ended(MACHINE, text)


def _run(given: Sequence[str], words: Language) -> int:
    try:
        arguments = _parser(words).parse_args(given)
    except SystemExit as ending:  # argparse has said what it had to say: help, or what is wrong with the options
        return ending.code if isinstance(ending.code, int) else WRONG_USE
    status: int = COMMANDS[arguments.command].run(arguments, words)
    sys.stdout.flush()
    return status


def _ended(status: int, text: str) -> int:
    print(f"meetingplace: {text}", file=sys.stderr)
    return status


def _parser(words: Language) -> argparse.ArgumentParser:
    parser = Parser(
        words=words,
        prog="meetingplace",
        description=words.gettext("Meetings in Markdown: what happens, and whom you will meet there."),
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=words.gettext("COMMAND"))
    for name, command in COMMANDS.items():
        what = words.gettext(command.WHAT)
        command.add_options(commands.add_parser(name, words=words, help=what, description=what), words)
    return parser


def _language_of(given: Sequence[str]) -> str:
    """The language asked for, known before the options are read: their help is in it too."""
    for number, word in enumerate(given):
        asked = word.removeprefix("--language=") if word.startswith("--language=") else ""
        if word == "--language" and number + 1 < len(given):
            asked = given[number + 1]
        if asked in LANGUAGES:
            return asked
    return "sv"


def _speak_utf_8() -> None:
    """Content is UTF-8 whatever the terminal says; a file name that is not comes out with escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _where(error: Exception) -> str:
    """The kind of an error and its line; not its words, which may hold a piece of the content."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
