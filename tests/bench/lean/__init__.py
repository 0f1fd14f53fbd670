"""A small site on Pelican and on the layers of ours, which makes what the Hugo site of the bench makes, and no more."""

from __future__ import annotations


def register() -> None:
    """Called by Pelican; what only a build needs is not imported before there is one, as in the product."""
    from lean.starting import connect

    connect()
