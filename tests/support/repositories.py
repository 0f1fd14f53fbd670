"""Git repositories for tests: made by git itself, with commits of chosen days."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Self


WHO = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": "redaktion@kultur.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    },
}


class Repository:
    """A repository in a folder, on the branch `main`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, **environment: str) -> str:
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")}, **WHO, **environment},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    def write(self, path: str, text: str = "Text.\n") -> Self:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return self

    def move(self, old: str, new: str) -> Self:
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", old, new)
        return self

    def remove(self, path: str) -> Self:
        (self.folder / path).unlink()
        return self

    def commit(self, at: str) -> Self:
        """Commit everything; a day is its noon in UTC. Its author wrote it years before."""
        moment = at if "T" in at else f"{at}T12:00:00+0000"
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "x", GIT_COMMITTER_DATE=moment, GIT_AUTHOR_DATE="2001-01-01T12:00:00+0000")
        return self
