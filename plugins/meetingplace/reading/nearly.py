"""Values that are nearly in their form: what was probably meant, in that form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from .dates import nearest_date
from .slugs import LONGEST, folded_slug


LANGUAGES = MappingProxyType(
    {"svenska": "sv", "engelska": "en", "finska": "fi", "arabiska": "ar", "tyska": "de", "somaliska": "so"}
)
CLOCK = re.compile(r"(?:.*?(?:-|till?)\s*)?(?:kl(?:ockan)?[.\s]*)?(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]00)?")
ITEMS = re.compile(r"\s*[,;]\s*|(?:^|\s+)[-*\u2013\u2022]\s*")
DEGREES = re.compile(r"\+?(-?\d{1,3})(?:[.,](\d{1,20}))?\s*°?")
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"\\^`{|}]*)?")


def nearest_value(code: str, value: str, key: str, year: int | None) -> str:
    """The value in the form that a code asks for, or an empty text. `key` is the last of the value's path."""
    plain = unicodedata.normalize("NFKC", value[:200]).replace("\u2013", "-").strip()
    if code == "day-expected":
        return nearest_date(plain, year).partition(" ")[0]
    if code in ("time-invalid", "time-skipped", "exception-misses", "offset-contradicts"):
        return nearest_date(plain, year) or (_clock(plain) if key == "end" else "")
    return FORMS[code](plain) if code in FORMS else ""


def as_list(value: str) -> str:
    """Words between commas or after marks, as a list on one line; empty for what needs a list of mappings."""
    items = [item for item in ITEMS.split(value.strip(" ()[]")) if item]
    return f"[{', '.join(items)}]" if all(re.fullmatch(r"[\w .-]+", item) for item in items) else ""


def _clock(text: str) -> str:
    found = CLOCK.fullmatch(text.casefold())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 23 and minute <= 59 else ""


def _number(text: str) -> str:
    """The only number in a text: `ca 40`, `1 000`, `40 st`."""
    found = re.findall(r"\d+", re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))
    return found[0] if len(found) == 1 and len(found[0]) <= 6 and not re.search(r"-\d|\de\d", text) else ""


def _degrees(text: str) -> str:
    found = DEGREES.fullmatch(text)
    return f"{found[1]}.{found[2] or 0}" if found and re.search("[,+°]", text) else ""


def _language(text: str) -> str:
    return LANGUAGES.get(text.casefold(), text.lower() if re.fullmatch(r"[A-Z]{2}", text) else "")


def _address(text: str) -> str:
    return f"https://{text}" if HOST.fullmatch(text) else ""


def _path(text: str) -> str:
    return text.lstrip("/") if re.fullmatch(r"/+(?:images|files)/[\w./ -]+", text) and ".." not in text else ""


def _slug(text: str) -> str:
    return folded_slug(text)[:LONGEST]


FORMS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "slug-invalid": _slug,
        "number-expected": _number,
        "degrees-expected": _degrees,
        "language-invalid": _language,
        "address-invalid": _address,
        "path-invalid": _path,
    }
)
