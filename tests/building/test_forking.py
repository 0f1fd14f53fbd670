from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from meetingplace.building.forking import in_order


class OddError(Exception):
    """One that cannot be copied: its maker wants two values and tells of one."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def worked(work: Callable[[int], object], jobs: int = 10, processes: int = 3) -> list[object]:
    return list(in_order(work, range(jobs), processes, fewest=2))


def children() -> list[str]:
    return subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "comm="], capture_output=True, encoding="utf-8", check=False
    ).stdout.split()


@pytest.mark.parametrize("processes", [1, 2, 3, 20])
def test_results_are_in_order_whoever_made_them(processes: int) -> None:
    assert worked(lambda job: (job, b"x" * 200_000 * (job % 2)), 10, processes) == [
        (job, b"x" * 200_000 * (job % 2)) for job in range(10)
    ]


def test_it_is_shared_out() -> None:
    found = worked(lambda _: os.getpid())
    assert len(set(found)) == 3
    assert os.getpid() not in found


@pytest.mark.parametrize(("jobs", "processes"), [(1, 3), (10, 1), (10, 0)])
def test_few_jobs_or_one_process_stay_here(jobs: int, processes: int) -> None:
    assert set(worked(lambda _: os.getpid(), jobs, processes)) == {os.getpid()}


def test_no_job_no_result() -> None:
    assert list(in_order(str, [], 4, fewest=0)) == []


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
def test_an_exception_comes_out_where_its_result_would(error: BaseException, comes: BaseException) -> None:
    results = in_order(lambda job: fails(error, job), range(10), 3, fewest=2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    with pytest.raises(type(comes)) as raised:
        next(results)
    assert str(raised.value) == str(comes)
    assert "python" not in children()


def test_a_process_that_is_killed_is_told_of() -> None:
    with pytest.raises(RuntimeError, match="ended by itself"):
        worked(lambda _: os.kill(os.getpid(), signal.SIGKILL))


def test_whoever_stops_listening_leaves_no_process() -> None:
    with closing(in_order(lambda job: (job, b"x" * 1_000_000), range(100), 2, fewest=2)) as results:
        assert next(results)[0] == 0
    assert "python" not in children()


LONG = """
import os, sys, time
from meetingplace.building.forking import in_order
def work(job):
    time.sleep(0.05)
    return os.getpid(), b"x" * 100_000
for pid, _ in in_order(work, range(1000), 2, fewest=2):
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
