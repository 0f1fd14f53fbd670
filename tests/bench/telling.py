"""What the bench says: its progress while it runs, and its tables in Markdown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence


def tell(line: str) -> None:
    """Progress, on standard error: tables alone go to standard output."""
    print(line, file=sys.stderr, flush=True)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown: the first column is words, all others are figures."""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def seconds(found: float) -> str:
    return f"{found:.2f} s"


def megabytes(found: int) -> str:
    """Of a million bytes."""
    return f"{found / 1e6:,.1f} MB" if found < 1e7 else f"{found / 1e6:,.0f} MB"
