"""How a run of Pelican begins: it ends at once where nothing has changed, before all that a build needs is loaded."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial

from pelican import Pelican, signals

from meetingplace.pelican_site.standing import Standing


def connect() -> None:
    """Connect what decides; more than once does no harm."""
    signals.initialized.connect(take_over)


def take_over(pelican: Pelican) -> None:
    pelican.run = partial(run, pelican, pelican.run)


def run(pelican: Pelican, build: Callable[[], None]) -> None:
    """Pelican's run, where one is needed."""
    gc.disable()  # next to nothing of what a build makes is garbage before it ends, and then the process does
    standing = Standing.seen(pelican.settings)
    words = standing.last_words() if standing else None
    if words is not None:
        print(words)
        return
    from meetingplace.pelican_site.wiring import connect as wire
    from meetingplace.pelican_site.wiring import prepare

    wire()
    prepare(pelican, standing)
    build()
