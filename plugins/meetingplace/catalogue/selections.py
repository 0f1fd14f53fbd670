"""The selections that anyone may want to make among meetings: on site, online, paid, open to newcomers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from meetingplace.i18n import N_, language
from meetingplace.model.event import Event


class Selection(NamedTuple):
    """What a selection is called, and whether a meeting belongs to it."""

    title: str
    has: Callable[[Event], bool]


SELECTIONS: Mapping[str, Selection] = {
    "on_site": Selection(N_("On site"), lambda event: event.attendance in ("on-site", "hybrid")),
    "online": Selection(N_("Online"), lambda event: event.attendance in ("online", "hybrid")),
    "paid": Selection(N_("Paid for your time"), lambda event: event.pay is not None and event.pay.paid != "no"),
    "welcome": Selection(N_("Newcomers welcome"), lambda event: bool(event.welcome)),
}
"""By slug; a meeting that is on site and online belongs to both, and one that is partly paid to the paid ones."""


def selections(code: str) -> Iterator[tuple[str, str]]:
    """Slug and title of each, in a language."""
    for slug, selection in SELECTIONS.items():
        yield slug, language(code).gettext(selection.title)


def selections_of(event: Event) -> Iterator[str]:
    """The slugs of the selections that a meeting belongs to."""
    return (slug for slug, selection in SELECTIONS.items() if selection.has(event))
