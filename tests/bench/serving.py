"""`make serve` as an editor waits for it: from saving to the new page in Chromium, and its memory after many builds."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from formats import with_words, write_our_meeting, write_ours
from made import Meeting, meetings
from measure import below, held
from race import Size
from sites import ROOT
from telling import megabytes, table, tell
from visits import opened_chromium


PATIENCE = 600
"""Seconds after which a build is given up."""
SMALL = Size(20, 30)
EARLY = 10
"""The build after which all is loaded that ever will be."""
SAYS = "word => document.body.innerText.includes(word)"
ADDRESS = re.compile(r"http://[0-9.:]+(?=/)")


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is being served, and the file to which its server writes what it says."""

    process: int
    said: Path
    content: Path

    def built(self) -> list[str]:
        """The addresses that it has told of, one for each build."""
        return ADDRESS.findall(self.said.read_text("utf-8"))

    def wait(self, builds: int) -> None:
        """Until so many have ended; TimeoutError where that takes too long."""
        given_up = time.monotonic() + PATIENCE
        while len(self.built()) < builds:
            if time.monotonic() > given_up:
                raise TimeoutError(self.said.read_text("utf-8"))
            time.sleep(0.02)


@contextmanager
def serving(size: Size, folder: Path) -> Iterator[Served]:
    """The server itself, once it has built the site for the first time."""
    content, said = folder / "content", folder / "said"
    write_ours(content, size.meetings, size.people)
    command: list[str | Path] = [sys.executable, "-m", "meetingplace.pelican_site.serving", content]
    command += ["-o", folder / "site", "-s", ROOT / "pelicanconf.py", "-p", "0"]
    with (
        said.open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT) as process,
    ):
        try:
            served = Served(process.pid, said, content)
            served.wait(1)
            yield served
        finally:
            process.terminate()


def latency(size: Size, rounds: int, folder: Path) -> str:
    """From saving a body to the page in the browser that shows it: the median of so many."""
    tell(f"{size}: serving")
    meeting = next(iter(meetings(size.meetings, size.people)))
    with serving(size, folder) as served, opened_chromium() as browser:
        page = browser.new_page()
        page.goto(f"{served.built()[0]}/motesplatser/{meeting.slug}/")
        found = []
        for number in range(rounds + 1):
            word = f"omskrivet{number}"
            started = time.perf_counter()
            write_our_meeting(served.content, with_words(meeting, word))
            page.wait_for_function(SAYS, arg=word, polling="raf", timeout=PATIENCE * 1000)
            found.append(time.perf_counter() - started)
            tell(f"{size}: seen after {found[-1] * 1000:,.0f} ms")
            served.wait(number + 2)
            time.sleep(1)  # who follows a build in the background has ended
        first, *others = found
    rows = [
        ["the first edit", f"{first * 1000:,.0f} ms"],
        [f"median of {rounds} more", f"{median(others) * 1000:,.0f} ms"],
    ]
    return f"{table((f'`make serve` at {size}, from saving to seeing', ''), rows)}\n"


def rebuilds(count: int, folder: Path) -> str:
    """Memory after few and after so many rebuilds of a small site: of the server, and of all that it has started."""
    meeting = next(iter(meetings(SMALL.meetings, SMALL.people)))
    rows = []
    with serving(SMALL, folder) as served:
        for number in range(1, count + 1):
            _rebuild(served, meeting, number)
            if number in (EARLY, count):
                ours = [held(each) for each in below(served.process)]
                rows.append([f"after {number} builds", megabytes(ours[0]), megabytes(sum(ours[1:])), str(len(ours))])
                tell(" ".join(rows[-1]))
    return f"{table(('`make serve`, a small site', 'server', 'its builder', 'processes'), rows)}\n"


def _rebuild(served: Served, meeting: Meeting, number: int) -> None:
    before = len(served.built())
    write_our_meeting(served.content, with_words(meeting, f"omskrivet {number}"))
    served.wait(before + 1)
