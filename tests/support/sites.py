"""Sites for tests: built by Pelican's own command, as readers get them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol


ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
SITEURL = "https://motesplatser.example"
TODAY = "2026-11-22"
KIND = re.compile(r'<html lang="([\w-]+)".*?<body class="[^"]*\bpage--([\w-]+)', re.DOTALL)


class Build(Protocol):
    """Builds a site: any content folder into any other, with settings by name."""

    def __call__(
        self, content: Path, out: Path, *, fatal: str = "errors", **settings: Any
    ) -> subprocess.CompletedProcess[str]: ...


def pelican_arguments(
    content: Path, out: Path, *, settings: Mapping[str, object] | None = None, fatal: str = "errors"
) -> list[str]:
    """What the `pelican` command is told for one build, on TODAY for SITEURL unless `settings` say otherwise."""
    chosen = {"TODAY": TODAY, "SITEURL": SITEURL, **(settings or {})}
    overrides = [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in chosen.items()]
    return [str(content), "-o", str(out), "-s", str(ROOT / "pelicanconf.py"), "--fatal", fatal, "-e", *overrides]


def pelican_command(
    content: Path, out: Path, *, settings: Mapping[str, object] | None = None, fatal: str = "errors"
) -> list[str | Path]:
    """The command itself, as editors have it."""
    pelican = Path(sys.executable).with_name("pelican")
    return [pelican, *pelican_arguments(content, out, settings=settings, fatal=fatal)]


def run_pelican(
    content: Path,
    out: Path,
    *,
    settings: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    fatal: str = "errors",
) -> subprocess.CompletedProcess[str]:
    """One build by `pelican_command`, to its end."""
    return subprocess.run(
        pelican_command(content, out, settings=settings, fatal=fatal),
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@contextmanager
def standing_by() -> Iterator[Build]:
    """A way to build that gives what `run_pelican` gives, for as little as a fourth (see standby.py). Whoever asks how
    a process begins or ends, or what its environment does to it, runs the command itself.
    """
    command = [sys.executable, str(ROOT / "tests" / "support" / "standby.py")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", bufsize=1, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout
        asking, answering = process.stdin, process.stdout

        def build(
            content: Path, out: Path, *, fatal: str = "errors", **settings: Any
        ) -> subprocess.CompletedProcess[str]:
            arguments = pelican_arguments(content, out, settings=settings, fatal=fatal)
            print(json.dumps([arguments, dict(os.environ)]), file=asking, flush=True)
            told = json.loads(answering.readline())
            return subprocess.CompletedProcess(arguments, told["status"], told["said"], told["problems"])

        yield build


def write(content: Path, name: str, text: str) -> Path:
    """A file of a content folder, with the folders above it."""
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: its path there and its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def pages(root: Path) -> Iterator[tuple[str, Path]]:
    """Every page of a built site: address and file."""
    for path in sorted(root.rglob("*.html")):
        yield "/" + path.relative_to(root).as_posix().removesuffix("index.html"), path


def read_pages(root: Path) -> Iterator[tuple[str, Path]]:
    """Every page that is there to be read: not those that only lead to another."""
    for address, path in pages(root):
        if 'http-equiv="refresh"' not in path.read_text("utf-8"):
            yield address, path


def home(address: str) -> str:
    """The front page of the language that an address belongs to."""
    return "/en/" if address.startswith("/en/") else "/"


def page_kinds(root: Path) -> dict[str, str]:
    """One address for each kind of page in each language, its largest: `sv meeting` and where it is."""
    largest: dict[str, tuple[int, str]] = {}
    for address, path in read_pages(root):
        text = path.read_text("utf-8")
        if not (found := KIND.search(text)):
            raise ValueError(f"{address}: a page says its language, and its kind in body's class")
        kind = " ".join(found.groups())
        largest[kind] = max(largest.get(kind, (0, "")), (len(text), address))
    return {kind: address for kind, (_, address) in sorted(largest.items())}
