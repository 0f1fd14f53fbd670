"""What is made once in a run of tests, though several processes run them."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def shared(places: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of that name that one of the run's processes makes, while others that ask for it wait. It is not to be
    written to. Where it cannot be made, the next who asks tries anew.
    """
    own = places.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own  # each of several has its own below the run's
    folder, made = run / name, run / f"{name}.made"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
