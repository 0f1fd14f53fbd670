"""What Pelican logs, as far as a build is decided by it."""

from __future__ import annotations

import logging

from pelican.log import FatalLogger


class ErrorCount(logging.Handler):
    """Counts what Pelican logs as errors: with one, nothing is published, whether or not they are fatal. Warnings are
    counted beside.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        self.warnings = 0

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.count += 1
        else:
            self.warnings += 1


def warnings_are_fatal() -> bool:
    """Whether Pelican was started with `--fatal warnings`."""
    return bool(FatalLogger.fatal_lvl <= logging.WARNING)
