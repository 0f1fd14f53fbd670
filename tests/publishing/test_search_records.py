"""What is searched for says nobody's name whose consent does not cover search, in whichever record it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from meetingplace.publishing.search_records import SearchRecord
from meetingplace.publishing.site import OrdinaryPage, SiteMaker
from records import EVERYTHING, catalogue, consent, event, municipality, person, place, series


SAID = "Fråga Bo Ek om lov."
ROLE = "en fri kulturaktör"


def records(*covers: str, **of_bo: Any) -> dict[tuple[str, str], SearchRecord]:
    """What is found in Swedish of a site on which Bo Ek, who agreed to `covers`, stands everywhere; by kind and title."""
    bo = person("bo-ek", "Bo Ek", kind="independent", consent=consent(*covers), **of_bo)
    terms = {"dans": {"sv": "Dans", "en": "Dance", "kind": "discipline", "synonyms": [SAID]}}
    page = OrdinaryPage("om/index.html", "Om", "sv", f"<p>{SAID}</p>")
    site = SiteMaker(
        catalogue(
            bo,
            municipality("flen", f"Flen: {SAID}", body=SAID, priorities=[{"title": "Film", "text": SAID}]),
            place("huset", "Huset", municipality="flen", address=SAID, travel=SAID, body=SAID),
            series("frukostar", "Frukostar", summary=SAID, rhythm=SAID, body=SAID),
            event(
                place="huset", series="frukostar", topics=["dans"], summary=SAID, who=[{"person": "bo-ek"}], body=SAID
            ),
            terms=terms,
        ),
        Path("finns-inte"),
    )
    found = (each.make() for each in site.findable([page]))
    return {(one.kind, one.title): one for one in found if one and one.language == "sv"}


WITHOUT_SEARCH = [scope for scope in EVERYTHING if scope != "search"]


@pytest.mark.parametrize("covers", [WITHOUT_SEARCH, []])
def test_who_has_not_agreed_to_search_is_in_no_record_and_has_none(covers: list[str]) -> None:
    found = records(*covers)
    assert {kind for kind, _ in found} == {"meeting", "municipality", "place", "series", "topic", "page"}
    assert {key for key, one in found.items() if "Bo Ek" in repr(one)} == set()
    assert {key for key, one in found.items() if ROLE not in repr(one)} == set()


def test_who_has_agreed_to_search_is_in_each() -> None:
    found = records(*EVERYTHING)
    assert ("person", "Bo Ek") in found
    assert {key for key, one in found.items() if "Bo Ek" not in repr(one)} == set()


def test_a_name_that_may_be_searched_for_but_has_no_page_is_found_where_it_stands() -> None:
    found = records("name", "search")
    assert "person" not in {kind for kind, _ in found}
    assert "Bo Ek" in found["meeting", "Kulturfrukost"].text
