from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.reading.nearly import FORMS, as_list, nearest_value


@pytest.mark.parametrize(
    ("code", "value", "key", "expected"),
    [
        ("time-invalid", "kl 11", "end", "11:00"),
        ("time-invalid", "9.30–11", "end", "11:00"),
        ("time-invalid", "11:00:00", "end", "11:00"),
        ("time-invalid", "24:00", "end", ""),
        ("time-invalid", "kl 11", "start", ""),
        ("time-invalid", "12/9 kl 11", "start", "2026-09-12 11:00"),
        ("day-expected", "12/9 kl 11", "given", "2026-09-12"),
        ("offset-contradicts", "2026-09-12 09:30+03:00", "start", "2026-09-12 09:30"),
        ("slug-invalid", "Frukost i Åre", "slug", "frukost-i-are"),
        ("number-expected", "ca 40", "count", "40"),
        ("number-expected", "1 000", "count", "1000"),
        ("number-expected", "20-30", "count", ""),
        ("number-expected", "1 2", "count", ""),
        ("number-expected", "-3", "count", ""),
        ("number-expected", "1e5", "count", ""),
        ("number-expected", "3.5", "count", ""),
        ("number-expected", "1234567", "count", ""),
        ("degrees-expected", "59,1", "lat", "59.1"),
        ("degrees-expected", "+17", "lon", "17.0"),
        ("degrees-expected", "190", "lon", ""),
        ("language-invalid", "Svenska", "language", "sv"),
        ("language-invalid", "EN", "language", "en"),
        ("language-invalid", "klingon", "language", ""),
        ("address-invalid", "www.a.example/b?c=d", "url", "https://www.a.example/b?c=d"),
        ("address-invalid", "javascript:x", "url", ""),
        ("address-invalid", "user:pw@a.example", "url", ""),
        ("path-invalid", "/images/a b.jpg", "file", "images/a b.jpg"),
        ("path-invalid", "/images/../../x", "file", ""),
        ("path-invalid", "/etc/passwd", "file", ""),
        ("text-empty", "x", "title", ""),
    ],
)
def test_nearest_value(code: str, value: str, key: str, expected: str) -> None:
    assert nearest_value(code, value, key, 2026) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dans, musik", "[dans, musik]"),
        ("– dans – musik", "[dans, musik]"),
        ("-dans -musik", "[dans, musik]"),
        ("(dans; musik)", "[dans, musik]"),
        ("dans", "[dans]"),
        ("dans: x", ""),
        ("https://a.example", ""),
    ],
)
def test_words_as_a_list(words: str, expected: str) -> None:
    assert as_list(words) == expected


@given(st.sampled_from([*FORMS, "time-invalid", "day-expected"]), st.text(max_size=20))
def test_any_value_is_looked_at(code: str, value: str) -> None:
    assert isinstance(nearest_value(code, value, "end", 2026), str)
