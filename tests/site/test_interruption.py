"""Whatever befalls Pelican's process, readers have the whole old site or the whole new one.

A move that has begun is the one moment when the folder is between the two: its journal then lies beside it, and the
next build, or whatever else takes hold of the folder, first finishes the move.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from meetingplace.building import Publication
from sites import ROOT, Build, pelican_command, run_pelican, tree, write


BESIDE = {"manifest.json", "standing.json"}
"""What lies beside a published folder while no build is under way."""
KILLS = int(os.environ.get("MEETINGPLACE_KILLS", "3"))
MEETING = """---
title: {title}
summary: Vi äter och berättar vad vi gör.
start: 2026-12-{day:02} 08:30
end: 10:00
attendance: on-site
place: {{name: Kvarnen, town: Flen}}
published: 2026-11-01
who: [anna-berg]
---
Välkommen till {title}.
"""
PERSON = """---
name: {name}
kind: independent
consent: {{given: 2026-01-10, how: mejl, covers: [name, profile]}}
---
{name} arbetar i Flen.
"""


def beside(state: Path) -> set[str]:
    """What lies beside a published folder but whole parts, which harm nobody."""
    return {name for name in tree(state) if not re.fullmatch(r"parts/[0-9a-f]{32}\.[a-z0-9-]+", name)}


@dataclass(frozen=True)
class Sites:
    """A published folder, the contents that it is built from in turn, and what a clean build makes of each."""

    out: Path
    contents: tuple[Path, Path]
    clean: tuple[dict[str, bytes], dict[str, bytes]]
    seconds: float

    @property
    def state(self) -> Path:
        return self.out.with_name(f".{self.out.name}.build")

    def begun(self, number: int) -> subprocess.Popen[bytes]:
        """A build of one of the contents, under way in a process of its own."""
        command = pelican_command(self.contents[number], self.out)
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def begun_until(self, number: int, *names: str) -> subprocess.Popen[bytes]:
        """The same, when a file or folder of such a name lies beside the published folder, or when it is done."""
        process = self.begun(number)
        while process.poll() is None and not any((self.state / name).exists() for name in names):
            time.sleep(0.0005)
        return process

    def stands(self) -> int | None:
        """Which of the sites stands in the folder, -1 for none of them; None where a move has begun."""
        if (self.state / "journal").exists():
            return None
        found = tree(self.out)
        return self.clean.index(found) if found in self.clean else -1


def _write_content(folder: Path, *, changed: bool) -> Path:
    """Content of which some is added, some removed, some changed, and some the same."""
    for day in range(1, 9) if not changed else range(5, 13):
        title = f"Frukost {day}" if day % 2 or not changed else f"Ändrad frukost {day}"
        write(folder, f"events/2026-12-{day:02}-frukost.md", MEETING.format(title=title, day=day))
    write(folder, "people/anna-berg.md", PERSON.format(name="Anna Berg"))
    write(
        folder,
        f"people/{'cia-dahl' if changed else 'bo-ek'}.md",
        PERSON.format(name="Cia Dahl" if changed else "Bo Ek"),
    )
    write(
        folder,
        "pages/om.md",
        f"---\ntitle: Om oss\n---\n{'Hej igen' if changed else 'Hej'}, [lista]({{static}}/files/lista.txt).\n",
    )
    write(folder, "files/lista.txt", "två\n" if changed else "ett\n")
    return folder


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Sites:
    folder = tmp_path_factory.mktemp("avbrott")
    contents = (_write_content(folder / "a", changed=False), _write_content(folder / "b", changed=True))
    begun = time.monotonic()
    first = run_pelican(contents[0], folder / "ren-0")
    seconds = time.monotonic() - begun
    second = build(contents[1], folder / "ren-1")
    assert [(done.returncode, done.stderr) for done in (first, second)] == [(0, "")] * 2
    clean = (tree(folder / "ren-0"), tree(folder / "ren-1"))
    assert clean[0].keys() - clean[1].keys()
    assert clean[1].keys() - clean[0].keys()
    return Sites(folder / "ren-0", contents, clean, seconds)


@pytest.fixture
def sites(prepared: Sites, tmp_path: Path) -> Sites:
    """The first site, published."""
    out = tmp_path / "ut"
    shutil.copytree(prepared.out, out)
    shutil.copytree(prepared.state, tmp_path / ".ut.build")
    return Sites(out, prepared.contents, prepared.clean, prepared.seconds)


def _killed(sites: Sites, number: int, chance: random.Random) -> None:
    """A build that is killed anywhere, or anywhere after it began to stage, or as it moves."""
    where = chance.choice(["anywhere", "staging", "move", "move"])
    if where == "anywhere":
        process = sites.begun(number)
        time.sleep(chance.uniform(0, sites.seconds))
    elif where == "staging":
        process = sites.begun_until(number, "staging")
        time.sleep(chance.uniform(0, sites.seconds / 2))
    else:
        process = sites.begun_until(number, "journal.new", "journal")
        time.sleep(chance.uniform(0, 0.03))
    process.kill()
    process.wait()


def test_killed_at_random_instants_it_leaves_the_old_site_or_the_new_or_a_move_that_is_finished(sites: Sites) -> None:
    chance = random.Random(20261122)  # noqa: S311 - instants, not secrets
    hits: Counter[str] = Counter()
    old = 0
    for _ in range(KILLS):
        new = 1 - old
        _killed(sites, new, chance)
        stood = sites.stands()
        assert stood in (old, new, None)
        Publication.open(sites.out).abandon()
        assert sites.stands() == (new if stood is None else stood)
        assert beside(sites.state) == BESIDE
        hits["during the move" if stood is None else "before it" if stood == old else "after it"] += 1
        old = new if stood is None else stood
    print(dict(hits), f"{sites.seconds:.2f} s a build")


def test_killed_in_the_middle_of_the_move_the_next_build_finishes_it(sites: Sites, build: Build) -> None:
    for _ in range(20):
        process = sites.begun_until(1, "journal")
        process.kill()
        process.wait()
        if sites.stands() is None:
            break
        assert build(sites.contents[0], sites.out).returncode == 0
    assert sites.stands() is None
    assert build(sites.contents[0], sites.out).returncode == 0
    assert sites.stands() == 0


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ended_by_a_signal_it_says_so_and_leaves_the_old_site(sites: Sites, number: int, status: int) -> None:
    process = sites.begun_until(1, "staging")
    process.send_signal(number)
    assert 128 - process.wait() == status  # as a shell tells it
    assert sites.stands() == 0
    Publication.open(sites.out).abandon()
    assert beside(sites.state) == BESIDE


def test_of_two_builds_one_says_why_not_and_the_other_even_killed_keeps_nobody_out(sites: Sites, build: Build) -> None:
    first = sites.begun_until(1, "staging")
    first.send_signal(signal.SIGSTOP)
    second = build(sites.contents[1], sites.out)
    first.kill()
    first.wait()
    line = "error[folder-locked] ett annat bygge publicerar dit just nu; försök igen när det är klart"
    assert (second.returncode, second.stderr) == (3, f"{sites.state / 'lock'}: {line}\n")
    assert sites.stands() == 0
    assert {"lock", "staging"} <= {path.name for path in sites.state.iterdir()}
    assert build(sites.contents[1], sites.out).returncode == 0
    assert sites.stands() == 1
    assert beside(sites.state) == BESIDE


def test_two_builds_that_begin_together_leave_one_whole_site(sites: Sites) -> None:
    both = [sites.begun(0), sites.begun(1)]
    statuses = [process.wait() for process in both]
    assert set(statuses) <= {0, 3}
    assert sites.stands() in [number for number, status in enumerate(statuses) if status == 0]


# The disk and its rights


def _failed(sites: Sites, done: subprocess.CompletedProcess[str], code: str, words: str) -> None:
    """One line that names a file, and the old site."""
    assert (done.returncode, done.stdout) == (3, "")
    path, _, told = done.stderr.partition(": ")
    assert Path(path).is_relative_to(sites.out.parent)
    assert told.startswith(f"error[{code}] {words} ")
    assert done.stderr.count("\n") == 1
    assert sites.stands() == 0


def _run(sites: Sites, before: str, *, out: Path | None = None, **settings: object) -> subprocess.CompletedProcess[str]:
    """A build of the second site by a process that first does something to itself, in Python."""
    code = f"import ctypes, os, resource, sys\n{before}\nos.execv(sys.argv[1], sys.argv[1:])"
    command: list[str | Path] = [
        sys.executable,
        "-c",
        code,
        *pelican_command(sites.contents[1], out or sites.out, settings=settings),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("size", [100, 12_000], ids=["no page", "no font"])
def test_a_disk_that_is_full_for_any_file_of_some_size(sites: Sites, size: int) -> None:
    done = _run(sites, f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))")
    _failed(sites, done, "disk-full", "disken är full")
    assert beside(sites.state) == BESIDE


def test_a_disk_that_is_full_for_a_file_of_the_theme_alone(sites: Sites, tmp_path: Path) -> None:
    theme = shutil.copytree(ROOT / "theme", tmp_path / "tema")
    (theme / "static/stor.txt").write_bytes(b"x" * 200_000)
    done = _run(sites, "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))", THEME=str(theme))
    _failed(sites, done, "disk-full", "disken är full")


def test_a_small_disk_that_fills_up_when_half_the_site_is_staged(sites: Sites, tmp_path: Path) -> None:
    free = sum(map(len, sites.clean[1].values())) // 2
    disk, found = tmp_path / "disk", tmp_path / "found"
    disk.mkdir()
    script = """mount -t tmpfs -o size="$1" tmpfs "$2" && cp -a "$3" "$4" "$2" || exit 99
        fill=$(($(stat -f -c '%a * %S' "$2") - $5)); head -c "$fill" /dev/zero > "$2/rest"
        disk=$2 found=$6; shift 6; "$@"; status=$?; rm "$disk/rest"; cp -a "$disk" "$found"; exit $status"""
    places: list[str | Path] = [str(4 << 20), disk, sites.out, sites.state, str(free), found]
    command = pelican_command(sites.contents[1], disk / sites.out.name)
    alone: list[str | Path] = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        script,
        "sh",
        *places,
        *command,
    ]
    done = subprocess.run(alone, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode in (1, 99) and not found.exists():
        pytest.skip(f"NO DISK OF ONE'S OWN CAN BE MOUNTED HERE, a full one was tried by a limit alone: {done.stderr}")
    kept = Sites(found / sites.out.name, sites.contents, sites.clean, sites.seconds)
    assert (done.returncode, kept.stands()) == (3, 0)
    assert beside(kept.state) == BESIDE
    assert done.stderr.endswith(": error[disk-full] disken är full No space left on device\n")
    assert done.stderr.count("\n") == 1


# Root may read and write everything, by two rights that are given up here (prctl: PR_CAPBSET_DROP, CAP_DAC_OVERRIDE,
# CAP_DAC_READ_SEARCH).
WITHOUT_RIGHTS = """if os.geteuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(24, 1, 0, 0, 0) or libc.prctl(24, 2, 0, 0, 0):
        sys.exit("root cannot give up its rights here: " + os.strerror(ctypes.get_errno()))"""


@pytest.mark.parametrize("inner", [".", "motesplatser"])
def test_a_folder_that_may_not_be_written_to(sites: Sites, inner: str) -> None:
    folder = (sites.out / inner).resolve()
    folder.chmod(0o555)
    try:
        done = _run(sites, WITHOUT_RIGHTS)
    finally:
        folder.chmod(0o755)
    _failed(sites, done, "folder-unwritable", "det går inte att skriva där")
    assert beside(sites.state) == BESIDE


def test_a_place_where_no_folder_may_be_made(sites: Sites, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        done = _run(sites, WITHOUT_RIGHTS, out=tmp_path / "nytt")
    finally:
        tmp_path.chmod(0o755)
    _failed(sites, done, "folder-unwritable", "det går inte att skriva där")
    assert not list(tmp_path.glob("*nytt*"))


def test_a_file_that_may_not_be_read(sites: Sites) -> None:
    file = sites.contents[1] / "files/lista.txt"
    file.chmod(0)
    try:
        done = _run(sites, WITHOUT_RIGHTS)
    finally:
        file.chmod(0o644)
    page = sites.contents[1] / "pages/om.md"
    told = f"{page}:4:19: error[file-unreadable] filen går inte att läsa (Permission denied)"
    assert (done.returncode, done.stderr.partition(";")[0].strip()) == (1, told)
    assert sites.stands() == 0
