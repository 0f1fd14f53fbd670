"""The text of a small meeting's file, as an editor would write it."""

from __future__ import annotations


def meeting_file(
    more: str = "",
    *,
    start: str = "2026-09-12 09:30",
    end: str = "11:00",
    place: str = "tea-huset",
    body: str = "",
) -> str:
    """A meeting that is fine where its place is; `more` are further lines of front matter."""
    return f"""---
title: Kulturfrukost
summary: Vi äter frukost.
start: {start}
end: {end}
attendance: on-site
place: {place}
{more}---
{body}"""
