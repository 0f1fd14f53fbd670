from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import pytest

from meetingplace.pelican_site.serving.answers import Answer, answer, content_type


FILES = {
    "index.html": b"home",
    "404.html": b"not here",
    "om/index.html": b"about",
    "om/bild ett.png": b"png",
    "kalender.ics": b"BEGIN:VCALENDAR",
    "_headers": b"# host\n/*\n  Content-Security-Policy: default-src 'none'\n/om/*\n  X-Robots-Tag: noindex\n",
    ".htaccess": b"secret",
    "tom/fil.txt": b"text",
}
POLICY = {"Content-Security-Policy": "default-src 'none'"}
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    for name, body in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "ut.txt").symlink_to(tmp_path / "secret.txt")
    return folder


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/", Answer(HTTPStatus.OK, POLICY | HTML, b"home")),
        ("/index.html", Answer(HTTPStatus.OK, POLICY | HTML, b"home")),
        ("/om/", Answer(HTTPStatus.OK, POLICY | {"X-Robots-Tag": "noindex"} | HTML, b"about")),
        ("/om/?fran=brev#har", Answer(HTTPStatus.OK, POLICY | {"X-Robots-Tag": "noindex"} | HTML, b"about")),
        (
            "/om/bild%20ett.png",
            Answer(HTTPStatus.OK, POLICY | {"X-Robots-Tag": "noindex", "Content-Type": "image/png"}, b"png"),
        ),
        (
            "/kalender.ics",
            Answer(HTTPStatus.OK, POLICY | {"Content-Type": "text/calendar; charset=utf-8"}, b"BEGIN:VCALENDAR"),
        ),
    ],
)
def test_what_is_there_is_answered(root: Path, target: str, expected: Answer) -> None:
    assert answer(root, target) == expected


@pytest.mark.parametrize("target", ["/om", "//om", "/om?a=b"])
def test_a_folder_without_its_slash_is_led_to_this_host(root: Path, target: str) -> None:
    assert answer(root, target) == Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": "/om/"})


@pytest.mark.parametrize(
    "target",
    [
        "/finns-inte",
        "/finns-inte/",
        "/tom/",
        "/tom",
        "/kalender.ics/",
        "/_headers",
        "/.htaccess",
        "/../secret.txt",
        "/om/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/c:/secret.txt",
        "/ut.txt",
        "/om%00.html",
        "/" + "a" * 300,
        "/%ff",
    ],
)
def test_what_is_not_for_readers_is_not_found(root: Path, target: str) -> None:
    assert answer(root, target) == Answer(HTTPStatus.NOT_FOUND, POLICY | HTML, b"not here")


def test_without_a_published_folder_nothing_is_found(tmp_path: Path) -> None:
    assert answer(tmp_path / "output", "/") == Answer(HTTPStatus.NOT_FOUND)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rss.xml", "application/rss+xml; charset=utf-8"),
        ("nytt.xml", "application/rss+xml; charset=utf-8"),
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("dcat.rdf", "application/rdf+xml; charset=utf-8"),
        ("events.csv", "text/csv; charset=utf-8"),
        ("stil.css", "text/css; charset=utf-8"),
        ("skript.js", "text/javascript; charset=utf-8"),
        ("bild.webp", "image/webp"),
        ("okand.xyz123", "application/octet-stream"),
    ],
)
def test_types_are_the_same_on_every_computer(name: str, expected: str) -> None:
    assert content_type(Path(name)) == expected
