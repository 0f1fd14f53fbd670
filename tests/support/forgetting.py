"""A person in a content folder of commands, who is to be forgotten, and a meeting that they may come to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sites import write


Run = Callable[..., Any]
HEAD = """# rubriken
title: Dans
summary: "Vi dansar."
start: 2026-09-12 09:30
end:   11:00
attendance: on-site
place: tea-huset
"""
ANNA = """---
name: Anna Berg
kind: independent
consent: {given: 2026-01-01, how: mejl, covers: [name, profile, contact, photo, feeds]}
disciplines: [hemligt, dans]
contact: {email: anna@berg.example, phone: 070-174 06 24}
image: {file: images/anna.jpg, alt: Anna dansar}
offers: [{term: dans, text: Dansar på alla tak i staden}]
---
En text om allt som hon har gjort.
"""
ALSO = "also:\n  - {count: 1, kind: independent, discipline: dans}\n"
ROLE = "en fri kulturaktör"
FIRST = "En fri kulturaktör"


def event(content: Path, front: str, body: str = "", name: str = "events/dans.md") -> Path:
    return write(content, name, f"---\n{HEAD}{front}---\n{body}")
