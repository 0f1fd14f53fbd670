from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from meetingplace.model import scalars


def read(kind: Any, value: object) -> object:
    """The typed value, or the code of what is wrong with it."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return error.errors(include_url=False)[0]["type"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  Kultur\n  frukost ", "Kultur frukost"),
        ("18:30", "18:30"),
        ("NO", "NO"),
        ("on", "on"),
        ("012", "012"),
        ("<b>]]>&</script>", "<b>]]>&</script>"),
        ("", "text-empty"),
        ("\t\n", "text-empty"),
        ("\u3164\u2800", "text-empty"),
        ("\u00ad\ufe0f", "text-empty"),
        (" \u0301", "text-empty"),
        ("e\u0301", "e\u0301"),
        ("x" * 500, "x" * 500),
        ("x" * 501, "text-too-long"),
        ("x" * 20_000, "text-too-long"),
        (["a"], "text-expected"),
        ({"a": "b"}, "text-expected"),
        (None, "text-expected"),
    ],
)
def test_a_line(value: object, expected: str) -> None:
    assert read(scalars.Line, value) == expected


def test_a_text_keeps_its_lines() -> None:
    assert read(scalars.Text, " ett\n\ntvå \n") == "ett\n\ntvå"


@pytest.mark.parametrize("word", ["yes", "ja", "true", "Yes", " JA "])
def test_yes(word: str) -> None:
    assert read(scalars.YesNo, word) is True


@pytest.mark.parametrize("word", ["no", "nej", "false", "No", " NEJ "])
def test_no(word: str) -> None:
    assert read(scalars.YesNo, word) is False


@pytest.mark.parametrize("value", ["on", "off", "1", "0", "", "kanske", ["no"], None, 0])
def test_neither_yes_nor_no(value: object) -> None:
    assert read(scalars.YesNo, value) == "yes-or-no-expected"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0),
        (" 13 ", 13),
        ("007", 7),
        ("999999", 999_999),
        ("1000000", "number-expected"),
        ("-1", "number-expected"),
        ("1.0", "number-expected"),
        ("1_0", "number-expected"),
        ("1e3", "number-expected"),
        ("NaN", "number-expected"),
        ("Infinity", "number-expected"),
        ("٣", "number-expected"),
        ("", "number-expected"),
        (["1"], "number-expected"),
    ],
)
def test_a_whole_number(value: object, expected: object) -> None:
    assert read(scalars.WholeNumber, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("59.058", 59.058),
        ("-90", -90.0),
        ("59.32932349999999", 59.32932349999999),
        ("90.0", 90.0),
        ("90.1", "degrees-expected"),
        ("nan", "degrees-expected"),
        ("inf", "degrees-expected"),
        ("1e1", "degrees-expected"),
        ("59,058", "degrees-expected"),
        ("", "degrees-expected"),
        (["1"], "degrees-expected"),
    ],
)
def test_degrees_of_latitude(value: object, expected: object) -> None:
    assert read(scalars.Latitude, value) == expected


def test_degrees_of_longitude_go_further() -> None:
    assert [read(scalars.Longitude, text) for text in ("180", "-180", "180.1")] == [180.0, -180.0, "degrees-expected"]


@pytest.mark.parametrize("text", ["anna-berg", "a", "2026-09-12-frukost", "x" * 100])
def test_a_slug(text: str) -> None:
    assert read(scalars.Slug, text) == text


@pytest.mark.parametrize(
    "text",
    ["Anna", "åsa", "a--b", "-a", "a-", "a_b", "a b", "../x", "/etc/x", "..\\x", "a.b", "x" * 101, "a\nb", "а"],
)
def test_no_slug(text: str) -> None:
    assert read(scalars.Slug, text) == "slug-invalid"


@pytest.mark.parametrize("text", ["sv", "en", "fi", "smj", "sv-SE", "zh-Hant"])
def test_a_language(text: str) -> None:
    assert read(scalars.LanguageCode, text) == text


@pytest.mark.parametrize("text", ["svenska språket", "SV", "s", "sv_SE", "sv-"])
def test_no_language(text: str) -> None:
    assert read(scalars.LanguageCode, text) == "language-invalid"


@pytest.mark.parametrize("text", ["a@b.se", "anna.berg+mote@x.se", "o'neil@a-b.example"])
def test_an_email(text: str) -> None:
    assert read(scalars.Email, text) == text


@pytest.mark.parametrize("text", ["a@b", "a b@c.se", "@b.se", "a@b.se,c@d.se", "a@b.se\nBcc: c@d.se", "mailto:a@b.se"])
def test_no_email(text: str) -> None:
    assert read(scalars.Email, text) == "email-invalid"


@pytest.mark.parametrize("text", ["0701234567", "+46 70-123 45 67", "08/12 34 56", "0157 (12) 34"])
def test_a_phone_number(text: str) -> None:
    assert read(scalars.Phone, text) == text


@pytest.mark.parametrize("text", ["ring mig", "070", "070-12\n34567", "+46;ext=1", "٠٧٠١٢٣٤٥٦٧", "0" * 27])
def test_no_phone_number(text: str) -> None:
    assert read(scalars.Phone, text) == "phone-invalid"


@pytest.mark.parametrize(
    "text", ["https://x.se", "http://x.se/a?b=c#d", "https://exämple.se/å", "https://x.se:8080/", "https://x.se/%20"]
)
def test_a_web_address(text: str) -> None:
    assert read(scalars.WebAddress, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/personer/",
        "x.se",
        "https://",
        "https://u:p@x.se",
        "https://u@x.se",
        "https://x.se/a b",
        "https://x.se/\nb",
        'https://x.se/"onclick=',
        "https://x.se/<b>",
        "https://x.se\\@evil.example",
        "http://[::1",
        "ftp://x.se",
    ],
)
def test_no_web_address(text: str) -> None:
    assert read(scalars.WebAddress, text) == "address-invalid"


@pytest.mark.parametrize("text", ["Europe/Stockholm", "UTC", "America/New_York", "Etc/GMT+5"])
def test_a_time_zone(text: str) -> None:
    assert read(scalars.TimeZone, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Stockholm",
        "Europe",
        "Europe/Stockhom",
        "+02:00",
        "../../etc/passwd",
        "/etc/localtime",
        "Europe/Stock\x00holm",
        "localtime",
        "Factory",
        "posix/Europe/Stockholm",
        "right/Europe/Stockholm",
        "a/" * 2000 + "b",
    ],
)
def test_no_time_zone(text: str) -> None:
    assert read(scalars.TimeZone, text) == "zone-unknown"


@pytest.mark.parametrize("text", ["images/frukost.jpg", "files/a b.pdf", "a"])
def test_a_path_within_content(text: str) -> None:
    assert read(scalars.ContentPath, text) == text


@pytest.mark.parametrize(
    "text", ["/etc/passwd", "../x.jpg", "images/../../x", "images//x", "./x", "a\\b", "C:x", "file:x", "images/"]
)
def test_no_path_within_content(text: str) -> None:
    assert read(scalars.ContentPath, text) == "path-invalid"
