"""A site that is published below a path: all that its pages, scripts and feeds name is there, and nothing at the root."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

from sites import CONTENT, Build, read_pages


BELOW = "/moten"
SITEURL = f"https://x.example{BELOW}"
LINKS = ("href", "src", "action")
NAMED = re.compile(rf"{re.escape(SITEURL)}(/[^\s\"'<>\\?#&|)\],;]*)")


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    out = tmp_path_factory.mktemp("below") / "site"
    done = build(CONTENT, out, SITEURL=SITEURL)
    assert done.returncode == 0, done.stderr
    return out


def is_there(root: Path, address: str) -> bool:
    """Whether a file answers to an address, which begins with a slash."""
    path = unquote(urlsplit(address).path).removeprefix("/")
    return (root / (f"{path}index.html" if not path or path.endswith("/") else path)).is_file()


def named(page: Path) -> set[str]:
    """Every address from the root that a page names, in whichever attribute a browser or a script reads it."""
    found = {
        value
        for element in lxml.html.parse(page).iter("*")
        for name, value in element.attrib.items()
        if (name in LINKS or name.startswith("data-")) and value.startswith("/")
    }
    return found | {part.split()[0] for each in lxml.html.parse(page).xpath("//@srcset") for part in each.split(",")}


def test_all_that_pages_name_is_below_the_path_and_there(below: Path) -> None:
    told = {url for _, page in read_pages(below) for url in named(page)}
    assert {url for url in told if not url.startswith(f"{BELOW}/")} == set()
    assert {url for url in told if not is_there(below, url.removeprefix(BELOW))} == set()
    assert told >= {
        f"{BELOW}/{name}" for name in ("favicon.ico", "icon.svg", "theme/site.js", "sok/register/pagefind.js")
    }


def test_all_that_is_named_whole_is_there(below: Path) -> None:
    """Canonical addresses, alternates, share pictures, feeds, calendars and the sitemap."""
    told = {
        url
        for path in below.rglob("*")
        if path.suffix in {".html", ".xml", ".json", ".txt"}
        for url in NAMED.findall(path.read_text("utf-8"))
    }
    assert {url for url in told if not is_there(below, url)} == set()
    assert told >= {"/", "/en/", "/bild.png", "/sitemap.xml", "/rss.xml"}
