"""Pages by the reader's clock: what has begun says so, what has been is no longer coming, before the next build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sites import Build, write
from visits import Visit, visiting


TODAY = "2026-11-22"
MEETING = """---
title: {title}
summary: Vi ses.
start: {start}
attendance: online
online: {{platform: Zoom, note: Länken kommer med e-post}}
contact: {{name: Åsa, email: asa@example.org}}
host: [anna-berg]
published: 2026-06-01
{more}---
"""
ANNA = "---\nname: Anna Berg\nkind: independent\nconsent: {given: 2026-01-01, how: mejl, covers: [name, feeds]}\n---\n"
SIGN_UP = "registration: {required: yes, url: 'https://example.org/anmalan', deadline: 2026-11-22 12:00}\n"
MEETINGS = {
    "kvall": MEETING.format(title="Kvällen", start="2026-11-22 18:00", more=f"end: 20:00\n{SIGN_UP}"),
    "dag": MEETING.format(title="Dagen", start="2026-11-23", more=""),
    "helsingfors": MEETING.format(
        title="Dagen där", start="2026-11-24", more="timezone: Europe/Helsinki\nregistration: {deadline: 2026-11-23}\n"
    ),
    "varje": MEETING.format(title="Varje", start="2026-11-23 09:00", more="end: 10:00\nrepeat: {also: [2026-11-30]}\n"),
    "installt": MEETING.format(title="Det inställda", start="2026-11-22 18:00", more="end: 20:00\nstatus: cancelled\n"),
}
FAR_AWAY = "2030-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = tmp_path_factory.mktemp("passing")
    write(folder / "content", "people/anna-berg.md", ANNA)
    for slug, text in MEETINGS.items():
        write(folder / "content", f"events/{slug}.md", text)
    done = build(folder / "content", folder / "output", TODAY=TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "output"


@contextmanager
def at(chromium: Browser, site: Path, time: str, *, script: bool = True) -> Iterator[Visit]:
    """A visit by someone whose clock shows an instant, in a zone of their own."""
    with visiting(chromium, site, width=390, script=script) as visit:
        if script:
            visit.page.clock.set_fixed_time(time)
        yield visit
        assert visit.faults == []


def listed(visit: Visit) -> list[str]:
    visit.open("/motesplatser/")
    return visit.page.locator(".listing__month article:visible .p-name").all_inner_texts()


@pytest.mark.parametrize(
    ("time", "titles"),
    [
        ("2026-11-22T19:59:59+01:00", ["Kvällen", "Det inställda", "Varje", "Dagen", "Dagen där", "Varje"]),
        ("2026-11-22T20:00:00+01:00", ["Varje", "Dagen", "Dagen där", "Varje"]),
        ("2026-11-23T23:59:59+01:00", ["Dagen", "Dagen där", "Varje"]),
        ("2026-11-24T00:00:00+01:00", ["Dagen där", "Varje"]),
        ("2026-11-24T22:59:59+01:00", ["Dagen där", "Varje"]),
        ("2026-11-24T23:00:00+01:00", ["Varje"]),
    ],
)
def test_what_has_been_is_no_longer_coming(chromium: Browser, site: Path, time: str, titles: list[str]) -> None:
    with at(chromium, site, time) as visit:
        assert sorted(listed(visit)) == sorted(titles)
        assert visit.page.locator(".choosing [role=status]").inner_text() == (
            f"{len(set(titles))} kommande möten" if len(set(titles)) > 1 else "1 kommande möte"
        )


def test_when_all_has_been_nothing_is_coming(chromium: Browser, site: Path) -> None:
    with at(chromium, site, FAR_AWAY) as visit:
        assert listed(visit) == []
        said = "Inga möten är planerade just nu."
        assert visit.page.locator(".choosing [role=status]").inner_text() == said
        visit.open("/urval/digitalt/")
        assert visit.page.locator(".listing .empty:visible").all_inner_texts() == [said]
        visit.open("/")
        assert visit.page.locator("article:visible").count() == 0
        assert visit.page.locator(".empty:visible").all_inner_texts() == [said]


def test_without_a_script_a_page_says_what_its_build_knew(chromium: Browser, site: Path) -> None:
    with at(chromium, site, FAR_AWAY, script=False) as visit:
        assert len(listed(visit)) == 6
        assert visit.page.locator(".now:visible").count() == 0
        visit.open("/motesplatser/kvall/")
        assert visit.page.locator(".meeting__past:visible, .now:visible").count() == 0
        assert visit.page.get_by_role("link", name="Anmäl dig här").count() == 1
        assert len(visit.page.locator(".signup:visible").all_inner_texts()) == 1


def test_what_goes_on_says_so(chromium: Browser, site: Path) -> None:
    def now(time: str, address: str) -> list[str]:
        with at(chromium, site, time) as visit:
            visit.open(address)
            return visit.page.locator(".now:visible").all_inner_texts()

    began = ["Pågår nu, började kl. 18.00"]
    assert now("2026-11-22T18:00:00+01:00", "/motesplatser/") == began
    assert now("2026-11-22T18:00:00+01:00", "/") == began
    assert now("2026-11-22T17:00:00Z", "/motesplatser/kvall/") == began
    assert now("2026-11-22T17:59:00+01:00", "/motesplatser/kvall/") == []
    assert now("2026-11-22T20:00:00+01:00", "/motesplatser/kvall/") == []
    assert now("2026-11-22T18:00:00+01:00", "/motesplatser/installt/") == []
    assert now("2026-11-23T00:00:00+01:00", "/motesplatser/dag/") == ["Pågår nu"]


def test_an_open_page_follows_the_clock(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site, width=390) as visit:
        visit.page.clock.install(time="2026-11-22T17:58:30+01:00")
        visit.open("/motesplatser/kvall/")
        assert visit.page.locator(".now:visible").count() == 0
        visit.page.clock.fast_forward("02:30")
        assert visit.page.locator(".now:visible").all_inner_texts() == ["Pågår nu, började kl. 18.00"]


def sign_up(visit: Visit) -> list[str]:
    return visit.page.locator("#fakta-registration dd:visible").all_inner_texts()


def test_sign_up_closes_at_its_last_moment(chromium: Browser, site: Path) -> None:
    with at(chromium, site, "2026-11-22T11:59:59+01:00") as visit:
        visit.open("/motesplatser/kvall/")
        assert visit.page.get_by_role("link", name="Anmäl dig här").count() == 1
        assert len(visit.page.locator(".signup:visible").all_inner_texts()) == 1
    with at(chromium, site, "2026-11-22T12:00:00+01:00") as visit:
        visit.open("/motesplatser/kvall/")
        assert sign_up(visit) == ["Anmälan är stängd."]
        assert visit.page.locator(".signup:visible").count() == 0
        assert visit.page.locator(".glance dd:visible", has_text="Anmälan").all_inner_texts() == ["Anmälan är stängd."]
        visit.open("/motesplatser/helsingfors/")
        assert len(sign_up(visit)) == 1
        assert sign_up(visit) != ["Anmälan är stängd."]
    with at(chromium, site, "2026-11-23T23:00:00+01:00") as visit:
        visit.open("/motesplatser/helsingfors/")
        assert sign_up(visit) == ["Anmälan är stängd."]


def test_where_sign_up_was_is_that_notes_will_come(chromium: Browser, site: Path) -> None:
    with at(chromium, site, "2026-11-22T20:00:00+01:00") as visit:
        visit.open("/motesplatser/kvall/")
        assert sign_up(visit) == ["Det här har varit. Anteckningar kommer. Fråga Åsa."]
        assert visit.page.locator(".meeting__past:visible").all_inner_texts() == ["Det här har varit."]
        assert visit.page.locator(":is(.add, .invitation):visible").count() == 0
        assert visit.page.get_by_role("link", name="Anmäl dig här").count() == 0


def test_who_will_come_have_come_when_it_has_been(chromium: Browser, site: Path) -> None:
    told = {
        "2026-11-22T19:59:59+01:00": ("Vilka du möter", "1 fri kulturaktör kommer"),
        FAR_AWAY: ("Vilka du mötte", "1 fri kulturaktör kom"),
    }
    for time, words in told.items():
        with at(chromium, site, time) as visit:
            visit.open("/motesplatser/kvall/")
            heading, sentence = visit.page.locator("#vilka-rubrik"), visit.page.locator(".meet__sentence")
            assert (heading.inner_text(), sentence.inner_text()) == words


def test_a_meeting_that_comes_back_says_when_next(chromium: Browser, site: Path) -> None:
    with at(chromium, site, "2026-11-23T10:00:00+01:00") as visit:
        visit.open("/motesplatser/varje/")
        said = visit.page.locator(".meeting__past:visible").all_inner_texts()
        assert said == ["Den här gången har varit. Nästa är måndag 30 november 2026 kl. 09.00."]
        assert visit.page.locator(".add:visible").count() == 1


def test_the_next_build_says_the_same_to_everyone(chromium: Browser, tmp_path: Path, build: Build) -> None:
    for slug, text in MEETINGS.items():
        write(tmp_path / "content", f"events/{slug}.md", text)
    write(tmp_path / "content", "people/anna-berg.md", ANNA)
    done = build(tmp_path / "content", tmp_path / "output", TODAY="2026-11-23")
    assert done.returncode == 0
    with at(chromium, tmp_path / "output", FAR_AWAY, script=False) as visit:
        assert sorted(listed(visit)) == ["Dagen", "Dagen där", "Varje", "Varje"]
        visit.open("/motesplatser/kvall/")
        assert visit.page.locator("#fakta-afterwards").inner_text().split("\n")[-1] == "Anteckningar kommer. Fråga Åsa."
        assert visit.page.locator(".add, .invitation, .facts__row--registration").count() == 0
