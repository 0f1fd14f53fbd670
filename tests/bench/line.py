"""How cost grows: one build after another of ever more meetings, with half as many people."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from formats import with_words, write_our_meeting, write_ours
from full import SETTINGS
from made import meetings
from measure import Command, Run, memory
from places import lean_command
from race import timed
from sites import pelican_command
from telling import megabytes, seconds, table, tell


def line(counts: Sequence[int], folder: Path, *, whole: bool) -> str:
    """One row a case and one column a size, `whole` of the full site; one run each."""
    columns = [_column(count, folder, whole=whole) for count in counts]
    of = "the full site" if whole else "the same work"
    names = ("cold", "a meeting of it", "edited body", "nothing changed", "peak memory, cold")
    rows = [[name, *(column[at] for column in columns)] for at, name in enumerate(names)]
    return f"{table((f'{of}, meetings', *(f'{count:,}' for count in counts)), rows)}\n"


def _column(count: int, folder: Path, *, whole: bool) -> list[str]:
    people = count // 2
    with tempfile.TemporaryDirectory(dir=folder) as own:
        content, out = Path(own) / "content", Path(own) / "site"
        tell(f"{count:,} meetings: writing content")
        write_ours(content, count, people)

        def command(out: Path) -> Command:
            return pelican_command(content, out, settings=SETTINGS) if whole else lean_command(content, out)

        tell(f"{count:,} meetings: building")
        cold = timed(command(out))
        first = next(iter(meetings(count, people)))
        write_our_meeting(content, with_words(first, "omskrivet"))
        edited, again = timed(command(out)), timed(command(out))
        most = memory(command(Path(own) / "other"))
    return [_wall(cold), f"{cold.wall / count * 1000:.2f} ms", _wall(edited), _wall(again), megabytes(most)]


def _wall(found: Run) -> str:
    return seconds(found.wall)
