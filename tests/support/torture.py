"""A content folder with the times, words and repeats that calendars and feeds break on, and what readers should see."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from meetingplace.reading.writing import Data, markdown_file
from sites import write


STOCKHOLM = "Europe/Stockholm"
UID_DOMAIN = "motesplatser.example"
PUBLISHED = "2026-01-02"
SOMEONE = {"name": "Åsa", "email": "asa@example.org"}
NOWHERE = {"platform": "Zoom", "note": "Länken kommer med e-post"}
WORDS: Mapping[str, str] = {
    "komman": "Dans, musik; teater, film: ljus,, ljud;;",
    "bakstreck": "\\ \\n \\N \\, \\; \\\\ C:\\temp\\n\\",
    "citat": '"Citat" \'citat\' ”citat” "',
    "xml": "A ]]> B <b>fet</b> <A> & &amp; &lt; &#38; <![CDATA[x]]> --> < >",
    "mallar": "{{ site }} {% raw %} %(title)s %s $x ${x} {0}",
    "emoji": "👩🏽‍🎨 👨‍👩‍👧‍👦 🏳️‍🌈 🇸🇪 " + "🎭" * 40,
    "ett-ord": "Kulturfrukostförberedelsearbetsgruppsmöte" * 4,
    "tvahundra": ("Åäö éü ñ ß ø æ þ ð " * 11)[:200].strip(),
    "femhundra": ("Många ord i en rubrik, " * 30)[:500].strip(),
    "radtecken": "En\u2028två\u2029tre\u0085fyra\u00a0fem\u2003sex\u3000sju",
    "riktning": "שלום עולם – مرحبا بالعالم – नमस्ते – สวัสดี – 你好，世界；再见",
    "forening": "A\u030angstro\u0308m e\u0301 \u00ad ﬁ ½ № Ⅷ",
    "ics": "BEGIN:VEVENT;END:VCALENDAR,DTSTART:20260101T000000Z",
    "falska-falt": "X;VALUE=DATE:Y RRULE:FREQ=DAILY ATTENDEE:mailto:a@example.org",
    "formel": "=1+1;@SUM(A1),+x,-y",
    "fold-73": "a" * 66 + "åäö" * 30,
    "fold-emoji": "ab" + "👩🏽‍🎨" * 30,
}


@dataclass
class Torture:
    """What has been written: by uid the occurrences that a calendar has, as (start, summary)."""

    folder: Path
    seen: dict[str, list[tuple[dt.date, str]]] = field(default_factory=dict)

    def meeting(self, slug: str, starts: list[dt.datetime] | list[dt.date], *, zone: str = "", **more: Data) -> None:
        """Writes a meeting that lasts for an hour where `end` is not given; `starts` are its local starts or days."""
        first = starts[0]
        timed = isinstance(first, dt.datetime)
        title = more.get("title", f"Möte {slug}")
        data: dict[str, Data] = {
            "title": title,
            "summary": "Vi ses.",
            "start": f"{first:%Y-%m-%d %H:%M}" if timed else f"{first}",
            **({"end": f"{first + dt.timedelta(hours=1):%Y-%m-%d %H:%M}"} if timed else {}),
            "attendance": "online",
            "online": NOWHERE,
            "contact": SOMEONE,
            "published": PUBLISHED,
            **({"timezone": zone} if zone else {}),
            **more,
        }
        write(self.folder, f"events/{slug}.md", markdown_file(data))
        place = ZoneInfo(zone or STOCKHOLM)
        self.expect(slug, [(at.replace(tzinfo=place) if isinstance(at, dt.datetime) else at) for at in starts], title)

    def expect(self, uid: str, starts: list[dt.datetime] | list[dt.date], title: Data) -> None:
        """More occurrences that calendars should have."""
        found = self.seen.setdefault(f"{uid}@{UID_DOMAIN}", [])
        found += [(start, unicodedata.normalize("NFC", " ".join(str(title).split()))) for start in starts]


def write_torture(folder: Path) -> Torture:
    """Writes all of it."""
    torture = Torture(folder)
    for year in (2026, 2027):
        for day in changes_of_clocks(year):
            _around_a_change(torture, day)
    for part in (_calendar_days, _zones, _words, _headings, _repeats, _statuses):
        part(torture)
    return torture


def changes_of_clocks(year: int) -> Iterator[dt.date]:
    """The days of a year on which Stockholm's clocks change."""
    noons = [dt.datetime(year, 1, 1, 12, tzinfo=ZoneInfo(STOCKHOLM)) + dt.timedelta(days=n) for n in range(365)]
    for before, after in pairwise(noons):
        if before.utcoffset() != after.utcoffset():
            yield after.date()


def _around_a_change(torture: Torture, day: dt.date) -> None:
    for clock, end in (("00:00", "24"), ("01:59", "03:00"), ("01:30", "03:30"), ("03:00", "03:30"), ("23:00", "23:59")):
        start = dt.datetime.combine(day, dt.time.fromisoformat(clock))
        until = f"{day + dt.timedelta(days=1)} 00:00" if end == "24" else f"{day} {end}"
        torture.meeting(f"{day}-{clock[:2]}{clock[3:]}-{end[:2]}{end[3:]}", [start], end=until)
    night = dt.datetime.combine(day - dt.timedelta(days=1), dt.time(22))
    torture.meeting(f"{day}-natten", [night], end=f"{day} 04:00")
    torture.meeting(f"{day}-dagen", [day])
    torture.meeting(f"{day}-dagarna", [day - dt.timedelta(days=1)], end=str(day + dt.timedelta(days=1)))
    weeks = [dt.datetime.combine(day + dt.timedelta(weeks=week), dt.time(3)) for week in (-1, 0, 1)]
    torture.meeting(f"{day}-veckovis", weeks, repeat={"rule": "FREQ=WEEKLY;COUNT=3"})
    if day.month == 10:
        twice = dt.datetime.combine(day, dt.time(2, 30))
        torture.meeting(f"{day}-tva-ganger", [twice], end=f"{day} 03:30")
        week = dt.timedelta(weeks=1)
        torture.meeting(
            f"{day}-natter",
            [twice - week, twice + week],
            start=f"{twice - week:%Y-%m-%d %H:%M}",
            repeat={"rule": "FREQ=WEEKLY;COUNT=3"},
        )
        alone = f"{day}-natter+{twice:%Y%m%dT%H%M%S}"
        torture.expect(alone, [twice.replace(tzinfo=ZoneInfo(STOCKHOLM))], f"Möte {day}-natter")


def _calendar_days(torture: Torture) -> None:
    torture.meeting("skottdagen", [dt.date(2028, 2, 29)], all_day="yes")
    torture.meeting("skottdagens-kvall", [dt.datetime(2028, 2, 29, 23)], end="2028-03-01 01:00")
    torture.meeting("nyar", [dt.date(2026, 12, 30)], end="2027-01-02", all_day="yes")
    torture.meeting("tolvslaget", [dt.datetime(2026, 12, 31, 22)], end="2027-01-01 02:00")
    torture.meeting("tre-dagar", [dt.datetime(2026, 11, 27, 9)], end="2026-11-29 16:00")
    torture.meeting("en-manad", [dt.date(2027, 3, 1)], end="2027-04-01")
    torture.meeting("en-minut", [dt.datetime(2027, 1, 1)], end="2027-01-01 00:01")


def _zones(torture: Torture) -> None:
    zones = (
        "UTC Australia/Sydney Australia/Adelaide Pacific/Auckland Pacific/Chatham America/Sao_Paulo America/St_Johns"
        " America/New_York Asia/Kolkata Asia/Kathmandu Africa/Johannesburg Africa/Cairo America/Santiago Europe/Dublin"
    )
    for zone in zones.split():
        for month in (1, 7):
            name = zone.lower().replace("/", "-").replace("_", "-")
            torture.meeting(f"{name}-{month}", [dt.datetime(2027, month, 15, 18, 30)], zone=zone)
    autumn = [dt.datetime(2027, 3, 28, 10) + dt.timedelta(weeks=week) for week in range(4)]
    torture.meeting("sydney-veckovis", autumn, zone="Australia/Sydney", repeat={"rule": "FREQ=WEEKLY;COUNT=4"})
    days = [dt.datetime(2027, 10, day, 23, 30) for day in (1, 2, 3, 4)]
    torture.meeting("adelaide-dagligen", days, zone="Australia/Adelaide", repeat={"rule": "FREQ=DAILY;COUNT=4"})


def _words(torture: Torture) -> None:
    for slug, words in WORDS.items():
        torture.meeting(
            f"ord-{slug}",
            [dt.datetime(2026, 12, 1, 18)],
            title=words,
            summary=words[:200],
            attendance="hybrid",
            form=words[:60],
            topics=[words, "dans"],
            place={"name": words, "address": words, "town": words},
            online={"platform": words, "url": "https://example.org/j/1?p=2,3;q='4'&r=%22", "note": _prose(words)},
            cost=words,
            pay={"paid": "yes", "amount": words, "note": _prose(words)},
            registration={"required": "yes", "email": "anmalan@example.org", "note": _prose(words)},
            contact={"name": words, "email": "asa@example.org", "hours": words},
            published="2026-03-01",
            updates=[{"date": "2026-03-02", "text": _prose(words)}],
        )
    torture.meeting(
        "ord-rader",
        [dt.datetime(2026, 12, 1, 18)],
        audience="En\nTvå\n\n\n- tre\n- fyra",
        cost="a\nb",
        published="2026-03-01",
    )


def _headings(torture: Torture) -> None:
    """Listings with names of the same words, and someone who may be named everywhere."""
    name = 'Åsa ”Å;s,a” "O\'Ek" \\'
    consent: dict[str, Data] = {"given": "2026-01-01", "covers": ["name", "profile", "feeds"]}
    records: dict[str, dict[str, Data]] = {
        "places/hallen.md": {"name": WORDS["xml"], "municipality": "staden"},
        "municipalities/staden.md": {"name": WORDS["komman"]},
        "series/serien.md": {"title": WORDS["citat"], "summary": WORDS["emoji"]},
        "people/nagon.md": {"name": name, "kind": "independent", "consent": consent, "disciplines": [WORDS["fold-73"]]},
    }
    for path, data in records.items():
        write(torture.folder, path, markdown_file(data))
    write(
        torture.folder,
        "vocabulary.yaml",
        f"terms: {{bakstreck: {{sv: {json.dumps(WORDS['bakstreck'])}, kind: topic}}}}\n",
    )
    torture.meeting(
        "listad",
        [dt.datetime(2026, 12, 2, 18)],
        attendance="on-site",
        place="hallen",
        series="serien",
        topics=["bakstreck"],
        who=[{"person": "nagon", "role": ["host", "speaker"], "why": WORDS["xml"], "since": "2026-03-01"}],
    )


def _prose(words: str) -> str:
    """The words in some lines of Markdown, in code, where whatever looks like HTML is text."""
    return f"Stycke **ett**.\n\n`{words}`\n\n- punkt\n- till"


def _repeats(torture: Torture) -> None:
    at = [dt.datetime(2026, 12, 3, 17) + dt.timedelta(weeks=week) for week in range(6)]
    torture.meeting(
        "serie-allt",
        [at[1], at[5], dt.datetime(2026, 12, 19, 12)],
        title="Serien, med allt",
        start=f"{at[0]:%Y-%m-%d %H:%M}",
        end="18:00",
        repeat={
            "rule": "FREQ=WEEKLY;COUNT=6",
            "also": ["2026-12-19 12:00"],
            "except": ["2026-12-31"],
            "changes": [
                {"date": "2026-12-03", "status": "cancelled", "text": "Sjukt, tyvärr; åter nästa vecka\\"},
                {"date": "2026-12-17", "start": "2026-12-18 19:00", "end": "21:00"},
                {"date": "2026-12-24", "status": "postponed", "title": "Jul, på <annat> & vis"},
            ],
        },
    )
    rest, extra = torture.seen["serie-allt@motesplatser.example"][:2], "serie-allt+20261219T120000"
    torture.seen["serie-allt@motesplatser.example"] = rest
    torture.expect(extra, [_here(2026, 12, 19, 12)], "Serien, med allt")
    torture.expect("serie-allt", [_here(2026, 12, 3, 17)], "INSTÄLLT: Serien, med allt")
    torture.expect("serie-allt", [_here(2026, 12, 18, 19)], "Serien, med allt")
    torture.expect("serie-allt", [_here(2026, 12, 24, 17)], "FRAMFLYTTAT: Jul, på <annat> & vis")
    _rules(torture)


def _rules(torture: Torture) -> None:
    last = [dt.datetime(2026, 12, 31, 8), dt.datetime(2027, 1, 31, 8), dt.datetime(2027, 2, 28, 8)]
    torture.meeting("manadens-sista", last, repeat={"rule": "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3"})
    long_months = [dt.datetime(2027, month, 31, 8) for month in (1, 3, 5)]
    torture.meeting("den-trettioforsta", long_months, repeat={"rule": "FREQ=MONTHLY;COUNT=3"})
    first = [
        dt.datetime(2027, 1, 5, 8),
        dt.datetime(2027, 2, 2, 8),
        dt.datetime(2027, 3, 2, 8),
        dt.datetime(2027, 4, 6, 8),
    ]
    torture.meeting("forsta-tisdagen", first, repeat={"rule": "FREQ=MONTHLY;BYDAY=1TU;UNTIL=2027-04-06"})
    days = [dt.date(2026, 12, 30), dt.date(2026, 12, 31), dt.date(2027, 1, 1)]
    torture.meeting("hela-dagar", days, repeat={"rule": "FREQ=DAILY;UNTIL=2027-01-01"})
    torture.meeting(
        "hela-dagar-utom", [days[0], days[2]], repeat={"rule": "FREQ=DAILY;COUNT=3", "except": ["2026-12-31"]}
    )
    torture.meeting(
        "natt-till-sista-dag",
        [dt.datetime(2027, 1, 1, 0, 30), dt.datetime(2027, 1, 2, 0, 30)],
        repeat={"rule": "FREQ=DAILY;UNTIL=2027-01-02"},
    )
    torture.meeting("skottar", [dt.datetime(2028, 2, 29, 12)], repeat={"rule": "FREQ=YEARLY;COUNT=2"})


def _statuses(torture: Torture) -> None:
    at = [dt.datetime(2026, 12, 8, 18)]
    torture.meeting("kanske", at, status="tentative")
    torture.meeting("utan-lank", at, online={"note": "Länken mejlas dagen före"})
    torture.meeting("nagonstans", at, attendance="on-site", place={"tbd": "Högst troligt Flen; eller, kanske, Trosa"})
    for slug, word in (("cancelled", "INSTÄLLT"), ("postponed", "FRAMFLYTTAT")):
        torture.meeting(slug, at, status=slug, updates=[{"date": "2026-11-01", "text": "Sal **3** brann."}])
        torture.seen[f"{slug}@{UID_DOMAIN}"] = [(_here(2026, 12, 8, 18), f"{word}: Möte {slug}")]
    weeks = [at[0] + dt.timedelta(weeks=week) for week in range(2)]
    torture.meeting("serien-installd", weeks, status="cancelled", repeat={"rule": "FREQ=WEEKLY;COUNT=2"})
    found = torture.seen[f"serien-installd@{UID_DOMAIN}"]
    torture.seen[f"serien-installd@{UID_DOMAIN}"] = [(start, f"INSTÄLLT: {title}") for start, title in found]
    torture.meeting("flyttat", at, updates=[{"date": "2026-11-01", "text": "Ny dag.", "was": "2026-12-01 18:00"}])
    for slug, start in (("i-maj", "2027-05"), ("nasta-ar", "2027")):
        torture.meeting(slug, [dt.date(2027, 1, 1)], start=start)
        del torture.seen[f"{slug}@{UID_DOMAIN}"]


def _here(*numbers: int) -> dt.datetime:
    return dt.datetime(*numbers, tzinfo=ZoneInfo(STOCKHOLM))  # type: ignore[misc,arg-type]
