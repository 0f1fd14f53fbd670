"""What is known of a meeting on a day in a setting: its texts passed, its people answered, its times in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial

from meetingplace.model.event import Event
from meetingplace.model.place import Place
from meetingplace.model.profile import Reach
from meetingplace.model.times import When
from meetingplace.reading.library import Library

from .attending import attendance, newcomers
from .door import Door, Setting
from .meetings import Known, Occurrence, Opening, ProgrammeItem
from .occurring import known_by, modified_on, occurrences_of, venue_of
from .passing import passed, without_people


NOBODY = Reach("")


def made_of(
    written: Event, setting: Setting, own_places: Mapping[str, Place], door: Door, library: Library, today: dt.date
) -> Known:
    """The meeting without its contact, who is asked for in a setting of their own.

    Of the setting nothing may be used here but the door's answers (`answers.py`): `audience` is put in by whoever asks.
    """
    mask = door.mask(setting, written.written_in)
    event = passed(known_by(today, written), mask)
    places = {slug: passed(place, mask) for slug, place in own_places.items()}
    attending = partial(attendance, event, setting=setting, door=door, people=library.people, today=today)
    usual = attending(event.who)
    occurrences = occurrences_of(event, places, usual, attending)
    current = _current(occurrences, today)
    published = event.published or When(dt.datetime.combine(today, dt.time()), "day")
    return Known(
        event=without_people(event),
        audience=setting.audience,
        usual=usual,
        occurrences=occurrences,
        current=current,
        is_past=occurrences[-1].last_day < today and current.last_day < today,
        published=published,
        modified=modified_on(today, event, published),
        venue=venue_of(event.place, places),
        municipality=event.municipality or (current.venue.municipality if current.venue else "") or "",
        topics=library.vocabulary.with_broader((*written.topics, *([written.form] if written.form else []))),
        contact=NOBODY,
        programme=tuple(_programme(event, setting, door)),
        openings=tuple(_openings(event, setting, door)),
        newcomers=newcomers(event, setting, door, library.people, today),
    )


def _programme(event: Event, setting: Setting, door: Door) -> Iterator[ProgrammeItem]:
    for row in event.programme:
        named = tuple(door.named(slug, setting) for slug in row.who)
        yield ProgrammeItem(row.model_copy(update={"who": ()}), named)


def _openings(event: Event, setting: Setting, door: Door) -> Iterator[Opening]:
    for found in event.possibilities:
        by = door.named(found.by, setting) if found.by else None
        yield Opening(found.model_copy(update={"by": None}), by)


def _current(occurrences: tuple[Occurrence, ...], today: dt.date) -> Occurrence:
    """The next one that takes place, or the next, or the last."""
    ahead = [o for o in occurrences if o.last_day >= today]
    standing = [o for o in ahead if o.status != "cancelled"]
    return next(iter(standing or ahead), occurrences[-1])
