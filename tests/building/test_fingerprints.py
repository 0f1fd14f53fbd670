from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from meetingplace.building import Page, Publication, render_pages
from meetingplace.building.fingerprints import fingerprint


@dataclass(frozen=True, slots=True)
class Inner:
    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class View:
    title: str
    inner: tuple[Inner, ...] = ()
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Other:
    title: str
    inner: tuple[Inner, ...] = ()
    words: dict[str, str] = field(default_factory=dict)


VIEW = View("Hej", (Inner("å", 1), Inner("b")), {"a": "b"})


def test_what_is_the_same_has_one_fingerprint() -> None:
    again = View(b"Hej".decode(), (Inner("å", 1), Inner("b")), {"a": "b"})
    assert fingerprint("m", "t", again) == fingerprint("m", "t", VIEW)


@pytest.mark.parametrize(
    "view",
    [
        replace(VIEW, title="hej"),
        replace(VIEW, inner=VIEW.inner[:1]),
        replace(VIEW, inner=VIEW.inner[::-1]),
        replace(VIEW, inner=(Inner("å", 2), Inner("b"))),
        replace(VIEW, inner=(Inner("å", True), Inner("b"))),
        replace(VIEW, words={}),
        Other(VIEW.title, VIEW.inner, VIEW.words),
    ],
)
def test_what_differs_anywhere_has_another(view: object) -> None:
    assert fingerprint("m", "t", view) != fingerprint("m", "t", VIEW)


def test_template_and_what_it_is_made_with_count() -> None:
    assert len({fingerprint(*made, VIEW) for made in (("m", "t"), ("n", "t"), ("m", "u"), ("mt", ""))}) == 4


# Pages that are kept


class Rendered:
    """A renderer that knows what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def __call__(self, template: str, view: object) -> bytes:
        self.asked.append(view)
        return f"{template}: {view}".encode()


PAGES = [Page("a.html", "t", "A"), Page("b/index.html", "t", "B")]


def rendered(site: Path, pages: list[Page] = PAGES, made_with: str = "m") -> list[object]:
    """Which views are rendered in a publication of the pages."""
    render = Rendered()
    with Publication.open(site) as publication:
        render_pages(pages, render, publication, made_with=made_with)
        publication.commit()
    for page in pages:
        assert (site / page.address).read_bytes() == f"{page.template}: {page.view}".encode()
    return render.asked


def test_a_page_that_would_be_the_same_is_not_rendered(site: Path) -> None:
    assert rendered(site) == ["A", "B"]
    assert rendered(site) == []
    assert rendered(site, [PAGES[0], Page("b/index.html", "t", "C")]) == ["C"]
    assert rendered(site, [PAGES[0], Page("b/index.html", "u", "C")]) == ["C"]
    assert rendered(site, made_with="n") == ["A", "B"]
    assert rendered(site, made_with="") == ["A", "B"]
    assert rendered(site) == ["A", "B"]


def test_a_page_that_was_cut_short_or_taken_away_is_rendered(site: Path) -> None:
    rendered(site)
    (site / "a.html").write_bytes(b"t")
    (site / "b/index.html").unlink()
    assert rendered(site) == ["A", "B"]


def test_a_seal_is_of_these_bytes_and_no_others(site: Path) -> None:
    """Another publication that knows nothing of fingerprints has put bytes of the same size there."""
    rendered(site)
    with Publication.open(site) as publication:
        publication.write("a.html", b"x" * len(b"t: A"))
        publication.commit()
    assert rendered(site) == ["A", "B"]


def test_a_page_that_moved_is_rendered_and_the_old_one_goes(site: Path) -> None:
    rendered(site)
    assert rendered(site, [Page("c.html", "t", "A"), PAGES[1]]) == ["A"]
    assert not (site / "a.html").exists()


def test_what_is_kept_is_not_staged(site: Path) -> None:
    rendered(site)
    with Publication.open(site) as publication:
        render_pages(PAGES[:1], Rendered(), publication, made_with="m")
        publication.write("b/index.html", b"t: B")
        assert list(publication.staging.iterdir()) == []
        assert publication.commit().unchanged == ("a.html", "b/index.html")


def test_an_address_is_kept_once(site: Path) -> None:
    rendered(site)
    with Publication.open(site) as publication, pytest.raises(Exception, match="address-collision"):
        render_pages([PAGES[0], PAGES[0]], Rendered(), publication, made_with="m")
    with Publication.open(site) as publication, pytest.raises(Exception, match="address-collision"):
        render_pages([PAGES[0], Page("a.html", "t", "C")], Rendered(), publication, made_with="m")
    assert rendered(site) == []


def test_what_is_unsealed_is_made_anew(site: Path) -> None:
    rendered(site)
    with Publication.open(site) as publication:
        render_pages(PAGES, Rendered(), publication, made_with="m")
        publication.unseal()
        publication.commit()
    assert rendered(site) == ["A", "B"]
