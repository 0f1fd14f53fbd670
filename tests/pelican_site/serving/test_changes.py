from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from meetingplace.pelican_site.serving.changes import Sources, changes


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    found = Sources(
        content=tmp_path / "content",
        theme=tmp_path / "theme",
        code=(tmp_path / "plugins",),
        settings=tmp_path,
        output=tmp_path / "content" / "output",
    )
    for folder in (found.content, *found.code, found.output):
        folder.mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text("A = 0")
    return found


@contextmanager
def again_and_again(act: Callable[[int], object]) -> Iterator[None]:
    """Does something until it was seen: a watch has begun at a moment that nobody is told of."""
    seen = threading.Event()

    def run() -> None:
        count = 0
        while not seen.wait(0.05):
            count += 1
            act(count)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        seen.set()
        thread.join()


@pytest.mark.parametrize(
    ("name", "is_code"),
    [("content/events/ny.md", False), ("plugins/modul.py", True), ("pelicanconf.py", False)],
)
def test_a_change_is_seen_and_known_for_code_or_not(
    sources: Sources, tmp_path: Path, name: str, *, is_code: bool
) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    with again_and_again(lambda count: file.write_text(f"A = {count}")):
        assert next(changes(sources)) is is_code


def test_settings_that_an_editor_replaces_are_seen(sources: Sources, tmp_path: Path) -> None:
    def replace(count: int) -> None:
        (tmp_path / "new").write_text(f"A = {count}")
        (tmp_path / "new").replace(tmp_path / "pelicanconf.py")

    with again_and_again(replace):
        assert next(changes(sources)) is False


@pytest.mark.parametrize("name", ["content/output/index.html", "plugins/__pycache__/modul.pyc", "content/.a.md.swp"])
def test_what_builds_and_editors_write_is_passed_over(sources: Sources, tmp_path: Path, name: str) -> None:
    """The first that is seen is the change of code, though the other one was made before it every time."""
    passed_over, code = tmp_path / name, sources.code[0] / "modul.py"
    passed_over.parent.mkdir(parents=True, exist_ok=True)

    def write(count: int) -> None:
        passed_over.write_text(str(count))
        if count > 10:
            code.write_text(str(count))

    with again_and_again(write):
        assert next(changes(sources)) is True
