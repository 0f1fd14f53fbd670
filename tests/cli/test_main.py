from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from meetingplace.cli import check, main


def test_without_a_command_it_is_wrong_use(run: Callable[..., object], capsys: pytest.CaptureFixture[str]) -> None:
    assert [main([]), main(["sing"]), main(["check", "--format", "xml"]), main(["--help"])] == [2, 2, 2, 0]


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "x"), 3, "meetingplace: x: Permission denied\n"),
        (OSError(28, "No space left on device"), 3, "meetingplace: No space left on device\n"),
    ],
)
def test_how_it_ends(
    run: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    raised: BaseException,
    status: int,
    said: str,
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(check, "read", fail)
    assert (main(["check"]), capsys.readouterr().err) == (status, said)


def test_a_mistake_of_the_program_is_one_line_without_a_word_of_the_content(
    run: Callable[..., object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("HEMLIG")

    monkeypatch.setattr(check, "read", fail)
    status, said = main(["check"]), capsys.readouterr().err
    assert (status, said.count("\n"), "HEMLIG" in said, "ValueError, test_main.py:" in said) == (
        3,
        1,
        False,
        True,
    )


def test_the_command_does_not_load_pelican(content: Path) -> None:
    code = (
        "import sys; from meetingplace.cli import main; main(['check']); print({'pelican', 'jinja2'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "Inga fel.\nset()\n"


def test_it_speaks_utf_8_whatever_the_terminal_says(content: Path) -> None:
    (content / "places" / "åäö.md").write_text("", "utf-8")
    command = [str(Path(sys.executable).with_name("meetingplace")), "check"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)
    assert (done.returncode, done.stdout) == (1, "1 fel\n")
    assert done.stderr == (
        "content/places/åäö.md:1:1: error[file-empty] filen är tom; väntade nycklar mellan två rader med ---\n"
    )
