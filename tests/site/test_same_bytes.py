"""Same content, same day, same bytes; and a build that finds an error leaves the published folder as it was."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from sites import CONTENT, Build, run_pelican, tree, write


ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711", "PYTHONTZPATH": ""}
"""Another place on earth, another alphabet, and no time zones of the machine's own (PEP 615)."""
CLOCK_OF_1970 = """import datetime, time
time.time = lambda: 0.0
time.time_ns = lambda: 0
class Early(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(0, tz)
datetime.datetime = Early
"""

TYPO = """---
title: Frukost
sumary: Vi äter frukost.
start: 2026-12-03 08:30
end: 10:00
attendance: online
online: {platform: Zoom, note: Länken kommer med e-post}
---
"""
STRANGER = """---
title: Lunch
summary: Vi äter lunch.
start: 2026-12-03 12:00
end: 13:00
attendance: online
online: {platform: Zoom, note: Länken kommer med e-post}
who: [%s]
---
"""
BACKWARDS = """---
title: Kvällsmat
summary: Vi äter kvällsmat.
start: 2026-12-03 18:00
end: 2026-12-03 17:00
attendance: online
online: {platform: Zoom, note: Länken kommer med e-post}
---
"""


def test_two_builds_of_one_day_are_the_same_anywhere_by_any_clock(example_site: Path, tmp_path: Path) -> None:
    """Another place, a clock that is wrong, and files of another time at once: whichever mattered would be seen."""
    shutil.copytree(CONTENT, tmp_path / "content")
    for number, path in enumerate(sorted((tmp_path / "content").rglob("*"))):
        os.utime(path, (number, number))
    write(tmp_path, "clock/sitecustomize.py", CLOCK_OF_1970)
    found_first = os.pathsep.join(filter(None, (str(tmp_path / "clock"), os.environ.get("PYTHONPATH", ""))))
    environment = {**ELSEWHERE, "PYTHONPATH": found_first}
    done = run_pelican(tmp_path / "content", tmp_path / "output", environment=environment, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    here, there = tree(example_site), tree(tmp_path / "output")
    assert list(here) == list(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_three_errors_are_told_at_once_and_nothing_is_published(
    example_site: Path, tmp_path: Path, build: Build
) -> None:
    content, out = tmp_path / "content", tmp_path / "site" / "output"
    shutil.copytree(CONTENT, content)
    shutil.copytree(example_site.parent, out.parent)  # with what the next build has to know of this one
    published = tree(out)
    someone = next(path.stem for path in sorted((content / "people").glob("*.md")) if "." not in path.stem)
    broken = {"fel-ett": TYPO, "fel-tva": STRANGER % f"{someone}n", "fel-tre": BACKWARDS}
    for stem, text in broken.items():
        (content / "events" / f"{stem}.md").write_text(text, "utf-8")

    done = build(content, out)

    assert done.returncode == 1
    assert tree(out) == published
    told = [re.sub(r"^.*/content/events/", "", line) for line in done.stderr.splitlines() if ": error[" in line]
    assert [line.split(" ", 1)[0] for line in told] == [
        "fel-ett.md:3:1:",
        "fel-tre.md:5:6:",
        "fel-tva.md:8:7:",
    ]
    assert 'error[key-unknown] sumary: "sumary"' in told[0]
    assert told[0].endswith('"summary"?')
    assert 'error[end-before-start] end: fick "2026-12-03 17:00"' in told[1]
    assert told[1].endswith("2026-12-03 18:00")
    assert f'error[reference-unknown] who[1]: fick "{someone}n"' in told[2]
    assert told[2].endswith(f'"{someone}"?')


def test_a_build_over_an_older_one_equals_a_clean_one(example_site: Path, tmp_path: Path, build: Build) -> None:
    """What is no longer written about goes away, and nothing that is left depends on what was there."""
    content, out = tmp_path / "content", tmp_path / "output"
    shutil.copytree(CONTENT, content)
    extra = content / "events" / "2026-12-03-tillfallig.md"
    extra.write_text(BACKWARDS.replace("17:00", "20:00"), "utf-8")
    assert build(content, out).returncode == 0
    assert any("tillfallig" in name for name in tree(out))
    extra.unlink()
    assert build(content, out).returncode == 0
    assert tree(out) == tree(example_site)
