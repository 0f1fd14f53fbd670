from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from meetingplace.i18n import language
from meetingplace.pelican_site.settings import WORDS, read_settings
from sites import ROOT, Build


PERSONAL_DATA = {"controller": "Kulturföreningen", "email": "fraga@kultur.example"}


BASE = {"PATH": "content", "OUTPUT_PATH": "ut", "THEME": "theme", "SITEURL": "https://kultur.example"}


def problems(**settings: Any) -> list[tuple[str, str]]:
    return [(problem.name, problem.code) for problem in read_settings({**BASE, **settings})[1]]


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({}, []),
        ({"PUBLISHED": False}, []),
        ({"PUBLISHED": True}, [("PERSONAL_DATA", "personal-data-missing")]),
        ({"PUBLISHED": True, "PERSONAL_DATA": None}, [("PERSONAL_DATA", "personal-data-missing")]),
        ({"PUBLISHED": True, "PERSONAL_DATA": PERSONAL_DATA}, []),
        ({"PUBLISHED": "kanske"}, [("PUBLISHED", "bool_parsing")]),
        ({"DATA_LICENSE": "http://creativecommons.org/publicdomain/zero/1.0/"}, []),
        ({"DATA_LICENSE": "CC0"}, [("DATA_LICENSE", "address-invalid")]),
        (
            {"PERSONAL_DATA": {}},
            [("PERSONAL_DATA.controller", "missing"), ("PERSONAL_DATA.email", "missing")],
        ),
        ({"PERSONAL_DATA": "Kulturföreningen"}, [("PERSONAL_DATA", "model_type")]),
        ({"PERSONAL_DATA": {**PERSONAL_DATA, "mail": "x"}}, [("PERSONAL_DATA.mail", "extra_forbidden")]),
        ({"PERSONAL_DATA": {**PERSONAL_DATA, "email": "x"}}, [("PERSONAL_DATA.email", "email-invalid")]),
        ({"PERSONAL_DATA": {**PERSONAL_DATA, "officer": {}}}, [("PERSONAL_DATA.officer.email", "missing")]),
    ],
)
def test_what_settings_say(settings: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert problems(**settings) == found


STATEMENT = {"conformance": "full", "tested": "Med axe.", "assessed": "2026-11-01", "email": "a@kultur.example"}


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"OTHER_LANGUAGE": {"nam": "Meetings"}}, "OTHER_LANGUAGE.nam: det finns ingen sådan nyckel"),
        ({"OTHER_LANGUAGE": {"name": 7}}, "OTHER_LANGUAGE.name: väntade en text"),
        (
            {"OTHER_LANGUAGE": {"name": " "}},
            "OTHER_LANGUAGE.name: väntade en text som inte är tom, eller ingen nyckel alls",
        ),
        (
            {"OTHER_LANGUAGE": ["name"]},
            "OTHER_LANGUAGE: väntade nycklar och värden, som i exemplet i pelicanconf.py",
        ),
        (
            {"ACCESSIBILITY": {**STATEMENT, "conformance": "helt"}},
            "ACCESSIBILITY.conformance: det är inget av de ord som kan stå där",
        ),
        (
            {"ACCESSIBILITY": {**STATEMENT, "conformance": "partial"}},
            "ACCESSIBILITY.shortcomings: det saknas",
        ),
        (
            {"ACCESSIBILITY": {**STATEMENT, "shortcomings": "Film"}},
            "ACCESSIBILITY.shortcomings: väntade en lista, som i exemplet i pelicanconf.py",
        ),
        (
            {"ACCESSIBILITY": {**STATEMENT, "assessed": "i går"}},
            "ACCESSIBILITY.assessed: väntade en dag, som 2026-09-01",
        ),
        ({"ADDRESSES": {"sok": "hitta"}}, "ADDRESSES.sok: det finns ingen sådan nyckel"),
    ],
)
def test_what_is_misspelt_is_told_in_words_by_its_place(settings: Any, told: str) -> None:
    (found,) = read_settings({**BASE, **settings})[1]
    assert found.text(language("sv")) == f"pelicanconf.py: error[{found.code}] {told}"


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("212000-0142", []),
        ("212000-0143", [("PERSONAL_DATA.organisation_number", "organisation-number-invalid")]),
        ("2120000142", [("PERSONAL_DATA.organisation_number", "organisation-number-invalid")]),
        # Someone's personal number is theirs, and is not published.
        ("811218-9876", [("PERSONAL_DATA.organisation_number", "organisation-number-invalid")]),
    ],
)
def test_organisation_number(number: str, found: list[tuple[str, str]]) -> None:
    assert problems(PERSONAL_DATA={**PERSONAL_DATA, "organisation_number": number}) == found


def test_every_problem_is_said_in_swedish() -> None:
    swedish = language("sv")
    assert [message for message in WORDS.values() if swedish.gettext(message) == message] == []


def test_the_project_is_published_with_both() -> None:
    from runpy import run_path

    made = run_path(str(ROOT / "publishconf.py"))
    assert (made["PUBLISHED"], "PERSONAL_DATA" in made) == (True, True)


def test_a_build_for_the_world_is_refused_without(content: Path, tmp_path: Path, build: Build) -> None:
    done = build(content, tmp_path / "ut", PUBLISHED=True, PERSONAL_DATA=None)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("pelicanconf.py: error[personal-data-missing] PERSONAL_DATA: ")
    assert not (tmp_path / "ut").exists()


def test_a_build_for_oneself_is_not(content: Path, tmp_path: Path, build: Build) -> None:
    done = build(content, tmp_path / "ut", PERSONAL_DATA=None)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ut/personuppgifter").exists()
