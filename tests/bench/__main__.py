"""The bench: `make bench`, or `make bench BENCH='race line --sizes 10000x5000'`. Tables go to standard output."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path


sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from compare import UnequalError
from full import full
from line import line
from measure import only_on_linux
from places import hugo_program
from race import Size, race
from results import told
from serving import latency, rebuilds


Part = Callable[[argparse.Namespace, Path], Iterator[str]]


def the_race(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as own:
            yield told(race(size, options.rounds, Path(own), hugo_program()))


def the_full_site(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as own:
            yield full(size, options.rounds, Path(own))


def the_line(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    yield line(options.line, folder, whole=options.whole)


def the_server(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as own:
            yield latency(size, options.rounds, Path(own))


def its_memory(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    yield rebuilds(options.rebuilds, folder)


PARTS: dict[str, Part] = {
    "race": the_race,
    "full": the_full_site,
    "line": the_line,
    "serve": the_server,
    "rebuilds": its_memory,
}


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench BENCH=…", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; race and full if none is named")
    parser.add_argument("--sizes", type=_sizes, default=[Size(1000, 800)], help="MEETINGSxPEOPLE,… (1000x800)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each run is made (5)")
    parser.add_argument("--line", type=_counts, default=[100, 1000, 10_000], help="meetings of each build on the line")
    parser.add_argument("--whole", action="store_true", help="the line is of the full site, not of the same work")
    parser.add_argument("--rebuilds", type=int, default=200, help="how often `rebuilds` builds a small site (200)")
    parser.add_argument("--folder", type=Path, help="where sites are built: the system's temporary folder if not named")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def _sizes(text: str) -> list[Size]:
    return [Size.read(each) for each in text.split(",")]


def _counts(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


def _head() -> str:
    """When and on what."""
    here = f"{len(os.sched_getaffinity(0))} cores ({platform.machine()}), {platform.system()}"
    hugo = subprocess.run(
        [hugo_program(), "version"], capture_output=True, encoding="utf-8", check=True
    ).stdout.split()[1]
    return f"Measured {dt.datetime.now(dt.UTC):%Y-%m-%d} on {here}, Python {platform.python_version()}, Hugo {hugo.partition('-')[0]}.\n"


def main(arguments: Sequence[str]) -> int:
    """The exit status: 1 where the work is not equal, 2 for wrong use, 3 where nothing can be measured."""
    options = _options(arguments)
    if why := only_on_linux():
        print(why, file=sys.stderr)
        return 3
    print(_head(), flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder) as folder:
        for name in options.parts or ("race", "full"):
            try:
                for found in PARTS[name](options, Path(folder)):
                    print(found, flush=True)
            except UnequalError as error:
                print(f"not the same work: {error}", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
