"""The index of the search from one build to the next: its records are made anew, and it is, where they would differ."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from meetingplace.building import Publication, Store, digest_of
from meetingplace.building.forking import shared_out
from meetingplace.pelican_site.search_index import fingerprint, search_index
from meetingplace.publishing.search_records import Findable, SearchRecord


@dataclass(frozen=True, slots=True)
class Search:
    """Where the index is published, and what it is made with."""

    folder: str
    program: Path
    made_with: str
    store: Store
    processes: int

    def stage(self, found: Sequence[Findable], publication: Publication, noted: object) -> dict[str, str]:
        """Stage the index, or keep it as it lies; returns what to note for the next build, which comes back as `noted`.

        Raises SearchIndexError where the index cannot be made.
        """
        before = noted if isinstance(noted, dict) else {}
        made_of = self._made_of(found)
        if made_of and before.get("made_of") == made_of and publication.keep(self.folder):
            return before
        records = self._records(found, publication)
        now = {"made_of": made_of, "records": fingerprint(records)}
        if before.get("records") != now["records"] or not publication.keep(self.folder):
            for file in search_index(records, self.program):
                publication.write(self.folder + file.address, file.content)
        return now

    def _made_of(self, found: Sequence[Findable]) -> str:
        told = [each.made_of for each in found]
        return digest_of(self.made_with, fingerprint(()), *told) if self.made_with and all(told) else ""

    def _records(self, found: Sequence[Findable], publication: Publication) -> list[SearchRecord]:
        jobs, leave = range(len(found)), publication.leave
        written = dict(shared_out(lambda at: self._written(found[at]), jobs, self.processes, leave=leave))
        values = (json.loads(written[number]) for number in sorted(written))
        return [SearchRecord(**value) for value in values if value]

    def _written(self, found: Findable) -> bytes:
        def make() -> bytes:
            record = found.make()
            return json.dumps(asdict(record) if record else None, ensure_ascii=False).encode()

        return self.store.once(found.made_of, "record", make)
