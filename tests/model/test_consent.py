from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.consent import Consent, Scope, years_after
from meetingplace.model.person import Person
from records import consent, faults, person


SCOPES: tuple[Scope, ...] = get_args(Scope)
DAY = dt.timedelta(days=1)


def made(**keys: object) -> Consent:
    return Consent.model_validate({"given": "2026-03-01", **keys})


def test_it_holds_from_the_day_it_is_given_to_its_last_day_and_both_are_included() -> None:
    agreed = made(until="2026-09-01")
    days = [dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 9, 1), dt.date(2026, 9, 2)]
    assert [agreed.allows("name", day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("given_on", "last"),
    [
        ("2026-03-01", dt.date(2028, 3, 1)),
        ("2024-02-29", dt.date(2026, 2, 28)),
        ("2026-02-28", dt.date(2028, 2, 28)),
        ("2026-12-31", dt.date(2028, 12, 31)),
    ],
)
def test_without_until_it_holds_for_24_months(given_on: str, last: dt.date) -> None:
    agreed = made(given=given_on)
    assert (agreed.last_day, agreed.allows("name", last), agreed.allows("name", last + DAY)) == (last, True, False)


def test_29_february_stays_where_there_is_one() -> None:
    assert years_after(dt.date(2024, 2, 29), 4) == dt.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("covers", "allowed"),
    [
        (None, ["name", "profile"]),
        ([], []),
        (["name"], ["name"]),
        (["profile", "photo", "contact", "feeds", "search", "archive"], []),
        (["name", "feeds"], ["name", "feeds"]),
        (list(SCOPES), list(SCOPES)),
    ],
)
def test_what_it_covers(covers: list[str] | None, allowed: list[str]) -> None:
    agreed = made(**({} if covers is None else {"covers": covers}))
    assert [scope for scope in SCOPES if agreed.allows(scope, dt.date(2026, 6, 1))] == allowed


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"given": None}, ("consent.given", "day-expected")),
        ({"given": "i våras"}, ("consent.given", "day-expected")),
        ({"given": "2026-03-01 12:00"}, ("consent.given", "day-expected")),
        ({"until": "2028-03"}, ("consent.until", "day-expected")),
        ({"until": "2026-02-28"}, ("consent.until", "until-before-given")),
        ({"covers": "name"}, ("consent.covers", "tuple_type")),
        ({"covers": ["namn"]}, ("consent.covers.0", "literal_error")),
        ({"covers": ["name", ["profile"]]}, ("consent.covers.1", "literal_error")),
        ({"withdrawn": "yes"}, ("consent.withdrawn", "extra_forbidden")),
    ],
)
def test_what_cannot_be_read_is_a_fault(keys: dict[str, object], fault: tuple[str, str]) -> None:
    data = {"slug": "anna-berg", "name": "Anna Berg", "kind": "independent", "consent": {"given": "2026-03-01", **keys}}
    assert faults(Person, data) == [fault]


@pytest.mark.parametrize("scope", SCOPES)
def test_nobody_is_named_without_it_and_an_organisation_needs_none(scope: Scope) -> None:
    day = dt.date(2026, 6, 1)
    assert person("anna-berg", "Anna Berg").allows(scope, day) is False
    assert person("anna-berg", "Anna Berg", consent=consent(*SCOPES)).allows(scope, day) is True
    assert person("kajrummet", "Kajrummet", type="organisation").allows(scope, day) is True


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.lists(st.sampled_from(SCOPES), unique=True),
    st.sampled_from(SCOPES),
)
def test_taking_something_back_never_allows_more(
    given_on: dt.date, until: dt.date, day: dt.date, covers: list[Scope], taken_back: Scope
) -> None:
    until = max(given_on + DAY, until)
    whole = Consent(given=given_on, until=until, covers=tuple(covers))
    fewer = Consent(given=given_on, until=until, covers=tuple(scope for scope in covers if scope != taken_back))
    shorter = Consent(given=given_on, until=until - DAY, covers=tuple(covers))
    for scope in SCOPES:
        assert whole.allows(scope, day) >= fewer.allows(scope, day)
        assert whole.allows(scope, day) >= shorter.allows(scope, day)
    assert fewer.allows(taken_back, day) is False
