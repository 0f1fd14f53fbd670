"""What the tests need and pip does not bring: node, npm, a Chromium, newsboat, libical, Java and w3m, found or else installed.

`python tests/support/programs.py node npm` ends with status 1, and says what to run, where one is missing and cannot
be installed from here. Nothing is ever passed over because a program is missing.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


NAMES = {
    "node": ("node", "nodejs"),
    "npm": ("npm",),
    "newsboat": ("newsboat",),
    "java": ("java",),
    "w3m": ("w3m",),
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
}
LIBRARIES = {"libical": "ical"}
DEBIAN = {
    "node": "nodejs",
    "npm": "npm",
    "chromium": "chromium",
    "newsboat": "newsboat",
    "libical": "libical-dev",
    "java": "default-jre-headless",
    "w3m": "w3m",
}
ELSEWHERE = {
    "node": "install Node.js from https://nodejs.org",
    "npm": "install Node.js with npm from https://nodejs.org",
    "chromium": "run: .venv/bin/python -m playwright install chromium (or name a browser: CHROMIUM=/path/to/chrome make test)",
    "newsboat": "install newsboat from https://newsboat.org",
    "libical": "install libical from https://libical.github.io/libical/",
    "java": "install a Java runtime from https://adoptium.net",
    "w3m": "install w3m from https://w3m.sourceforge.net",
}
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)


def find(program: str) -> str | None:
    """A program's path, or a library's name; None where there is none. CHROMIUM in the environment names a browser."""
    if program in LIBRARIES:
        return ctypes.util.find_library(LIBRARIES[program])
    if program == "chromium" and (named := os.environ.get("CHROMIUM")):
        return shutil.which(named)
    on_path = next((found for name in NAMES[program] if (found := shutil.which(name))), None)
    return on_path or (_other_chromium() if program == "chromium" else None)


def _other_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        candidates = (*APPLICATIONS, Path(playwright.chromium.executable_path))
    return next((str(path) for path in candidates if path.is_file()), None)


def ensure(program: str) -> bool:
    """Whether the program is there, perhaps because it was installed just now."""
    if find(program):
        return True
    if program == "chromium" and os.environ.get("CHROMIUM"):
        print(f"CHROMIUM names no program: {os.environ['CHROMIUM']!r}", file=sys.stderr)
        return False
    package = DEBIAN[program]
    if _may_install():
        print(f"{program} is missing: installing Debian's {package}", flush=True)
        _install(package)
    if find(program):
        return True
    print(f"{program} is missing. On Debian run: sudo apt-get install {package}", file=sys.stderr)
    print(f"Elsewhere {ELSEWHERE[program]}", file=sys.stderr)
    return False


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.name == "posix" and os.geteuid() == 0


def _install(package: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", package]
    if subprocess.run(install, env=environment, check=False).returncode:
        subprocess.run(["apt-get", "update", "--quiet"], env=environment, check=False)
        subprocess.run(install, env=environment, check=False)


def main(programs: Sequence[str]) -> int:
    missing = [program for program in programs if not ensure(program)]
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
