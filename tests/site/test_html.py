"""Every page is HTML as the standard has it, in the eyes of the Nu HTML checker, which the W3C runs too."""

from __future__ import annotations

import subprocess
from pathlib import Path

from programs import find
from sites import ROOT, write


CHECKER = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]
"""For a program that soon ends: less is compiled, and what is needs a deeper stack."""
WRONG = "<!DOCTYPE html>\n<html lang=sv><title>Hej</title>\n<p></div>\n"


def errors(*folders: Path) -> list[str]:
    """A line for each error on the pages below some folders: file, line and column, message."""
    java: list[str | Path] = [find("java") or "java", *QUICK, "-jar", CHECKER]
    command = [*java, "--errors-only", "--skip-non-html", "--format", "gnu", *folders]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stderr.splitlines()


def test_no_page_has_an_error_but_one_that_is_wrong(example_site: Path, tmp_path: Path) -> None:
    """That one is the control group: of whatever the checker passes over or cannot read, it would not be told."""
    wrong = write(tmp_path, "index.html", WRONG)
    found = errors(example_site, tmp_path)
    assert [line.split(" ", 1)[0] for line in found] == [f'"file:{wrong}":3.4-3.9:']
