"""A meeting in w3m, without style, script or pictures: what happens, when and where, and then whom one will meet."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import lxml.html

from programs import find
from sites import page_kinds


def dumped(page: Path) -> str:
    """The text of a page as w3m sets it, its lines made one."""
    command: list[str | Path] = [
        find("w3m") or "w3m",
        "-dump",
        "-T",
        "text/html",
        "-I",
        "UTF-8",
        "-O",
        "UTF-8",
        "-cols",
        "78",
        page,
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return " ".join(done.stdout.split())


def test_a_meeting_is_understood_from_its_text_alone(example_site: Path) -> None:
    address = page_kinds(example_site)["sv meeting"]
    page = example_site / address.lstrip("/") / "index.html"
    parsed: Any = lxml.html.document_fromstring(page.read_text("utf-8"))  # whose stubs are unsure of strings
    told = {name: " ".join(parsed.xpath(f"string({path})").split()) for name, path in PARTS.items()}
    text = dumped(page)
    assert [name for name, words in told.items() if not words or words not in text] == []
    assert sorted(told, key=lambda name: text.index(told[name])) == list(told)
    assert "T16:00" not in text


PARTS = {
    "what happens": "//main//h1",
    "in a sentence": "//main//*[contains(@class, 'p-summary')]",
    "where": "//main//address//*[contains(@class, 'p-name')]",
    "whom you will meet": "//*[@id='vilka']//h2 | //h2[@id='vilka']",
    "someone by name": "//*[@id='vilka']//*[contains(@class, 'h-card')]//*[contains(@class, 'p-name')]",
}
