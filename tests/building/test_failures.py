from __future__ import annotations

import errno
import pickle
from pathlib import Path
from typing import get_args

import pytest

from meetingplace.building import PublicationError
from meetingplace.building.failures import Machine, WrongUse, reported


def test_every_code_has_its_exit_status() -> None:
    wrong_use = {code: PublicationError(code, Path("x")).exit_status for code in get_args(WrongUse)}
    machine = {code: PublicationError(code, Path("x")).exit_status for code in get_args(Machine)}
    assert wrong_use == dict.fromkeys(
        [
            "address-collision",
            "address-occupied",
            "address-unsafe",
            "folder-forbidden",
            "folder-not-ours",
            "folder-symlink",
        ],
        2,
    )
    assert machine == dict.fromkeys(
        ["disk-full", "folder-locked", "folder-unwritable", "journal-broken", "manifest-broken"], 3
    )


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "disk-full"),
        (errno.EROFS, "folder-unwritable"),
        (errno.EACCES, "folder-unwritable"),
        (errno.ENAMETOOLONG, "address-unsafe"),
    ],
)
def test_every_os_error_becomes_a_code(number: int, code: str) -> None:
    with pytest.raises(PublicationError) as failed, reported(Path("x")):
        raise OSError(number, "words")
    assert (failed.value.code, failed.value.path, failed.value.detail) == (code, Path("x"), "words")


@pytest.mark.parametrize(
    ("error", "about"),
    [
        (OSError(5, "words", "/from", None, "/to"), "/to"),
        (OSError(5, "words", "/from"), "/from"),
        (OSError(5, "words", "relative"), "x"),
        (OSError(5, "words", 7), "x"),
        (OSError("words"), "x"),
    ],
)
def test_the_file_named_is_the_one_it_is_about(error: OSError, about: str) -> None:
    with pytest.raises(PublicationError) as failed, reported(Path("x")):
        raise error
    assert (failed.value.path, failed.value.detail) == (Path(about), "words")


def test_it_says_all_and_can_go_to_another_process() -> None:
    error = PublicationError("disk-full", Path("a"), "b")
    assert str(error) == "disk-full: a: b"
    assert str(PublicationError("folder-locked", Path("a"))) == "folder-locked: a"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - made here
