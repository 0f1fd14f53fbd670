"""When each file was first committed: read from git in one pass over the history, whatever the files are about."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal
from unicodedata import normalize


Code = Literal["history-missing", "history-shallow", "history-unreadable"]

GIT = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showRoot=true"),
)
"""Nothing that a repository or its owner has set may start a program, or change what is told."""

LOG = (
    "log",
    *("-z", "--format=%x01%ct", "--name-status", "--diff-filter=AR"),
    *("--reverse", "--topo-order", "--full-history", "--diff-merges=first-parent"),
    *("--find-renames", "-l1000", "--no-relative", "--no-show-signature"),
)
"""Parents come before their children, what a merge adds by itself included; a moved file is one file."""

COMMIT = b"\x01"
KEPT = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""What may be set of git's own variables: where it and its settings are, and not which repository is meant."""


class HistoryError(Exception):
    """The history cannot tell: there is none (`history-missing`), it is cut off (`history-shallow`), or git cannot be
    run or refuses (`history-unreadable`), in whose own words `reason` says why.
    """

    def __init__(self, code: Code, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code: Final[Code] = code
        self.reason: Final = reason


def first_commits(folder: Path, ending: str, environment: Mapping[str, str]) -> Mapping[str, dt.datetime]:
    """The commit date, in UTC, of the first commit of every file below the folder whose name has the ending.

    Paths are from the folder, with slashes, in NFC; a file that has never been committed is not among them. A file
    that was renamed or moved keeps its first commit, also where it came from outside the folder; one that was taken
    away and put back is the same file. Raises HistoryError.
    """
    git = _Git(folder, environment)
    is_shallow, prefix = git.situation()
    if is_shallow:
        raise HistoryError("history-shallow")
    if not git.has_commits():
        return {}
    found = _first(git.said(*LOG, "HEAD", "--", f":(top)*{ending}"))
    return {
        normalize("NFC", path.removeprefix(prefix).decode(errors="replace")): dt.datetime.fromtimestamp(at, dt.UTC)
        for path, at in found.items()
        if path.startswith(prefix)
    }


class _Git:
    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        program = shutil.which("git", path=environment.get("PATH"))
        if program is None:
            raise HistoryError("history-unreadable", "git: command not found")
        self._command = (program, "-C", str(folder.resolve()), *GIT)
        mine = {key: value for key, value in environment.items() if not key.startswith("GIT_") or key.startswith(KEPT)}
        self._environment = {**mine, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}

    def situation(self) -> tuple[bool, bytes]:
        """Whether the history is cut off, and the folder's path in the repository: empty, or ended by a slash."""
        shallow, _, prefix = self.said("rev-parse", "--is-shallow-repository", "--show-prefix").partition(b"\n")
        return shallow == b"true", prefix.removesuffix(b"\n")

    def has_commits(self) -> bool:
        return self._run("rev-parse", "--quiet", "--verify", "HEAD^{commit}").returncode == 0

    def said(self, *words: str) -> bytes:
        done = self._run(*words)
        if done.returncode == 0:
            return done.stdout
        reason = done.stderr.decode(errors="replace").partition("\n")[0].removeprefix("fatal: ")
        if reason.startswith("not a git repository"):
            raise HistoryError("history-missing")
        raise HistoryError("history-unreadable", reason)

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                [*self._command, *words],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise HistoryError("history-unreadable", error.strerror or "") from None


def _first(log: bytes) -> Mapping[bytes, int]:
    """Each path and the time of its file's first commit, in seconds since 1970.

    A path whose file was moved away is free for another file; who moves it in a branch of its own still finds its time.
    """
    first: dict[bytes, int] = {}
    moved_away: dict[bytes, int] = {}
    for at, old, new in _added(log):
        if not old:
            first[new] = min(at, first.get(new, at))
            continue
        began = first.pop(old, moved_away.get(old, at))
        moved_away[old] = began
        first.setdefault(new, began)
    return first


def _added(log: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(seconds, former path or nothing, path) of each file that a commit added or moved."""
    at = 0
    words = iter(log.split(b"\0"))
    for word in words:
        if word.startswith(COMMIT):
            at = int(word.removeprefix(COMMIT))
        elif status := word.strip(b"\n"):
            old = next(words) if status.startswith(b"R") else b""
            yield at, old, next(words)
