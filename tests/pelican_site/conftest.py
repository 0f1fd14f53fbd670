"""A small content folder to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from files import meeting_file
from sites import write


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "innehåll"
    meeting = meeting_file(
        "published: 2026-11-01\n",
        start="2026-12-03 08:30",
        end="10:00",
        place="{name: Kvarnen, town: Flen}",
        body="Välkommen.\n",
    )
    write(folder, "events/2026-12-03-kulturfrukost.md", meeting)
    write(folder, "pages/om.md", "---\ntitle: Om oss\n---\nHej.\n")
    return folder
