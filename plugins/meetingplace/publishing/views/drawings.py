"""Drawings that pages show, each with what it says in words."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.publishing.charting import Chart
from meetingplace.publishing.rhythm import Beats, Strip

from .parts import Link


@dataclass(frozen=True, slots=True)
class Map:
    """Municipalities where they lie. `text` is its text alternative, `scale` what its bar is long."""

    chart: Chart
    text: str
    scale: str


@dataclass(frozen=True, slots=True)
class YearStrip:
    """A year of meetings. `text` is its text alternative, `months` are short names of months."""

    strip: Strip
    text: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthBeats:
    """A month at a glance: a link to it with how many meetings it has, and on which days (`text`)."""

    link: Link
    beats: Beats
    text: str
