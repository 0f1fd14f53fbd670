"""What search engines are told: every page that may be indexed (sitemaps.org 0.9), and nothing of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from meetingplace.building import File

from .addresses import Addresses
from .views.page import Alternate, hreflang


NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[tuple[str, Sequence[Alternate]]]) -> File:
    """The absolute addresses of all pages that may be indexed with their alternates, in order."""
    rows = sorted(f"<url><loc>{escape(url)}</loc>{_alternates(alternates)}</url>\n" for url, alternates in pages)
    begin = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{NAMESPACE}" xmlns:xhtml="{XHTML}">\n'
    text = f"{begin}{''.join(rows)}</urlset>\n"
    return File("sitemap.xml", text.encode())


def _alternates(alternates: Sequence[Alternate]) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
        for code, address in hreflang(alternates)
    )


def robots(addresses: Addresses) -> File:
    """RFC 9309: everyone may read; the sitemap's address."""
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute('/sitemap.xml')}\n".encode())
