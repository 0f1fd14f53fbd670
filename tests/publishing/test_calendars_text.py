"""Whatever a text holds, a content line is one line, and reads back as what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from meetingplace.catalogue.meetings import Occurrence
from meetingplace.publishing.calendars import vevents
from meetingplace.publishing.calendars.writing import escaped, line, text
from meetingplace.publishing.plain import clean
from meetings import meeting, outlet


HOSTILE = 'a\r\nATTENDEE:x\rb\x00\x07c;d,e:f"g\\n\\N\\\\h\u2028i\u0085j]]>k</script>🎭' + "å" * 90
TEXTS = st.text(st.one_of(st.sampled_from('\r\n\\;,:"nN ^åé🎭\u200d\t\x00'), st.characters()))


@given(st.text(st.sampled_from("a å€😀\\^,;"), max_size=300))
def test_lines_are_folded_as_icalendar_folds_them(value: str) -> None:
    expected: bytes = Contentline(f"X-A:{value}").to_ical()  # type: ignore[no-untyped-call]
    assert line("X-A", value) == expected + b"\r\n"


def unfolded(content: bytes) -> str:
    return content.replace(b"\r\n ", b"").decode()


def unescaped(value: str) -> str:
    """RFC 5545 3.3.11, read by the book."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(TEXTS)
def test_a_text_reads_back(value: str) -> None:
    made = text("SUMMARY", value)
    assert unescaped(unfolded(made)) == f"SUMMARY:{clean(value)}\r\n"
    assert re.search(r"(?<!\\)(?:\\\\)*[;,]", unfolded(made)) is None


@given(TEXTS)
def test_a_text_without_backslashes_is_escaped_as_icalendar_does_it(value: str) -> None:
    plain = clean(value.replace("\\", ""))
    assert escaped(plain) == icalendar.vText(plain).to_ical().decode()


@given(TEXTS, TEXTS)
def test_lines_are_at_most_75_octets_and_never_broken_by_what_they_hold(value: str, name: str) -> None:
    made = text("DESCRIPTION", value, CN=name)
    physical = made.split(b"\r\n")
    assert physical.pop() == b""
    assert [part for part in physical if len(part) > 75 or re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", part)] == []
    assert [part[:1] for part in physical[1:]] == [b" "] * (len(physical) - 1)
    for part in physical:
        part.decode()


@given(TEXTS)
def test_icalendar_reads_the_same_text(value: str) -> None:
    read = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + text("SUMMARY", value) + b"END:VEVENT\r\n")
    assert str(read["SUMMARY"]) == clean(value)


def test_a_parameter_cannot_end_itself() -> None:
    made = line("ORGANIZER", "mailto:a@b.example", CN='x";\r\nATTENDEE:y^n')
    assert unfolded(made) == 'ORGANIZER;CN="x\'; ATTENDEE:y^^n":mailto:a@b.example\r\n'


@pytest.mark.parametrize(
    "front_matter",
    [
        {"title": HOSTILE},
        {"summary": HOSTILE},
        {"place": {"name": HOSTILE, "address": HOSTILE}},
        {"cost": HOSTILE, "pay": {"paid": "yes", "amount": HOSTILE, "note": HOSTILE}},
        {"registration": {"note": HOSTILE}, "form": HOSTILE, "topics": [HOSTILE]},
        {"attendance": "online", "place": None, "online": {"platform": HOSTILE, "note": HOSTILE}},
    ],
)
def test_hostile_texts_add_no_line(front_matter: dict[str, Any], written: Callable[..., bytes]) -> None:
    def names(content: bytes) -> list[str]:
        return [re.split("[;:]", entry)[0] for entry in unfolded(content).split("\r\n")]

    tame = {key: meek(value) for key, value in front_matter.items()}
    assert names(written(meeting(**front_matter))) == names(written(meeting(**tame)))


def meek(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: meek(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [meek(entry) for entry in value]
    return "x" if value == HOSTILE else value


def test_an_address_adds_no_line() -> None:
    made = meeting(registration={"url": "https://a.example/å"})
    assert isinstance(made.current, Occurrence)
    assert "https://a.example/%C3%A5" in unfolded(vevents(made, outlet()))
