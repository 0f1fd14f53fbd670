"""Pages of any bytes: problems, or a page of which every picture and file has been looked at."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.model.site import Site
from meetingplace.reading.library import read
from meetingplace.reading.pages import page_text


class Seen(HTMLParser):
    """The pictures, their descriptions, and the links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pictures: list[str] = []
        self.alts: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.pictures.append(values.get("src", ""))
            self.alts.append(values.get("alt", ""))
        self.links += [values["href"]] if "href" in values else []


PICTURE = Path(__file__).parent / "world/images/frukost.png"
PIECES = ["![a](", "[b](", "{static}", "{attach}", "{filename}", "{index}", "|static|", "../", "x.png", "y.pdf", "om.md", "#c",
          ")", "<img src=", "<a title='<' href=", "alt=d", '"', "'", ">", " ", "\n", "&amp;", "%2e", "content:", "[e]: ", "`", "\\"]  # fmt: skip
TO_KNOWN = re.compile(r"content:(?:x\.png|y\.pdf)(?:[#?].*)?|[{|]filename[|}]om\.md(?:[#?].*)?|[#/].*|", re.DOTALL)
BODIES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
ANY = st.binary(max_size=200) | st.text(alphabet="-:\n ab{}[]()#<>!\x00é", max_size=200).map(str.encode)


@given(raw=ANY | BODIES.map(lambda body: f"title: X\n\n{body}\n".encode()))
def test_any_page_ends_in_problems_or_is_whole(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    content = tmp_path_factory.mktemp("any") / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages" / "x.md").write_bytes(raw)
    (content / "pages" / "om.md").write_bytes(b"title: Om\n\nHej.\n")
    (content / "x.png").write_bytes(PICTURE.read_bytes())
    (content / "y.pdf").write_bytes(b"%PDF-1.7")
    reading = read(content, Site())
    if not reading.failed:
        seen = Seen(page_text(content / "pages" / "x.md", "pages/x.md", Site()).html)
        assert sorted({*seen.pictures} - {"content:x.png"}) == []
        assert sorted(to for to in seen.links if not TO_KNOWN.fullmatch(to)) == []
        assert [alt for alt in seen.alts if not alt.strip()] == []


def test_a_page_that_was_changed_since_it_was_checked_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"slug: x\n\nHej.\n")
    with pytest.raises(ValueError, match="key-missing"):
        page_text(tmp_path / "x.md", "pages/x.md", Site())
