"""Whatever a content file holds, it ends in problems or in a site; `make fuzz` goes on trying for as long as it is told."""

from __future__ import annotations

import os
import shutil
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from icalendar import Calendar

from meetingplace.catalogue import Catalogue
from meetingplace.i18n import language
from meetingplace.model import FOLDERS
from meetingplace.model.site import LANGUAGES, Site
from meetingplace.pelican_site.templating import Renderer, environment
from meetingplace.publishing.sharing import Artist
from meetingplace.publishing.site import OrdinaryPage, SiteMaker
from meetingplace.reading import characters, front_matter, yaml_subset
from meetingplace.reading.library import Reading, read
from meetingplace.reading.pages import page_text
from meetingplace.reading.problems import Problem, Report
from meetingplace.reading.writing import markdown_file
from mutations import CANARY, WORLD, File, any_bytes, changed_files, without_empty
from outputs import everything
from records import TODAY
from sites import ROOT


SECONDS = float(os.environ.get("MEETINGPLACE_FUZZ_SECONDS", "0"))
SITE = Site(url="https://a.example", uid_domain="a.example", organizer="a@a.example")
NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
AT_A_TIME = 200

Check = Callable[[File], Reading]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Puts a file among others that are fine, reads them all, and makes the site where there is nothing wrong."""
    return checker(tmp_path_factory.mktemp("fuzz") / "content")


def checker(content: Path) -> Check:
    shutil.copytree(WORLD, content)
    environments = {code: environment(ROOT / "theme", language(code)) for code in LANGUAGES}
    renderer = Renderer(environments, Artist(ROOT / "theme"))

    def check(file: File) -> Reading:
        path = content / file.path
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(file.raw)
        try:
            reading = read(content, SITE)
            for problem in reading.problems:
                _is_well_told(problem, file, path)
            if not reading.failed:
                _is_published(reading, file, path, content, renderer)
            _reads_back(file)
        finally:
            path.unlink() if before is None else path.write_bytes(before)
        return reading

    return check


def _is_well_told(problem: Problem, file: File, path: Path) -> None:
    for code in ("sv", "en"):
        text = problem.text(code)
        assert [sign for sign in text if unicodedata.category(sign) in NEVER_SHOWN] == []
        assert CANARY not in text
    assert CANARY not in repr(problem)
    if problem.file == str(path):
        lines = characters.normalised(file.raw.decode("utf-8-sig", "replace")).split("\n")
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def _is_published(reading: Reading, file: File, path: Path, content: Path, renderer: Renderer) -> None:
    ordinary = []
    if file.kind == "page":
        read = page_text(path, path.relative_to(content).as_posix(), SITE)
        ordinary = [OrdinaryPage(f"/{read.slug}/", read.title, read.language, read.html, read.summary)]
    pages, files = everything(SiteMaker(Catalogue(reading.library, SITE, TODAY), content), ordinary)
    for page in pages:
        assert b"<script>" not in renderer(page.template, page.view)
    for made in files:
        if made.address.endswith(".ics"):
            assert b"\r\n\r\n" not in made.content
            Calendar.from_ical(made.content)
        elif made.address.endswith(".xml"):
            ET.fromstring(made.content)  # noqa: S314 - our own


def _reads_back(file: File) -> None:
    """What is read, written and read again is what it was."""
    report = Report("")
    source = front_matter.split(file.raw, report) if file.kind in FOLDERS.values() else None
    data = yaml_subset.parse(source.front, report) if source else None
    if source is None or not data or report.problems:
        return
    full = without_empty(data)
    if full:
        again = front_matter.split(markdown_file(full, source.body).encode(), report)
        assert again is not None
        assert yaml_subset.parse(again.front, report) == full
        assert again.body.strip("\n") == source.body.strip("\n")


@settings(derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed_files())
def test_any_change_of_a_golden_case_ends_in_problems_or_a_site(checked: Check, file: File) -> None:
    checked(file)


@settings(derandomize=True, max_examples=40)
@given(any_bytes())
def test_any_bytes_end_in_problems_or_a_site(checked: Check, file: File) -> None:
    checked(file)


@pytest.mark.skipif(not SECONDS, reason="make fuzz tries for MEETINGPLACE_FUZZ_SECONDS")
def test_for_as_long_as_is_told(checked: Check) -> None:
    end, number, count, fine, slowest = time.monotonic() + SECONDS, time.time_ns(), 0, 0, (0.0, File("", b""))

    @settings(database=None, max_examples=AT_A_TIME, suppress_health_check=list(HealthCheck))
    @given(st.one_of(changed_files(), changed_files(), changed_files(), any_bytes()))
    def attempt(file: File) -> None:
        nonlocal count, fine, slowest
        begun = time.process_time()
        reading = checked(file)
        slowest = max(slowest, (time.process_time() - begun, file), key=lambda found: found[0])
        count, fine = count + 1, fine + (not reading.failed)

    while time.monotonic() < end:
        seed(number)(attempt)()
        number += 1
    print(f"\n{count} files tried, {fine} of them published; the slowest took {slowest[0]:.2f} s: {slowest[1]}")
