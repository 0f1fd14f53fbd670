"""How a run of Pelican begins: as the product's does, it ends at once where nothing has changed."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from pelican import Pelican, signals

from meetingplace.pelican_site.inputs import digest_of_folders
from meetingplace.pelican_site.standing import OURS, Standing


OWN = Path(__file__).parent


def connect() -> None:
    signals.initialized.connect(take_over)


def take_over(pelican: Pelican) -> None:
    pelican.run = partial(run, pelican, pelican.run)


def run(pelican: Pelican, build: Callable[[], None]) -> None:
    """Pelican's run, where one is needed."""
    gc.disable()
    standing = Standing.seen({**pelican.settings, "PLUGINS": OURS})
    if standing:  # which knows the product's code, and not this
        standing = replace(standing, inputs=f"{standing.inputs} {digest_of_folders(OWN, times=True)}")
        if standing.last_words() is not None:
            return
    from lean.wiring import wire

    wire(pelican, standing)
    build()
