from __future__ import annotations

import pytest
from pydantic import BaseModel

from meetingplace.model import FOLDERS, RECORDS
from meetingplace.model.attendance import (
    Counted,
    EventPlace,
    Online,
    Pay,
    Possibility,
    ProgrammeRow,
    Registration,
    Update,
    WhoRow,
)
from meetingplace.model.consent import Consent
from meetingplace.model.event import Event, Report
from meetingplace.model.person import Ability, Person, PersonContact
from meetingplace.model.place import Municipality, Place, Priority, Series
from meetingplace.model.record import Access, Attachment, Contact, Link, Picture, Position, Record
from meetingplace.model.repeat import Change, Repeat
from meetingplace.model.site import SETTINGS, Site
from meetingplace.model.vocabulary import Entry, Vocabulary


# The keys as the content format tells editors. `slug` of a place stands for the bare slug, and `was` of an update and
# `person` of a contact come from the rulings.
RECORD_KEYS: dict[type[Record], str] = {
    Event: """slug aliases title summary timezone start all_day end attendance form place online municipality series
        status topics audience language host contact welcome programme who also possibilities cost pay registration
        access travel food bring repeat links attachments image updates report published modified uid""",
    Person: """slug aliases name kind type consent title organisation pronouns disciplines municipality offers seeks
        languages contact links image""",
    Place: "slug aliases name address postcode town municipality position access travel url image",
    Municipality: "slug aliases name priorities contact position url",
    Series: "slug aliases title summary contact rhythm topics url image",
}
PART_KEYS: dict[type[BaseModel], str] = {
    EventPlace: "slug name address town tbd",
    Online: "platform url note",
    Contact: "person name email phone hours",
    ProgrammeRow: "date time until where title text who",
    WhoRow: "person role why attends status since public",
    Counted: "count kind discipline municipality text",
    Possibility: "kind title text by pay deadline url",
    Pay: "paid amount covers note",
    Registration: "required url email deadline places state note",
    Access: "wheelchair hearing_loop sign_language captions scent_free quiet_room toilet note",
    Repeat: "rule also except changes",
    Change: "date start end place status title text who online registration note",
    Link: "title url",
    Attachment: "title file",
    Picture: "file alt credit",
    Update: "date text was",
    Report: "date came text outcomes continues links",
    Consent: "given until how covers",
    Ability: "term text",
    PersonContact: "email phone web note",
    Position: "lat lon",
    Priority: "title text year source",
    Entry: "sv en synonyms kind broader",
    Vocabulary: "terms",
}


@pytest.mark.parametrize(("kind", "keys"), RECORD_KEYS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_record_has_the_keys_of_the_content_format_and_no_other(kind: type[Record], keys: str) -> None:
    assert sorted(kind.keys()) == sorted(keys.split())


@pytest.mark.parametrize(("part", "keys"), PART_KEYS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_part_has_the_keys_of_the_content_format_and_no_other(part: type[BaseModel], keys: str) -> None:
    written = [field.alias or name for name, field in part.model_fields.items()]
    assert sorted(written) == sorted(keys.split())


def test_each_folder_holds_a_kind_that_has_a_model() -> None:
    assert sorted(FOLDERS.values()) == sorted(RECORDS)
    assert sorted(RECORDS.values(), key=str) == sorted(RECORD_KEYS, key=str)


def test_each_field_of_the_site_has_a_setting() -> None:
    assert sorted(SETTINGS.values()) == sorted(set(Site.model_fields) - {"translated_from"})


def test_what_the_file_as_a_whole_gives_is_no_key() -> None:
    given = set(Record.model_fields) - set(Record.keys())
    assert given == {"body", "written_in", "translations", "translated_from", "translated"}
