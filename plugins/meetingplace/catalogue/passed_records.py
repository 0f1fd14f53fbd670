"""Records that are neither meetings nor people, as they pass the door."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.record import Contact, Record
from meetingplace.reading.library import Library

from .door import Door, Setting
from .meetings import Audience
from .passing import passed


AnyRecord = TypeVar("AnyRecord", bound=Record)


class PassedRecords:
    """Each kind by slug, for an audience; made once for all settings with the same answers."""

    def __init__(self, library: Library, door: Door) -> None:
        self._library = library
        self._door = door
        self._made: dict[tuple[str, Audience], Any] = {}

    def places(self, audience: Audience) -> Mapping[str, Place]:
        return self._passed("places", self._library.places, audience)

    def municipalities(self, audience: Audience) -> Mapping[str, Municipality]:
        return self._passed("municipalities", self._library.municipalities, audience)

    def series(self, audience: Audience) -> Mapping[str, Series]:
        return self._passed("series", self._library.series, audience)

    def _passed(self, folder: str, records: Mapping[str, AnyRecord], audience: Audience) -> Mapping[str, AnyRecord]:
        if (folder, audience) not in self._made:
            made = partial(self._record, setting=Setting(audience))
            self._made[folder, audience] = {
                slug: self._door.answers.once((folder, slug), Setting(audience), partial(made, record))
                for slug, record in sorted(records.items())
            }
        found: Mapping[str, AnyRecord] = self._made[folder, audience]
        return found

    def _record(self, record: AnyRecord, setting: Setting) -> AnyRecord:
        return passed(self._with_contact(record, setting), self._door.mask(setting, record.written_in))

    def _with_contact(self, record: AnyRecord, setting: Setting) -> AnyRecord:
        """The record without a contact who may not be shown."""
        contact = getattr(record, "contact", None)
        hidden = isinstance(contact, Contact) and self._door.reach(contact, setting) is None
        return record.model_copy(update={"contact": None}) if hidden else record
