from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sites import ROOT, pelican_arguments, write


KILLED = """
import os, signal, sys
from meetingplace.pelican_site import build, templating
from pelican import main
def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)
build.cores = lambda: 2
templating.Renderer.__call__ = killed
main(sys.argv[1:])
"""


def test_a_process_that_was_killed_is_told_in_a_line_and_nothing_is_published(tmp_path: Path) -> None:
    write(tmp_path / "content", "municipalities/flen.md", "---\nname: Flen\n---\n")
    build = subprocess.run(
        [sys.executable, "-c", KILLED, *pelican_arguments(tmp_path / "content", tmp_path / "out")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = "en process som gjorde sidor avslutades, kanske för att minnet tog slut; försök igen"
    assert f"{tmp_path / 'out'}: error[process-ended] {told}\n" in build.stderr
    assert (build.returncode, (tmp_path / "out").exists()) == (3, False)
    assert [path.name for path in (tmp_path / ".out.build").glob("*")] in ([], ["parts"])
