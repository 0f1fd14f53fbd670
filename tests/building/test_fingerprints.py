from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from meetingplace.building import digest_of, fingerprint


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


def test_no_text_runs_into_the_next() -> None:
    assert len({digest_of(*parts) for parts in (("ab",), ("a", "b"), ("", "ab"), ("ab", ""), ("b", "a"), ())}) == 6
    assert digest_of("å", "\ud800") == digest_of("å", "\ud800")
