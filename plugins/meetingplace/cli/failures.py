"""How a command ends when it cannot do what was asked: exit statuses, and the sentence that says why."""

from __future__ import annotations


FINE = 0
PROBLEMS = 1
WRONG_USE = 2
MACHINE = 3
INTERRUPTED = 130
BROKEN_PIPE = 141


class WrongUse(Exception):  # noqa: N818 - what the one who typed the command did, not what the program did
    """Ends the command with status 2. Its text is whole sentences for the one who typed it."""
