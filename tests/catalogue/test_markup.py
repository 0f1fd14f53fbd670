from __future__ import annotations

import re
import unicodedata
from html import unescape

import pytest

from meetingplace.catalogue.markup import masked
from meetingplace.catalogue.names import Mask, Names
from meetingplace.reading.markdown import to_html
from mentions import ways_to_write


NAMES = Names((("asa-ek", "Åsa Ek"), ("jonas", "Jonas")))


def mask(*named: str, pages: tuple[str, ...] = ()) -> Mask:
    return Mask(NAMES, named.__contains__, "⟨{}⟩".format, pages.__contains__)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Åsa Ek</p>", "<p>⟨asa-ek⟩</p>"),
        ("<p>Åsa Eks scen</p>", "<p>⟨asa-ek⟩s scen</p>"),
        ("<p><strong>Åsa</strong> Ek</p>", "<p><strong>⟨asa-ek⟩</strong></p>"),
        ("<p><em>Å</em>sa <code>Ek</code>!</p>", "<p><em>⟨asa-ek⟩</em><code></code>!</p>"),
        ("<p>Åsa<br>Ek och Åsa<br/>Ek</p>", "<p>⟨asa-ek⟩<br> och ⟨asa-ek⟩<br></p>"),
        ("<p>&Aring;sa&nbsp;&#69;k &amp; &lt;b&gt;</p>", "<p>⟨asa-ek⟩ &amp; &lt;b&gt;</p>"),
        ("<p>A&#778;sa Ek</p>", "<p>⟨asa-ek⟩</p>"),
        (
            '<p><a href="https://x.se" title="Åsa Ek">Åsa</a> Ek</p>',
            '<p><a href="https://x.se" title="⟨asa-ek⟩">⟨asa-ek⟩</a></p>',
        ),
        ('<img src="a.jpg" alt="Åsa Ek &quot;live&quot;">', '<img src="a.jpg" alt="⟨asa-ek⟩ &quot;live&quot;">'),
        ('<abbr title="Åsa Ek">ÅE</abbr>', '<abbr title="⟨asa-ek⟩">ÅE</abbr>'),
        (
            "<table><tr><td>Åsa</td>\n<td>Ek</td><td>Ek</td></tr></table>",
            "<table><tr><td>⟨asa-ek⟩</td><td></td><td>Ek</td></tr></table>",
        ),
        # Two things are not one name.
        ("<ul><li>Åsa</li><li>Ek</li></ul>", "<ul><li>Åsa</li><li>Ek</li></ul>"),
        ("<ul><li>Åsa </li>\n<li>Ek</li></ul>", "<ul><li>Åsa </li>\n<li>Ek</li></ul>"),
        ("<p>Åsa\n</p>\n<p> Ek</p>", "<p>Åsa\n</p>\n<p> Ek</p>"),
        ('<p>Åsa <img src="a.jpg" alt=""> Ek</p>', '<p>Åsa <img src="a.jpg" alt=""> Ek</p>'),
        ("<p>a &lt; b</p>", "<p>a &lt; b</p>"),
        ("<p><!-- Åsa Ek -->x</p>", "<p>x</p>"),
    ],
)
def test_names_across_tags_entities_and_lines(html: str, found: str) -> None:
    assert masked(html, mask()) == found


@pytest.mark.parametrize(
    ("link", "hidden", "named", "with_page"),
    [
        ('<a href="person:asa-ek">Åsa Ek</a>s', "⟨asa-ek⟩s", "Åsa Eks", '<a href="person:asa-ek">Åsa Ek</a>s'),
        (
            '<a href="person:asa-ek"><b>vår</b> värd</a>',
            "⟨asa-ek⟩",
            "<b>vår</b> värd",
            '<a href="person:asa-ek"><b>vår</b> värd</a>',
        ),
        (
            '<a href="PERSON:asa-ek" title="Åsa Ek">x</a>',
            "⟨asa-ek⟩",
            "x",
            '<a href="person:asa-ek" title="Åsa Ek">x</a>',
        ),
        ('<a href=" person:asa%2Dek ">x</a>', "⟨asa-ek⟩", "x", '<a href="person:asa-ek">x</a>'),
        ('<a href="person:borta">x</a>', "⟨borta⟩", "⟨borta⟩", "⟨borta⟩"),
        ('<a href="person:">x</a>', "⟨⟩", "⟨⟩", "⟨⟩"),
        (
            '<a href="person:asa-ek"><a href="https://x.se">y</a></a>z',
            "⟨asa-ek⟩z",
            '<a href="https://x.se">y</a>z',
            '<a href="person:asa-ek"><a href="https://x.se">y</a></a>z',
        ),
    ],
)
def test_links_to_people(link: str, hidden: str, named: str, with_page: str) -> None:
    assert masked(link, mask()) == hidden
    assert masked(link, mask("asa-ek")) == named
    assert masked(link, mask("asa-ek", pages=("asa-ek",))) == with_page


@pytest.mark.parametrize("way", ways_to_write("Åsa Ek", "asa-ek"))
def test_no_way_of_writing_it_leads_past(way: str) -> None:
    html = masked(to_html(ways_to_write("Åsa Ek", "asa-ek")[way]), mask())
    read = unicodedata.normalize("NFC", unescape(re.sub("<[^>]*>", "", html))).replace("\u00ad", "")
    assert "⟨asa-ek⟩" in html
    assert not re.search("åsa|ek", read.replace("⟨asa-ek⟩", ""), re.IGNORECASE)
    assert "person:" not in html.lower()


def test_html_without_names_stays_as_it_is() -> None:
    html = '<h3 id="text-1">Program</h3>\n<p>Vi &amp; <a href="/om/" rel="noopener">ni</a><br>äter "bullar"</p>'
    assert masked(html, mask()) == html


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Åsa Ek, Åsa Ek. Åsa Eks</p>", "<p>Någon, någon. Någons</p>"),
        ("<p>x <b>Åsa</b> Ek</p><p><b>Åsa</b> Ek</p>", "<p>x <b>någon</b></p><p><b>Någon</b></p>"),
        ("<p>rad<br>Åsa Ek</p>", "<p>rad<br>någon</p>"),
        ("<ul><li>och Åsa Ek</li><li>Åsa Ek</li></ul>", "<ul><li>och någon</li><li>Någon</li></ul>"),
        ('<p>Med <a href="person:asa-ek">x</a></p>', "<p>Med någon</p>"),
        ('<p>Med. <a href="person:asa-ek">x</a></p>', "<p>Med. Någon</p>"),
        ('<p>x</p><p><i><a href="person:asa-ek">x</a></i></p>', "<p>x</p><p><i>Någon</i></p>"),
        ('<img src="a.jpg" alt="Åsa Ek ser Åsa Ek">', '<img src="a.jpg" alt="Någon ser någon">'),
    ],
)
def test_a_role_that_begins_a_sentence_has_a_capital(html: str, found: str) -> None:
    mask = Mask(NAMES, (lambda _: False), (lambda _: "någon"), (lambda _: False))
    assert masked(html, mask) == found
