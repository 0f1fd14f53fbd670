"""What search engines are told: every page that may be indexed (sitemaps.org 0.9), and nothing of the others."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from meetingplace.building import File, Page

from .addresses import Addresses
from .views import Page as View


NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page]) -> File:
    """The addresses of all pages that may be indexed, in order."""
    heads = [page.view.head for page in pages if isinstance(page.view, View)]
    rows = sorted(f"<url><loc>{escape(head.url)}</loc></url>\n" for head in heads if head.indexed)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{NAMESPACE}">\n{"".join(rows)}</urlset>\n'
    return File("sitemap.xml", text.encode())


def robots(addresses: Addresses) -> File:
    """RFC 9309: everyone may read; the sitemap's address."""
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute('/sitemap.xml')}\n".encode())
