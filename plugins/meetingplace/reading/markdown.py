"""Markdown as it is published: HTML that only marks up text, whatever was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape, unescape
from itertools import count
from typing import Any

import markdown
import nh3

from .simple_markdown import simply_laid_out
from .slugs import folded_slug


_TAGS = """a abbr b blockquote br cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr
i img ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead time tr u ul
var"""
TAGS = frozenset(_TAGS.split())
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"lang", "dir", "title"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ol": frozenset({"start", "reversed"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
SCHEMES = frozenset({"http", "https", "mailto", "tel", "person"})
SPEECHLESS = frozenset({"script", "style", "iframe", "object", "embed", "template", "noscript", "textarea", "title"})
"""Tags that go with all that is in them, for it was never meant to be read."""

FIRST_LEVEL, LAST_LEVEL = 3, 6
"""A body stands below the page's title and the heading of its section."""

HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
OWN_LINK = re.compile(r'href="#([^"]*)"')
ALIGNED = re.compile(r'(<t[dh][^>]*) align="(left|center|right)"')
LOST_PICTURE = re.compile(r'<img(?![^>]* src=")[^>]*>')
TAG = re.compile(r"<[^>]*>")
AWAY = re.compile(r"[\s\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
WITH_PASSWORD = re.compile(r"[\s\x00-\x20]*[a-z]+:/*[^/?#]*@", re.IGNORECASE)

MOST: Mapping[str, int] = {
    "[": 700, "]": 2_000, "<": 1_000, "!": 2_000, "&": 5_000,
    "`": 5_000, "*": 10_000, "_": 10_000, "\\": 10_000,
    "|": 20_000,
}  # fmt: skip
FAR, MOST_FAR = 1_000, 10
"""How many characters of a paragraph a bracket may stay open, and how often it may be longer."""

BRACKET = re.compile(r"\]\(|[\[\]()]")
BLANK = re.compile(r"\n[ \t]*\n")
MOST_LINES = 6_000
MOST_BUILT = 600
BUILT = re.compile(r"^[ \t]*(?:#|=+[ \t]*$|-+[ \t]*$|`{3}|~{3}|>)", re.MULTILINE)
DEEP = re.compile(
    r"^(?:[ \t]{60,}(?:[-*+]|\d{1,9}\.)[ \t]|[ \t]{0,60}(?:(?:[-+*>]|\d{1,9}\.)[ \t]{1,9}){16}|>{16})",
    re.MULTILINE,
)
"""Beyond these python-markdown takes more than a second: its time grows with the square of some of them."""


def too_complex(text: str) -> tuple[str, int, int] | None:
    """What a text has too much of, how often, and how often at most; None where it is laid out within a
    second.
    """
    if len(text) < MOST_BUILT:
        return None
    for sign, most in MOST.items():
        if text.count(sign) > most:
            return sign, text.count(sign), most
    if text.count("\n") > MOST_LINES:
        return "\\n", text.count("\n"), MOST_LINES
    far = sum(map(_far, BLANK.split(text)))
    if far > MOST_FAR:
        return "[ …", far, MOST_FAR
    built = len(BUILT.findall(text))
    return ("#", built, MOST_BUILT) if built > MOST_BUILT else None


def _far(paragraph: str) -> int:
    """How many brackets of links are open for long: each is looked for to its end, wherever that is."""
    if len(paragraph) <= FAR:
        return 0
    square: list[int] = []
    round_: list[int] = []
    widths = []
    for found in BRACKET.finditer(paragraph):
        sign, at = found[0], found.start()
        if sign[0] == "]" and square:
            widths.append(at - square.pop())
        if sign == "[":
            square.append(at)
        elif sign == "](" or (sign == "(" and round_):
            round_.append(at)
        elif sign == ")" and round_:
            widths.append(at - round_.pop())
    widths += [len(paragraph) - at for at in (*square, *round_)]
    return sum(width > FAR for width in widths)


def too_deep(text: str) -> bool:
    """Whether lists or quotations stand within each other more often than anyone reads."""
    return DEEP.search(text) is not None


def to_html(text: str, prefix: str = "text") -> str:
    """Sanitised HTML. Headings begin at level 3, skip none, and have the ids `<prefix>-1`, `<prefix>-2` …

    The ids are numbers, for a heading may hold a name that must not be told; links to a heading by its words
    (`#program`) are led there. `person:` links stay as they are. A text that cannot be laid out in
    reasonable time comes out as plain paragraphs.
    """
    return sanitised(laid_out(text), prefix)


def laid_out(text: str) -> str:
    """HTML as Markdown makes it, not yet sanitised."""
    if too_complex(text) or too_deep(text):
        return _plain(text)
    try:
        return simply_laid_out(text) or converted(text)
    except RecursionError:
        return _plain(text)


def converted(text: str) -> str:
    """HTML of any Markdown, by python-markdown; RecursionError where it is too deep."""
    return str(_converter().reset().convert(text))


def sanitised(html: str, prefix: str = "text", first_level: int = FIRST_LEVEL) -> str:
    """HTML with what is not allowed taken out; headings as in `to_html`, beginning at `first_level`."""
    return _with_headings(ALIGNED.sub(r'\1 class="align-\2"', cleaned(html)), prefix, first_level)


def cleaned(html: str) -> str:
    """HTML with what is not allowed taken out, its headings as they were."""
    return LOST_PICTURE.sub("", _cleaner().clean(html)).strip()


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(SPEECHLESS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=set(SCHEMES),
        link_rel="noopener",
    )


@lru_cache(maxsize=1)
def _converter() -> Any:
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "fenced_code"],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )


def _plain(text: str) -> str:
    return "\n".join(
        f"<p>{escape(part.strip(), quote=False)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip()
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "src" and AWAY.match(value):
        return None
    if name == "href" and (value.lstrip().startswith(("//", "\\", "/\\")) or WITH_PASSWORD.match(value)):
        return None if not value.lstrip().lower().startswith("mailto:") else value
    return value


def _with_headings(html: str, prefix: str, first_level: int) -> str:
    if "<h" not in html:
        return html
    levels: list[int] = []
    numbers = count(1)
    ids: dict[str, str] = {}

    def heading(found: re.Match[str]) -> str:
        while levels and levels[-1] >= int(found[1]):
            levels.pop()
        levels.append(int(found[1]))
        level = min(first_level + len(levels) - 1, LAST_LEVEL)
        number = f"{prefix}-{next(numbers)}"
        ids.setdefault(folded_slug(unescape(TAG.sub("", found[3]))) or number, number)
        return f'<h{level} id="{number}"{found[2]}>{found[3]}</h{level}>'

    def link(found: re.Match[str]) -> str:
        return f'href="#{ids.get(folded_slug(unescape(found[1])), found[1])}"'

    return OWN_LINK.sub(link, HEADING.sub(heading, html))
