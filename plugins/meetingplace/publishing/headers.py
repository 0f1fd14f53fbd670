"""What servers say with each file: one policy, as `_headers` (Netlify, Cloudflare) and as `.htaccess` (Apache)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetingplace.building import File

from .addresses import Addresses


POLICY = "; ".join(
    [
        "default-src 'none'",
        *(
            f"{what} 'self'"
            for what in ("style-src", "script-src", "img-src", "font-src", "connect-src", "form-action")
        ),
        "base-uri 'none'",
    ]
)
"""Content Security Policy (W3C, level 3) as far as a page's own <meta> may say it; the theme repeats it."""

POLICY_OF_SEARCH = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""The page of search runs WebAssembly, which reads the index; it says so in its own <meta>."""

POLICY_OF_SERVERS = f"{POLICY_OF_SEARCH}; frame-ancestors 'none'"
"""What servers say of every file. A browser obeys all policies at once and servers join the fields of all rules that
match, so the widest is said everywhere, and each page's own <meta> takes back what it has no need of: WebAssembly on
all pages but that of search. In a <meta> a browser passes over who may frame a page, so only servers say it.
"""

EVERYWHERE = (
    ("Content-Security-Policy", POLICY_OF_SERVERS),
    ("X-Content-Type-Options", "nosniff"),
    # Those whom the site links to may see that it sends them visitors, never from whose page.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
BY_HTTPS = (("Strict-Transport-Security", "max-age=31536000"),)
"""RFC 6797: a year, and for this host alone, since those below it need not be ours."""

# A withdrawn consent takes effect at the next build: nothing that shows a person may linger in a cache.
MINUTES, QUARTER, DAY, YEAR = (("Cache-Control", f"public, max-age={age}") for age in (300, 900, 86_400, 31_536_000))
ANYONE = ("Access-Control-Allow-Origin", "*")
"""Calendar programs and feed readers that run in a browser may read what is made for them."""
DATA = {
    "data_json_file": "application/ld+json",
    "data_csv_file": "text/csv; charset=utf-8; header=present",
    "dcat_file": "application/rdf+xml",
}
"""Open data by the settings of their files (W3C, JSON-LD 1.1; RFC 7111; W3C, RDF/XML)."""
NOT_FOUND_BY_SEARCH = ("X-Robots-Tag", "noindex")
"""For what is no page and so cannot say it itself: the meeting's page is what search engines should show."""

FEEDS = (
    ("rss_file", "application/rss+xml"),
    ("atom_file", "application/atom+xml"),
    ("json_file", "application/feed+json"),
    ("news_file", "application/rss+xml"),
)
"""Files of their own names, which say nothing of what is in them."""


@dataclass(frozen=True, slots=True)
class Served:
    """Fields for files of some names: `*.ics` by ending, `rss.xml` whole; `folders` are answered by a page.

    `at_root` is whether such a file lies at the site's root, as well as below it.
    """

    names: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    media_type: str = ""
    folders: bool = False
    at_root: bool = True


def served(addresses: Addresses) -> tuple[Served, ...]:
    """No file has two of these: servers would join the values of both."""
    return (
        Served(("*.html",), (MINUTES,), folders=True),
        Served(("*.css", "*.js", "*.pagefind", "*.pf_meta", "*.pf_index", "*.pf_fragment"), (MINUTES,)),
        Served((addresses.search_index("pagefind-entry.json").rpartition("/")[2],), (MINUTES,), at_root=False),
        Served(("*.ics",), (QUARTER, ANYONE), "text/calendar; charset=utf-8"),
        *(
            Served((addresses.name(name),), (QUARTER, ANYONE), f"{media_type}; charset=utf-8")
            for name, media_type in FEEDS
        ),
        Served(("*.jcal",), (QUARTER, ANYONE), "application/calendar+json"),
        Served(
            (addresses.name("invitation_file"),),
            (MINUTES, NOT_FOUND_BY_SEARCH),
            "text/plain; charset=utf-8",
            at_root=False,
        ),
        *(_data(addresses.name(name), kind) for name, kind in DATA.items()),
        Served(("*.jpg", "*.png", "*.svg", "*.ico"), (DAY,)),
        Served(("*.woff2",), (YEAR,)),
    )


def _data(path: str, media_type: str) -> Served:
    folder, _, name = path.rpartition("/")
    return Served((name,), (QUARTER, ANYONE), media_type, at_root=not folder)


def everywhere(addresses: Addresses) -> tuple[tuple[str, str], ...]:
    """Fields of every answer; the promise of https only where the site is published by it."""
    return EVERYWHERE + (BY_HTTPS if addresses.absolute("").startswith("https:") else ())


def headers(addresses: Addresses) -> tuple[File, File]:
    """Both files, for the root of the published folder."""
    return File("_headers", _netlify(addresses).encode()), File(".htaccess", _apache(addresses).encode())


def _netlify(addresses: Addresses) -> str:
    """Patterns begin with a wildcard, so that they hold at a host's root and below the path of SITEURL too."""
    blocks = [_block("/*", everywhere(addresses))]
    for each in served(addresses):
        fields = ((("Content-Type", each.media_type),) if each.media_type else ()) + each.fields
        blocks += [_block(pattern, fields) for pattern in _patterns(each)]
    return "\n".join(blocks)


def _patterns(each: Served) -> list[str]:
    found = ["/", "/*/"] if each.folders else []
    for name in each.names:
        found += [f"/{name}"] if name.startswith("*") else [f"/{name}"] * each.at_root + [f"/*/{name}"]
    return found


def _block(pattern: str, fields: tuple[tuple[str, str], ...]) -> str:
    return "".join([f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in fields)])


def _apache(addresses: Addresses) -> str:
    """Nothing but what `AllowOverride FileInfo` permits: a directive that it does not is answered by status 500."""
    lines = [
        f"ErrorDocument 404 {addresses.href('/404.html')}",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .css .js .xml",
        "AddType font/woff2 .woff2",
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in everywhere(addresses)),
        "</IfModule>",
    ]
    for each in served(addresses):
        lines += _section(each)
    return "\n".join(lines) + "\n"


def _section(each: Served) -> list[str]:
    pattern = "|".join(re.escape(name.removeprefix("*")) for name in each.names)
    whole = "" if each.names[0].startswith("*") else "^"
    kind = [f'  ForceType "{each.media_type}"'] if each.media_type else []
    fields = [f'    Header set {name} "{value}"' for name, value in each.fields]
    within = [*kind, "  <IfModule mod_headers.c>", *fields, "  </IfModule>"]
    return [f'<FilesMatch "{whole}(?:{pattern})$">', *within, "</FilesMatch>"]
