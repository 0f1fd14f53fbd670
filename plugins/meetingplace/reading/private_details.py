"""Details of private life that stand in a text for everybody: identity numbers, telephone numbers, e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator


IDENTITY_NUMBER = re.compile(
    r"(?<![\w.,-])(?P<century>19|20)?(?P<day>[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01]))"
    r"(?P<sign> ?[-+–‐‑−] ?| )?(?P<number>[0-9]{4})(?![\w]|[.,-][0-9])"
)
"""Personnummer and samordningsnummer (SFS 1991:481, 18 and 18 a §), whose day of birth is 60 more."""

PHONE = re.compile(
    r"(?<![\w.,/@=+-])(?:(?:\+|00)[1-9][0-9]{0,2}[ \u00a0-]?(?:\(0\)[ \u00a0]?)?[1-9]|\(?0[1-9][0-9]{0,2}\)?)"
    r"[ \u00a0/–‑-]{0,3}[0-9](?:[ \u00a0–‑-]?[0-9]){4,10}(?![ \u00a0–‑.,-]?[0-9]|\w)"
)
DAY = re.compile(r"[0-3]?[0-9][-/– ][01]?[0-9][-/– ](?:19|20)[0-9]{2}")
LEAST_DIGITS, MOST_NATIONAL, MOST_DIGITS = 8, 10, 15
"""Swedish numbers have eight to ten digits with their first 0; none in the world has over 15 (ITU-T E.164)."""

EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])")
WEB_ADDRESS = re.compile(r"https?://[^\s<>()\"']*", re.IGNORECASE)


def details(text: str) -> Iterator[tuple[str, int, str]]:
    """The code, place and text of what looks like such a detail: `identity-number`, `phone-in-text`,
    `email-in-text`.
    """
    plain = WEB_ADDRESS.sub(lambda found: "/" * len(found[0]), text)
    if "@" in plain:
        yield from (("email-in-text", found.start(), found[0]) for found in EMAIL.finditer(plain))
    numbers = [found for found in IDENTITY_NUMBER.finditer(plain) if _is_identity_number(found)]
    yield from (("identity-number", found.start(), found[0]) for found in numbers)
    taken = [found.span() for found in numbers]
    for found in PHONE.finditer(plain):
        if _is_phone(found[0]) and not any(start < found.end() and found.start() < end for start, end in taken):
            yield "phone-in-text", found.start(), found[0]


def digits(text: str) -> str:
    """The digits alone, the Swedish prefix as 0: `+46 (0)70-174` and `070 174` are the same."""
    kept = re.sub(r"\D", "", text.replace("(0)", ""))
    return re.sub(r"^(?:00)?46", "0", kept) if text.startswith(("+", "00")) else kept


def _is_identity_number(found: re.Match[str]) -> bool:
    """Ten bare digits, or ones with a space, may be anything else: there the last has to be the right one."""
    if found["century"] or (found["sign"] or "").strip():
        return True
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(found["day"] + found["number"])]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _is_phone(text: str) -> bool:
    size = len(re.sub(r"\D", "", text))
    most = MOST_DIGITS if text.startswith(("+", "00")) else MOST_NATIONAL
    return LEAST_DIGITS <= size <= most and not DAY.fullmatch(text)
