"""The tables of the race: medians, the ratio of each pair, and what is to be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from race import CASES, LOOKED_AT, Case, Pairs, Race, Size
from telling import megabytes, seconds, table


WALL: Mapping[Case, tuple[float, float]] = {
    "cold": (1.0, 0.6),
    "edited body": (0.4, 0.12),
    "added participant": (0.4, 0.12),
    "nothing changed": (0.35, 0.1),
}
"""The ratios to Hugo that are to be reached, for each of GIVEN."""
MEMORY = (2.0, 0.6)
GIVEN = (Size(1000, 800), Size(10_000, 5_000))
HEAD = ("", "ours, wall", "Hugo, wall", "ratio", "from – to", "to reach", "ours, CPU", "Hugo, CPU")


def told(race: Race) -> str:
    """One size."""
    made, rounds = race.outputs, len(race.pairs["cold"].ours)
    head = (
        f"**{race.size}, the same work** ({made.html:,} pages, {made.ics:,} calendars, {made.rss} feed, compared and found "
        f"equal; medians of {rounds}, in turn; ratios pair by pair)"
    )
    return f"{head}\n\n{table(HEAD, [*_times(race), *_memory(race)])}\n"


def _times(race: Race) -> Iterator[list[str]]:
    for case in CASES:
        found = race.pairs[case]
        yield [
            case,
            *(seconds(median(run.wall for run in runs)) for runs in (found.ours, found.theirs)),
            *_ratio(found),
            _aim(race.size, WALL[case]),
            *(seconds(median(run.cpu for run in runs)) for runs in (found.ours, found.theirs)),
        ]


def _ratio(found: Pairs) -> list[str]:
    return [f"{found.ratio:.2f}", f"{found.ratios[0]:.2f} – {found.ratios[-1]:.2f}"]


def _memory(race: Race) -> Iterator[list[str]]:
    for case in LOOKED_AT:
        ours, theirs = race.pairs[case].memory
        told = [megabytes(ours), megabytes(theirs), f"{ours / theirs:.2f}"]
        yield [f"peak memory, {case}", *told, "", _aim(race.size, MEMORY), "", ""]


def _aim(size: Size, aims: tuple[float, float]) -> str:
    return f"≤ {aims[GIVEN.index(size)]}" if size in GIVEN else ""
