from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.times import parse
from meetingplace.reading.dates import nearest_date
from meetingplace.reading.suggestions import FEW, nearest
from meetingplace.reading.swedish import MEANT, meant


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("sumary", ["title", "summary"], "summary"),
        ("tilte", ["title", "text"], "title"),
        ("Åsa Ek", ["asa-ek", "bo-ek"], "asa-ek"),
        ("hearing loop", ["hearing_loop"], "hearing_loop"),
        ("DANZ", ["Dans", "Musik"], "Dans"),
        (
            "kulturfrukost-flen",
            ["2026-09-12-kulturfrukost-flen", "2026-09-13-x"],
            "2026-09-12-kulturfrukost-flen",
        ),
        ("anna-berg-svensson", ["anna-berg", "bo-ek"], "anna-berg"),
        ("xyz", ["title", "text"], ""),
        ("", ["title"], ""),
        ("?!", ["title"], ""),
        ("title", [], ""),
    ],
)
def test_nearest(word: str, candidates: list[str], expected: str) -> None:
    assert nearest(word, candidates) == expected


def test_nearest_of_many() -> None:
    many = [f"person-{number:05}" for number in range(FEW * 2)]
    assert (nearest("person-0059x", many), nearest("prson-00599", many)) == ("person-00590", "person-00599")


@pytest.mark.parametrize(
    ("written", "meant_by"),
    [
        ("31 februari", "2026-02-28"),
        ("4 mars", "2026-03-04"),
        ("04/03/2027", "2027-03-04"),
        ("4/3", "2026-03-04"),
        ("12.9.2026 kl 9-11", "2026-09-12 09:00"),
        ("lördag den 12 september 2026 kl. 18.30", "2026-09-12 18:30"),
        ("tors 3 okt 2026", "2026-10-03"),
        ("3 May 2026", "2026-05-03"),
        ("20260912", "2026-09-12"),
        ("2026-9-2 8:05", "2026-09-02 08:05"),
        ("2026-09-12 25:00", ""),
        ("2026-09-12 18:60", ""),
        ("2026-09-12 18:00Z", ""),
        ("2026-09-12 24:00", "2026-09-13 00:00"),
        ("2199-12-31 24:00", ""),
        ("9999-12-31 24:00", ""),
        ("2026-09-12 18:00-20:00", "2026-09-12 18:00"),
        ("2026-09-12 18:00 +02:00", "2026-09-12 18:00"),
        ("2026-09-12 18:00:30", "2026-09-12 18:00"),
        ("20260912T1800", "2026-09-12 18:00"),
        ("2026 09 12", "2026-09-12"),
        ("2026–09–12", "2026-09-12"),
        ("2026‑09‑12 9:30", "2026-09-12 09:30"),
        ("２０２６-09-12 09：30", "2026-09-12 09:30"),
        ("”2026-09-12 09:30”", "2026-09-12 09:30"),
        ("tisdag 12/9", "2026-09-12"),
        ("den 12:e september 2026", "2026-09-12"),
        ("12/9/26", "2026-09-12"),
        ("27/01/01", ""),
        ("2026-02-29", "2026-02-28"),
        ("2026-04-31 18:00", "2026-04-30 18:00"),
        ("29 februari 2028", "2028-02-29"),
        ("September 2026", "2026-09"),
        ("2026-9", "2026-09"),
        ("2026-0", ""),
        ("hösten 2026", "2026"),
        ("260912", ""),
        ("2026-13-01", ""),
        ("27-01-01", ""),
        ("32 mars 2026", ""),
        ("0 mars 2026", ""),
        ("12 foo 2026", ""),
        ("imorgon", ""),
        ("", ""),
    ],
)
def test_nearest_date(written: str, meant_by: str) -> None:
    assert nearest_date(written, 2026) == meant_by


@given(st.text(st.sampled_from("0123456789 .:/-–TZkl+mardentis"), max_size=24))
def test_what_is_suggested_for_a_time_is_one(text: str) -> None:
    found = nearest_date(text, 2026)
    assert not found or str(parse(found)[0]) == found


def test_a_day_without_a_year_is_none_where_no_year_is_known() -> None:
    assert nearest_date("4 mars") == ""


def test_swedish_words_mean_keys_and_choices() -> None:
    assert meant(" Talare", ["speaker", "host"]) == "speaker"
    assert (meant("plats", ["place"]), meant("plats", ["on-site", "online"])) == ("place", "on-site")
    assert meant("talare", ["open"]) == ""


def test_swedish_words_are_written_as_they_are_looked_up() -> None:
    assert [word for word in MEANT if word != word.casefold().strip()] == []
