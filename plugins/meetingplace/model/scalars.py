"""Single values of front matter: every scalar arrives as text and is typed here, never by YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator

from .faults import fault


YES = frozenset({"yes", "ja", "true"})
NO = frozenset({"no", "nej", "false"})
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 100
LONGEST_LINE = 500
SEEN = re.compile(r"[^\s\u00ad\u0300-\u036f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""A character that can be seen: neither space, nor filler, nor a sign that only changes its neighbour."""
ZONE = re.compile(r"[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}")
"""The shape of a time zone's name: zoneinfo takes each part of any other for a package to import."""

OF_THE_MACHINE = re.compile(r"(?:localtime|posixrules|Factory)$|(?:posix|right)/")
"""Files among the time zones that are zones on some machines, and not the same one on all."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text that people read, in which a name may stand; `markdown` says that it may hold Markdown."""

    markdown: bool


class TermMark:
    """Marks a field whose words are looked up in the vocabulary."""


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise fault("text-expected", found=kind_of(value))
    if not SEEN.search(value):
        raise fault("text-empty")
    return value.strip()


def kind_of(value: object) -> str:
    """What an editor would call a value of another kind: `list`, `mapping` or the text itself."""
    return {"list": "list", "tuple": "list", "dict": "mapping"}.get(type(value).__name__, str(value))


def one_or_list(value: Any) -> Any:
    """A bare text as a list of one."""
    return [value] if isinstance(value, str) else value


def _line(value: str) -> str:
    if len(value) > LONGEST_LINE:
        raise fault("text-too-long", length=len(value), most=LONGEST_LINE)
    return " ".join(value.split())


def at_most(most: int) -> AfterValidator:
    """A validator of texts: at most `most` characters."""

    def check(value: str) -> str:
        if len(value) > most:
            raise fault("text-too-long", length=len(value), most=most)
        return value

    return AfterValidator(check)


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    word = value.strip().casefold() if isinstance(value, str) else ""
    if word in YES or word in NO:
        return word in YES
    raise fault("yes-or-no-expected", found=kind_of(value))


def _whole_number(value: Any) -> Any:
    if isinstance(value, int) and 0 <= value < 1_000_000:
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,6}", value.strip()):
        raise fault("number-expected", found=kind_of(value))
    return int(value)


def _degrees(limit: int) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if isinstance(value, float):
            return value
        found = re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{1,20})?", str(value).strip())
        if not found or abs(float(found[0])) > limit:
            raise fault("degrees-expected", found=kind_of(value), limit=limit)
        return float(found[0])

    return check


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value) or len(value) > LONGEST_SLUG:
        raise fault("slug-invalid", found=value)
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", value):
        raise fault("language-invalid", found=value)
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", value):
        raise fault("email-invalid", found=value)
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ()/-]{4,24}", value):
        raise fault("phone-invalid", found=value)
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        safe = parts.scheme in ("https", "http") and parts.hostname and not (parts.username or parts.password)
    except ValueError:
        safe = None
    if not safe or re.search(r"[\s\x00-\x1f<>\"\\^`{|}]", value):
        raise fault("address-invalid", found=value)
    return value


def _time_zone(value: str) -> str:
    if not ZONE.fullmatch(value) or OF_THE_MACHINE.match(value):
        raise fault("zone-unknown", found=value)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise fault("zone-unknown", found=value) from None
    return value


def _content_path(value: str) -> str:
    parts = value.split("/")
    if value.startswith("/") or "\\" in value or ":" in value or any(part in ("", ".", "..") for part in parts):
        raise fault("path-invalid", found=value)
    return value


Word = Annotated[str, BeforeValidator(_text)]
"""A text of some form of its own: a slug, an address, a number of a telephone."""
Text = Annotated[Word, Prose(markdown=True)]
"""Sentences, in Markdown."""
Line = Annotated[Word, AfterValidator(_line), Prose(markdown=False)]
"""Words on one line."""
Term = Annotated[Line, TermMark()]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Latitude = Annotated[float, BeforeValidator(_degrees(90))]
Longitude = Annotated[float, BeforeValidator(_degrees(180))]
Slug = Annotated[Word, AfterValidator(_slug)]
LanguageCode = Annotated[Word, AfterValidator(_language)]
Email = Annotated[Word, AfterValidator(_email)]
Phone = Annotated[Word, AfterValidator(_phone)]
WebAddress = Annotated[Word, AfterValidator(_web_address)]
TimeZone = Annotated[Word, AfterValidator(_time_zone)]
ContentPath = Annotated[Word, AfterValidator(_content_path)]
