from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from meetingplace.building import File, Page, Publication, PublicationError, render_pages


def render(template: str, view: object) -> bytes:
    return f"{template}: {view}".encode()


def test_pages_are_staged_as_rendered(site: Path, contents: Callable[[Path], dict[str, bytes]]) -> None:
    pages = [Page("index.html", "home", {"title": "Hej"}), Page("a/index.html", "event", 1)]
    with Publication.open(site) as publication:
        render_pages(pages, render, publication)
        publication.commit()
    assert contents(site) == {"index.html": b"home: {'title': 'Hej'}", "a/index.html": b"event: 1"}


def test_pages_may_be_made_while_they_are_rendered(site: Path) -> None:
    with Publication.open(site) as publication:
        render_pages((Page(f"{n}.html", "t", n) for n in range(3)), render, publication)
        assert sorted(path.name for path in publication.staging.iterdir()) == ["0.html", "1.html", "2.html"]


def test_two_pages_of_one_address_are_refused(site: Path) -> None:
    with Publication.open(site) as publication, pytest.raises(PublicationError) as refused:
        render_pages([Page("a.html", "t", 1), Page("a.html", "t", 2)], render, publication)
    assert (refused.value.code, refused.value.detail) == ("address-collision", "a.html")


def test_pages_and_files_are_values_that_can_go_to_another_process() -> None:
    for value in (Page("a", "t", ("view",)), File("a", b"x")):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - made here
    with pytest.raises(FrozenInstanceError):
        Page("a", "t", 1).address = "b"  # type: ignore[misc]
