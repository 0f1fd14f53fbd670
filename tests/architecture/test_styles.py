"""The theme's CSS is as stylelint's standard wants it; each exception has its reason in tests/stylelint.config.mjs."""

from __future__ import annotations

import subprocess

from sites import ROOT


def test_the_styles_are_clean() -> None:
    done = subprocess.run(
        ["node_modules/.bin/stylelint", "--config", "stylelint.config.mjs", "--formatter", "unix", "../theme/**/*.css"],
        cwd=ROOT / "tests",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stderr.splitlines(), done.returncode) == ([], 0)
