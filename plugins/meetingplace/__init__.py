"""Mötesplats: what happens at a meeting, and whom one will meet there. A plugin for Pelican."""

from __future__ import annotations

import signal


def register() -> None:
    """Called by Pelican; everything is imported here so that other uses of the package do not load Pelican.

    Ctrl-C ends a build as it ends any other program: Pelican would report success for half a build.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from meetingplace.pelican_site.starting import connect

    connect()
