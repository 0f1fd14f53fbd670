"""A page that is opened once and looked at in every way: as it comes, with what its readers set, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

import probes
from axe import COLOURS, violations
from tabbing import past_the_menu, tab_through
from visits import Visit


PHONE, ENLARGED, DESK = 320, 640, 1280  # 1280 at 400 %, at 200 % and as it is (WCAG 2.2, 1.4.10 and 1.4.4)
AXE_LOOKS = {(PHONE, "sv"): tuple(COLOURS), (PHONE, "en"): tuple(COLOURS), (DESK, "sv"): ("light",)}
"""Where axe looks, and in which colours: those of a desk are those of a phone."""


def faults(visit: Visit, address: str, *, width: int, language: str) -> list[str]:
    """What is wrong with a page of that language on a phone or a desk, each fault with the name of its probe.

    Words of another language have other widths, but the order, the controls and the colours are the same: a keyboard's
    way is tried in Swedish alone, and so is axe on a desk.
    """
    visit.open(address)
    page = visit.page
    found = [*_named(page, "wider than the screen", probes.WIDER_THAN_THE_SCREEN)]
    if choices := AXE_LOOKS.get((width, language)):
        found += violations(page, choices)
    found += _as_it_is_set(page)
    found += _in_calm(page)
    found += _covered(page)
    if width == DESK:
        found += _enlarged(page)
    if language == "sv":
        found += tab_through(page)
    found += _with_more_space(page)
    found += _without_fonts(page)
    if width == PHONE and language == "sv":
        found += past_the_menu(page)
    return [*visit.faults, *found, *_named(page, "an inline script runs", probes.RUN_INLINE_SCRIPT)]


def _enlarged(page: Page) -> Iterator[str]:
    """To twice its size, by one who reads it."""
    as_it_was = page.viewport_size
    assert as_it_was
    page.set_viewport_size({**as_it_was, "width": ENLARGED})
    yield from _named(page, "enlarged wider than the screen", probes.WIDER_THAN_THE_SCREEN)
    yield from (f"enlarged {fault}" for fault in _covered(page))
    page.set_viewport_size(as_it_was)


def _covered(page: Page) -> Iterator[str]:
    yield from _named(page, "covered", probes.COVERED)
    page.evaluate("scrollTo(0, 0)")


def _as_it_is_set(page: Page) -> Iterator[str]:
    yield from _named(page, "overlapping", probes.OVERLAPPING)
    yield from _named(page, "small", probes.SMALL)
    yield from _named(page, "plain link", probes.PLAIN_LINKS)
    yield from _named(page, "in another order", probes.REVERSED)


def _in_calm(page: Page) -> Iterator[str]:
    page.emulate_media(reduced_motion="reduce")
    yield from _named(page, "moving", probes.MOVING)
    page.emulate_media(reduced_motion="no-preference")


def _with_more_space(page: Page) -> Iterator[str]:
    page.evaluate(probes.MORE_SPACE)
    yield from _named(page, "lost with more space", probes.LOST)
    yield from _named(page, "overlapping with more space", probes.OVERLAPPING)
    page.evaluate(probes.USUAL_SPACE)


def _without_fonts(page: Page) -> Iterator[str]:
    yield from _named(page, "has fonts", probes.WITHOUT_FONTS)
    yield from _named(page, "without fonts overlapping", probes.OVERLAPPING)
    yield from (f"without fonts {fault}" for fault in _with_more_space(page))


def _named(page: Page, name: str, probe: str) -> Iterator[str]:
    yield from (f"{name}: {fault}" for fault in page.evaluate(probe))
