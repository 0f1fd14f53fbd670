"""Where the links of a text lead, as far as the content folder can tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from .markdown import AWAY, OWN_LINK, to_html
from .problems import Place, Report
from .slugs import folded_slug


MADE_ID = re.compile(r"text-[0-9]+")
OF_THE_PAGE = frozenset({"", "top", "innehall", "vilka"})
"""Places that every page, or every meeting's page, has."""

PLAIN_HOST = re.compile(r"[a-z0-9.:_-]*", re.IGNORECASE)
PUNYCODE = re.compile(r"(?:^|\.)xn--", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it stands in a text, and where it begins, in characters."""

    address: str
    at: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A text that people read. `place` gives line and column in the file of one of its characters."""

    text: str
    place: Callable[[int], Place]
    field: str = ""
    markdown: bool = True


Problem = tuple[str, str]
Relative = Callable[[Link], "Problem | None"]
"""What is wrong with a link that begins neither with a scheme, nor # nor /: a code and a suggestion."""


def check(written: Written, links: Iterable[Link], relative: Relative, report: Report) -> None:
    """Reports `anchor-unknown` and what `relative` finds; warns of `host-misleading`."""
    anchors = [link for link in links if link.address.startswith("#")]
    dead = _dead(written.text) if anchors else frozenset()
    for link in links:
        if link.address.startswith("#"):
            if folded_slug(unescape(link.address)) in dead:
                report.error("anchor-unknown", written.place(link.at), written.field, found=link.address)
        elif AWAY.match(link.address):
            check_host(link.address, written.place(link.at), written.field, report)
        elif problem := relative(link):
            code, near = problem
            near = "" if report.private else near
            report.error(code, written.place(link.at), written.field, near, found=link.address)


def check_host(address: str, place: Place, field: str, report: Report) -> None:
    """Warns of `host-misleading`: a host with letters that look like others, shown or encoded (RFC 3492)."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return
    if PUNYCODE.search(host) or not all(_is_plain(sign) for sign in host):
        report.warning("host-misleading", place, field, found=host)


def _is_plain(sign: str) -> bool:
    """Whether it is a letter of a–z, with or without an accent, or another sign of a host's name."""
    return PLAIN_HOST.fullmatch(unicodedata.normalize("NFD", sign)[0]) is not None


def _dead(text: str) -> frozenset[str]:
    """The targets of links within a text that no heading of it has."""
    left = [unescape(to) for to in OWN_LINK.findall(to_html(text)) if not MADE_ID.fullmatch(to)]
    return frozenset(folded_slug(to) for to in left if to not in OF_THE_PAGE)
