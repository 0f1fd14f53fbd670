"""What is made once in a run is made by one of its processes alone, and whole before another has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sharing import shared
from sites import ROOT


WORKER = """
import sys, time
from pathlib import Path
from types import SimpleNamespace
sys.path.insert(0, sys.argv[1])
from sharing import shared

def make(folder):
    with (folder / "by").open("a") as file:
        time.sleep(0.2)
        file.write(sys.argv[2] + chr(10))

own = Path.cwd() / sys.argv[2]
own.mkdir()
print((shared(SimpleNamespace(getbasetemp=lambda: own), "site", make) / "by").read_text(), end="")
"""


def test_several_processes_have_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw")
    command = [sys.executable, "-c", WORKER, str(ROOT / "tests" / "support")]
    begun = [
        subprocess.Popen([*command, name], cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8")
        for name in ("gw0", "gw1", "gw2")
    ]
    said = [process.communicate()[0] for process in begun]
    assert said == [(tmp_path / "site" / "by").read_text("utf-8")] * 3
    assert said[0] in ("gw0\n", "gw1\n", "gw2\n")


def test_what_could_not_be_made_is_made_anew(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    name = tmp_path.name

    def half(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError

    with pytest.raises(OSError, match=r"^$"):
        shared(tmp_path_factory, name, half)
    folder = shared(tmp_path_factory, name, lambda folder: (folder / "whole").touch())
    assert [path.name for path in folder.iterdir()] == ["whole"]
