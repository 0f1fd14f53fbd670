"""Work shared out to forked processes: each makes its part of the results, and they come back in order."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn, TypeVar


Job = TypeVar("Job")
Result = TypeVar("Result")

FEWEST = 64
"""With fewer jobs a fork costs more than it saves."""


def in_order(
    work: Callable[[Job], Result], jobs: Sequence[Job], processes: int, fewest: int = FEWEST
) -> Generator[Result, None, None]:
    """`work(job)` of each job, in order: by so many processes, or in this one where there are few jobs or no fork.

    An exception comes out where its result would. The processes end with the iterator, and soon after their parent
    however it ends: a pipe that nobody reads ends its writer.
    """
    if processes < 2 or len(jobs) < fewest or not hasattr(os, "fork"):
        yield from map(work, jobs)
        return
    gc.freeze()  # what a child never collects it need not copy
    children: list[tuple[int, BinaryIO]] = []
    try:
        for number in range(processes):
            children.append(_forked(work, jobs[number::processes], [pipe for _, pipe in children]))
        for number in range(len(jobs)):
            yield _received(children[number % processes][1])
    finally:
        gc.unfreeze()
        for child, pipe in children:
            pipe.close()
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _forked(work: Callable[[Job], Result], jobs: Sequence[Job], others: Sequence[BinaryIO]) -> tuple[int, BinaryIO]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, os.fdopen(reading, "rb")
    try:
        os.close(reading)
        for pipe in others:
            os.close(pipe.fileno())
        _work(work, jobs, os.fdopen(writing, "wb"))
    finally:
        os._exit(1)  # whatever happened: what the parent has begun is not for its child to end


def _work(work: Callable[[Job], Result], jobs: Sequence[Job], pipe: BinaryIO) -> NoReturn:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    with pipe:
        for job in jobs:
            try:
                pickle.dump((work(job), None), pipe, 5)
            except BrokenPipeError:
                break
            except BaseException as error:  # noqa: BLE001 -- it is the parent's to judge
                pickle.dump((None, _portable(error)), pipe, 5)
                break
    os._exit(0)


def _portable(error: BaseException) -> BaseException:
    """The exception, or its words where it does not survive the way."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 -- made here
    except Exception:  # noqa: BLE001 -- an exception's own way to be copied may raise anything
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _received(pipe: BinaryIO) -> Any:
    try:
        result, error = pickle.load(pipe)  # noqa: S301 -- from a process of our own
    except EOFError:
        raise RuntimeError("a process that rendered pages has ended by itself") from None
    if error is not None:
        raise error
    return result
