from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.site import Site
from meetingplace.reading.links import Written
from meetingplace.reading.private_details import details, digits
from meetingplace.reading.problems import Report
from meetingplace.reading.texts import MOST_DETAILS, Texts


Lines = Callable[[], list[str]]
EXPECTED = "expected Markdown, or HTML that only marks up text"


def codes(text: str) -> list[str]:
    return [code for code, _, _ in details(text)]


@pytest.mark.parametrize(
    "number",
    [
        "811218-9876", "811218+9876", "19811218-9876", "198112189876", "8112189876", "811218 9876", "811218–9876",
        "811218 - 9876", "811278-9873", "850101-1234", "198501011234",
    ],
)  # fmt: skip
def test_identity_numbers(number: str) -> None:
    assert codes(f"Hon är {number}.") == ["identity-number"]


@pytest.mark.parametrize(
    "number",
    ["8112189875", "811218 9875", "811318-9876", "811232-9876", "556036-0793", "8112189876543", "x811218-9876"],
)
def test_numbers_that_are_no_identity_numbers(number: str) -> None:
    assert "identity-number" not in codes(number)


@pytest.mark.parametrize(
    "number",
    [
        "070-174 06 05", "0701740605", "070 174 06 05", "08-123 456 78", "0155-24 50 00", "0155/24 50 00",
        "+46 70 174 06 05", "+46701740605", "+46 (0)70-174 06 05", "0046 70 174 06 05", "+358 40 123 4567",
        "(0155) 24 50 00", "070\u00a0174\u00a006\u00a005", "[ring](tel:+46701740605)",
    ],
)  # fmt: skip
def test_phone_numbers(number: str) -> None:
    assert codes(f"Ring {number}!") == ["phone-in-text"]


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-12", "12-09-2026", "09.30–11.00", "kl. 09-11", "0–18 år", "642 31", "1 000 000", "112", "978-91-7000-150-8",
        "https://a.example/0701740605/a@a.example", "KU2026-0000123", "0,123456789", "@anna", "a@b", "#070-17",
    ],
)  # fmt: skip
def test_texts_without_private_details(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text", ["anna@a.example", "<anna.b@a.b.example>", "[x](mailto:a+b@a.se)", "åsa@räksmörgås.se"]
)
def test_addresses_of_mail(text: str) -> None:
    assert codes(text) == ["email-in-text"]


def test_a_number_is_the_same_however_it_is_written() -> None:
    ways = ("070-174 06 05", "+46 (0)70-174 06 05", "+46701740605", "0046701740605")
    assert {digits(way) for way in ways} == {"0701740605"}


def test_the_contact_of_the_site_may_stand_everywhere() -> None:
    site = Site(contact={"name": "Vi", "email": "vi@a.example", "phone": "070-174 06 05"}, organizer="kal@a.example")
    report = Report("x.md")
    text = "Vi@a.example, kal@a.example, +46 70 174 06 05, du@a.example"
    Texts(site).check(Written(text, lambda at: (1, at + 1)), lambda _: None, report)
    assert [(problem.code, problem.column) for problem in report.problems] == [("email-in-text", 48)]


def test_details_without_end_are_not_all_looked_up() -> None:
    report = Report("x.md")
    Texts(Site()).check(Written("a@b.se " * 20_000, lambda at: (1, at + 1)), lambda _: None, report)
    assert len(report.problems) == MOST_DETAILS


@given(st.text(alphabet="0123456789 +-–()@ab.é/:", max_size=200))
def test_details_stand_where_they_are_said_to(text: str) -> None:
    assert all(text[at : at + len(found)] == found for _, at, found in details(text))


def test_a_file_s_name_that_holds_a_person_s_name(content: Path, lines: Lines, meeting: str) -> None:
    said = (
        "warning[slug-names-someone] the address or the file's name holds the name of someone in"
        " content/people/anna-berg.md; expected one that can stay when consent is taken back"
    )
    for name in (
        "2026-09-12-med-anna-berg",
        "2026-09-12-anna-bergs",
        "2026-09-12-annaberg",
        "2026-09-12-Anna Berg dansar",
    ):
        (content / "events" / f"{name}.md").write_text(meeting, "utf-8")
    own_slug = meeting.replace("title:", "slug: dansen\ntitle:", 1)
    (content / "events" / "åter-anna-berg.md").write_text(own_slug, "utf-8")
    names = ("2026-09-12-Anna Berg dansar", "2026-09-12-anna-bergs", "2026-09-12-med-anna-berg", "åter-anna-berg")
    assert lines() == [f"content/events/{name}.md:1:1: {said}" for name in names]


def test_an_organisation_s_name_may_stand_in_an_address(content: Path, lines: Lines, meeting: str) -> None:
    (content / "people" / "tea.md").write_text("---\nname: Tea\nkind: association\ntype: organisation\n---\n", "utf-8")
    (content / "events" / "frukost-hos-tea.md").write_text(meeting, "utf-8")
    assert lines() == []


def test_a_translation_is_looked_through_too(content: Path, lines: Lines) -> None:
    path = content / "events" / "2026" / "2026-08-20-dansfika.en.md"
    path.write_text("---\ntitle: Dance\nwelcome: Come <script> in\n---\nCall 070-174 06 06 [x](y.html).\n", "utf-8")
    assert lines() == [
        f'{path}:3:15: error[html-active] welcome: the tag "<script>" is not allowed; {EXPECTED}',
        f"{path}:5:6: warning[phone-in-text] what looks like a phone number; expected the number under contact",
        (
            f'{path}:5:24: error[link-to-nothing] the link "y.html" leads to nothing; expected https://…, or an address'
            " from the root such as /personer/"
        ),
    ]


def test_the_second_of_two_tags_is_found_where_it_stands(content: Path, lines: Lines) -> None:
    path = content / "places" / "kvarnen.md"
    path.write_text("---\nname: <form>\ntravel: >\n  Gå <form>\n  och <b>vänta</b> <form>\n---\n", "utf-8")
    assert lines() == [
        f'{path}:{place}: error[html-active] travel: the tag "<form>" is not allowed; {EXPECTED}'
        for place in ("4:6", "5:20")
    ]


def test_a_tag_that_is_written_otherwise_is_told_at_its_value(content: Path, lines: Lines) -> None:
    path = content / "places" / "kvarnen.md"
    path.write_text('---\nname: Kvarnen\ntravel: "Gå \\x3Cform>"\n---\n', "utf-8")
    assert lines() == [f'{path}:3:9: error[html-active] travel: the tag "<form>" is not allowed; {EXPECTED}']


def test_pages_that_lead_out_of_the_folder(content: Path, lines: Lines) -> None:
    Path("outside.md").write_text("title: Utanför\n\nText.\n", "utf-8")
    (content / "pages" / "ut.md").symlink_to("../../outside.md")
    (content / "pages" / "in.md").symlink_to("om.md")
    (content / "pages" / "loop").symlink_to(".")
    assert lines() == [
        "content/pages/loop:1:1: error[link-to-folder] a link to a folder is not followed",
        (
            'content/pages/om.md:3:7: error[slug-duplicate] slug: the slug "om" is that of content/pages/in.md too;'
            " expected another file name, or another slug"
        ),
        (
            "content/pages/ut.md:1:1: error[link-outside] the link leads out of the content folder;"
            " expected a file in the content folder"
        ),
    ]


def test_the_folder_of_pages_may_not_be_a_link(content: Path, lines: Lines) -> None:
    (content / "pages").rename("elsewhere")
    (content / "pages").symlink_to("../elsewhere")
    assert lines() == [
        "content/pages:1:1: error[link-outside] the link leads out of the content folder; expected a file in the content folder"
    ]
