"""Share pictures: what they show, which is nobody's name, and that they are drawn the same and within their edges."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from meetingplace.catalogue.attendance import Attendance, Unnamed
from meetingplace.publishing.pages.press import SHARE
from meetingplace.publishing.sharing import Artist, in_words, preview, share_of_meeting, share_of_site
from meetingplace.publishing.sharing.inks import INKS, PAPER, STEPS
from meetingplace.publishing.sharing.typesetting import ELLIPSIS, Type
from meetingplace.publishing.site import SiteMaker
from meetingplace.publishing.views import Share
from meetings import SITE, meeting, outlet, person
from outputs import everything
from records import anna, catalogue, event, texts
from sites import ROOT


THEME = ROOT / "theme"
LEAF = Share(
    "Kulturfrukost", "Mötesplatser", "torsdag", "12", ("mars 2026", "kl. 09.30"), "TEA-huset, Flen", "3 kommer"
)
COMING = Attendance(
    people=(person("Åsa Ek"),),
    unnamed=(Unnamed(2, kind="public"),),
    total=3,
    by_kind=(("public", 2), ("independent", 1)),
)


@pytest.fixture(scope="module")
def artist() -> Artist:
    return Artist(THEME)


def share(attending: Attendance = COMING, notice: str = "", **front_matter: Any) -> Share:
    return share_of_meeting(meeting(attending=attending, **front_matter), outlet(), notice)


def test_a_meeting_shows_its_title_day_and_place_and_how_many_come() -> None:
    assert share(notice="Bara exempel") == Share(
        title="Kulturfrukost",
        site="Mötesplatser",
        above="torsdag",
        big="12",
        below=("mars 2026", "kl. 09.30–11.00"),
        place="TEA-huset, Flen",
        meets="3 kommer: 2 från kommun och region, 1 fri kulturaktör",
        kinds=(("public", 2), ("independent", 1)),
        notice="Bara exempel",
    )


@pytest.mark.parametrize(
    ("front_matter", "day"),
    [
        ({"start": "2026-03-12", "end": None}, ("torsdag", "12", ("mars 2026",))),
        ({"end": "2026-03-14 12:00"}, ("torsdag–lördag", "12–14", ("mars 2026",))),
        ({"end": "2026-04-02 12:00"}, ("torsdag–torsdag", "12", ("mars 2026", "– 2 april 2026"))),
        ({"start": "2026-05", "end": None}, ("", "", ("maj 2026", "dag inte bestämd"))),
        ({"start": "2027", "end": None}, ("", "", ("2027", "dag inte bestämd"))),
        (
            {"timezone": "Europe/Helsinki"},
            ("torsdag", "12", ("mars 2026", "kl. 09.30–11.00", "tid i Helsingfors")),
        ),
    ],
)
def test_the_day_is_as_exact_as_it_is_known(
    front_matter: dict[str, Any], day: tuple[str, str, tuple[str, ...]]
) -> None:
    found = share(**front_matter)
    assert (found.above, found.big, found.below) == day


def test_what_is_cancelled_says_so_and_counts_nobody() -> None:
    found = share(status="cancelled")
    assert (found.status, found.meets, found.kinds) == ("INSTÄLLT", "", ())
    made = meeting(attending=COMING, status="cancelled")
    assert in_words(found, made, outlet()).startswith("INSTÄLLT: Kulturfrukost. torsdag 12 mars 2026 ")


def test_a_meeting_afar_says_online() -> None:
    assert share(attendance="online", place=None, online={"platform": "Zoom"}).place == "Digitalt"
    assert share(attendance="hybrid", online={"platform": "Zoom"}).place == "TEA-huset, Flen + digitalt"


def test_texts_that_were_let_through_for_pages_alone_are_refused() -> None:
    with pytest.raises(ValueError, match="must not leave"):
        share_of_meeting(meeting(audience="name"), outlet(), "")


@pytest.mark.parametrize(("covers", "named"), [(("name",), False), (("name", "feeds"), True)])
def test_a_name_in_a_title_needs_agreement_to_feeds_and_who_comes_is_never_named(
    covers: tuple[str, ...], named: bool, tmp_path: Path
) -> None:
    talk = event(
        title="Möt Anna Berg",
        place={"tbd": "Hos Anna Berg"},
        who=[{"person": "anna-berg", "why": "Anna Berg"}],
    )
    pages, _ = everything(SiteMaker(catalogue(anna(*covers), talk, example="Skrivet av Anna Berg"), tmp_path))
    shown = [page.view for page in pages if isinstance(page.view, Share)]
    assert {page.address for page in pages if page.template == SHARE} == {
        "bild.png",
        "en/bild.png",
        "motesplatser/frukost/bild.png",
    }
    told = " ".join(texts(shown))
    assert told.count("Anna Berg") == (5 if named else 0)
    assert "Möt " in told


def test_without_someone_to_draw_there_are_no_pictures_and_no_page_tells_of_any(tmp_path: Path) -> None:
    pages, _ = everything(SiteMaker(catalogue(event()), tmp_path, shares=False))
    assert [page.address for page in pages if isinstance(page.view, Share)] == []
    assert {getattr(page.view, "head").preview for page in pages} == {None}  # noqa: B009 - a view is any object


def test_the_address_stays_and_what_follows_it_changes_with_the_picture() -> None:
    addresses = outlet().addresses
    urls = [
        preview(leaf, "/motesplatser/x/", addresses, "").url for leaf in (LEAF, LEAF, replace(LEAF, status="FULLT"))
    ]
    assert {url.partition("?")[0] for url in urls} == {f"{SITE.url}/motesplatser/x/bild.png"}
    assert urls[0] == urls[1] != urls[2]


def test_the_site_shows_its_name_and_promise_and_the_same_on_all_days() -> None:
    found = share_of_site(outlet(), "Exempel")
    assert (found.title, found.place, found.notice, found.meets) == (SITE.name, SITE.summary, "Exempel", "")


def test_a_picture_is_of_its_size_small_the_same_again_and_has_nothing_beside_its_pixels(artist: Artist) -> None:
    drawn = artist.draw(LEAF)
    with Image.open(io.BytesIO(drawn)) as picture:
        picture.load()
        assert (picture.size, picture.mode, picture.format) == ((1200, 630), "P", "PNG")
        assert picture.info == {}
    assert len(drawn) < 30_000
    assert Artist(THEME).draw(LEAF) == drawn
    assert artist.draw(replace(LEAF, title="Kulturlunch")) != drawn


def test_each_who_comes_has_one_mark_in_the_colour_of_their_kind(artist: Artist) -> None:
    one = _pixels(artist.draw(replace(LEAF, kinds=(("funder", 1),))), "funder")
    assert one > 1000
    several = artist.draw(replace(LEAF, kinds=(("funder", 3), ("business", 2))))
    assert (_pixels(several, "funder"), _pixels(several, "business")) == (3 * one, 2 * one)


def test_more_than_can_be_told_apart_are_words_alone(artist: Artist) -> None:
    many = replace(LEAF, kinds=(("funder", 900),))
    assert _pixels(artist.draw(many), "funder") == 0


def _pixels(drawn: bytes, ink: str) -> int:
    """How many pixels are of an ink and nothing else."""
    with Image.open(io.BytesIO(drawn)) as picture:
        found = picture.histogram()
    return found[STEPS * (1 + list(INKS).index(ink))]


def test_nothing_reaches_the_edge_of_the_paper(artist: Artist) -> None:
    long = "Kulturmiljöprogramssamordningsgruppens " * 9
    hostile = Share(long, long, long, "12–14", (long, long, long), long, long, (("public", 60),), long, long)
    with Image.open(io.BytesIO(artist.draw(hostile))) as picture:
        colours = picture.convert("RGB")
    edges = [(0, 0, 1200, 24), (0, 610, 1200, 630), (0, 0, 40, 630), (1160, 0, 1200, 630)]
    assert [colours.crop(edge).getcolors() for edge in edges] == [
        [((right - left) * (bottom - top), PAPER)] for left, top, right, bottom in edges
    ]


TYPE = Type(THEME)


@given(
    st.text("abcåäö MW-", max_size=300),
    st.integers(200, 900),
    st.integers(40, 400),
)
def test_a_text_fits_or_is_cut_and_then_says_so(text: str, width: int, height: int) -> None:
    found = TYPE.fitted(text, "display", (80, 60, 40), width, height)
    assert all(TYPE.width(line, found.face, found.size) <= width for line in found.lines)
    assert len(found.lines) <= max(1, height // found.leading)
    whole = " ".join(text.split())
    assert " ".join(found.lines) == whole or any(line.endswith(ELLIPSIS) for line in found.lines)
