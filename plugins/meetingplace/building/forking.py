"""Work shared out to forked processes: each takes some of the jobs as it gets done with others."""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeVar


Job = TypeVar("Job")
Result = TypeVar("Result")

FEWEST = 32
"""With fewer jobs a fork costs more than it saves."""
PART = 24
"""Jobs that are taken at once: neighbours share what is made for them."""
MOST_PARTS = 4096
SIZE = 8
"""Bytes that tell how long a message is, or which part is to be taken."""
PIECE = 1 << 20


class EndedError(RuntimeError):
    """A process has ended without a word: someone killed it, or the machine did, which had no memory left."""


@dataclass
class _Child:
    """A process at work, the pipe that its results come by, and what has come of the next of them."""

    process: int
    pipe: int
    come: bytearray = field(default_factory=bytearray)
    is_done: bool = False


def _nothing() -> None:
    """For processes that have nothing to leave."""


def shared_out(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    processes: int,
    fewest: int = FEWEST,
    leave: Callable[[], None] = _nothing,
) -> Generator[tuple[Job, Result], None, None]:
    """Each job with `work(job)`, as they get done: by so many processes, or in this one, in order, where there are few
    jobs or no fork.

    An exception comes out instead of its result, EndedError where a process was killed. The processes end with the
    iterator, and soon after their parent however it ends: a pipe that nobody reads ends its writer. Each begins with
    `leave`.
    """
    if processes < 2 or len(jobs) < fewest or not hasattr(os, "fork"):
        for job in jobs:
            yield job, work(job)
        return
    gc.freeze()  # what a child never collects it need not copy
    children: list[_Child] = []
    part = max(min(PART, -(-len(jobs) // (2 * processes))), -(-len(jobs) // MOST_PARTS))
    try:
        parts = _queue(range(0, len(jobs), part))
        for _ in range(processes):
            children.append(_forked(work, jobs, part, parts, [child.pipe for child in children], leave))
        os.close(parts)
        for number, result in _results(children):
            yield jobs[number], result
    finally:
        gc.unfreeze()
        for child in children:
            os.close(child.pipe)
            with suppress(ProcessLookupError):
                os.kill(child.process, signal.SIGKILL)
            os.waitpid(child.process, 0)


def _queue(parts: Sequence[int]) -> int:
    """A pipe that holds the first job of each part: whoever reads a number has taken that part."""
    reading, writing = os.pipe()
    for first in parts:
        os.write(writing, first.to_bytes(SIZE, "big"))
    os.close(writing)
    return reading


def _forked(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    part: int,
    parts: int,
    others: list[int],
    leave: Callable[[], None],
) -> _Child:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Child(process, reading)
    try:
        for pipe in (reading, *others):
            os.close(pipe)
        leave()
        _work(work, jobs, part, parts, writing)
    finally:
        os._exit(1)  # whatever happened: what the parent has begun is not for its child to end


def _work(work: Callable[[Job], Result], jobs: Sequence[Job], part: int, parts: int, pipe: int) -> NoReturn:
    for interruption in (signal.SIGINT, signal.SIGTERM):
        signal.signal(interruption, signal.SIG_DFL)
    with suppress(BrokenPipeError):
        while taken := os.read(parts, SIZE):
            first = int.from_bytes(taken, "big")
            for number in range(first, min(first + part, len(jobs))):
                try:
                    message = number, work(jobs[number]), None
                except BaseException as error:  # noqa: BLE001 -- it is the parent's to judge
                    _send(pipe, (number, None, _portable(error)))
                    os._exit(0)
                _send(pipe, message)
        _send(pipe, None)
    os._exit(0)


def _send(pipe: int, message: object) -> None:
    raw = pickle.dumps(message, 5)
    rest = memoryview(len(raw).to_bytes(SIZE, "big") + raw)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _portable(error: BaseException) -> BaseException:
    """The exception, or its words where it does not survive the way."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 -- made here
    except Exception:  # noqa: BLE001 -- an exception's own way to be copied may raise anything
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _results(children: Sequence[_Child]) -> Iterator[tuple[int, Any]]:
    """Number and result of each job, until all processes have said that there are no more."""
    by_pipe = {child.pipe: child for child in children}
    while by_pipe:
        ready, _, _ = select.select(list(by_pipe), [], [])
        for pipe in ready:
            child = by_pipe[pipe]
            come = os.read(pipe, PIECE)
            child.come += come
            yield from _whole(child)
            if child.is_done:
                del by_pipe[pipe]
            elif not come:
                raise EndedError("a process that made pages has ended by itself")


def _whole(child: _Child) -> Iterator[tuple[int, Any]]:
    """What has come whole."""
    while len(child.come) >= SIZE:
        end = SIZE + int.from_bytes(child.come[:SIZE], "big")
        if len(child.come) < end:
            return
        message = pickle.loads(memoryview(child.come)[SIZE:end])  # noqa: S301 -- from a process of our own
        del child.come[:end]
        if message is None:
            child.is_done = True
            return
        number, result, error = message
        if error is not None:
            raise error
        yield number, result
