"""Ordinary pages, through Pelican: what the check lets through is published, and nothing else ever is."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from meetingplace.model.site import Site
from meetingplace.reading.library import read
from sites import Build, tree, write


FAULTY = {
    "tom.md": b"",
    "utan-titel.md": b"slug: x\n\nHej.\n",
    "bara-nycklar.md": b"---\ntitle: X\n---\n",
    "latin.md": "---\ntitle: Möte\n---\nHej.\n".encode("latin-1"),
    "utf-16.md": "title: X\n\nHej.\n".encode("utf-16"),
    "utkast.md": b"title: X\nstatus: utkast\n\nHej.\n",
    "hoppa.md": b"title: X\nstatus: skip\n\nHej.\n",
    "dubbel.md": b"title: X\nslug: a\nslug: b\n\nHej.\n",
    "datum.md": b"title: X\ndate: 31 februari\n\nHej.\n",
    "zon.md": b"title: X\ntimezone: Mars\n\nHej.\n",
    "egen.md": b"title: X\ncontent: y\nmetadata: z\n\nHej.\n",
    "adress.md": b"title: X\nslug: personer\n\nHej.\n",
    "samma.md": b"title: X\nslug: om\n\nHej.\n",
    "lang.md": b"title: X\nlang: svenska\n\nHej.\n",
    "post.md": b"title: X\n\n[Anna]({static}/people/anna-berg.md)\n",
}
BESIDE = ("x.rst", "x.html", "x.htm", "x.markdown", "x.mkd", "x.mdown", "x.MD", "x.md.txt")
UNSEEN = (".dold.md", ".dold/x.md")
PERSON = "---\nname: Anna Berg\nkind: independent\n---\n"
TELLING = "hemlig plats"


def page(built: Path, slug: str) -> str:
    return (built / slug / "index.html").read_text("utf-8")


def photo() -> bytes:
    """A JPEG, 64 × 32, that says where it was taken."""
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = TELLING
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (59.0, 3.0, 4.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSProcessingMethod] = TELLING
    written = io.BytesIO()
    Image.new("RGB", (64, 32), (200, 20, 20)).save(written, "JPEG", exif=exif)
    return written.getvalue()


def test_a_faulty_page_is_told_of_by_us_and_never_by_pelican(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "people/anna-berg.md", PERSON)
    for name, raw in FAULTY.items():
        (content / "pages" / name).write_bytes(raw)
    done = build(content, tmp_path / "ut")
    problems = read(content, Site()).problems
    assert (done.returncode, done.stdout) == (1, "")
    told = [line for line in done.stderr.splitlines() if "warning[address-hidden]" not in line]
    assert told == [problem.text("sv") for problem in problems]
    assert sorted({Path(problem.file).name for problem in problems}) == sorted(FAULTY)
    assert not (tmp_path / "ut").exists()


def test_what_is_passed_over_is_not_published(content: Path, tmp_path: Path, build: Build) -> None:
    build(content, tmp_path / "utan")
    for name in (*BESIDE, *UNSEEN):
        write(content, f"pages/{name}", "<title>X</title>\ntitle: X\n\nHEMLIGT <script>alert(1)</script>\n")
    done = build(content, tmp_path / "ut")
    assert done.returncode == 0
    told = re.findall(r"pages/(\S+):1:1: warning\[file-passed-over\]", done.stderr)
    assert sorted(told) == sorted(BESIDE)
    assert tree(tmp_path / "ut") == tree(tmp_path / "utan")


@pytest.mark.parametrize("address", ["{static}/images/bord.jpg", "{attach}../images/bord.jpg", "../images/bord.jpg"])
def test_a_picture_loses_its_metadata(address: str, content: Path, tmp_path: Path, build: Build) -> None:
    given = photo()
    assert TELLING.encode() in given
    (content / "images").mkdir()
    (content / "images/bord.jpg").write_bytes(given)
    write(
        content,
        "pages/lokal.md",
        f'title: Lokalen\n\n![Ett "dukat" bord]({address} "Bordet") [Stor]({{static}}/images/bord.jpg)\n',
    )
    done = build(content, tmp_path / "ut", SITEURL="https://exempel.example/kultur")
    assert (done.returncode, done.stderr) == (0, "")
    made = tree(tmp_path / "ut")
    assert [path for path, data in made.items() if TELLING.encode() in data or b"Exif" in data] == []
    [shown] = [path for path in made if path.startswith("bilder/")]
    [linked] = [path for path in made if path.startswith("filer/")]
    assert [path for path in made if "bord" in path] == []
    assert Image.open(io.BytesIO(made[shown])).getexif() == {}
    html = page(tmp_path / "ut", "lokal")
    assert re.findall(r"<img[^>]*>", html) == [
        f'<img alt="Ett &quot;dukat&quot; bord" src="/kultur/{shown}" title="Bordet" width="64" height="32">'
    ]
    assert f'href="/kultur/{linked}"' in html


def test_documents_are_linked_to_by_their_bytes(content: Path, tmp_path: Path, build: Build) -> None:
    (content / "files").mkdir()
    (content / "files/Anna Bergs lista.pdf").write_bytes(b"%PDF-1.7 x")
    write(content, "pages/listor.md", "title: Listor\n\n[Lista](<{static}/files/Anna Bergs lista.pdf#page=2>)\n")
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr) == (0, "")
    made = tree(tmp_path / "ut")
    [name] = [path for path in made if path.startswith("filer/") and path.endswith(".pdf")]
    assert made[name] == b"%PDF-1.7 x"
    assert f'href="/{name}#page=2"' in page(tmp_path / "ut", "listor")
    assert [path for path in made if "Anna" in path] == []


def test_a_name_without_consent_is_in_no_part_of_a_page(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "people/anna-berg.md", PERSON)
    (content / "images").mkdir()
    (content / "images/anna-berg.jpg").write_bytes(photo())
    text = '![Anna Berg vid bordet](../images/anna-berg.jpg "Anna Berg") [Hon](person:anna-berg)'
    write(
        content,
        "pages/vi.md",
        f"title: Vi och Anna Berg\nsummary: Om Anna Berg.\nauthor: Anna Berg\ntags: Anna Berg\n\n{text}\n",
    )
    done = build(content, tmp_path / "ut")
    made = tree(tmp_path / "ut")
    assert (done.returncode, "vi/index.html" in made) == (0, True)
    assert [path for path, data in made.items() if re.search(rb"anna.?berg", data, re.IGNORECASE)] == []
    assert '<meta name="description" content="Om ' in page(tmp_path / "ut", "vi")


def test_language_and_address_come_from_the_name_or_the_keys(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "pages/om.en.md", "title: About us\n\n[Om]({filename}om.md)\n")
    write(content, "pages/mer/2026-13-45-plan.md", "title: Planen\n\n[About]({filename}../om.en.md)\n")
    write(
        content,
        "pages/meista.md",
        "Title: Meistä\nLang: fi\nStatus: Hidden\n\n[Planen]({filename}mer/2026-13-45-plan.md)\n",
    )
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr) == (0, "")
    assert '<html lang="en">' in page(tmp_path / "ut", "en/om")
    assert '<article lang="fi">' in page(tmp_path / "ut", "meista")
    assert '<a href="/om/" rel="noopener">Om</a>' in page(tmp_path / "ut", "en/om")
    assert '<a href="/en/om/" rel="noopener">About</a>' in page(tmp_path / "ut", "2026-13-45-plan")
    assert '<a href="/2026-13-45-plan/" rel="noopener">Planen</a>' in page(tmp_path / "ut", "meista")


def test_no_setting_of_pelican_changes_a_page(content: Path, tmp_path: Path, build: Build) -> None:
    write(content, "pages/2026-09-01-mer.md", 'title: Mer\ntags: dans\n\nText --- "här".\n')
    build(content, tmp_path / "utan")
    done = build(
        content,
        tmp_path / "ut",
        MARKDOWN={"extensions": ["markdown.extensions.smarty", "markdown.extensions.toc"]},
        DEFAULT_METADATA={"status": "draft", "date": "i går"},
        FILENAME_METADATA="(?P<lang>.*)",
        PATH_METADATA="(?P<save_as>.*)",
        DEFAULT_DATE="fs",
        PAGE_EXCLUDES=["pages"],
        PAGE_ORDER_BY="date",
        IGNORE_FILES=["*.md"],
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "ut") == tree(tmp_path / "utan")


def test_a_draft_is_in_no_output_whatever_is_wrong_with_it(content: Path, tmp_path: Path, build: Build) -> None:
    build(content, tmp_path / "utan")
    write(content, "pages/snart.md", "---\nstatus: draft\nsumary: x\n---\n\n![]({static}/images/borta.jpg) HEMLIGT\n")
    done = build(content, tmp_path / "ut")
    assert (done.returncode, done.stderr.count(": warning[")) == (0, 4)
    assert tree(tmp_path / "ut") == tree(tmp_path / "utan")


def test_a_link_from_the_root_to_nothing_stops_the_build_as_it_stops_the_check(
    content: Path, tmp_path: Path, build: Build
) -> None:
    write(content, "pages/om.md", "title: Om\n\nSe [x](/finns-inte/) och [y](/kalender/1999-01/).\n")
    done = build(content, tmp_path / "ut")
    found = [line.split("pages/")[1].partition(" länken")[0] for line in done.stderr.splitlines()]
    assert (done.returncode, found) == (
        1,
        ["om.md:3:8: error[link-to-nothing]", "om.md:3:30: warning[link-to-nothing-today]"],
    )
    write(content, "pages/om.md", "title: Om\n\nSe [y](/kalender/1999-01/) och [z](/personer/).\n")
    assert build(content, tmp_path / "ut", SITEURL="https://x.example/sub", fatal="warnings").returncode == 0
    assert '<a href="/sub/personer/" rel="noopener">z</a>' in page(tmp_path / "ut", "om")
