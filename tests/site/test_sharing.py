"""What services are told of a page, and the picture that they show beside it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
from PIL import Image

from sites import SITEURL, Build, write


MEETING = "motesplatser/2027-01-27-dans-pa-bibliotek/"


def told(page: Path) -> dict[str, str]:
    """The properties of Open Graph and of Twitter that a page has."""
    metas = lxml.html.parse(page).xpath("//meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in metas}


@pytest.mark.parametrize(
    ("address", "kind", "picture"),
    [
        ("", "website", "bild.png"),
        ("personer/", "website", "bild.png"),
        (MEETING, "article", f"{MEETING}bild.png"),
        (f"{MEETING}deltagare/", "website", "bild.png"),
    ],
)
def test_each_page_tells_of_a_picture_that_is_there(address: str, kind: str, picture: str, example_site: Path) -> None:
    found = told(example_site / address / "index.html")
    assert found["og:type"] == kind
    assert found["og:url"] == f"{SITEURL}/{address}"
    assert found["og:image"].partition("?")[0] == f"{SITEURL}/{picture}"
    assert found["twitter:card"] == "summary_large_image"
    with Image.open(example_site / picture) as drawn:
        size = {"og:image:width": str(drawn.width), "og:image:height": str(drawn.height)}
    assert size.items() <= found.items()
    assert size == {"og:image:width": "1200", "og:image:height": "630"}
    assert len(found["og:image:alt"]) > 10


def test_every_meeting_has_a_small_picture_and_machines_are_told_of_it(example_site: Path) -> None:
    for page in (example_site / "motesplatser").glob("*/index.html"):
        if not (page.with_name("bild.png")).exists():
            continue
        assert page.with_name("bild.png").stat().st_size < 30_000
        (script,) = lxml.html.parse(page).xpath("//script[@type='application/ld+json']")
        image = json.loads(script.text)["image"]
        assert (example_site / urlsplit(image).path.lstrip("/")).is_file()
    assert len(list((example_site / "motesplatser").glob("*/bild.png"))) > 20


def test_a_theme_whose_typefaces_cannot_be_read_makes_a_site_without_pictures(tmp_path: Path, build: Build) -> None:
    write(tmp_path / "content", "pages/om.md", "title: Om oss\n\nHej.\n")
    theme = tmp_path / "theme"
    write(theme, "static/fonts/familjen-grotesk.woff2", "inget typsnitt")
    write(theme, "static/fonts/hedvig-letters-serif.woff2", "inget typsnitt")
    for name in ("templates", "styles"):
        (theme / name).symlink_to(Path(__file__).parents[2] / "theme" / name)
    done = build(tmp_path / "content", tmp_path / "output", THEME=str(theme))
    assert done.returncode == 0
    assert "inga delningsbilder görs" in done.stderr
    assert not (tmp_path / "output" / "bild.png").exists()
    assert "og:image" not in told(tmp_path / "output" / "index.html")
