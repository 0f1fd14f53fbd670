from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplace.reading.markdown import converted
from meetingplace.reading.simple_markdown import simply_laid_out


KNOWN = """
Anna ord 2024 **fett** *lätt* (**g**) [länk](https://a.se/b_c) [x](person:anna-berg) & . , ( ) – ! é ~ = 1. - # ² ٣.
""".split()  # noqa: SIM905 - reads as the list it is
KNOWN += ["**två ord**.", "[x y](z)", "& ", "1. ", "2. ", "٣. ", *"\u0301\u200b\u00a0\u0085\u2028\u3000"]
BETWEEN = [*[" "] * 4, *["\n", "\n\n"] * 3, "\n\n\n", "\n- ", "\n- ", "\n\n- ", "\n\n1. ", "\n2. ", "\n\n## ", "\n### "]
UNKNOWN = """
** * _ __ [ ] ]( ![b](c) &amp; ' " ` ``` ~~~ --- === <b> </b> < > | \\ : { } <https://x.y> a@b.se
""".split()  # noqa: SIM905 - as above
UNKNOWN += ["> ", "+ ", "* ", "    ", *"\t\r\x02\x1c", "\x02klzzwxh:0001\x03", "\n[a]: b", "\n    ", "  \n"]
WRITTEN = st.lists(st.sampled_from(KNOWN + BETWEEN), max_size=14).map("".join)
STRANGE = st.lists(st.sampled_from(KNOWN + BETWEEN + UNKNOWN), max_size=10).map("".join)


@settings(max_examples=400)
@given(WRITTEN | STRANGE | st.text(max_size=12))
def test_a_text_is_laid_out_as_python_markdown_does_it_or_not_at_all(text: str) -> None:
    assert simply_laid_out(text) in (None, converted(text))


@pytest.mark.parametrize(
    "text",
    [
        "Vi ses i hamnen.\nTa med *allt*.\n\n\nTeater & dans, och **mer**.\n",
        "## Program\n\nFörst.\n\n### Sedan\n1. ett\n2. två & tre\n\n- [Anna](person:anna-berg)\n- **b** (*c*)\n",
        "\n2024 var ett [bra](https://a.example/år) år!",
    ],
)
def test_what_most_texts_hold_is_known(text: str) -> None:
    assert simply_laid_out(text) == converted(text)


@pytest.mark.parametrize(
    "text", ["> citat", "a | b\n--|--", "    kod", "- a\n\n- b", "*a **b** c*", "[a][b]", "rad  \nbruten"]
)
def test_what_is_not_known_is_left(text: str) -> None:
    assert simply_laid_out(text) is None
