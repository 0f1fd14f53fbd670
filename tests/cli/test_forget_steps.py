"""Forgetting is shown, asked for, and done whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forgetting import Run, event
from meetingplace.building import manifest
from meetingplace.building.lock import Lock
from meetingplace.model.site import Site
from meetingplace.reading.library import read
from sites import tree


Sit = Callable[..., list[str]]


def test_it_is_shown_and_asked_first(run: Run, known: Path, answers: Sit) -> None:
    event(known, "who: [bo, anna-berg]\n")
    before = tree(known)
    asked = answers("nej", "ja")
    ran = run("forget", "anna-berg", "--without-build")
    assert (ran.status, tree(known), asked) == (0, before, ["Ska det göras? ja eller nej: "])
    assert ran.out == (
        "content/events/dans.md: ändras\n  - who: [bo, anna-berg]\n  + who: [bo]\n  + also:\n"
        "  +   - {count: 1, kind: independent, discipline: dans}\n"
        "content/images/anna.jpg: tas bort\ncontent/people/anna-berg.en.md: tas bort\n"
        "content/people/anna-berg.md: tas bort\nInget har ändrats.\n"
    )
    assert run("forget", "anna-berg", "--without-build").status == 0
    assert not (known / "people" / "anna-berg.md").exists()


def test_nobody_is_forgotten_unasked_nor_from_content_with_errors(run: Run, known: Path) -> None:
    before = tree(known)
    assert (
        run("forget", "anna-berg", "--without-build").status,
        run("forget", "ana", "--without-build").status,
        tree(known),
    ) == (2, 2, before)
    event(known, "who: [ana]\n")
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err.count("reference-unknown"), (known / "people" / "anna-berg.md").exists()) == (
        1,
        1,
        True,
    )


def test_nothing_is_written_that_could_not_be_read(run: Run, known: Path) -> None:
    path = event(known, "")
    path.write_text(path.read_text("utf-8").replace('"Vi dansar."', "Anna Berg " * 19 + "."), "utf-8")
    before = tree(known)
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, tree(known)) == (1, before)
    assert ran.err.startswith("content/events/dans.md:4:10: error[text-too-long]")


@pytest.mark.parametrize("stop", range(6))
def test_it_is_never_half_done(run: Run, known: Path, monkeypatch: pytest.MonkeyPatch, stop: int) -> None:
    """Stopped before each file is moved or removed: nothing has happened, or the next time finishes it."""
    event(known, "who: [bo, anna-berg]\n")
    event(known, "who: [bo, anna-berg]\n", name="events/dans-2.md")
    before = tree(known)
    steps = 0

    def counted(method: Callable[..., Any]) -> Callable[..., Any]:
        def step(path: Path, *given: Any, **named: Any) -> Any:
            nonlocal steps
            if known.resolve() in path.parents or ".content.forget" in path.parts:
                steps += 1
                if steps > stop:
                    raise KeyboardInterrupt
            return method(path, *given, **named)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", counted(Path.replace))
        patch.setattr(Path, "unlink", counted(Path.unlink))
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
        assert run("forget", "anna-berg", "--without-build", "--yes").status == 130
    begun = Path(".content.forget/journal").exists()
    assert begun == (stop > 0)
    if not begun:
        assert tree(known) == before
    assert run("forget", "anna-berg", "--without-build", "--yes").status == 0
    assert [name for name in tree(known) if "anna" in name] == ["people/anna-berg-ek.md"]
    assert [b"anna-berg]" in raw for raw in tree(known).values()] == [False] * len(tree(known))
    assert [path.name for path in Path().iterdir()] == ["content"]
    assert read(known, Site()).problems == ()


def test_a_journal_that_leads_elsewhere_is_refused(run: Run, known: Path) -> None:
    Path(".content.forget").mkdir()
    Path("precious").write_text("x")
    manifest.write_state(Path(".content.forget/journal"), {"moves": {}, "removals": ["../precious"]})
    assert (run("forget", "anna-berg", "--without-build", "--yes").status, Path("precious").read_text()) == (2, "x")


def test_a_file_that_was_changed_meanwhile_is_not_written_over(
    run: Run, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = event(known, "who: [bo, anna-berg]\n")
    held = Lock.take

    def change(lock: Path) -> Any:
        path.write_text(path.read_text("utf-8") + "Nytt.\n", "utf-8")
        return held(lock)

    monkeypatch.setattr(Lock, "take", change)
    ran = run("forget", "anna-berg", "--without-build", "--yes")
    assert (ran.status, ran.err) == (2, f"meetingplace: {path.resolve()}: ändrades under tiden; försök igen\n")
    assert (known / "people" / "anna-berg.md").exists()
    assert path.read_text("utf-8").endswith("Nytt.\n")
