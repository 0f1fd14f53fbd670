"""Whether two built sites are the same work: as many files at the same addresses, and in each the same to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

from made import MUNICIPALITIES, TOPICS, Meeting, person_name


CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
NAMED = re.compile(r"\\n– ([^,(\\]+?)(?: \(|\\,|,|\\n|$)")
IN_FEED = re.compile(r"<li>([^,(:<]+?)(?: \(|,|</li>)")
EVENT = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "URL", "STATUS")
MOST_TOLD = 5


class UnequalError(Exception):
    """The sites are not the same work; its text says where."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """How many files of each kind a site has."""

    html: int
    ics: int
    rss: int


def outputs(site: Path) -> Outputs:
    """Raises UnequalError for a file of any other kind."""
    found = {"html": 0, "ics": 0, "xml": 0}
    for path in files(site):
        if path.suffix[1:] not in found:
            raise UnequalError(f"{path}: neither page, calendar nor feed")
        found[path.suffix[1:]] += 1
    return Outputs(found["html"], found["ics"], found["xml"])


def expected(count: int, of_people: int) -> Outputs:
    """Of the work that the bench is about."""
    return Outputs(html=1 + count + of_people + TOPICS + MUNICIPALITIES, ics=1 + count, rss=1)


def compare(ours: Path, theirs: Path, meetings: Iterable[Meeting], of_people: int) -> Outputs:
    """What both sites have; raises UnequalError unless it is the same, and what the content asks for."""
    wanted = list(meetings)
    there, here, needed = outputs(theirs), outputs(ours), expected(len(wanted), of_people)
    if not here == there == needed:
        raise UnequalError(f"ours has {here}, theirs {there}, the content asks for {needed}")
    ours_by, theirs_by = dict(_by_address(ours)), dict(_by_address(theirs))
    differing = [
        address for address in sorted(ours_by.keys() | theirs_by.keys()) if _differ(address, ours_by, theirs_by)
    ]
    if differing:
        raise UnequalError(f"{len(differing)} files differ: {', '.join(differing[:MOST_TOLD])}")
    for meeting in wanted:
        _check(meeting, ours_by[f"motesplatser/{meeting.slug}/index.html"])
    return here


def files(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*") if path.is_file())


def _by_address(site: Path) -> Iterator[tuple[str, Path]]:
    """Calendars by their folder, for what each is called is a matter of taste."""
    for path in files(site):
        yield (path.with_stem("x") if path.suffix == ".ics" else path).relative_to(site).as_posix(), path


def _differ(address: str, ours: dict[str, Path], theirs: dict[str, Path]) -> bool:
    if address not in ours or address not in theirs:
        return True
    read = {".html": page, ".ics": events, ".xml": items}[Path(address).suffix]
    return read(ours[address]) != read(theirs[address])


def page(path: Path) -> tuple[str, list[str], list[str]]:
    """The title, every word of the page below its head, and where its links lead."""
    parsed = html.document_fromstring(path.read_text("utf-8"))
    body = parsed.find("body")
    if body is None:
        raise UnequalError(f"{path}: no page")
    times = [str(each.get("datetime")) for each in body.iter("time")]
    words = [word for text in body.itertext() for word in str(text).split()]
    return (
        parsed.findtext("head/title") or "",
        words + times,
        [unquote(each.get("href", "")) for each in body.iter("a")],
    )


def events(path: Path) -> list[tuple[object, ...]]:
    """Of every VEVENT what EVENT names, and those whom its description names."""
    text = path.read_text("utf-8").replace("\r\n", "\n").replace("\n ", "")
    found: list[tuple[object, ...]] = []
    for part in text.split("BEGIN:VEVENT\n")[1:]:
        lines = dict(re.split("[:;]", line, maxsplit=1) for line in part.partition("\nEND:VEVENT")[0].split("\n"))
        found.append((*(lines[name] for name in EVENT), NAMED.findall(lines["DESCRIPTION"])))
    return found


def items(path: Path) -> list[tuple[object, ...]]:
    """Of every item of a feed its link, guid, moment, summary, and those whom it names."""
    return [
        (
            item.findtext("link"),
            item.findtext("guid"),
            parsedate_to_datetime(item.findtext("pubDate") or ""),
            item.findtext("description"),
            (item.findtext("title") or "").rpartition(": ")[2],
            [name for name in IN_FEED.findall(item.findtext(CONTENT) or "") if name.count(" ") > 1],
        )
        for item in etree.parse(path).iter("item")
    ]


def _check(meeting: Meeting, path: Path) -> None:
    """Both sites may be wrong alike: so the page is compared with what was made, too."""
    parsed = html.document_fromstring(path.read_text("utf-8"))
    named = [each.text for each in parsed.iterfind(".//section[@id='vilka']//a")]
    if (parsed.findtext(".//h1"), named) != (meeting.title, [person_name(row.person) for row in meeting.who]):
        raise UnequalError(f"{path}: not the meeting that was made")
