"""Templates of the theme alone: escaped by default, and an undefined name is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from meetingplace.i18n import Language
from meetingplace.publishing.views import Page


def environment(theme: Path, language: Language) -> Environment:
    """The environment of all pages, Pelican's own included; there is no other theme to fall back to."""
    made = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    return made


class Renderer:
    """(template, view) to bytes: a template gets `shell`, `head` and `page`, and its words in the shell's language."""

    def __init__(self, environments: Mapping[str, Environment]) -> None:
        """`environments` by language."""
        self._environments = environments

    def __call__(self, template: str, view: object) -> bytes:
        if not isinstance(view, Page):
            raise TypeError(f"{template}: not a page's view")
        found = self._environments[view.shell.language].get_template(template)
        return found.render(shell=view.shell, head=view.head, page=view.page).encode()


def stylesheet(theme: Path) -> bytes:
    """One file for readers, joined from the theme's layers in the order of their names."""
    return b"\n".join(path.read_bytes().strip() for path in sorted((theme / "styles").glob("*.css"))) + b"\n"
