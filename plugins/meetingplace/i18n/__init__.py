"""Words and dates in the languages of the site: one gettext catalogue, and Babel for the calendar."""

from __future__ import annotations

import datetime as dt
import gettext
import io
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


FOLDER = Path(__file__).parent
LOCALES = {"sv": "sv_SE", "en": "en_GB"}


def N_(message: str) -> str:
    """Marks a message in a table for extraction and returns it unchanged."""
    return message


class Language:
    """Messages and dates in one language. Messages are English in code; formats are printf's with names."""

    def __init__(self, code: str, translations: gettext.NullTranslations) -> None:
        self.code = code
        self.translations = translations
        self._locale = Locale.parse(LOCALES.get(code, code))

    def gettext(self, message: str, **values: object) -> str:
        text = self.translations.gettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, num: int, **values: object) -> str:
        return self.translations.ngettext(one, many, num) % {"num": num, **values}

    @property
    def locale(self) -> str:
        """The language with the land whose ways it has, as Open Graph spells it: `sv_SE`."""
        return LOCALES.get(self.code, self.code)

    def day(self, day: dt.date) -> str:
        """`torsdag 12 mars 2026`."""
        return format_date(day, "EEEE d MMMM y", self._locale)

    def short_day(self, day: dt.date) -> str:
        """`tor 12 mars`."""
        return f"{self.weekday(day)[:3]} {self.day_month(day)}"

    def weekday(self, day: dt.date) -> str:
        """`torsdag`."""
        return format_date(day, "EEEE", self._locale)

    def day_month(self, day: dt.date) -> str:
        """`12 mars`."""
        return format_date(day, "d MMMM", self._locale)

    def month_name(self, month: int) -> str:
        """`mars`."""
        return format_date(dt.date(2000, month, 1), "LLLL", self._locale)

    def month(self, year: int, month: int) -> str:
        """`mars 2026`."""
        return format_skeleton("yMMMM", dt.datetime(year, month, 1), locale=self._locale)

    def clock(self, time: dt.time) -> str:
        """`09.30` in Swedish, `09:30` elsewhere."""
        return f"{time:%H.%M}" if self.code == "sv" else f"{time:%H:%M}"

    def clock_text(self, text: str) -> str:
        """A time of day as written, spelt as the language spells it; other words as they are."""
        found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text)
        return self.clock(dt.time(int(found[1]), int(found[2]))) if found and int(found[1]) < 24 else text

    def city(self, zone: str) -> str:
        """The place that a time zone is named by: `Helsingfors`."""
        named = self._locale.time_zones.get(zone, {}).get("city")
        return str(named) if named else zone.rpartition("/")[2].replace("_", " ")

    def tongue(self, code: str) -> str:
        """A language by its name: `svenska`; the code itself where it is not known."""
        return str(self._locale.languages.get(code, code))

    def list(self, words: Iterable[str]) -> str:
        """`a, b och c`."""
        return format_list(list(words), locale=self._locale)

    def sort_key(self, text: str) -> tuple[str, ...]:
        """A key that sorts å, ä, ö last in Swedish and with a and o elsewhere; other accents never count."""
        own = {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"} if self.code == "sv" else {}
        return tuple(own.get(letter) or unicodedata.normalize("NFD", letter)[0] for letter in text.casefold())

    def initial(self, text: str) -> str:
        """The letter under which a text is listed: `Ånn` under Å in Swedish, `Ánn` under A."""
        letter = unicodedata.normalize("NFC", text)[:1].upper()
        return letter if self.code == "sv" and letter in "ÅÄÖ" else unicodedata.normalize("NFD", letter)[:1]


def _catalog(code: str) -> Catalog:
    merged = Catalog(locale=code)
    for path in sorted((FOLDER / code).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=code):
                if message.id:
                    merged[message.id] = message
    return merged


@lru_cache(maxsize=8)
def language(code: str) -> Language:
    """The language of a code; messages stay English where it has no catalogue.

    Raises babel.UnknownLocaleError for a code that is no language.
    """
    if not (FOLDER / code).is_dir():
        return Language(code, gettext.NullTranslations())
    compiled = io.BytesIO()
    write_mo(compiled, _catalog(code))
    compiled.seek(0)
    return Language(code, gettext.GNUTranslations(compiled))
