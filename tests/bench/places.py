"""Where the bench finds what it runs, and the commands that build."""

from __future__ import annotations

import sys
from pathlib import Path

from measure import Command
from sites import ROOT


OWN = Path(__file__).parent
LEAN = OWN / "lean" / "pelicanconf.py"
HUGO_SITE = OWN / "hugo"
HUGO_ENVIRONMENT = ROOT / ".venv" / "hugo"


def lean_command(content: Path, out: Path) -> Command:
    """Our lean build."""
    return [sys.executable, "-m", "pelican", content, "-o", out, "-s", LEAN, "--fatal", "warnings"]


def hugo_command(content: Path, out: Path, program: Path) -> Command:
    """Hugo's build of the same; without a lock file in the folder of its templates."""
    folders = ("--source", HUGO_SITE, "--contentDir", content, "--destination", out)
    return [program, "--quiet", "--noBuildLock", *folders]


def hugo_program() -> Path:
    """Hugo itself, and not the Python script by which PyPI's package starts it; FileNotFoundError without one."""
    found = next(HUGO_ENVIRONMENT.glob("lib/python3*/site-packages/hugo/binaries/hugo"), None)
    if found is None:
        raise FileNotFoundError(f"no Hugo in {HUGO_ENVIRONMENT}: `make bench` installs it")
    return found
