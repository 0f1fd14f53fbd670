"""The page of the design system, from the theme's own files: only where a site is not published to the world."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from meetingplace.publishing import views
from meetingplace.publishing.tokens import Tokens, contrast, tokens

from .press import Planned, Press


VIEW = "is"
"""The key by which an example names the view that a mapping stands for; what it leaves out has the view's defaults."""


def pages(press: Press, theme: Path | None) -> Iterator[Planned]:
    """The one page, or none where the theme is not known or the world will see the site."""
    edition = press.edition
    if theme is None or edition.catalogue.site.published or not edition.is_root:
        return
    here, make = edition.addresses.folder("style"), partial(style_page, theme)
    of = tuple(path.read_text("utf-8") for path in (_tokens(theme), *_examples(theme)))
    yield press.page("style", edition.say("The design system"), here, make, of=of, indexed=False)


def style_page(theme: Path) -> views.Style:
    """Tokens with their contrasts, and every component that has examples, in the order of their names."""
    found = tokens(_tokens(theme).read_text("utf-8"))
    all_of_them = [views.Token(name, value, found.dark.get(name, "")) for name, value in found.light.items()]
    return views.Style(
        colors=tuple(token for token in all_of_them if token.light.startswith("#")),
        contrasts=tuple(_contrasts(found)),
        sizes=tuple(token for token in all_of_them if token.name.startswith("size-")),
        others=tuple(
            token for token in all_of_them if not token.light.startswith("#") and not token.name.startswith("size-")
        ),
        components=tuple(views.Component(path.stem, examples(path)) for path in _examples(theme)),
    )


def _tokens(theme: Path) -> Path:
    return theme / "styles" / "10-tokens.css"


def _examples(theme: Path) -> list[Path]:
    return sorted((theme / "examples").glob("*"))


def _contrasts(found: Tokens) -> Iterator[views.Contrast]:
    for ink, ground, least in found.pairs():
        light, dark = (contrast(found.value(ink, dark=dark), found.value(ground, dark=dark)) for dark in (False, True))
        yield views.Contrast(ink, ground, f"{least:g}", f"{light:.1f}", f"{dark:.1f}")


def examples(path: Path) -> tuple[views.Example, ...]:
    """The examples of a component's file. Raises TypeError where one does not fit the view that it names."""
    return tuple(
        views.Example(row["name"], row["macro"], _made(row.get("arguments", {})), row.get("inside", ""))
        for row in yaml.safe_load(path.read_text("utf-8"))
    )


def _made(value: Any) -> Any:
    """Lists as tuples, and mappings that name a view as that view."""
    if isinstance(value, list):
        return tuple(_made(item) for item in value)
    if not isinstance(value, dict):
        return value
    made = {key: _made(item) for key, item in value.items() if key != VIEW}
    return getattr(views, value[VIEW])(**made) if VIEW in value else made
