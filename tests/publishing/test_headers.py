from __future__ import annotations

import re
from pathlib import Path

import pytest

from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.headers import POLICY, POLICY_OF_SEARCH, POLICY_OF_SERVERS, headers
from sites import ROOT, read_pages, tree


SITEURLS = ["https://kultur.example", "https://kultur.example/moten", "http://127.0.0.1:8000"]


def written(url: str = "https://kultur.example", **addresses: str) -> tuple[str, str]:
    netlify, apache = headers(Addresses(Site(url=url, addresses=addresses)))
    assert (netlify.address, apache.address) == ("_headers", ".htaccess")
    return netlify.content.decode(), apache.content.decode()


def answered(netlify: str, address: str) -> dict[str, list[str]]:
    """The fields of an answer, as Netlify and Cloudflare take them: all rules that match, values side by side."""
    found: dict[str, list[str]] = {}
    matches = False
    for line in netlify.splitlines():
        if line.startswith("/"):
            matches = bool(re.fullmatch(".*".join(map(re.escape, line.split("*"))), address))
        elif matches and line:
            name, value = line.strip().split(": ", 1)
            found.setdefault(name, []).append(value)
    return found


def test_the_pages_say_the_same_but_for_what_they_may_not() -> None:
    base = (ROOT / "theme/templates/base.html").read_text("utf-8")
    [said] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', base)
    assert re.sub("{%.*?%}", "", said) == POLICY
    assert POLICY_OF_SERVERS.replace("; frame-ancestors 'none'", "") == POLICY_OF_SEARCH


def test_no_page_but_that_of_search_may_run_webassembly(example_site: Path) -> None:
    policies: dict[str, set[str]] = {}
    for address, page in read_pages(example_site):
        [said] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8"))
        policies.setdefault(said, set()).add(address)
    assert policies.keys() == {POLICY, POLICY_OF_SEARCH}
    assert policies[POLICY_OF_SEARCH] == {"/sok/", "/en/sok/"}


def test_the_policy_lets_in_what_is_ours_and_nothing_else() -> None:
    directives = dict(part.split(" ", 1) for part in POLICY_OF_SERVERS.split("; "))
    own = ("style-src", "script-src", "img-src", "font-src", "connect-src", "form-action")
    nothing = ("default-src", "base-uri", "frame-ancestors")
    search = {"script-src": "'self' 'wasm-unsafe-eval'"}
    assert directives == dict.fromkeys(own, "'self'") | dict.fromkeys(nothing, "'none'") | search


@pytest.mark.parametrize("url", SITEURLS)
@pytest.mark.parametrize("below", ["", "/moten"])
@pytest.mark.parametrize(
    ("address", "media_type", "age", "anyone"),
    [
        ("/", None, 300, False),
        ("/personer/anna-berg/", None, 300, False),
        ("/404.html", None, 300, False),
        ("/theme/site.css", None, 300, False),
        ("/kalender.ics", "text/calendar; charset=utf-8", 900, True),
        ("/kalender.jcal", "application/calendar+json", 900, True),
        ("/kommuner/flen/kalender.ics", "text/calendar; charset=utf-8", 900, True),
        ("/rss.xml", "application/rss+xml; charset=utf-8", 900, True),
        ("/kommuner/flen/rss.xml", "application/rss+xml; charset=utf-8", 900, True),
        ("/atom.xml", "application/atom+xml; charset=utf-8", 900, True),
        ("/serier/flen/feed.json", "application/feed+json; charset=utf-8", 900, True),
        ("/nytt.xml", "application/rss+xml; charset=utf-8", 900, True),
        ("/motesplatser/kulturfrukost/inbjudan.txt", "text/plain; charset=utf-8", 300, False),
        ("/data/events.csv", "text/csv; charset=utf-8; header=present", 900, True),
        ("/data/events.json", "application/ld+json", 900, True),
        ("/dcat.rdf", "application/rdf+xml", 900, True),
        ("/sok/register/pagefind.js", None, 300, False),
        ("/sok/register/pagefind-entry.json", None, 300, False),
        ("/sok/register/fragment/sv_0123456.pf_fragment", None, 300, False),
        ("/sitemap.xml", None, None, False),
        ("/bilder/0123456789abcdef.jpg", None, 86400, False),
        ("/motesplatser/kulturfrukost/bild.png", None, 86400, False),
        ("/favicon.ico", None, 86400, False),
        ("/icon.svg", None, 86400, False),
        ("/theme/fonts/hedvig-letters-serif.woff2", None, 31536000, False),
    ],
)
def test_each_file_is_answered_once(
    url: str, below: str, address: str, media_type: str | None, age: int | None, anyone: bool
) -> None:
    found = answered(written(url)[0], below + address)
    assert found["Content-Security-Policy"] == [POLICY_OF_SERVERS]
    assert found["X-Content-Type-Options"] == ["nosniff"]
    assert found.get("Content-Type") == ([media_type] if media_type else None)
    assert found.get("Cache-Control") == ([f"public, max-age={age}"] if age else None)
    assert found.get("Access-Control-Allow-Origin") == (["*"] if anyone else None)


def test_search_engines_are_led_to_pages_and_not_to_invitations() -> None:
    said = {address: answered(written()[0], address).get("X-Robots-Tag") for address in ("/m/x/inbjudan.txt", "/m/x/")}
    assert said == {"/m/x/inbjudan.txt": ["noindex"], "/m/x/": None}


def test_https_is_promised_only_where_it_is_used() -> None:
    assert ["Strict-Transport-Security" in text for url in SITEURLS for text in written(url)] == [
        *(True, True),
        *(True, True),
        *(False, False),
    ]


@pytest.mark.parametrize(
    ("url", "page"),
    [("https://kultur.example", "/404.html"), ("https://kultur.example/moten/", "/moten/404.html")],
)
def test_the_page_for_what_is_missing(url: str, page: str) -> None:
    assert written(url)[1].splitlines()[0] == f"ErrorDocument 404 {page}"


def test_there_is_a_rule_for_each_file_at_the_root_and_for_none_that_is_not_there(example_site: Path) -> None:
    at_root = {path.name for path in example_site.iterdir() if path.is_file()}
    whole = {line[1:] for line in written()[0].splitlines() if re.fullmatch(r"/[^/*]+", line)}
    assert whole == at_root & {"rss.xml", "atom.xml", "feed.json", "nytt.xml", "dcat.rdf"}


def test_a_feed_of_another_name() -> None:
    netlify, apache = written(rss_file="nyheter.xml")
    assert answered(netlify, "/serier/x/nyheter.xml")["Cache-Control"] == ["public, max-age=900"]
    assert r'<FilesMatch "^(?:nyheter\.xml)$">' in apache.splitlines()


def test_apache_says_what_the_others_say() -> None:
    netlify, apache = written()
    said = {line.strip() for line in netlify.splitlines() if line.startswith("  ")}
    sections = re.findall(r'Header (?:always )?set (\S+) "(.*)"', apache)
    forced = re.findall(r'ForceType "(.*)"', apache)
    assert {*(f"{name}: {value}" for name, value in sections), *(f"Content-Type: {kind}" for kind in forced)} == said


def test_apache_is_asked_for_nothing_beyond_file_info() -> None:
    directives = {re.split(r"[ >]", line.strip())[0] for line in written()[1].splitlines()}
    sections = {"<IfModule", "</IfModule", "<FilesMatch", "</FilesMatch"}
    assert directives - sections == {
        "ErrorDocument",
        "AddDefaultCharset",
        "AddCharset",
        "AddType",
        "Header",
        "ForceType",
    }


def test_both_are_published_at_the_root(example_site: Path) -> None:
    netlify, apache = written("https://motesplatser.example")
    assert {name: data.decode() for name, data in tree(example_site).items() if name in ("_headers", ".htaccess")} == {
        "_headers": netlify,
        ".htaccess": apache,
    }


def test_every_published_page_and_feed_has_a_lifetime(example_site: Path) -> None:
    netlify = written()[0]
    lacking = set()
    for name in tree(example_site):
        address = "/" + re.sub(r"(^|/)index\.html$", r"\1", name)
        if len(answered(netlify, address).get("Cache-Control", [])) != 1:
            lacking.add(Path(name).name)
    assert {name for name in lacking if Path(name).suffix not in {".txt", ".pdf"}} == {
        "_headers",
        ".htaccess",
        "sitemap.xml",
    }
