"""What has changed on disk since the last build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch


GATHERED_FOR = 25  # milliseconds: an editor that empties a file before it writes it is not caught between the two
SETTINGS_LOOKED_AT = 500  # milliseconds


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is built from; `settings` is the folder in which they are."""

    content: Path
    theme: Path
    code: tuple[Path, ...]
    settings: Path
    output: Path

    def folders(self) -> list[Path]:
        return [path for path in (self.content, self.theme, *self.code) if path.is_dir()]


class _Relevant(DefaultFilter):
    """What is not of the output, of an editor's own files, or of Python's caches."""

    def __init__(self, output: Path) -> None:
        super().__init__()
        self._output = output

    def __call__(self, change: Change, path: str) -> bool:
        return super().__call__(change, path) and not Path(path).is_relative_to(self._output)


def changes(sources: Sources) -> Iterator[bool]:
    """Yields once for every batch of changes: whether code is among them. Ends by KeyboardInterrupt alone.

    Settings are looked at by their dates: many editors replace a file, which ends a watch on it, and their
    folder cannot be watched, for the output is in it.
    """
    settings = _settings(sources.settings)
    relevant = _Relevant(sources.output)
    for found in watch(
        *sources.folders(),
        watch_filter=relevant,
        step=GATHERED_FOR,
        rust_timeout=SETTINGS_LOOKED_AT,
        yield_on_timeout=True,
    ):
        before, settings = settings, _settings(sources.settings)
        if found or settings != before:
            yield any(Path(path).is_relative_to(code) for _, path in found for code in sources.code)


def _settings(folder: Path) -> Mapping[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.glob("*.py")}
