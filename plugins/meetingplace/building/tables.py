"""Tables as comma-separated values (RFC 4180), no cell of which a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import TypeAlias


Cell: TypeAlias = "str | int | float"

FORMULA = re.compile(r'(?:^|;)(?=[\s"]*[=+\-@＝＋－＠]|[\t\r])')
"""Where a spreadsheet would begin a formula (OWASP, CSV injection): at the beginning of a cell, and after a semicolon,
at which programs in Swedish part cells, whatever quotes stand around.
"""


def harmless(cell: str) -> str:
    """The text, with an apostrophe wherever a formula could begin."""
    return FORMULA.sub(r"\g<0>'", cell)


def table(rows: Iterable[Iterable[Cell]], *, line_end: str = "\r\n") -> str:
    """Rows of cells. Numbers are written as they are, for a number is no formula even below zero."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator=line_end)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return written.getvalue()
