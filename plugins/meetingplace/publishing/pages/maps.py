"""The map of municipalities: where they lie, and how much is coming in each."""

from __future__ import annotations

from collections.abc import Iterable

from meetingplace.catalogue.listings import Listing
from meetingplace.publishing import views
from meetingplace.publishing.charting import Spot, chart

from .edition import Edition
from .lists import coming


FEWEST = 3
"""Two dots are no map."""


def municipality_map(listings: Iterable[Listing], edition: Edition) -> views.Map | None:
    """Those of the municipalities that have a position, with the venues around them; None where there are too few."""
    records = edition.catalogue.municipalities()
    spots = []
    for listing in listings:
        position = records[listing.slug].position
        if position:
            ahead = sum(not meeting.gist.shown.is_off for meeting in coming(listing.meetings))
            spots.append(Spot(listing.title, position.lat, position.lon, ahead))
    if len(spots) < FEWEST:
        return None
    venues = (place.position for place in edition.catalogue.places().values())
    drawn = chart(spots, ((position.lat, position.lon) for position in venues if position))
    return views.Map(drawn, _text(spots, edition), edition.say("%(km)s km", km=drawn.scale[1]) if drawn.scale else "")


def _text(spots: list[Spot], edition: Edition) -> str:
    """What the map says in words; the list beside it says the rest."""
    busy = [f"{spot.name} {spot.count}" for spot in sorted(spots, key=lambda spot: -spot.count) if spot.count]
    text = edition.say("Map of %(count)s municipalities.", count=len(spots))
    if not busy:
        return text
    return f"{text} " + edition.say("Coming meetings: %(municipalities)s.", municipalities=edition.language.list(busy))
