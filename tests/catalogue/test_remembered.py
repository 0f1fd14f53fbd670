from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from meetingplace.catalogue.remembered import changed, noted
from meetingplace.model.event import Event
from meetingplace.reading.library import Library
from meetingplace.reading.originals import Original
from meetingplace.reading.outlines import outline_of
from records import event


BEFORE = event("frukost", body="Kom och ät.")


def lines(notes: dict[str, Any], *events: Event) -> list[str]:
    """What is said of meetings that were published as the notes have it."""
    originals = [Original(each.slug, "event", each.slug, str, lambda: iter(()), lambda path: (2, 3)) for each in events]
    translations = [dataclasses.replace(original, translates=True) for original in originals]
    found = changed(notes, Library(events={each.slug: each for each in events}), [*originals, *translations])
    return [problem.text("en").partition("; expected")[0] for problem in found]


def since(*events: Event, before: Event = BEFORE) -> list[str]:
    return lines(json.loads(json.dumps(noted([outline_of(before)]))), *events)


UID = "frukost:2:3: error[uid-changed] uid: the meeting was published with another uid; now it is "
SLUG = 'mingel:1:1: error[slug-changed] slug: the meeting was published under another slug; now it is "mingel"'
MOVED = "frukost:2:3: warning[start-moved] start: the meeting was published with the start "


def test_nothing_changed() -> None:
    assert since(BEFORE) == []
    assert since(event("frukost", uid="frukost", title="Ny rubrik", summary="Ny."), event("annat")) == []


@pytest.mark.parametrize(("old", "new"), [(None, "ny"), ("gammal", "ny"), ("gammal", None)])
def test_a_uid_that_changed(old: str | None, new: str | None) -> None:
    now = event("frukost", uid=new)
    assert since(now, before=event("frukost", uid=old)) == [f'{UID}"{now.uid_for_ever}"']


def test_a_uid_is_known_by_a_former_slug_too() -> None:
    now = event("mingel", uid="ny", aliases=["frukost"])
    assert [line.split()[1] for line in since(now)] == ["error[uid-changed]"]


@pytest.mark.parametrize(
    "same",
    [
        {"title": "Mingel", "body": "Kom och ät."},
        {"start": "2026-09-13 09:30", "body": "Kom och ät."},
        {"body": "Nytt"},
    ],
)
def test_renamed_without_saying_so(same: dict[str, str]) -> None:
    assert since(event("mingel", **same)) == [SLUG]


@pytest.mark.parametrize("said", [{"uid": "frukost"}, {"aliases": ["frukost"]}])
def test_renamed_and_said_so(said: dict[str, Any]) -> None:
    now = event("mingel", **said)
    assert (since(now), now.uid_for_ever) == ([], "frukost")


def test_one_meeting_gone_and_another_new_is_no_renaming() -> None:
    assert since(event("mingel", start="2026-10-12 09:30", body="Nytt")) == []
    assert since(BEFORE, event("mingel", body="Nytt")) == []
    assert since(event("mingel", start="2026-10-12 09:30"), before=event("frukost")) == []


@pytest.mark.parametrize("start", ["2026-09-12 10:00", "2026-09-13 09:30", "2026-10"])
def test_a_start_that_moved(start: str) -> None:
    moved = event("frukost", start=start, end=None if start == "2026-10" else "11:00")
    assert since(moved) == [f'{MOVED}2026-09-12 09:30, and is now on "{start}"']


def test_a_start_that_moved_and_readers_are_told() -> None:
    told = [{"date": "2026-08-30", "text": "Flyttat", "was": "2026-09-12 09:30"}]
    assert since(event("frukost", start="2026-09-13 09:30", updates=told)) == []
    told[0]["was"] = "2026-09-11 09:30"
    assert len(since(event("frukost", start="2026-09-13 09:30", updates=told))) == 1


@pytest.mark.parametrize("before", ["2026-09", "2026", "2026-09-12"])
def test_a_start_that_is_told_more_exactly_has_not_moved(before: str) -> None:
    assert since(BEFORE, before=event("frukost", start=before, end=None)) == []


def test_a_moved_meeting_is_known_by_its_uid_under_another_slug() -> None:
    now = event("mingel", uid="frukost", start="2026-09-14 09:30")
    assert [line.split()[1] for line in since(now)] == ["warning[start-moved]"]


@pytest.mark.parametrize("notes", [{}, {"meetings": 5}, {"meetings": {"frukost": 5}}, {"meetings": {"frukost": {}}}])
def test_notes_of_someone_else_say_nothing(notes: dict[str, Any]) -> None:
    assert lines(notes, event("frukost", uid="ny")) == []


def test_no_text_is_noted() -> None:
    assert "Kom" not in json.dumps(noted([outline_of(BEFORE)]))
    assert "Kulturfrukost" not in json.dumps(noted([outline_of(BEFORE)]))
