from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from meetingplace.building.forking import PART, EndedError, shared_out


class OddError(Exception):
    """One that cannot be copied: its maker wants two values and tells of one."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def worked(work: Callable[[int], object], jobs: int = 10, processes: int = 3) -> list[object]:
    """What came of the jobs, in their order."""
    return [result for _, result in sorted(shared_out(work, range(jobs), processes, fewest=2))]


def children() -> set[str]:
    """The processes that this one has begun and not seen the end of; that of `ps` itself is another each time."""
    told = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "pid=,comm="], capture_output=True, encoding="utf-8", check=False
    ).stdout
    return {line for line in told.splitlines() if not line.endswith(" ps")}


@pytest.mark.parametrize("processes", [1, 2, 3, 20])
@pytest.mark.parametrize("jobs", [2, 10, 5 * PART + 1])
def test_each_job_has_its_result_whoever_made_it(jobs: int, processes: int) -> None:
    assert worked(lambda job: b"x" * 20_000 * (job % 20), jobs, processes) == [
        b"x" * 20_000 * (job % 20) for job in range(jobs)
    ]


def test_more_jobs_than_parts_that_can_be_told_of() -> None:
    assert worked(str, 250_000, 2) == [str(job) for job in range(250_000)]


def test_it_is_shared_out() -> None:
    def who(_: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    found = worked(who, 60)
    assert len(set(found)) == 3
    assert os.getpid() not in found


@pytest.mark.parametrize(("jobs", "processes"), [(1, 3), (10, 1), (10, 0)])
def test_few_jobs_or_one_process_stay_here(jobs: int, processes: int) -> None:
    assert set(worked(lambda _: os.getpid(), jobs, processes)) == {os.getpid()}


def test_no_job_no_result() -> None:
    assert list(shared_out(str, [], 4, fewest=1)) == []


def test_without_fork_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert set(worked(lambda _: os.getpid())) == {os.getpid()}


def fails(error: BaseException, job: int) -> int:
    if job == 5:
        raise error
    return job


@pytest.mark.parametrize(
    ("error", "comes"),
    [
        (ValueError("five"), ValueError("five")),
        (OSError(28, "No space left on device"), OSError(28, "No space left on device")),
        (OddError("a", "b"), RuntimeError("OddError: ab")),
        (SystemExit(3), SystemExit(3)),
    ],
)
def test_an_exception_comes_out_instead_of_its_result(error: BaseException, comes: BaseException) -> None:
    before = children()
    with pytest.raises(type(comes)) as raised:
        worked(lambda job: fails(error, job))
    assert str(raised.value) == str(comes)
    assert children() == before


def test_a_process_that_is_killed_is_told_of() -> None:
    with pytest.raises(EndedError, match="ended by itself"):
        worked(lambda _: os.kill(os.getpid(), signal.SIGKILL))


def test_whoever_stops_listening_leaves_no_process() -> None:
    before = children()
    with closing(shared_out(lambda _: b"x" * 1_000_000, range(100), 2, fewest=2)) as results:
        assert len(next(results)[1]) == 1_000_000
        assert len(children() - before) == 2
    assert children() == before


LONG = """
import os, sys, time
from meetingplace.building.forking import PART, shared_out
def work(job):
    time.sleep(0.05)
    return os.getpid(), b"x" * 100_000
for _, (pid, _) in shared_out(work, range(1000), 2, fewest=2):
    print(pid, flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_one_that_is_killed(number: int) -> None:
    begun = subprocess.Popen([sys.executable, "-c", LONG], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert begun.stdout
    pids = {int(begun.stdout.readline()) for _ in range(4)}
    begun.send_signal(number)
    begun.stdout.close()
    assert begun.wait() != 0
    for _ in range(1000):
        if not any(alive(pid) for pid in pids):
            break
        time.sleep(0.02)
    assert (len(pids), [pid for pid in pids if alive(pid)]) == (2, [])


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123
            return file.read().split()[2] != "Z"
    except FileNotFoundError:
        return False
