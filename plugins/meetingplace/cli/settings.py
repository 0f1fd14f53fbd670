"""The site's settings, from pelicanconf.py where there is one: plain Python, read without Pelican."""

from __future__ import annotations

import argparse
import runpy
import sys
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from meetingplace.i18n import Language
from meetingplace.model.site import SETTINGS, Site
from meetingplace.reading.codes import WORDINGS
from meetingplace.reading.problems import printable
from meetingplace.reading.wording import sentence

from .failures import WrongUse


NAME = "pelicanconf.py"


def site_of(content: Path, asked: Path | None, words: Language) -> Site:
    """The site that a content folder belongs to: by the settings asked for, or those beside it, or the
    usual ones.

    Raises WrongUse where the settings cannot be used.
    """
    path = asked or next((p for p in (content.parent / NAME, Path(NAME)) if p.is_file()), None)
    if path is None:
        return Site()
    if not path.is_file():
        raise WrongUse(words.gettext("%(file)s: there is no such file", file=str(path)))
    try:
        return Site.from_settings(_run(path))
    except ValidationError as error:
        raise WrongUse("\n".join(_sentences(error, path, words.code))) from None
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in a file of Python that someone else wrote
        what = f"{type(error).__name__}: {error}"
        raise WrongUse(words.gettext("%(file)s: %(what)s", file=str(path), what=what)) from None


def _run(path: Path) -> dict[str, Any]:
    folder = str(path.resolve().parent)
    sys.path.insert(0, folder)  # publishconf.py imports pelicanconf.py
    try:
        return runpy.run_path(str(path))
    finally:
        sys.path.remove(folder)


def _sentences(error: ValidationError, path: Path, tongue: str) -> list[str]:
    names = {field: name for name, field in SETTINGS.items()}
    lines = []
    for detail in error.errors(include_url=False):
        first, *rest = detail["loc"] or ("",)
        name = ".".join([names.get(str(first), str(first)), *map(str, rest)])
        values = {key: printable(str(value)) for key, value in detail.get("ctx", {}).items()}
        worded = detail["type"] in WORDINGS
        lines.append(f"{path}: {name}: {sentence(detail['type'], values, '', tongue) if worded else detail['msg']}")
    return lines


def add_content_options(parser: argparse.ArgumentParser, words: Language) -> None:
    """What every command that reads content is told: the folder, the day, the settings and the language."""
    parser.add_argument(
        "content",
        nargs="?",
        default="content",
        metavar="CONTENT",
        help=words.gettext("the content folder (content)"),
    )
    parser.add_argument("--on", metavar="YYYY-MM-DD", help=words.gettext("the day to judge by (today)"))
    parser.add_argument("--settings", metavar="FILE", type=Path, help=words.gettext("the site's settings"))
    parser.add_argument("--language", choices=("sv", "en"), help=words.gettext("the language of the messages"))
