"""A small content folder, the command run on it, and someone who answers at the terminal."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from files import meeting_file
from forgetting import ANNA
from meetingplace.cli import main
from sites import write


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "places/tea-huset.md": "---\nname: TEA-huset\nmunicipality: flen\n---\n",
        "municipalities/flen.md": "---\nname: Flen\n---\n",
        "events/2026/2026-09-12-frukost.md": meeting_file("published: 2026-01-01\n"),
        "vocabulary.yaml": "terms:\n  dans: {sv: Dans}\n",
    }.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Path("content")


@pytest.fixture
def run(content: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*words: str) -> Ran:
        status = main(words)
        return Ran(status, *capsys.readouterr())

    return ran


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Someone at a terminal: gives the answers in turn, and the questions that were asked are collected."""

    def sits_down(*given: str) -> list[str]:
        asked: list[str] = []
        left: Iterator[str] = iter(given)

        def answer(question: str = "") -> str:
            asked.append(question)
            return next(left)

        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr(builtins, "input", answer)
        return asked

    return sits_down


@pytest.fixture
def known(content: Path) -> Path:
    """The same with Anna Berg, of whom there is everything, and others who are not to be taken for her."""
    write(content, "people/anna-berg.md", ANNA)
    write(content, "people/anna-berg.en.md", "---\ntitle: dancer\n---\nAll that she did.\n")
    write(
        content, "people/anna-berg-ek.md", "---\nname: Anna Berg Ek\nkind: staff\nconsent: {given: 2026-01-01}\n---\n"
    )
    write(content, "people/bo.md", "---\nname: Bo\nkind: staff\n---\n")
    write(content, "people/huset.md", "---\nname: Huset\nkind: association\ntype: organisation\n---\n")
    (content / "images").mkdir()
    Image.new("RGB", (9, 9)).save(content / "images" / "anna.jpg")
    return content
