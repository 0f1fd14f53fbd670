"""Times that were written in another way than ISO 8601's: what was probably meant."""

from __future__ import annotations

import datetime as dt
import re


MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:[a-zåäö]{3,8}\.?\s+)?(?:den\s+)?"
WORDED = re.compile(rf"{WEEKDAY}(?P<day>\d{{1,2}})\s*(?P<month>{MONTH})(?:\s*(?P<year>\d{{4}}))?(?!\w)")
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})(?:\s*[./-]\s*(?P<year>\d{4}))?(?![\w./-])")
YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[./-]?)(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)")
CLOCK = re.compile(r"[\s,t]*(?:kl(?:ockan)?[.\s]*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?:\s*[-–]\s*[\d:.]+)?")


def nearest_date(text: str, year: int | None = None) -> str:
    """The time in the form that is read, or an empty text where none can be made out.

    Swedish order is taken for granted: 04/03/2027 is 4 March. `year` is used where none was written; a day
    after the last of its month becomes the last.
    """
    words = " ".join(text.casefold().split())[:60]
    for pattern in (WORDED, YEAR_FIRST, DAY_FIRST):
        found = pattern.match(words)
        if found:
            month = MONTHS.get(found["month"][:3]) or int(found["month"])
            day = _day(int(found["year"] or year or 0), month, int(found["day"]))
            return day and day + _clock(words[found.end() :])
    return ""


def _day(year: int, month: int, day: int) -> str:
    for last in (day, *range(30, 27, -1)):
        try:
            return dt.date(year, month, last).isoformat() if last <= day <= 31 else ""
        except ValueError:
            continue
    return ""


def _clock(rest: str) -> str:
    found = CLOCK.fullmatch(rest)
    if not found or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return ""
    return f" {int(found['hour']):02d}:{found['minute'] or '00'}"
