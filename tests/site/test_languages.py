"""The site in two languages: each page leads to the same in the other, and what is in another language says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import lxml.etree
import lxml.html
import pytest
from babel.messages.pofile import read_po

from meetingplace.i18n import FOLDER
from meetingplace.model.site import Site
from meetingplace.publishing.sitemap import NAMESPACE, XHTML
from meetingplace.reading.library import Library, read
from sites import CONTENT, SITEURL, home, read_pages


Html: TypeAlias = lxml.html.HtmlElement
SHARED = ("bilder", "filer", "theme", "data")


@pytest.fixture(scope="module")
def site(example_site: Path) -> dict[str, Html]:
    """Every page by its address."""
    return {address: lxml.html.parse(path).getroot() for address, path in read_pages(example_site)}


@pytest.fixture(scope="module")
def library() -> Library:
    return read(CONTENT, Site()).library


def hreflang(page: Html) -> dict[str, str]:
    found = page.xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href").removeprefix(SITEURL) for link in found}


def language_of(node: Html) -> str:
    """The language that a text is said to be in: that of the nearest element around it with one."""
    found: str = next(each.get("lang") for each in (node, *node.iterancestors()) if each.get("lang"))
    return found


def texts(page: Html) -> Iterator[tuple[str, str]]:
    """Each piece of text that is seen, and its language; an address has none."""
    for text in page.xpath("//body//text()[normalize-space()][not(ancestor::script or ancestor::a[contains(., '@')])]"):
        around = text.getparent() if text.is_text else text.getparent().getparent()
        yield " ".join(text.split()), language_of(around)


def test_every_page_is_in_the_language_of_its_folder(site: dict[str, Html]) -> None:
    found = {address: page.get("lang") for address, page in site.items()}
    assert found == {address: "en" if home(address) == "/en/" else "sv" for address in site}


def test_alternates_are_told_by_both_and_by_the_page_itself(site: dict[str, Html]) -> None:
    told = {address: hreflang(page) for address, page in site.items() if hreflang(page)}
    assert told
    for address, pair in told.items():
        assert pair == {"sv": pair["x-default"], "en": "/en" + pair["x-default"], "x-default": pair["x-default"]}
        assert address in pair.values()
        assert told[pair["sv"]] == told[pair["en"]] == pair


def test_what_is_in_both_languages_is_told_to_be(site: dict[str, Html]) -> None:
    both = {address for address in site if home(address) == "/" and "/en" + address in site}
    assert {address for address, page in site.items() if hreflang(page)} == both | {"/en" + each for each in both}


def test_every_page_leads_to_the_other_language_in_its_words_or_says_that_it_is_not_there(
    site: dict[str, Html],
) -> None:
    for address, page in site.items():
        (line,) = page.xpath("//header//p[contains(@class, 'language')]")
        (link,) = line.xpath(".//a")
        other = "sv" if home(address) == "/en/" else "en"
        alone = line.text_content().startswith(("Only in Swedish.", "Finns bara på engelska."))
        assert (language_of(link), link.get("hreflang"), alone) == (other, other, not hreflang(page))
        assert link.get("href") in site
        assert alone or link.get("href") == hreflang(page)[other]


def test_the_sitemap_tells_the_same(site: dict[str, Html], example_site: Path) -> None:
    told = {}
    for row in lxml.etree.fromstring((example_site / "sitemap.xml").read_bytes()).iter(f"{{{NAMESPACE}}}url"):
        links = row.findall(f"{{{XHTML}}}link")
        address = (row.findtext(f"{{{NAMESPACE}}}loc") or "").removeprefix(SITEURL)
        told[address] = {link.get("hreflang"): (link.get("href") or "").removeprefix(SITEURL) for link in links}
    assert told == {address: hreflang(page) for address, page in site.items() if address in told}
    assert "/en/" in told


def _each(said: str | Iterable[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def swedish_messages() -> set[str]:
    """What our Swedish says where English says something else, without messages that have values in them."""
    found: set[str] = set()
    english: set[str] = set()
    for path in sorted((FOLDER / "sv").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                english |= set(_each(message.id))
                found |= {text for text in _each(message.string or "") if text and "%(" not in text}
    return found - english


def test_english_pages_have_no_swedish_words_of_the_interface(site: dict[str, Html]) -> None:
    swedish = swedish_messages()
    found = {
        (address, text)
        for address, page in site.items()
        if home(address) == "/en/"
        for text, language in texts(page)
        if language == "en" and text in swedish
    }
    assert found == set()
    assert swedish & {text for text, _ in texts(site["/"])}


def test_what_a_record_says_is_marked_where_it_is_not_in_the_language_of_the_page(
    site: dict[str, Html], library: Library
) -> None:
    own = {text: event.written_in for event in library.events.values() for text in (event.title, event.summary)}
    for event in library.events.values():
        own |= {row.why: event.written_in for row in event.who if row.why}
        own |= {row.title: event.written_in for row in event.programme}
        own |= {found.title: event.written_in for found in event.possibilities}
    own |= {series.title: series.written_in for series in library.series.values()}
    own |= {person.title: person.written_in for person in library.people.values() if person.title}
    same = {
        text for each in library.events.values() for done in each.translations.values() for text in done.texts.values()
    }
    same |= {
        text for each in library.series.values() for done in each.translations.values() for text in done.texts.values()
    }
    same |= {
        text for each in library.people.values() for done in each.translations.values() for text in done.texts.values()
    }
    wrong = {
        (address, text, language)
        for address, page in site.items()
        for text, language in texts(page)
        if text in own and text not in same and own[text] != language and not _in_words_of_ours(text)
    }
    assert sorted(wrong) == []


def _in_words_of_ours(text: str) -> bool:
    """Texts of records that vocabularies and months have too."""
    return " " not in text


def test_a_meeting_without_translation_is_listed_and_leads_to_its_page(site: dict[str, Html], library: Library) -> None:
    listed = {link.get("href"): link for link in site["/en/motesplatser/"].xpath("//article//h3/a")}
    for address, link in listed.items():
        slug = address.rstrip("/").rpartition("/")[2]
        event = library.events[slug].in_language("en")
        english = event.written_in == "en"
        assert address == f"{'/en' if english else ''}/motesplatser/{slug}/"
        assert language_of(link) == ("en" if english and link.text == event.title else "sv")
        assert ("In Swedish" in link.xpath("ancestor::article")[0].text_content()) is not english
    assert {address.startswith("/en/") for address in listed} == {True, False}


def test_nothing_that_is_shared_is_there_twice(example_site: Path) -> None:
    assert [name for name in SHARED if (example_site / "en" / name).exists()] == []
    assert {path.name for path in (example_site / "en").iterdir() if path.is_file()} == {
        "bild.png",
        "index.html",
        "kalender.ics",
        "sista-dag.ics",
        "rss.xml",
        "atom.xml",
        "feed.json",
        "nytt.xml",
    }
