"""A build that is killed, or that the machine fails, at any instant."""

from __future__ import annotations

import errno
import itertools
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from meetingplace.building import Changes, Publication, PublicationError


Publish = Callable[[Path, Mapping[str, bytes]], Changes]
Contents = Callable[[Path], dict[str, bytes]]
InChild = Callable[[Callable[[], object]], str]
KilledAt = Callable[[Path, Mapping[str, bytes], int], str]

A = {
    "index.html": b"A" * 9,
    "same/index.html": b"same",
    "old/deep/index.html": b"A",
    "old/deep/more.html": b"A",
    "was-file": b"A",
    "was-folder/x/index.html": b"A",
    "Case.html": b"A",
    "z.html": b"A",
}
B = {
    "index.html": b"B" * 9,
    "same/index.html": b"same",
    "new/deep/index.html": b"B",
    "was-file/index.html": b"B",
    "was-folder": b"B",
    "case.html": b"B",
    "z.html": b"B",
}

# What Python tells of before it asks the system to read or write: each is an instant to be killed at.
INSTANTS = {
    "open",
    "os.listdir",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.scandir",
    "shutil.rmtree",
}
KILLS = int(os.environ.get("MEETINGPLACE_KILLS", "25"))


FAILURES = {"disk-full", "folder-unwritable", "journal-broken", "manifest-broken"}


class NeverReachedError(Exception):
    """The work was done before its n-th instant came."""


def at_instant(number: int, act: Callable[[], None], *, onwards: bool = False) -> Callable[[], int]:
    """From here on in this process: do something just before its n-th touch of the disk, or before all from it.

    Gives a function that tells how many are left until then.
    """
    left = number

    def hook(event: str, _: object) -> None:
        nonlocal left
        if event in INSTANTS:
            left -= 1
            if left == 0 or (onwards and left < 0):
                act()

    sys.addaudithook(hook)
    return lambda: left


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def settled(folder: Path, publish: Publish, contents: Contents) -> dict[str, bytes]:
    """What stands after the next build has begun; beside it, nothing but a manifest that is true of it."""
    Publication.open(folder).abandon()
    found = contents(folder)
    assert contents(folder.with_name(f".{folder.name}.build")).keys() == {"manifest.json"}
    assert publish(folder, found) == Changes((), (), (), tuple(sorted(found)))
    return found


@pytest.fixture
def killed_at(publish: Publish, in_child: InChild) -> KilledAt:
    """Publish in a process that is killed at its n-th instant."""

    def killed_at(folder: Path, files: Mapping[str, bytes], number: int) -> str:
        def work() -> None:
            at_instant(number, die)
            publish(folder, files)

        return in_child(work)

    return killed_at


@pytest.fixture
def halfway(tmp_path: Path, publish: Publish, contents: Contents, killed_at: KilledAt) -> Path:
    """The folder of a site whose publication was killed in the middle of its move from A to B."""
    for number in itertools.count(1):
        site = tmp_path / f"halfway {number}" / "site"
        publish(site, A)
        assert killed_at(site, B, number) == "killed"
        standing = contents(site)
        if standing["index.html"] == B["index.html"] and "new/deep/index.html" not in standing:
            break
    return site


def test_killed_at_every_instant_it_leaves_the_old_site_or_the_new(
    tmp_path: Path, publish: Publish, contents: Contents, killed_at: KilledAt
) -> None:
    found, torn = [], 0
    for number in itertools.count(1):
        site = tmp_path / str(number) / "site"
        publish(site, A)
        outcome = killed_at(site, B, number)
        torn += contents(site) not in (A, B)
        found.append(settled(site, publish, contents))
        if outcome != "killed":
            break
    assert outcome == "done"
    turn = found.index(B)
    assert found == [A] * turn + [B] * (len(found) - turn)
    assert turn > len(B)
    assert torn > len(B)


def test_killed_again_at_every_instant_of_finishing_the_move_it_still_finishes(
    tmp_path: Path, publish: Publish, contents: Contents, in_child: InChild, halfway: Path
) -> None:
    for number in itertools.count(1):
        site = tmp_path / str(number) / "site"
        shutil.copytree(halfway.parent, site.parent)

        def work(site: Path = site, number: int = number) -> None:
            at_instant(number, die)
            Publication.open(site)

        outcome = in_child(work)
        assert settled(site, publish, contents) == B
        if outcome != "killed":
            break
    assert outcome == "done"
    assert number > len(B)


def test_killed_in_the_very_first_publication_it_leaves_nothing_or_all(
    tmp_path: Path, contents: Contents, killed_at: KilledAt
) -> None:
    found = []
    for number in itertools.count(1):
        site = tmp_path / str(number) / "site"
        site.parent.mkdir()
        outcome = killed_at(site, A, number)
        Publication.open(site).abandon()
        found.append(contents(site))
        assert site.with_name(".site.build").exists() == bool(found[-1])
        if outcome != "killed":
            break
    assert outcome == "done"
    turn = found.index(A)
    assert found == [{}] * turn + [A] * (len(found) - turn)


@pytest.mark.parametrize(
    ("number", "code", "onwards"),
    [(errno.ENOSPC, "disk-full", False), (errno.EROFS, "folder-unwritable", True)],
)
def test_failed_by_the_machine_at_every_instant_it_says_so_and_leaves_the_old_site_or_the_new(
    tmp_path: Path,
    publish: Publish,
    contents: Contents,
    in_child: InChild,
    number: int,
    code: str,
    onwards: bool,
) -> None:
    def fail() -> None:
        raise OSError(number, "")

    outcomes = []
    for instant in itertools.count(1):
        site = tmp_path / str(instant) / "site"
        publish(site, A)

        def work(site: Path = site, instant: int = instant) -> None:
            left = at_instant(instant, fail, onwards=onwards)
            publish(site, B)
            if left() > 0:
                raise NeverReachedError

        outcome = in_child(work)
        assert settled(site, publish, contents) in ((A, B) if outcome in FAILURES else (B,))
        if outcome == repr(NeverReachedError()):
            break
        outcomes.append(outcome)
    # To be unable to read a record says so itself; to leave an empty folder behind is no failure.
    assert set(outcomes) - {"journal-broken", "manifest-broken"} == {code, "done"}
    assert outcomes.count(code) > 5 * len(B)


def test_killed_at_random_it_leaves_the_old_site_or_the_new(
    tmp_path: Path, publish: Publish, contents: Contents
) -> None:
    site, chance = tmp_path / "site", random.Random(20260901)  # noqa: S311 - instants, not secrets
    old = {**A, **{f"page/{number}/index.html": b"A" * 5000 for number in range(40)}}
    new = {**B, **{f"page/{number}/index.html": b"B" * 5000 for number in range(20, 60)}}
    publish(site, old)
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            try:
                while True:
                    publish(site, new)
                    publish(site, old)
            finally:
                os._exit(1)
        time.sleep(chance.uniform(0.005, 0.1))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        assert settled(site, publish, contents) in (old, new)


def test_a_killed_build_leaves_neither_lock_nor_staging_to_the_next(
    site: Path, publish: Publish, contents: Contents, in_child: InChild
) -> None:
    def gather_and_die() -> None:
        Publication.open(site).write("half", b"x")
        die()

    publish(site, A)
    assert in_child(gather_and_die) == "killed"
    assert (site.with_name(".site.build") / "staging" / "half").exists()
    publish(site, B)
    assert contents(site) == B


def test_a_move_whose_staged_files_are_lost_is_made_good_by_the_next_build(
    halfway: Path, publish: Publish, contents: Contents
) -> None:
    shutil.rmtree(halfway.with_name(".site.build") / "staging")
    publish(halfway, B)
    assert contents(halfway) == B


# The disk and its rights


def limited(size: int, work: Callable[[], object]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    work()


def test_a_disk_that_is_full_while_staging(site: Path, publish: Publish, contents: Contents, in_child: InChild) -> None:
    publish(site, A)
    assert in_child(lambda: limited(1000, lambda: publish(site, {**B, "big": b"x" * 5000}))) == "disk-full"
    assert contents(site) == A
    assert contents(site.with_name(".site.build")).keys() == {"manifest.json"}


def test_a_disk_that_is_full_for_the_journal(
    site: Path, publish: Publish, contents: Contents, in_child: InChild
) -> None:
    publish(site, A)
    many = {f"{number}.html": b"x" for number in range(50)}
    assert in_child(lambda: limited(1000, lambda: publish(site, many))) == "disk-full"
    assert contents(site) == A
    assert contents(site.with_name(".site.build")).keys() == {"manifest.json"}


def test_a_state_folder_that_cannot_be(site: Path) -> None:
    site.with_name(".site.build").touch()
    with pytest.raises(PublicationError) as failed:
        Publication.open(site)
    assert (failed.value.code, failed.value.exit_status) == ("folder-unwritable", 3)
    assert not site.exists()


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that a user without rights can come to, as pytest's own cannot."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


def without_rights(work: Callable[[], object]) -> None:
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    work()


def test_a_place_where_nothing_may_be_made(shared: Path, publish: Publish, in_child: InChild) -> None:
    shared.chmod(0o555)
    assert in_child(lambda: without_rights(lambda: publish(shared / "site", A))) == "folder-unwritable"
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("inner", ["", "old", "old/deep"])
def test_a_folder_that_may_not_be_written_keeps_its_site_and_gets_the_new_one_when_it_may(
    shared: Path, publish: Publish, contents: Contents, in_child: InChild, inner: str
) -> None:
    site, state = shared / "site", shared / ".site.build"
    publish(site, A)
    for path in (state, *state.iterdir(), site, *(path for path in site.rglob("*") if path.is_dir())):
        os.chown(path, 65534 if os.geteuid() == 0 else -1, -1)
    (site / inner).chmod(0o555)
    assert in_child(lambda: without_rights(lambda: publish(site, {"index.html": b"B"}))) == "folder-unwritable"
    assert contents(site) == A
    assert contents(state).keys() == {"manifest.json"}
    (site / inner).chmod(0o755)
    publish(site, {"index.html": b"B"})
    assert contents(site) == {"index.html": b"B"}
