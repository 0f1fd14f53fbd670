"""What search engines are told: every page that may be indexed (sitemaps.org 0.9), and nothing of the others."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from meetingplace.building import File, Page

from .addresses import Addresses
from .views import Head
from .views import Page as View


NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[Page]) -> File:
    """The addresses of all pages that may be indexed, in order."""
    heads = [page.view.head for page in pages if isinstance(page.view, View)]
    rows = sorted(f"<url><loc>{escape(head.url)}</loc>{_alternates(head)}</url>\n" for head in heads if head.indexed)
    begin = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{NAMESPACE}" xmlns:xhtml="{XHTML}">\n'
    text = f"{begin}{''.join(rows)}</urlset>\n"
    return File("sitemap.xml", text.encode())


def _alternates(head: Head) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>' for code, address in head.hreflang
    )


def robots(addresses: Addresses) -> File:
    """RFC 9309: everyone may read; the sitemap's address."""
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute('/sitemap.xml')}\n".encode())
