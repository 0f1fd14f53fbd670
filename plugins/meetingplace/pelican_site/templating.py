"""Templates of the theme alone: escaped by default, and an undefined name is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from meetingplace.i18n import Language
from meetingplace.publishing.once import Once
from meetingplace.publishing.sharing import Artist
from meetingplace.publishing.views import Page, Share


def environment(theme: Path, language: Language) -> Environment:
    """The environment of all of a build's pages, Pelican's own included; there is no other theme to fall back to.

    `once(macro, view, …)` is what a macro makes of a view that many pages show, kept as long as the environment.
    """
    made = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals["once"] = Once()
    made.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    return made


class Renderer:
    """(template, view) to bytes: a template gets `shell`, `head` and `page`, and its words in the shell's language.

    Share pictures are drawn by the artist.
    """

    def __init__(self, environments: Mapping[str, Environment], artist: Artist | None) -> None:
        """`environments` by language."""
        self._environments = environments
        self._artist = artist

    def __call__(self, template: str, view: object) -> bytes:
        if isinstance(view, Share) and self._artist:
            return self._artist.draw(view)
        if not isinstance(view, Page):
            raise TypeError(f"{template}: not a page's view")
        found = self._environments[view.shell.language].get_template(template)
        return found.render(shell=view.shell, head=view.head, page=view.page).encode()


def artist(theme: Path) -> Artist | None:
    """Who draws with the theme's typefaces; None where these are not there, or this machine cannot read them."""
    try:
        return Artist(theme)
    except OSError:
        return None


def stylesheet(theme: Path) -> bytes:
    """One file for readers, joined from the theme's layers in the order of their names."""
    return b"\n".join(path.read_bytes().strip() for path in sorted((theme / "styles").glob("*.css"))) + b"\n"
