"""Content files as nobody would write them: bytes, and the files of the golden cases with something changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from meetingplace.model import FOLDERS, RECORDS
from meetingplace.reading import front_matter, yaml_subset
from meetingplace.reading.problems import Report
from meetingplace.reading.schema import ANY, leaves
from meetingplace.reading.writing import markdown_file


READING = Path(__file__).parents[1] / "reading"
WORLD = READING / "world"
CANARY = "Zyxkanarie"
"""Stands for what a person's file tells: nothing of it may be in a problem."""

FILES: Mapping[str, str] = {
    "event": "events/2026/2026-09-12-x.md",
    "person": "people/x.md",
    "place": "places/x.md",
    "municipality": "municipalities/x.md",
    "series": "series/x.md",
    "page": "pages/x.md",
    "vocabulary": "vocabulary.yaml",
}
_VALUES = """~ null yes no on NO 012 1e309 .nan -1 0 99999999999999999999 18:30 2026-02-30 2026-09-12 2026-09-12T09:30+05:00
2027-03-28T02:30 2026-10-25T02:30 0027-01-01 9999-12-31 24:00 4/3/2027 [] {} [[[[]]]] {a:{b:{c:{d:{e:f}}}}} &a *a !!binary <<
anna-berg bo-ek tea-huset flen kulturfrukost dans okänd ../x /etc/x con images/frukost.png images/bomb.png images/x.png
https://a.example javascript:x //a.example https://u:p@a.example https://[ https://xn--a.example mailto:a@a.example sv en
FREQ=DAILY FREQ=SECONDLY FREQ=WEEKLY;COUNT=3 FREQ=YEARLY;UNTIL=99991231 FREQ=MONTHLY;BYDAY=5MO;COUNT=9 RRULE:x Europe/Stockholm
Europe/Europe free on-site online hybrid draft cancelled confirmed paid name all 0701234567 811218-9876 a@a.example"""
VALUES = _VALUES.split()
TEXTS = [
    *VALUES,
    "",
    " ",
    "a: b",
    "a #b",
    "- a",
    '"',
    "'",
    "|\n    a",
    ">-\n  a\n\n  b",
    "{title: a, url: 'https://a.example'}",
    "[anna-berg, {person: bo-ek, why: a}]",
    "{person: anna-berg, roles: [host]}",
    "{count: 3, of: independent}",
    "{rule: FREQ=WEEKLY;COUNT=4, except: [2026-09-19]}",
    "{name: Kvarnen, town: Flen}",
    "{given: 2026-01-10, how: mejl, covers: [name, profile, photo, contact, feeds, search, archive]}",
    "\u202e\u200b\u00ad\u0301",
    "\ud7ff\U0001f468\u200d\U0001f469",
    "\x00\x07\x1b",
    "\u2028\x85\r\n\r",
    "x" * 3000,
    "Annas och Anna Berg",
]
PIECES = [
    "<script>a</script>",
    "<b onclick=x>",
    "</b></div>",
    "<!-- a --",
    "<![CDATA[ ]]>",
    "]]>",
    "<?x ?>",
    "<a href='javascript&#58;x'>",
    "<img src=//a.example>",
    "<details><summary>a</summary>",
    "[a](person:anna-berg)",
    "[a](person:x)",
    "[Anna Berg](<person:bo-ek> 'Bo Ek')",
    "![a](images/frukost.png)",
    "[a]: javascript:x",
    "[a][b]\n\n[b]: //a.example\n",
    "[a](#b)",
    "# a\n## a\n###### a\n",
    "```\n",
    "~~~a\n",
    "`",
    "**Anna** _Berg_",
    "Anna\nBerg",
    "A&#110;na&nbsp;Berg",
    "| a | b |\n|---|:-:|\n| c |",
    "> 1. - a\n\n        a\n",
    "\\",
    "{{ a }} {% b %}",
    "&#x0;&#xD800;&#1114112;&bogus;",
    "0701234567",
    "811218-9876",
    "a@a.example",
    "---\n",
    "...\n",
]
TEXT = st.one_of(st.sampled_from(TEXTS), st.sampled_from(PIECES), st.text(max_size=12))
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass(frozen=True)
class File:
    """A file to be read: its kind, its path below the content folder, its bytes."""

    kind: str
    raw: bytes

    @property
    def path(self) -> str:
        return FILES[self.kind]


def bases(kind: str) -> list[bytes]:
    """Files of a kind that editors might have written, the good ones twice."""
    if kind == "vocabulary":
        return [(WORLD / "vocabulary.yaml").read_bytes()]
    folder = next((folder for folder, each in FOLDERS.items() if each == kind), "pages")
    good = [path.read_bytes() for path in sorted((WORLD / folder).rglob("*.md"))]
    for case in sorted((READING / "cases").glob(f"{kind}-*.md")):
        raw = case.read_bytes()
        if len(raw) < 4_000:
            good += [raw] * (1 if case.with_suffix(".expected").read_bytes() else 2)
    if kind == "person":
        return [re.sub(rb"\b(?:Anna|Bo|Berg|Ek|mejl)\b", CANARY.encode(), raw) for raw in good]
    return good


BASES = {kind: bases(kind) for kind in FILES}


def without_empty(value: Any) -> Any:
    """Data without keys and items that say nothing, which are not written."""
    if isinstance(value, dict):
        return {key: left for key, each in value.items() if (left := without_empty(each))}
    if isinstance(value, list):
        return [left for each in value if (left := without_empty(each))]
    return value


@st.composite
def any_bytes(draw: Draw) -> File:
    """A few bytes, alone or between the lines of --- that make them front matter."""
    raw: bytes = draw(
        st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
    return File(draw(st.sampled_from(sorted(FILES))), b"---\n" + raw + b"\n---\n" if draw(st.booleans()) else raw)


@st.composite
def changed_files(draw: Draw) -> File:
    """A golden case with one to four changes: of bytes, of lines, of words, or of values by the schema."""
    kind: str = draw(st.sampled_from(["event", "event", "event", *FILES]))
    raw: bytes = draw(st.sampled_from(BASES[kind]))
    changes: list[Callable[[Draw, str, bytes], bytes]] = [_bytes, _lines, _numbers, _words, _piece]
    if kind in RECORDS:
        changes += [_values, _values, _values]
    for _ in range(draw(st.integers(1, 4))):
        raw = draw(st.sampled_from(changes))(draw, kind, raw)
    return File(kind, raw)


def _bytes(draw: Draw, kind: str, raw: bytes) -> bytes:
    start, size = draw(st.integers(0, len(raw))), draw(st.integers(0, 20))
    new: bytes = draw(st.binary(max_size=6))
    return raw[:start] + new + raw[start + size :]


def _lines(draw: Draw, kind: str, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    new = {
        "away": [],
        "twice": [lines[one], lines[one]],
        "indented": [b"  " + lines[one]],
        "outdented": [lines[one].lstrip()],
        "other": [lines[other]],
        "as item": [b"- " + lines[one]],
        "as remark": [b"# " + lines[one]],
    }
    return b"\n".join([*lines[:one], *new[draw(st.sampled_from(sorted(new)))], *lines[one + 1 :]])


def _numbers(draw: Draw, kind: str, raw: bytes) -> bytes:
    found = list(re.finditer(rb"[0-9]+", raw))
    if not found:
        return raw
    number = draw(st.sampled_from(found))
    return raw[: number.start()] + str(draw(st.integers(0, 99))).encode() + raw[number.end() :]


def _words(draw: Draw, kind: str, raw: bytes) -> bytes:
    """Another value behind one of the colons, or another key."""
    found = list(re.finditer(rb"(?<=: )[^\n,{}\[\]]+|[a-z_]+(?=:)", raw))
    if not found:
        return raw
    word = draw(st.sampled_from(found))
    return raw[: word.start()] + _text(draw, kind).encode("utf-8", "surrogatepass") + raw[word.end() :]


def _piece(draw: Draw, kind: str, raw: bytes) -> bytes:
    at = draw(st.integers(len(raw) // 2, len(raw)))
    return raw[:at] + _text(draw, kind).encode("utf-8", "surrogatepass") + raw[at:]


def _values(draw: Draw, kind: str, raw: bytes) -> bytes:
    """Some key of the schema with some value, in front matter that is otherwise as it was."""
    source = front_matter.split(raw, Report(""))
    data = yaml_subset.parse(source.front, Report("")) if source else None
    if source is None or data is None:
        return raw
    path = draw(st.sampled_from(_paths(kind)))
    value: Any = (
        draw(st.lists(st.builds(lambda: _text(draw, kind)), min_size=1, max_size=2))
        if path[-1:] == (ANY,)
        else _text(draw, kind)
    )
    for step in reversed([step for step in path[1:] if step != ANY]):
        value = {step: value}
    if ANY in path[1:-1]:
        value = [value]
    changed = {**data, path[0]: value}
    text = markdown_file(without_empty(changed), source.body)
    return text.encode("utf-8", "surrogatepass")


def _text(draw: Draw, kind: str) -> str:
    text: str = draw(TEXT)
    return f"{CANARY} {text}" if kind == "person" and draw(st.booleans()) else text


@lru_cache
def _paths(kind: str) -> list[tuple[str, ...]]:
    return sorted({leaf.path for leaf in leaves(RECORDS[kind])})  # type: ignore[index]
