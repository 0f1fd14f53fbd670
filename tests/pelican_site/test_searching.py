from __future__ import annotations

import time
from pathlib import Path

import pytest

from meetingplace.building import Publication, Store
from meetingplace.pelican_site.search_index import program
from meetingplace.pelican_site.searching import Search
from meetingplace.publishing.search_records import Findable, SearchRecord


class Site:
    """Meetings that can be found, each with what it is made of, and which of them were made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.noted: object = None
        self.made: list[str] = []

    def found(self, title: str, of: str) -> Findable:
        return Findable(of, lambda: self._made(title))

    def _made(self, title: str) -> SearchRecord | None:
        self.made.append(title)
        return SearchRecord(f"/{title}/", "meeting", title, f"{title} i Flen", "sv") if title else None

    def published(self, *found: Findable, made_with: str = "m", processes: int = 1) -> tuple[list[str], list[str]]:
        """Publishes the index: of what records were made for it, and which of its files changed."""
        path = program()
        assert path
        self.made.clear()
        with Publication.open(self.folder) as publication:
            search = Search("sok/", path, made_with, Store(self.folder.with_name("parts"), made_with), processes)
            self.noted = search.stage(found, publication, self.noted)
            changes = publication.commit()
        return list(self.made), [*changes.added, *changes.changed, *changes.removed]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


def test_the_index_is_made_where_something_in_it_changed(site: Site) -> None:
    a, b, nobody = site.found("Film", "of a"), site.found("Dans", "of b"), site.found("", "of nobody")
    made, changed = site.published(a, b, nobody)
    assert (made, "sok/pagefind.js" in changed) == (["Film", "Dans", ""], True)
    assert site.published(a, b, nobody) == ([], [])
    assert site.published(a, site.found("Dans", "of something that is not searched for"), nobody) == (["Dans"], [])
    made, changed = site.published(a, site.found("Teater", "of c"), nobody)
    assert (made, changed != []) == (["Teater"], True)
    made, changed = site.published(a, nobody)
    assert (made, changed != []) == ([], True)


def test_an_index_that_was_damaged_is_made_anew(site: Site) -> None:
    a = site.found("Film", "of a")
    site.published(a)
    (site.folder / "sok/pagefind.js").write_bytes(b"")
    assert site.published(a) == ([], ["sok/pagefind.js"])
    assert (site.folder / "sok/pagefind.js").stat().st_size > 1000


@pytest.mark.parametrize("noted", [None, 5, {}, {"made_of": ""}, {"records": 5}])
def test_notes_that_are_none_are_not_believed(site: Site, noted: object) -> None:
    a, unknown = site.found("Film", "of a"), site.found("Dans", "")
    site.published(a, unknown)
    site.noted = noted
    assert site.published(a, unknown) == (["Dans"], [])


def test_without_knowing_what_it_is_made_with_all_is_made(site: Site) -> None:
    a = site.found("Film", "of a")
    site.published(a)
    assert site.published(a, made_with="") == (["Film"], [])
    assert site.published(a, made_with="") == (["Film"], [])


def test_what_the_index_is_made_with_is_part_of_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    a = site.found("Film", "of a")
    site.published(a)
    assert site.published(a, made_with="n") == (["Film"], [])
    before = site.noted
    assert site.published(a, made_with="n") == ([], [])
    assert site.noted == before
    monkeypatch.setattr("meetingplace.pelican_site.search_index.version", lambda _: "another")
    assert site.published(a, made_with="n") == ([], [])
    assert site.noted != before


def test_what_is_not_known_is_made_each_time(site: Site) -> None:
    unknown = site.found("Dans", "")
    site.published(unknown)
    assert site.published(unknown) == (["Dans"], [])
    made, changed = site.published(site.found("Teater", ""))
    assert (made, changed != []) == (["Teater"], True)


def test_records_stand_in_one_order_whoever_made_them(site: Site) -> None:
    def slowly() -> SearchRecord:
        time.sleep(0.2)
        return SearchRecord("/film/", "meeting", "Film", "Film", "sv")

    found = [Findable("", slowly), *(site.found(f"Dans {number}", "") for number in range(60))]
    noted = [(site.published(*found, processes=processes), site.noted)[1] for processes in (2, 1)]
    assert noted[0] == noted[1]
