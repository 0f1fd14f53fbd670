"""A small content folder to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import write


MEETING = """---
title: Kulturfrukost
summary: Vi äter frukost.
start: 2026-12-03 08:30
end: 10:00
attendance: on-site
place: {name: Kvarnen, town: Flen}
published: 2026-11-01
---
Välkommen.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "innehåll"
    write(folder, "events/2026-12-03-kulturfrukost.md", MEETING)
    write(folder, "pages/om.md", "---\ntitle: Om oss\n---\nHej.\n")
    return folder
