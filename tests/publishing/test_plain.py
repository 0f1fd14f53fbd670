"""Plain lines from HTML and from hostile texts."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from meetingplace.publishing.plain import BREAKS, REFUSED, clean, one_line, plain, uri


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Ett <b>två</b>&amp;tre</p><p>fyra</p>", "Ett två&tre\n\nfyra"),
        ("<ul><li>ett</li><li>två</li></ul>", "– ett\n– två"),
        ("rad<br>rad\nsamma", "rad\nrad samma"),
        ('<a href="https://a.example/x">här</a>', "här (https://a.example/x)"),
        ('<a href="https://a.example/">https://a.example/</a>', "https://a.example/"),
        ('<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
        ('<a href="person:anna-berg">Anna Berg</a>', "Anna Berg"),
        ('<a href="/platser/x/">Huset</a>', "Huset"),
        ('<img src="x.png" alt="En sal">', "En sal"),
        ("<table><tr><th>A</th><td>B</td></tr></table>", "A B"),
        ("", ""),
    ],
)
def test_html_as_lines(html: str, text: str) -> None:
    assert plain(html) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"),
        ("\x00a\x07b\x1bc\x7fd\x80e", "abcde"),
        ("\ud800a\ufffeb\U0001ffffc", "abc"),
        ("a\tb", "a b"),
        ("åäö 🎭 👩‍🎨", "åäö 🎭 👩‍🎨"),
    ],
)
def test_what_no_format_carries_is_gone(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters()))
def test_every_clean_text_may_stand_in_xml_and_utf_8(text: str) -> None:
    element = etree.Element("a")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text in (clean(text), None)
    assert clean(clean(text)) == clean(text)


def test_one_line() -> None:
    assert one_line("  en\r\n\trad  ") == "en rad"


@pytest.mark.parametrize(
    ("address", "ascii_only"),
    [
        ("https://a.example/x?y=1,2;3#z", "https://a.example/x?y=1,2;3#z"),
        ("https://öst.example/å?ä=ö%20", "https://xn--st-eka.example/%C3%A5?%C3%A4=%C3%B6%20"),
        ("https://a.example/\r\nBEGIN:VEVENT", "https://a.example/BEGIN:VEVENT"),
    ],
)
def test_addresses_are_ascii_on_one_line(address: str, ascii_only: str) -> None:
    assert uri(address) == ascii_only


def test_what_may_stand_as_it_is_has_nothing_to_be_taken_out() -> None:
    printable = [chr(number) for number in range(sys.maxunicode + 1) if chr(number).isprintable()]
    found = "".join(printable)
    assert (REFUSED.sub("", found), BREAKS.sub("", found), "\t" in found) == (found, found, False)
