"""Every page is HTML as the standard has it, in the eyes of the Nu HTML checker, which the W3C runs too."""

from __future__ import annotations

import subprocess
from pathlib import Path

from programs import find
from sites import ROOT, write


CHECKER = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(folder: Path) -> list[str]:
    """A line for each error on the pages below a folder: file, line and column, message."""
    java: list[str | Path] = [find("java") or "java", "-jar", CHECKER]
    command = [*java, "--errors-only", "--skip-non-html", "--format", "gnu", folder]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return [line.partition(str(folder))[2] or line for line in done.stderr.splitlines()]


def test_no_page_has_an_error(example_site: Path) -> None:
    assert errors(example_site) == []


def test_an_error_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "<!DOCTYPE html>\n<html lang=sv><title>Hej</title>\n<p></div>\n")
    assert [line.split(" ", 1)[0] for line in errors(tmp_path)] == ['/index.html":3.4-3.9:']
