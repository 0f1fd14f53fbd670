"""Whether the published site is what a build would make: known without one, where nothing at all has changed.

What a build was made from, and the site that it left, are one digest in a file beside the manifest. Whoever finds the
same digest need not build. Nothing else is believed: what cannot be told for sure is built.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from pelican.log import FatalLogger

from meetingplace.building import PublicationError, manifest
from meetingplace.building.addresses import state_of
from meetingplace.pelican_site.inputs import CODE, digest_of_folders, digest_of_machine


FILE = "standing.json"
BESIDE = frozenset({"manifest.json", "parts", FILE})
"""All that lies beside a published folder that is whole and that nobody is at work on."""
OURS = ["meetingplace"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build is made from, seen before it began, and where it is published."""

    inputs: str
    folder: Path

    @classmethod
    def seen(cls, settings: Mapping[str, Any]) -> Self | None:
        """As it is now; None where that cannot be told: other plugins may do anything, and so may links."""
        if settings["PLUGINS"] != OURS:
            return None
        try:
            zone = ZoneInfo(settings.get("TIMEZONE") or "UTC")
            content, theme = (Path(settings[name]).absolute() for name in ("PATH", "THEME"))
            told = [
                *(f"{name}={settings[name]!r}" for name in sorted(settings)),
                str(FatalLogger.fatal_lvl),
                str(settings.get("TODAY") or dt.datetime.now(zone).date()),
                digest_of_machine(),
                digest_of_folders(content, theme, CODE, times=True),
            ]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if any(" at 0x" in each for each in told):
            return None
        return cls(_digest("\n".join(told)), Path(settings["OUTPUT_PATH"]).absolute())

    def last_words(self) -> str | None:
        """What to say instead of building; None where a build is needed."""
        try:
            state = manifest.read_state(self._file, "manifest-broken")
            whole = {entry.name for entry in os.scandir(self._file.parent)} <= BESIDE
            if state is None or not whole or state.get("standing") != self._now():
                return None
        except (OSError, PublicationError):
            return None
        return str(state.get("words", ""))

    def remember(self, words: str) -> None:
        """Write down that this is what stands; only whoever has published it and holds the folder may."""
        with suppress(OSError):  # then the next run builds, and finds that nothing has changed
            manifest.write_state(self._file, {"standing": self._now(), "words": words})

    @property
    def _file(self) -> Path:
        return state_of(self.folder) / FILE

    def _now(self) -> str:
        """The digest of inputs, manifest, and the place and size of everything in the published folder."""
        published = (self._file.parent / "manifest.json").read_bytes()
        return _digest("\n".join([self.inputs, blake2b(published).hexdigest(), *_sizes(str(self.folder))]))


def _digest(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=32).hexdigest()


def _sizes(folder: str) -> Iterator[str]:
    """A link is told of as one: a build refuses it."""
    with os.scandir(folder) as entries:
        inner = sorted(entries, key=attrgetter("name"))
    for entry in inner:
        if entry.is_dir(follow_symlinks=False):
            yield f"{entry.name}/"
            yield from _sizes(entry.path)
            yield "/"
        else:
            found = entry.stat(follow_symlinks=False)
            yield f"{entry.name} {found.st_mode} {found.st_size}"
