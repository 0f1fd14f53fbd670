from __future__ import annotations

import pytest

from meetingplace.catalogue.markup import masked
from meetingplace.catalogue.names import Mask, Names
from meetingplace.catalogue.person_addresses import PersonAddresses


ADDRESSES = PersonAddresses([("asa-ek", "asa-ek"), ("asa-al", "asa-ek"), ("jonas", "jonas")], "om/personer")
NAMES = Names((("asa-ek", "Åsa Ek"), ("jonas", "Jonas")), ADDRESSES)
LEADING = [
    ("/om/personer/asa-ek/", "asa-ek"),
    ("/om/personer/asa-ek", "asa-ek"),
    ("/om/personer/asa-al/", "asa-ek"),
    ("/om/personer/asa%2Dek/kalender.ics", "asa-ek"),
    ("/om/personer/Asa-Ek/", "asa-ek"),
    ("../asa-ek/", "asa-ek"),
    ("../jonas/", "jonas"),
    ("/om/personer/jonas/", "jonas"),
    ("https://motesplatser.example/om/personer/jonas/#top", "jonas"),
    ("//social.example/in/asa-ek?x=1", "asa-ek"),
    ("https://social.example/@asa-ek", "asa-ek"),
    ("mailto:asa-ek@kultur.example", "asa-ek"),
    ("https://tidning.example/asa-ek.html", "asa-ek"),
    ("https://jonas.example/jonas/", ""),
    ("/platser/jonas/", ""),
    ("/asa-ekberg/", ""),
    ("/om/personer/", ""),
    ("", ""),
]


def mask(*named: str) -> Mask:
    return Mask(NAMES, named.__contains__, "⟨{}⟩".format, named.__contains__)


@pytest.mark.parametrize(("address", "slug"), LEADING)
def test_whom_an_address_leads_to(address: str, slug: str) -> None:
    assert ADDRESSES.slug_of(address) == slug


@pytest.mark.parametrize("address", [address for address, slug in LEADING if slug])
def test_a_link_to_someone_who_may_not_be_named_is_their_role(address: str) -> None:
    html = f'<p>Läs <a href="{address}">mer <b>här</b></a>.</p>'
    assert masked(html, mask()) == f"<p>Läs ⟨{ADDRESSES.slug_of(address)}⟩.</p>"
    assert masked(html, mask("asa-ek", "jonas")) == html


def test_an_address_ends_where_its_paragraph_ends() -> None:
    html = "<p>Se https://x.example/in/asa-ek</p><p>Hej</p>"
    assert masked(html, mask()) == "<p>Se ⟨asa-ek⟩</p><p>Hej</p>"


def test_other_links_stay() -> None:
    html = '<p>Läs <a href="/platser/jonas/">mer</a> och <a href="/om/personer/">alla</a>.</p>'
    assert masked(html, mask()) == html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Se https://x.example/om/personer/asa-ek/ nu", "Se ⟨asa-ek⟩ nu"),
        ("Se (/om/personer/asa-ek/)", "Se (⟨asa-ek⟩)"),
        ("Åsa Ek, /om/personer/jonas/", "⟨asa-ek⟩, ⟨jonas⟩"),
        ("Se https://x.example/in/asa-ek.", "Se ⟨asa-ek⟩"),
        ("och/eller 1/2 km", "och/eller 1/2 km"),
    ],
)
def test_an_address_that_is_read_is_their_role_too(text: str, shown: str) -> None:
    assert mask().plain(text) == shown
    assert masked(f"<p>{text}</p>", mask()) == f"<p>{shown}</p>"
    assert mask("asa-ek", "jonas").plain(text) == text
    assert masked(f"<p>{text}</p>", mask("asa-ek", "jonas")) == f"<p>{text}</p>"


def test_the_target_of_a_link_in_markdown_is_left_for_its_html() -> None:
    text = "[Läs mer](/om/personer/asa-ek/)"
    assert mask().markdown(text) == text
