from __future__ import annotations

import datetime as dt
import importlib
from dataclasses import dataclass

import pytest

from meetingplace.publishing import views
from meetingplace.publishing.kept_views import read, written


CARD = views.Card(
    url="/motesplatser/frukost/",
    title="Kulturfrukost \ud83e",
    summary="Vi äter & pratar.",
    date=views.Date("2026-09-12T09:30+02:00", "lör 12 september 09.30"),
    where="Flen",
    form="",
    meets="3 kommer",
    lang="sv",
    status=views.Status("cancelled", "Inställt"),
    names=("Anna Berg", "Bo Ek"),
    series=views.Link("Frukostar", "/serier/frukostar/"),
    is_past=True,
)


def test_a_view_that_is_read_is_the_one_that_was_written() -> None:
    assert read(written(CARD)) == CARD
    assert read(written((CARD, None, 1, 1.5, "", ((),)))) == (CARD, None, 1, 1.5, "", ((),))


@dataclass(frozen=True)
class Card:
    url: str


@pytest.mark.parametrize("other", [Card("/"), dt.date(2026, 9, 12), ["a"], {"a": 1}, views.Card, (Card("/"),)])
def test_what_is_no_view_is_refused(other: object) -> None:
    with pytest.raises(TypeError, match="no view"):
        written(other)


def test_nothing_but_views_is_made_of_what_is_read() -> None:
    for name in ("import_module", "MODULES", "Any", "__name__", "os"):
        with pytest.raises((AttributeError, TypeError)):
            read(f'{{"{name}": ["os"]}}'.encode())


def test_each_view_is_where_it_is_said_to_be() -> None:
    found = {name: getattr(views, name).__module__ for name in views.__all__}
    assert found == {
        name: f"{views.__name__}.{module}" for module, names in views.MODULES.items() for name in names.split()
    }
    with pytest.raises(AttributeError):
        importlib.import_module(views.__name__).Unknown  # noqa: B018
