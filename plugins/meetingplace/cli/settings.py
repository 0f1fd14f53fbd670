"""The site's settings, from pelicanconf.py where there is one: plain Python, read without Pelican."""

from __future__ import annotations

import argparse
import datetime as dt
import runpy
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from meetingplace.i18n import Language
from meetingplace.model.site import SETTINGS, Site
from meetingplace.reading.codes import WORDINGS
from meetingplace.reading.problems import printable
from meetingplace.reading.wording import sentence

from .failures import WrongUse


NAME = "pelicanconf.py"
OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Settings:
    """The site that content belongs to, the day that its settings say (else the clock's), and where it is published."""

    site: Site
    today: str | None
    output: Path


def site_of(content: Path, asked: Path | None, words: Language) -> Site:
    """The site of `settings_of`."""
    return settings_of(content, asked, words).site


def settings_of(content: Path, asked: Path | None, words: Language) -> Settings:
    """What a content folder is built with: the settings asked for, or those beside it, or the usual ones.

    Raises WrongUse where the settings cannot be used.
    """
    path = asked or next((p for p in (content.parent / NAME, Path(NAME)) if p.is_file()), None)
    if path is None:
        return Settings(Site(), None, content.parent / OUTPUT)
    if not path.is_file():
        raise WrongUse(words.gettext("%(file)s: there is no such file", file=str(path)))
    try:
        given = _run(path)
        today = given.get("TODAY")
        output = path.parent / str(given.get("OUTPUT_PATH", OUTPUT))
        return Settings(Site.from_settings(given), str(today) if today else None, output)
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
        sys.modules.pop(Path(NAME).stem, None)  # the next settings may stand beside another


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


def day_of(asked: str | None, settings: Settings, words: Language) -> dt.date:
    """The day to judge by: the one asked for, or TODAY of the settings, or the clock's in the site's zone."""
    text = asked or settings.today
    if text is None:
        return dt.datetime.now(ZoneInfo(settings.site.timezone)).date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        what = "--on" if asked else "TODAY"
        raise WrongUse(words.gettext("%(what)s: expected YYYY-MM-DD", what=what)) from None


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
