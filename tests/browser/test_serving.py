"""`make serve` as an editor sees it: the open page follows what is saved, and says what stands in the way."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser, expect

from sites import ROOT


MEETING = """---
title: %s
summary: Vi äter frukost och hör vad som är på gång.
start: 2030-12-03 08:30
end: 10:00
attendance: online
online: {platform: Zoom, note: Länken kommer med e-post}
contact: {name: Åsa, email: asa@example.org}
published: 2026-06-01
---
"""
SLOW = 30_000  # milliseconds: how long a busy computer may take before this is a fault


@dataclass
class Served:
    """A site that is being served: its address, its meeting's file, its published folder."""

    address: str
    meeting: Path
    output: Path


@contextmanager
def serving(folder: Path) -> Iterator[IO[str]]:
    command = [sys.executable, "-m", "meetingplace.pelican_site.serving", str(folder / "content")]
    command += ["-o", str(folder / "output"), "-s", str(ROOT / "pelicanconf.py"), "-p", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", cwd=ROOT)
    with process:
        assert process.stdout
        yield process.stdout
        process.terminate()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    meeting = tmp_path / "content" / "events" / "frukost.md"
    meeting.parent.mkdir(parents=True)
    meeting.write_text(MEETING % "Frukost ett", "utf-8")
    with serving(tmp_path) as said:
        address = next(found[0] for line in said if (found := re.search(r"http://[0-9.:]+(?=/)", line)))
        yield Served(address, meeting, tmp_path / "output")


def test_the_open_page_follows_what_is_saved(chromium: Browser, served: Served) -> None:
    page = chromium.new_page()
    console: list[str] = []
    page.on("console", lambda said: console.append(f"{said.location['url']}: {said.text}"))
    page.goto(f"{served.address}/motesplatser/frukost/")
    heading, panel = page.locator("h1"), page.get_by_role("alert")
    expect(heading).to_have_text("Frukost ett")

    served.meeting.write_text(MEETING % "Frukost två", "utf-8")
    expect(heading).to_have_text("Frukost två", timeout=SLOW)

    served.meeting.write_text((MEETING % "Frukost tre").replace("summary", "sumary"), "utf-8")
    expect(panel).to_contain_text("frukost.md:3:1: error[", timeout=SLOW)
    expect(heading).to_have_text("Frukost två")

    served.meeting.write_text(MEETING % "Frukost tre", "utf-8")
    expect(heading).to_have_text("Frukost tre", timeout=SLOW)
    expect(panel).to_have_count(0)

    assert [line for line in console if "/favicon.ico: " not in line] == []
    page.close()


def test_what_serves_is_not_published(served: Served) -> None:
    pages = [path.read_text("utf-8") for path in served.output.rglob("*.html")]
    assert pages
    assert [page for page in pages if "/-/follow.js" in page] == []
