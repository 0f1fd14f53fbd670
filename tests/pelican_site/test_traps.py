"""What Pelican does when left alone, and must not do here."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from sites import ROOT, Build, run_pelican, tree, write


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme to break."""
    return Path(shutil.copytree(ROOT / "theme", tmp_path / "tema"))


def test_plugin_makes_the_meeting_page(content: Path, tmp_path: Path, build: Build) -> None:
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "ut/motesplatser/2026-12-03-kulturfrukost/index.html").is_file()


def test_missing_plugin_is_fatal(content: Path, tmp_path: Path, build: Build) -> None:
    done = build(content, tmp_path / "ut", PLUGINS=["finns_inte"])
    assert done.returncode == 1
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("SITEURL", "", "pelicanconf.py: error[siteurl-invalid] SITEURL: "),
        ("SITEURL", "motesplatser", "pelicanconf.py: error[siteurl-invalid] SITEURL: "),
        ("TODAY", "1 september", "pelicanconf.py: error[day-expected] TODAY: "),
        ("TIMEZONE", "Europe/Flen", "pelicanconf.py: error[zone-unknown] TIMEZONE: "),
        ("CONTACT", {"name": "NN"}, "pelicanconf.py: error[contact-unreachable] CONTACT: "),
        ("UID_DOMAIN", "ingen domän", "pelicanconf.py: error[domain-invalid] UID_DOMAIN: "),
        ("NAMES_KEPT_DAYS", "många", "pelicanconf.py: error[number-expected] NAMES_KEPT_DAYS: "),
    ],
)
def test_wrong_setting_is_wrong_use(
    name: str, value: Any, expected: str, content: Path, tmp_path: Path, build: Build
) -> None:
    done = build(content, tmp_path / "ut", **{name: value})
    assert done.returncode == 2
    assert done.stderr.startswith(expected)
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "ut").exists()


def test_undefined_name_in_a_template_publishes_nothing(
    content: Path, tmp_path: Path, theme: Path, build: Build
) -> None:
    build(content, tmp_path / "ut")
    before = tree(tmp_path / "ut")
    meeting = theme / "templates/meeting.html"
    meeting.write_text(meeting.read_text("utf-8").replace("{% block content %}", "{% block content %}{{ finns_inte }}"))
    done = build(content, tmp_path / "ut", THEME=str(theme))
    assert done.returncode == 1
    assert tree(tmp_path / "ut") == before


@pytest.mark.parametrize("template", ["page.html", "meeting.html"])
def test_missing_template_has_nothing_to_fall_back_to(
    template: str, content: Path, tmp_path: Path, theme: Path, build: Build
) -> None:
    (theme / "templates" / template).unlink()
    done = build(content, tmp_path / "ut", THEME=str(theme))
    assert done.returncode == 1
    assert not (tmp_path / "ut").exists()


def test_text_is_escaped_and_never_a_template(content: Path, tmp_path: Path, build: Build) -> None:
    event = content / "events/2026-12-03-kulturfrukost.md"
    event.write_text(event.read_text("utf-8").replace("Vi äter frukost.", "'1 < 2 & {{ 7 * 6 }}'"), "utf-8")
    build(content, tmp_path / "ut")
    page = (tmp_path / "ut/motesplatser/2026-12-03-kulturfrukost/index.html").read_text("utf-8")
    assert "1 &lt; 2 &amp; {{ 7 * 6 }}" in page
    assert "1 < 2" not in page


@pytest.mark.parametrize("status", ["draft", "hidden", "published"])
def test_pages_by_status(status: str, content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "pages/nyhet.md", f"---\ntitle: Nytt\nstatus: {status}\n---\nHej.\n")
    build(content, tmp_path / "ut")
    home = (tmp_path / "ut/index.html").read_text("utf-8")
    found = [path for path in tree(tmp_path / "ut") if "nyhet" in path or "draft" in path]
    assert found == ([] if status == "draft" else ["nyhet/index.html"])
    assert ('href="/nyhet/"' in home) == (status == "published")


def test_links_of_pelican_keep_working(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "files/lista.txt", "ett\n")
    write(
        content, "pages/delta.md", "---\ntitle: Delta\n---\n[Om]({filename}om.md) [Lista]({static}/files/lista.txt)\n"
    )
    done = build(content, tmp_path / "ut")
    page = (tmp_path / "ut/delta/index.html").read_text("utf-8")
    assert done.returncode == 0
    assert 'href="/om/"' in page
    [name] = [path for path in tree(tmp_path / "ut") if path.startswith("filer/")]
    assert f'href="/{name}"' in page
    assert (tmp_path / "ut" / name).read_text() == "ett\n"


def test_script_in_an_ordinary_page_is_refused(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "pages/ond.md", "---\ntitle: Ond\n---\nHej <script>alert(1)</script><b onclick='x()'>du</b>.\n")
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr.count("pages/ond.md:4:")) == (1, 2)
    assert not (tmp_path / "ut").exists()


def test_what_is_deleted_is_gone(content: Path, tmp_path: Path, build: Build) -> None:
    extra = write(content, "pages/snart-borta.md", "---\ntitle: Borta\n---\nHej.\n")
    build(content, tmp_path / "ut")
    assert (tmp_path / "ut/snart-borta/index.html").is_file()
    extra.unlink()
    build(content, tmp_path / "ut")
    assert not (tmp_path / "ut/snart-borta").exists()


def test_symlink_out_of_the_content_is_not_followed(content: Path, tmp_path: Path, build: Build) -> None:
    outside = write(tmp_path, "hemligt/sida.md", "---\ntitle: HEMLIGT\n---\nHEMLIGT\n").parent
    (content / "pages/ut").symlink_to(outside)
    (content / "events/ut").symlink_to(outside)
    done = build(content, tmp_path / "ut")
    leaked = [
        path
        for path, data in (tree(tmp_path / "ut") if (tmp_path / "ut").exists() else {}).items()
        if b"HEMLIGT" in data
    ]
    assert leaked == []
    assert done.returncode == 1


def test_american_date_is_refused(content: Path, tmp_path: Path, build: Build) -> None:
    event = content / "events/2026-12-03-kulturfrukost.md"
    event.write_text(event.read_text("utf-8").replace("2026-12-03 08:30", "04/03/2027"), "utf-8")
    done = build(content, tmp_path / "ut")
    assert done.returncode == 1
    assert "error[time-invalid] start:" in done.stderr


def test_page_cannot_choose_its_file(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "pages/ond.md", "---\ntitle: Ond\nsave_as: index.html\nurl: /\ntemplate: base\n---\nHej.\n")
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr.count("error[key-unknown]")) == (1, 3)
    assert not (tmp_path / "ut").exists()


def test_pages_with_one_address_are_both_named(content: Path, tmp_path: Path, build: Build) -> None:
    done = build(content, tmp_path / "ut", ADDRESSES={"people": "platser"})
    assert done.returncode == 1
    assert "error[address-twice]" in done.stderr
    assert not (tmp_path / "ut").exists()


def test_no_meetings_at_all(tmp_path: Path, build: Build) -> None:
    (tmp_path / "tomt").mkdir()
    done = build(tmp_path / "tomt", tmp_path / "ut")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Inga möten är planerade just nu." in (tmp_path / "ut/index.html").read_text("utf-8")
    calendars = sorted((tmp_path / "ut").rglob("*.ics"))
    feeds = sorted((tmp_path / "ut").rglob("rss.xml"))
    selections = [f"urval/{slug}" for slug in ("arvode", "digitalt", "nya-valkomna", "pa-plats")]
    folders = [tmp_path / "ut" / home / each for home in ("", "en") for each in ("", *selections)]
    own = [tmp_path / "ut" / home / "sista-dag.ics" for home in ("", "en")]
    assert calendars == sorted([*(folder / "kalender.ics" for folder in folders), *own])
    assert [path.parent for path in feeds] == sorted(folders, key=lambda folder: folder / "rss.xml")
    for path in calendars:
        calendar = Calendar.from_ical(path.read_bytes())
        assert (calendar["VERSION"], calendar.walk("VEVENT")) == ("2.0", [])
    (channel,) = ET.fromstring(feeds[0].read_bytes()).iter("channel")  # noqa: S314 - of our own making
    assert [(channel.findtext("title") or "") != "", channel.findall("item")] == [True, []]


def test_site_below_a_path(content: Path, tmp_path: Path, build: Build) -> None:
    build(content, tmp_path / "ut", SITEURL="https://exempel.example/kultur/")
    home = (tmp_path / "ut/index.html").read_text("utf-8")
    assert 'href="/kultur/motesplatser/2026-12-03-kulturfrukost/"' in home
    assert 'rel="canonical" href="https://exempel.example/kultur/"' in home


def test_foreign_folder_is_refused(content: Path, tmp_path: Path, build: Build) -> None:
    mine = write(tmp_path, "ut/dagbok.txt", "mitt")
    done = build(content, tmp_path / "ut")
    assert done.returncode == 2
    assert "error[folder-not-ours]" in done.stderr
    assert tree(tmp_path / "ut") == {"dagbok.txt": mine.read_bytes()}


def test_today_decides_what_is_past(content: Path, tmp_path: Path, build: Build) -> None:
    for today, word in (("2026-12-03", "m-2026-12"), ("2026-12-04", "ar-2026")):
        done = build(content, tmp_path / today, TODAY=today)
        assert done.returncode == 0
        name = "motesplatser/index.html" if word.startswith("m-") else "motesplatser/arkiv/index.html"
        assert f'id="{word}"' in (tmp_path / today / name).read_text("utf-8")


def test_settings_file_is_found_from_any_place(content: Path, tmp_path: Path) -> None:
    done = run_pelican(content, tmp_path / "ut", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.dumps(sorted(tree(tmp_path / "ut"))).count("index.html") > 10


@pytest.mark.parametrize(("status", "exit_status"), [("draft", 0), ("confirmed", 1)])
def test_faults_of_a_draft_stop_no_publication(
    status: str, exit_status: int, content: Path, tmp_path: Path, build: Build
) -> None:
    event = content / "events/2026-12-03-kulturfrukost.md"
    online = "attendance: hybrid\nonline: {platform: Zoom}"
    text = event.read_text("utf-8").replace("attendance: on-site", f"status: {status}\n{online}")
    event.write_text(text, "utf-8")
    done = build(content, tmp_path / "ut", fatal="warnings")
    assert (done.returncode, done.stderr.count(": warning[")) == (exit_status, 1)


ANNA = "---\nname: Anna Berg\nkind: independent\nconsent: {given: 2026-01-01, until: 2026-11-21}\n---\n"


def test_what_time_alone_brings_stops_no_publication(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "people/anna-berg.md", ANNA)
    event = content / "events/2026-12-03-kulturfrukost.md"
    event.write_text(event.read_text("utf-8").replace("Välkommen.", "Anna Berg hälsar."), "utf-8")
    done = build(content, tmp_path / "ut", fatal="warnings")
    assert (done.returncode, done.stderr.count(": warning[name-hidden]")) == (0, 1)
    assert b"Anna Berg" not in b"".join(tree(tmp_path / "ut").values())


def test_the_next_build_knows_what_was_published(content: Path, tmp_path: Path, build: Build) -> None:
    build(content, tmp_path / "ut")
    before, event = tree(tmp_path / "ut"), content / "events/2026-12-03-kulturfrukost.md"
    text = event.read_text("utf-8")
    event.write_text(text.replace("published:", "uid: annat\npublished:"), "utf-8")
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr.count("error[uid-changed] uid: ")) == (1, 1)
    event.unlink()
    write(content, "events/2026-12-03-frukost.md", text)
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr.count("error[slug-changed] slug: ")) == (1, 1)
    assert tree(tmp_path / "ut") == before
    write(content, "events/2026-12-03-frukost.md", text.replace("2026-12-03 08:30", "2026-12-04 08:30"))
    done = build(content, tmp_path / "annan")
    assert (done.returncode, done.stderr) == (0, "")
