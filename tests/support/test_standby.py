"""Builds by the process that stands by are those of the `pelican` command, and know nothing of each other."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from sites import ROOT, Build, run_pelican, tree, write


PAGE = "title: Om oss\n\nHej.\n"


def test_it_gives_what_the_command_gives(tmp_path: Path, build: Build) -> None:
    write(tmp_path / "content", "pages/om.md", PAGE)
    write(tmp_path / "content", "pages/om.txt.md", "titel: Om\n\nHej.\n")
    write(tmp_path / "content", "pages/om.rst", "Hej.\n")
    for status, fatal in ((1, "errors"), (1, "warnings"), (0, "errors")):
        command, forked = (
            run(tmp_path / "content", tmp_path / out, fatal=fatal)
            for run, out in ((run_pelican, "command"), (build, "forked"))
        )
        assert forked.returncode == command.returncode == status
        assert forked.stderr == command.stderr != ""
        (tmp_path / "content/pages/om.txt.md").unlink(missing_ok=True)
    assert tree(tmp_path / "forked") == tree(tmp_path / "command") != {}


def test_a_template_that_is_changed_is_read_anew(tmp_path: Path, build: Build) -> None:
    write(tmp_path / "content", "pages/om.md", PAGE)
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))
    base = theme / "templates/base.html"
    text = base.read_text("utf-8")
    for said in (["ett"], ["två"], []):
        base.write_text(text.replace("</body>", "".join(f"<!-- {word} -->" for word in said) + "</body>"), "utf-8")
        assert build(tmp_path / "content", tmp_path / "out", THEME=str(theme)).returncode == 0
        for home in ("index.html", "en/index.html"):
            assert re.findall("<!-- (.*?) -->", (tmp_path / "out" / home).read_text("utf-8")) == said
