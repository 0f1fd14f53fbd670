"""The texts of settings, which stand on every page and in every feed: they pass the door as all texts do."""

from __future__ import annotations

from collections.abc import Iterator

from meetingplace.model.site import Site
from meetingplace.reading.links import Written
from meetingplace.reading.problems import Problem, Report

from .door import Door, Setting
from .hidden import report_in
from .names import Mask


FILE = "pelicanconf.py"
EVERYWHERE = ("name", "summary", "publisher")
"""Texts of the site that feeds and calendars have too."""


def passed_site(site: Site, door: Door) -> Site:
    """The site with roles for names that may not stand: its texts go everywhere, so they are let through for feeds."""
    changes: dict[str, object] = {
        **{name: door.mask(Setting("feeds"), site.language_of(name)).plain(getattr(site, name)) for name in EVERYWHERE},
        "contact": site.contact.model_copy(update={"name": door.askable(Setting("name")).plain(site.contact.name)}),
    }
    if site.accessibility:
        everywhere = door.mask(Setting("feeds"), site.default_language)
        told = tuple(everywhere.plain(text) for text in site.accessibility.shortcomings)
        tested = everywhere.plain(site.accessibility.tested)
        changes["accessibility"] = site.accessibility.model_copy(update={"shortcomings": told, "tested": tested})
    return site.model_copy(update=changes)


def problems_of_site(site: Site, door: Door) -> Iterator[Problem]:
    """Warnings as of other texts, by the settings' own names."""
    report = Report(FILE)
    for name, text, mask in _texts(site, door):
        report_in(Written(text, lambda _: (1, 1), name, markdown=False), mask, report)
    yield from report.finished()


def _texts(site: Site, door: Door) -> Iterator[tuple[str, str, Mask]]:
    everywhere, pages = door.mask(Setting("feeds")), door.mask(Setting("name"))
    yield "SITENAME", site.name, everywhere
    yield "SITESUBTITLE", site.summary, everywhere
    yield "PUBLISHER", site.publisher, everywhere
    yield "EXAMPLE_NOTICE", site.example or "", pages
    if site.accessibility:
        yield "ACCESSIBILITY.tested", site.accessibility.tested, everywhere
        for text in site.accessibility.shortcomings:
            yield "ACCESSIBILITY.shortcomings", text, everywhere
    yield "CONTACT.name", site.contact.name, door.askable(Setting("name"))
    yield "CONTACT.hours", site.contact.hours or "", pages
    for name, text in site.in_other.model_dump(exclude_none=True).items():
        yield f"OTHER_LANGUAGE.{name}", text, everywhere if name in EVERYWHERE else pages
