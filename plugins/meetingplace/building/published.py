"""What the last publication left: which of its files stand as they were left, and what they were made of."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from meetingplace.building import manifest
from meetingplace.building.addresses import place
from meetingplace.building.fingerprints import digest_of
from meetingplace.building.manifest import Manifest, Seal


@dataclass(frozen=True, slots=True)
class Published:
    """The published folder and its manifest. A file that has another size than it was left with is not believed."""

    folder: Path
    known: Manifest

    def size(self, address: str) -> int:
        """Of a published file in bytes; -1 where none stands."""
        try:
            found = os.lstat(f"{self.folder}/{address}")
        except (FileNotFoundError, NotADirectoryError):
            return -1
        return found.st_size if stat.S_ISREG(found.st_mode) else -1

    def has(self, address: str, known: str, size: int) -> bool:
        """Whether bytes of that digest and size stand there."""
        return self.known.files.get(address) == known and self.size(address) == size

    def is_of(self, address: str, inputs: str) -> bool:
        """Whether a file stands there that was made of the same, and so do the files that it brought along."""
        seal = self._seal(address)
        if seal is None or seal.inputs != self._tied(address, inputs):
            return False
        return all(self.known.files.get(file) and self.size(file) == size for file, size in seal.brings)

    def has_view(self, address: str, view: str) -> bool:
        """Whether a page stands there that was rendered of the same view."""
        seal = self._seal(address)
        return seal is not None and seal.view == self._tied(address, view)

    def is_whole(self, address: str) -> bool:
        """Whether a file has the very bytes that it was left with; it is read."""
        try:
            return manifest.digest(place(self.folder, address)) == self.known.files.get(address)
        except OSError:
            return False

    def _seal(self, address: str) -> Seal | None:
        return self.known.seals.get(address) if address in self.known.files else None

    def _tied(self, address: str, made_of: str) -> str | None:
        """None, which no seal says, for what is not known and for a file that stands no more."""
        size = self.size(address)
        return tied(made_of, self.known.files[address], size) if made_of and size >= 0 else None


def digest(content: bytes) -> str:
    """As the manifest has it."""
    return hashlib.sha256(content).hexdigest()


def tied(made_of: str, content: str, size: int) -> str:
    """A digest of what a file was made of together with that of its bytes; "" where it is not known what it was."""
    return digest_of(made_of, content, str(size)) if made_of else ""
