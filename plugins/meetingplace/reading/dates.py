"""Times that were written in another way than ISO 8601's: what was probably meant."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

from meetingplace.model.times import FIRST_YEAR, LAST_YEAR


MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = r"(?P<month>(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*)\.?"
WEEKDAY = r"(?:[a-zåäö]{3,8}\.?,?\s+)?(?:den\s+)?"
WORDED = re.compile(rf"{WEEKDAY}(?P<day>\d{{1,2}})(?::?[ae])?\s*{MONTH}(?:\s*(?P<year>\d{{4}}))?(?!\w)")
DAY_FIRST = re.compile(
    rf"{WEEKDAY}(?P<day>\d{{1,2}})\s*[./-]\s*(?P<month>\d{{1,2}})(?:\s*[./ -]\s*(?P<year>\d{{4}}))?(?![\w./-])"
)
SHORT_YEAR = re.compile(
    rf"{WEEKDAY}(?P<day>\d{{1,2}})(?P<sign>[./])(?P<month>\d{{1,2}})(?P=sign)(?P<short>[2-9]\d)(?!\d)"
)
YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[./ -])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)")
COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
MONTH_ALONE = re.compile(rf"{MONTH}\s+(?P<year>\d{{4}})|(?P<first>\d{{4}})[./-](?P<number>\d)")
SEASON = re.compile(r"(?:vår|sommar|höst|vinter)\w*\s+(?P<year>\d{4})")
CLOCK = re.compile(
    r"[\s,t]*(?:kl(?:ockan)?[.\s]*)?(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?"
    r"(?:\s*(?:ce?s?t|h|[+-]\d{2}:?\d{2}|(?:-|till?)\s*[\d:.]+))?"
)
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
QUOTES = " \"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"


def nearest_date(text: str, year: int | None = None) -> str:
    """The time in the form that is read, or an empty text where none can be made out.

    Swedish order is taken for granted: 04/03/2027 is 4 March. `year` is used where none was written; a day
    after the last of its month becomes the last, and 24:00 the next day's beginning.
    """
    words = unicodedata.normalize("NFKC", text[:200]).translate(DASHES).strip(QUOTES)
    words = " ".join(words.casefold().split())[:60]
    for pattern in (WORDED, YEAR_FIRST, COMPACT, SHORT_YEAR, DAY_FIRST):
        if found := pattern.match(words):
            named = found.groupdict()
            written = named.get("year") or (f"20{named['short']}" if "short" in named else year or 0)
            month = MONTHS.get(found["month"][:3]) or int(found["month"])
            return _with_clock(_day(int(written), month, int(found["day"])), words[found.end() :])
    return _without_day(words)


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not (1 <= day <= 31 and 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _with_clock(day: dt.date | None, rest: str) -> str:
    if day is None or not rest:
        return day.isoformat() if day else ""
    found = CLOCK.fullmatch(rest)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (99, 0)
    if (hour, minute) == (24, 0) and day != dt.date(LAST_YEAR, 12, 31):
        return f"{day + dt.timedelta(days=1)} 00:00"
    return f"{day} {hour:02d}:{minute:02d}" if hour <= 23 and minute <= 59 else ""


def _without_day(words: str) -> str:
    """A month, or the year of a season."""
    if found := MONTH_ALONE.fullmatch(words):
        number = int(found["number"]) if found["number"] else MONTHS[found["month"][:3]]
        return f"{found['year'] or found['first']}-{number:02d}" if number else ""
    season = SEASON.fullmatch(words)
    return season["year"] if season else ""
