from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplace.reading import active_html
from meetingplace.reading.front_matter import Source
from meetingplace.reading.links import Written
from meetingplace.reading.markdown import ATTRIBUTES, TAGS, to_html, too_complex, too_deep
from meetingplace.reading.problems import Report


def problems(body: str) -> list[str]:
    report = Report("x.md")
    active_html.check(Written(body, Source("", body, 1).place_in_body), report)
    return [problem.code for problem in report.problems]


def test_markdown() -> None:
    assert to_html('Ett **fett** "ord" -- [länk](https://a.example)\n\n1. a\n\n- b\n') == (
        '<p>Ett <strong>fett</strong> "ord" -- <a href="https://a.example" rel="noopener">länk</a></p>\n'
        "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"
    )


def test_tables_say_how_they_are_aligned_without_style() -> None:
    html = to_html("a | b\n--:|---\n1 | 2\n")
    assert re.findall("<t[hd][ >].*", html) == [
        '<th class="align-right">a</th>',
        "<th>b</th>",
        '<td class="align-right">1</td>',
        "<td>2</td>",
    ]


def test_headings_begin_below_the_page_s_own_and_skip_none() -> None:
    html = to_html("## A\n\n#### B\n\n## C\n\n# D\n\n##### E\n\n###### F\n", "report")
    assert re.findall("<h[1-6].*", html) == [
        '<h3 id="report-1">A</h3>',
        '<h4 id="report-2">B</h4>',
        '<h3 id="report-3">C</h3>',
        '<h3 id="report-4">D</h3>',
        '<h4 id="report-5">E</h4>',
        '<h5 id="report-6">F</h5>',
    ]


def test_an_id_holds_no_word_of_the_heading_and_links_still_lead_there() -> None:
    html = to_html("## Samtal med Anna Berg\n\n[dit](#samtal-med-anna-berg) [bort](#vilka)\n")
    assert html == (
        '<h3 id="text-1">Samtal med Anna Berg</h3>\n'
        '<p><a href="#text-1" rel="noopener">dit</a> <a href="#vilka" rel="noopener">bort</a></p>'
    )


def test_ids_of_the_editor_s_own_are_taken_away() -> None:
    assert to_html('<p id="vilka" class="x">Hej</p>') == "<p>Hej</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", ""),
        ("a <b onclick=x>b</b>", "<p>a <b>b</b></p>"),
        ("[a](javascript:x)", '<p><a rel="noopener">a</a></p>'),
        ("[a](//evil.example)", '<p><a rel="noopener">a</a></p>'),
        ("[a](https://u:p@a.example)", '<p><a rel="noopener">a</a></p>'),
        ("[a](mailto:a@a.example)", '<p><a href="mailto:a@a.example" rel="noopener">a</a></p>'),
        ("[a](person:anna-berg)", '<p><a href="person:anna-berg" rel="noopener">a</a></p>'),
        ("![a](https://a.example/x.png)", "<p></p>"),
        ('![a>b" src="](images/x.png)', '<p><img alt="a&gt;b&quot; src=&quot;" src="images/x.png"></p>'),
        ('![a src="b](//a.example/x.png)', "<p></p>"),
        ("![a](images/x.png)", '<p><img alt="a" src="images/x.png"></p>'),
        ("{{ x }} {% y %} ]]>", "<p>{{ x }} {% y %} ]]&gt;</p>"),
        ("<!-- bort -->kvar", "<p>kvar</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    ],
)
def test_only_what_marks_up_text_is_left(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        ("[" + "x" * 280) * 600,
        "[" * 300 + "x" * 2_000 + "]" * 300,
        ("[a](" + "x" * 280) * 600,
        ("[a][" + "x" * 280) * 300,
        "<div>\n" * 20_000,
        "==\n" * 60_000,
        "~~~a\n" * 20_000,
        "\\" * 100_000,
        "_a_ " * 40_000,
        "|a" * 30_000 + "\n" + "|-" * 30_000,
    ],
    ids=[
        "brackets",
        "brackets far apart",
        "brackets within each other",
        "addresses without end",
        "labels without end",
        "tags",
        "underlines",
        "fences",
        "backslashes",
        "emphasis",
        "tables",
    ],
)
def test_what_would_take_too_long_comes_out_as_plain_text(text: str) -> None:
    assert too_complex(text) is not None
    assert to_html(text).startswith("<p>")
    assert problems(text) == ["body-too-complex"]


@pytest.mark.parametrize(
    "text",
    ["".join(" " * 4 * level + "- a\n" for level in range(30)), "> " * 40 + "a", "1. " * 40 + "a"],
    ids=["lists", "quotations", "numbers"],
)
def test_what_stands_too_deep_comes_out_as_plain_text(text: str) -> None:
    assert (too_complex(text), too_deep(text), problems(text)) == (None, True, ["body-too-deep"])
    assert to_html(text).startswith("<p>")


def test_long_ordinary_texts_are_laid_out() -> None:
    text = "## Rubrik\n\nEtt stycke med **fet** text och en [länk](https://a.example).\n\n- ett\n- två\n\n" * 200
    assert (too_complex(text), too_deep(text), to_html(text).count("<h3 ")) == (None, False, 200)


def test_long_lists_of_links_and_brackets_in_every_paragraph_are_laid_out() -> None:
    text = "- [länk (en)](https://a.example/(a)) [ ]\n" * 150 + "\n" + "Ett [ stycke ] (med) en [ öppen.\n\n" * 150
    assert (too_complex(text), to_html(text).count("<a ")) == (None, 150)


PIECES = st.sampled_from(
    [
        "<script>",
        "</script>",
        "<p onclick=x>",
        "<a href='javascript:x'>",
        "](javascript:x)",
        "[a",
        "![b",
        "<!--",
        "-->",
        "](https://a.example/x.png)",
        "`",
        "```\n",
        "~~~\n",
        "\n\n",
        "    ",
        "<",
        ">",
        '"',
        "'",
        "å",
        "# a\n",
        "- ",
        "&#106;",
        "<svg/onload=x>",
        "<b>",
        "<math><mi>",
        "<style>",
        "<iframe srcdoc=x>",
        "|-|\n",
        "\\",
        "*",
        "_",
        "[a]: data:x\n",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_active_comes_out_and_nothing_raises(text: str) -> None:
    html = to_html(text)
    tags = re.findall(r"<([a-z0-9]+)((?: [a-z]+=\"[^\"]*\")*)>", html)
    assert len(tags) == len(re.findall(r"<[a-z]", html))
    assert {tag for tag, _ in tags} <= TAGS
    for tag, attributes in tags:
        names = set(re.findall(r" ([a-z]+)=", attributes))
        assert names <= ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()) | {"id", "rel", "class"}
    assert re.findall(r'(?:src|href)="(?!https://a\.example)[^"]*:', html) == []
    problems(text)
