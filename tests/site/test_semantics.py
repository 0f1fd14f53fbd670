"""What a page says of itself to those who do not see it: language, title, headings, parts, pictures and links."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from sites import read_pages


HIDDEN = "ancestor-or-self::*[@hidden or @aria-hidden='true']"
UNSAID = {"här", "läs mer", "mer", "länk", "klicka här", "here", "read more", "more", "link"}


def parsed(root: Path) -> Iterator[tuple[str, HtmlElement]]:
    for address, path in read_pages(root):
        yield address, lxml.html.document_fromstring(path.read_text("utf-8"))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def without_one_heading(page: HtmlElement) -> list[str]:
    main = [words(heading) for heading in page.xpath("//main//h1")]
    return [] if len(page.xpath("//h1")) == 1 and len(main) == 1 and main[0] else [f"h1: {main}"]


def leaping_headings(page: HtmlElement) -> list[str]:
    headings = [
        (int(h.tag[1]), words(h))
        for h in page.xpath(f"//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][not({HIDDEN})]")
    ]
    leaps = [f"{after[1]} after {before[1]}" for before, after in pairwise(headings) if after[0] > before[0] + 1]
    return leaps + [f"empty h{level}" for level, text in headings if not text]


def missing_parts(page: HtmlElement) -> list[str]:
    """One masthead, one main part, one foot, and menus that have names of their own."""
    counts = {part: len(page.xpath(f"/html/body/{part}")) for part in ("header", "main", "footer")}
    names = Counter(nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.xpath("//nav"))
    return [f"{count} {part}" for part, count in counts.items() if count != 1] + [
        f"{count} nav called {name}" for name, count in names.items() if not name or count > 1
    ]


def labels_of_nothing(page: HtmlElement) -> list[str]:
    ids = Counter(page.xpath("//@id"))
    named = [
        id_
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
        for value in page.xpath(f"//@{name}")
        for id_ in value.split()
    ]
    return [f"no element {id_}" for id_ in named if id_ not in ids] + [
        f"{n} elements {id_}" for id_, n in ids.items() if n > 1
    ]


def silent_pictures(page: HtmlElement) -> list[str]:
    images = [f"img without alt: {image.get('src')}" for image in page.xpath("//img[not(@alt)]")]
    drawn = page.xpath(
        f"//*[local-name()='svg'][not({HIDDEN})][not(@role='img' and (@aria-label or @aria-labelledby))]"
    )
    return images + [f"svg neither named nor hidden: {svg.get('class')}" for svg in drawn]


def silent_links(page: HtmlElement) -> list[str]:
    named = [
        (link, link.get("aria-label") or words(link) or "".join(link.xpath(".//img/@alt")))
        for link in page.xpath("//a[@href] | //button | //summary")
    ]
    return [
        f"{link.get('href') or link.tag} is called {name!r}" for link, name in named if name.casefold() in UNSAID | {""}
    ]


def bare_tables(page: HtmlElement) -> list[str]:
    tables = page.xpath("//table[not(@role='presentation')]")
    return [
        words(table)[:40]
        for table in tables
        if not table.xpath("./caption | ./@aria-labelledby") or not table.xpath(".//th[@scope]")
    ]


def unnamed_fields(page: HtmlElement) -> list[str]:
    fields = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
    labelled = set(page.xpath("//label/@for"))
    return [
        f"{field.tag} {field.get('name')}"
        for field in fields
        if not (
            field.get("aria-label")
            or field.get("aria-labelledby")
            or field.get("id") in labelled
            or field.xpath("ancestor::label")
        )
    ]


def poor_description(page: HtmlElement) -> list[str]:
    (title,) = page.xpath("//head/title/text()")
    found = page.xpath("//head/meta[@name='description']/@content")
    return [] if len(found) == 1 and found[0].strip() and title.strip() else [f"description: {found}"]


PROBES: tuple[Callable[[HtmlElement], list[str]], ...] = (
    without_one_heading,
    leaping_headings,
    missing_parts,
    labels_of_nothing,
    silent_pictures,
    silent_links,
    bare_tables,
    unnamed_fields,
    poor_description,
)


@pytest.mark.parametrize("probe", PROBES)
def test_every_page_says_what_it_is(example_site: Path, probe: Callable[[HtmlElement], list[str]]) -> None:
    faults = {address: probe(page) for address, page in parsed(example_site)}
    assert {address: found for address, found in faults.items() if found} == {}


def test_no_two_pages_have_one_title(example_site: Path) -> None:
    titles = defaultdict(list)
    for address, page in parsed(example_site):
        (title,) = page.xpath("//head/title/text()")
        titles[page.get("lang"), title].append(address)
    assert {title: addresses for title, addresses in titles.items() if len(addresses) > 1} == {}


SPOILT = """<html lang=sv><head><title>x</title></head><body><header></header><main><h1>A</h1><h1>B</h1><h4></h4>
<nav></nav><p aria-labelledby=nobody><img src=a.jpg><svg></svg><a href=/>här</a><input name=q></p><table><tr><td>1</table>
</main></body></html>"""


@pytest.mark.parametrize("probe", PROBES)
def test_each_probe_sees_a_spoilt_page(probe: Callable[[HtmlElement], list[str]]) -> None:
    assert probe(lxml.html.document_fromstring(SPOILT)) != []


def test_no_line_ends_with_the_dot_that_keeps_words_apart(example_site: Path) -> None:
    lines = [
        (address, words(line))
        for address, page in parsed(example_site)
        for line in page.xpath("//*[self::p or self::li or self::dd or self::span]")
    ]
    assert [(address, line) for address, line in lines if line.endswith("·")] == []
    assert any("·" in line for _, line in lines)
