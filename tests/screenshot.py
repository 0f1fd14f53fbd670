"""Photographs the meeting page of the example site, on a phone and on a desktop, into .github/screenshot.png.

The meeting is the next one of the season with the most to see. `make screenshot` runs it.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser


sys.path.insert(0, str(Path(__file__).with_name("support")))

from sites import CONTENT, ROOT, run_pelican
from visits import opened_chromium, visiting


PICTURE = ROOT / ".github" / "screenshot.png"
WIDTHS = (390, 1280)
HEIGHT = 1300
GAP = 48
TABLE = (226, 221, 213)
COLOURS = 128


def largest_meeting(root: Path) -> str:
    """The address of the meeting page with the most on it."""
    found = [path for path in root.glob("motesplatser/*/index.html") if 'id="vilka"' in path.read_text("utf-8")]
    return f"/motesplatser/{max(found, key=lambda path: path.stat().st_size).parent.name}/"


def photograph(browser: Browser, root: Path, address: str, width: int) -> Image.Image:
    with visiting(browser, root, width=width) as visit:
        visit.page.set_viewport_size({"width": width, "height": HEIGHT})
        visit.open(address)
        return Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    table = Image.new("RGB", (width, HEIGHT + 2 * GAP), TABLE)
    left = GAP
    for picture in pictures:
        table.paste(picture, (left, GAP))
        left += picture.width + GAP
    return table


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, opened_chromium() as browser:
        root = Path(folder) / "output"
        done = run_pelican(CONTENT, root)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return done.returncode
        address = sys.argv[1] if len(sys.argv) > 1 else largest_meeting(root)
        pictures = [photograph(browser, root, address, width) for width in WIDTHS]
    side_by_side(pictures).quantize(COLOURS).save(PICTURE, optimize=True)
    print(PICTURE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
