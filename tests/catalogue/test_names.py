from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetingplace.catalogue.names import WORD, Mask, Names
from meetingplace.catalogue.person_addresses import PersonAddresses
from meetingplace.catalogue.pieces import words_beginning_as
from mentions import ways_to_write


NAMES = (("asa-ek", "Åsa Ek"), ("anna-berg", "Anna Berg"), ("anna-berg-2", "Anna Berg"), ("jonas", "Jonas"))


def mask(*named: str, people: tuple[tuple[str, str], ...] = NAMES) -> Mask:
    """A mask through which only some may stand, whose role is their slug in brackets."""
    return Mask(Names(people), named.__contains__, "⟨{}⟩".format, named.__contains__)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Åsa Ek kommer.", "⟨asa-ek⟩ kommer."),
        ("Åsa Eks ateljé", "⟨asa-ek⟩s ateljé"),
        ("Åsa Ek's och Åsa Ek’s", "⟨asa-ek⟩s och ⟨asa-ek⟩s"),
        ("Åsa Ek:s", "⟨asa-ek⟩s"),
        ("ÅSA EK och ÅSA EKS", "⟨asa-ek⟩ och ⟨asa-ek⟩s"),
        ("Åsa EK", "⟨asa-ek⟩"),
        ("Åsa\nEk, Åsa \u00a0 Ek", "⟨asa-ek⟩, ⟨asa-ek⟩"),
        (unicodedata.normalize("NFD", "Åsa Ek"), "⟨asa-ek⟩"),
        ("Å\u00adsa Ek\u200b.", "⟨asa-ek⟩\u200b."),
        ("Åsa Ek-stipendiet, ex-Åsa Ek, Åsa Ek.Sedan", "⟨asa-ek⟩-stipendiet, ex-⟨asa-ek⟩, ⟨asa-ek⟩.Sedan"),
        ("(Åsa Ek) ”Åsa Ek” 'Åsa Ek' _Åsa Ek_", "(⟨asa-ek⟩) ”⟨asa-ek⟩” '⟨asa-ek⟩' _⟨asa-ek⟩_"),
        ("Åsa Ek Åsa Ek", "⟨asa-ek⟩ ⟨asa-ek⟩"),
        ("Åsa Åsa Ek", "Åsa ⟨asa-ek⟩"),
        ("Jonas kommer, Jonas och JONAS", "⟨jonas⟩ kommer, ⟨jonas⟩ och ⟨jonas⟩"),
        # These are not that name.
        ("Åsa Ekström", "Åsa Ekström"),
        ("Kåsa Ek", "Kåsa Ek"),
        ("åsa ek", "åsa ek"),
        ("Åsa och Ek", "Åsa och Ek"),
        ("Åsa, Ek och andra", "Åsa, Ek och andra"),
        ("Vi mötte Åsa. Ek växer här.", "Vi mötte Åsa. Ek växer här."),
        ("Åsa Ek2", "Åsa Ek2"),
        ("Jonasson", "Jonasson"),
        ("", ""),
    ],
)
def test_full_names_by_word_and_case(text: str, masked: str) -> None:
    assert mask().plain(text) == masked


def test_whoever_may_be_named_is_left_alone() -> None:
    text = unicodedata.normalize("NFC", "Åsa Ek och Jonas")
    assert mask("asa-ek").plain(text) == "Åsa Ek och ⟨jonas⟩"
    assert mask("asa-ek", "jonas").plain(text) is text


def test_someone_public_with_the_same_name_is_left_alone() -> None:
    assert mask("anna-berg-2").plain("Anna Bergs ateljé") == "Anna Bergs ateljé"
    assert mask().plain("Anna Bergs ateljé") == "⟨anna-berg⟩s ateljé"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Anna M. Berg", ["Anna M. Berg", "Anna M Berg", "ANNA M. BERG", "Anna M. Bergs"]),
        ("J. R. Öst", ["J. R. Öst", "J R Öst"]),
        ("Anna-Karin Ek", ["Anna-Karin Ek", "Anna‑Karin Ek", "ANNA-KARIN EKS"]),
        ("Siobhan O'Brien", ["Siobhan O'Brien", "Siobhan O’Brien", "SIOBHAN O’BRIEN"]),
        ('Karl "Kalle" Ek', ['Karl "Kalle" Ek', "Karl Kalle Ek"]),
        ("Max", ["Max", "Maxs", "MAX", "Max’s"]),
        ("Li", ["Li", "Lis", "LI"]),
        ("Nguyễn Thị Ánh", ["Nguyễn Thị Ánh", "NGUYỄN THỊ ÁNH", unicodedata.normalize("NFD", "Nguyễn Thị Ánh")]),
        ("Jörg Weiß", ["Jörg Weiß", "JÖRG WEISS"]),
        ("R2 D2", ["R2 D2"]),
    ],
)
def test_names_of_all_shapes(name: str, texts: list[str]) -> None:
    found = mask(people=(("x", name),))
    endings = [found.plain(text).removeprefix("⟨x⟩") for text in texts]
    assert set(endings) <= {"", "s"}


def test_the_longest_name_is_the_one_that_is_meant() -> None:
    people = (("kort", "Anna Berg"), ("lang", "Anna Berg Ek"), ("fore", "Lo Anna Berg"))
    text = "Anna Berg Ek, Lo Anna Berg, Anna Berg"
    assert mask("lang", "fore", people=people).plain(text) == "Anna Berg Ek, Lo Anna Berg, ⟨kort⟩"
    assert mask("kort", people=people).plain(text) == "⟨lang⟩, ⟨fore⟩, Anna Berg"


def test_of_a_name_and_a_genitive_the_name_is_meant() -> None:
    people = (("berg", "Anna Berg"), ("bergs", "Anna Bergs"))
    assert mask("berg", people=people).plain("Anna Bergs") == "⟨bergs⟩"
    assert mask("bergs", people=people).plain("Anna Bergs") == "Anna Bergs"


def test_a_name_without_words_and_nobody_at_all() -> None:
    assert mask(people=(("x", "***"),)).plain("*** Åsa Ek") == "*** Åsa Ek"
    assert mask(people=()).plain("Åsa Ek") == "Åsa Ek"


@pytest.mark.parametrize(
    ("text", "plain", "markdown"),
    [
        ("[Åsa Ek](person:asa-ek)s scen", "⟨asa-ek⟩s scen", "⟨asa-ek⟩s scen"),
        ("[vår värd](person:asa-ek)", "⟨asa-ek⟩", "⟨asa-ek⟩"),
        ("[Jonas](person:jonas)", "Jonas", "[Jonas](person:jonas)"),
        ("[Åsa Ek](person:jonas)", "⟨asa-ek⟩", "[⟨asa-ek⟩](person:jonas)"),
        ("[Åsa\nEk](person:asa-ek)", "⟨asa-ek⟩", "⟨asa-ek⟩"),
        ("[**Åsa** [x] Ek](<person:asa-ek> 'Åsa Ek')", "⟨asa-ek⟩", "⟨asa-ek⟩"),
        ("[hon](PERSON:asa-ek)", "⟨asa-ek⟩", "⟨asa-ek⟩"),
        ("[hon](person:borttagen)", "⟨borttagen⟩", "⟨borttagen⟩"),
        ("**Åsa** Ek", "**⟨asa-ek⟩**", "**⟨asa-ek⟩**"),
        ("Å&#115;a&nbsp;E**k**", "⟨asa-ek⟩****", "⟨asa-ek⟩****"),
        ("<b>Åsa</b> <i lang=sv>Ek</i>", "<b>⟨asa-ek⟩</b><i lang=sv></i>", "<b>⟨asa-ek⟩</b><i lang=sv></i>"),
        ("<Åsa Ek> a < b", "<⟨asa-ek⟩> a < b", "<⟨asa-ek⟩> a < b"),
        ("*Jonas* & andra &amp; `kod`", "*Jonas* & andra &amp; `kod`", "*Jonas* & andra &amp; `kod`"),
    ],
)
def test_links_and_marks(text: str, plain: str, markdown: str) -> None:
    found = mask("jonas")
    assert (found.plain(text), found.markdown(text)) == (plain, markdown)


@pytest.mark.parametrize("way", ways_to_write("Åsa Ek", "asa-ek"))
def test_no_way_of_writing_it_leads_past(way: str) -> None:
    text = ways_to_write("Åsa Ek", "asa-ek")[way]
    for seen in (mask().plain(text), mask().markdown(text)):
        bare = unicodedata.normalize("NFC", seen).replace("\u00ad", "")
        assert "⟨asa-ek⟩" in seen
        assert "Åsa" not in bare
        assert "ÅSA" not in bare
        assert "person:" not in bare.lower()


def test_a_link_to_someone_without_a_page_is_its_words() -> None:
    found = Mask(Names(NAMES), {"jonas", "asa-ek"}.__contains__, str, {"jonas"}.__contains__)
    text = "[Jonas](person:jonas) och [Åsa](person:asa-ek)"
    assert (found.markdown(text), found.plain(text)) == ("[Jonas](person:jonas) och Åsa", "Jonas och Åsa")


def test_whether_a_text_names_someone_who_may_not_be() -> None:
    assert mask().hides(unicodedata.normalize("NFD", "Fråga Åsa Ek"))
    assert not mask("asa-ek").hides("Fråga Åsa Ek")


BEGINNINGS = [
    ("Åsa Ek läser.", "Någon läser."),
    ("Åsa Eks scen", "Någons scen"),
    ("Vi och Åsa Ek", "Vi och någon"),
    ("Slut. Åsa Ek! Åsa Ek? Åsa Ek: Åsa Ek", "Slut. Någon! Någon? Någon: någon"),
    ("Slut.\nÅsa Ek", "Slut.\nNågon"),
    ("rad\nÅsa Ek\n\nÅsa Ek", "rad\nnågon\n\nNågon"),
    ("x\n- Åsa Ek\n- se Åsa Ek", "x\n- Någon\n- se någon"),
    ("x\n## Åsa Ek\n1. Åsa Ek", "x\n## Någon\n1. Någon"),
    ("”Hej!” Åsa Ek (Åsa Ek)", "”Hej!” Någon (någon)"),
    ("”Åsa Ek” och “Nej.” (Åsa Ek)", "”Någon” och “Nej.” (Någon)"),
    ("Slut.Åsa Ek", "Slut.någon"),
    ("t.ex. Åsa Ek, bl.a. Åsa Ek, kl. Åsa Ek, A. Åsa Ek", "t.ex. någon, bl.a. någon, kl. någon, A. någon"),
    ("**Åsa Ek**, **Åsa** Ek", "**Någon**, **någon**"),
    ("**Åsa** Ek läser. *Åsa* Ek", "**Någon** läser. *Någon*"),
    ("[Åsa Ek](person:asa-ek) och [Åsa](person:asa-ek). [x](person:asa-ek)s", "Någon och någon. Någons"),
    (" " * 500 + "Åsa Ek", " " * 500 + "någon"),
    ("x" * 500 + ". Åsa Ek", "x" * 500 + ". Någon"),
]


@pytest.mark.parametrize(("text", "masked"), BEGINNINGS)
def test_a_role_that_begins_a_sentence_has_a_capital(text: str, masked: str) -> None:
    found = Mask(Names(NAMES), (lambda _: False), (lambda _: "någon"), (lambda _: False))
    assert (found.plain(text), found.markdown(text)) == (masked, masked)


WORDS = st.lists(st.sampled_from(["Åsa", "ÅSA", "Anna", "1a", "²", "anna", "Eka"]))


@given(WORDS, st.lists(st.sampled_from(["Å", "A", "sa", "nna", "1", "²", " ", "_", "-", "\n", "é", "\u0301", "ek"])))
def test_the_words_that_may_begin_a_name_are_those_that_begin_as_one(words: list[str], parts: list[str]) -> None:
    text, signs = "".join(parts), {word[0] for word in words}
    found = [word[0] for word in words_beginning_as(words).finditer(text)]
    assert found == [word for word in WORD.findall(text) if word[0] in signs]


class Thorough(Names):
    """Looks through every text."""

    def cannot_be_in(self, text: str) -> bool:
        return False


PARTS = ["Åsa", "Ek", "ÅSA", "EK", "Eks", "Jonas", " /folk/asa-ek/", "[a](person:jonas)", "*", "_", "&amp;", "<b>"]
PARTS += ["\u00ad", "\u200b", "A\u030a", "sa", " ", " ", "\n", ".", "x"]


@example(" /folk/asa-ek/")
@settings(max_examples=300)
@given(st.lists(st.sampled_from(PARTS)).map("".join) | st.text())
def test_a_text_in_which_nobody_can_be_is_the_same_when_it_is_looked_through(text: str) -> None:
    addresses = PersonAddresses([(slug, slug) for slug, _ in NAMES], "folk")
    quick, thorough = (
        Mask(kind(NAMES, addresses), frozenset[str]().__contains__, str.upper, frozenset[str]().__contains__)
        for kind in (Names, Thorough)
    )
    assert (quick.plain(text), quick.markdown(text)) == (thorough.plain(text), thorough.markdown(text))
