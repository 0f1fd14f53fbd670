"""Mötesplats: what happens at a meeting, and whom one will meet there. A plugin for Pelican."""

from __future__ import annotations


def register() -> None:
    """Called by Pelican; everything is imported here so that other uses of the package do not load Pelican."""
    from meetingplace.pelican_site.wiring import connect

    connect()
