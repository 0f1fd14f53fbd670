"""The components of the theme: each has examples, a macro and a class of one name, and no class is without its use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from meetingplace.i18n import language
from meetingplace.pelican_site.templating import environment
from meetingplace.publishing.pages.style import examples
from sites import ROOT, read_pages


THEME = ROOT / "theme"
EXAMPLES = {path.stem: examples(path) for path in sorted((THEME / "examples").glob("*.yaml"))}
MICROFORMAT = re.compile(r"(?:h|p|u|dt|e)-[a-z-]+")
UNSTYLED = frozenset(
    {"again__date", "again__what", "again__where", "asked__how", "results__list", "row__what", "turn__before"}
)
"""Parts that are named and have no look of their own."""
UNSEEN = frozenset({"map__dot--none", "map__venue", "strip__mark--off"})
"""Looks for what the example site does not happen to have."""
CALLING = "{% import file as made %}{% call made[macro](**arguments) %}{{ inside }}{% endcall %}"
CALLED = "{% import file as made %}{{ made[macro](**arguments) }}"


WITHOUT_EXAMPLES = {
    "asked": "in a list whose people are those of the page of contacts; it is looked at there",
    "calendar": "a meeting's page stands behind it; it is looked at there",
    "drawing": "its geometry is made from records, and tested as such",
    "jump": "its links lead to parts of its own page",
    "lang": "an attribute",
    "language": "it stands at the head of the page of the design system itself",
    "later": "attributes that a script reads",
    "links": "words within those of others",
    "meeting": "a meeting's page stands behind it; it is looked at there",
    "part": "a section of a page, of which the page of the design system is made",
    "picture": "a photograph, and the theme has none",
    "programs": "a page's fixed text",
    "subscribe": "in the example of the listing that it follows",
    "subscription": "a page's fixed buttons, for addresses that there must be",
}
"""Components of which the page of the design system has no examples, and why."""


def rendered(component: str) -> Iterator[str]:
    made = environment(THEME, language("sv"))
    for one in EXAMPLES[component]:
        template = made.from_string(CALLING if one.inside else CALLED)
        yield template.render(
            file=f"components/{component}.html", macro=one.macro, arguments=one.arguments, inside=one.inside
        )


def classes(html: str) -> set[str]:
    return {word for found in re.findall(r'\bclass="([^"]*)"', html) for word in found.split()}


def styled() -> set[str]:
    """The classes that the stylesheets know."""
    css = "".join(path.read_text("utf-8") for path in sorted((THEME / "styles").glob("*.css")))
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}|url\([^)]*\)", " ", css, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][a-z0-9_-]*)", selectors))


@pytest.mark.parametrize("component", EXAMPLES)
def test_every_example_is_rendered_and_bears_the_components_name(component: str) -> None:
    found = [classes(html) for html in rendered(component)]
    assert found
    assert any(word == component or word.startswith(f"{component}__") for words in found for word in words)


@pytest.mark.parametrize("component", EXAMPLES)
def test_no_component_shows_the_same_state_twice(component: str) -> None:
    names = [one.name for one in EXAMPLES[component]]
    assert len(set(names)) == len(names) == len(set(rendered(component)))


def test_every_example_belongs_to_a_component() -> None:
    components = {path.stem for path in (THEME / "templates" / "components").glob("*.html")}
    assert set(EXAMPLES) - components == set()


def test_every_component_has_examples_or_a_reason_to_have_none() -> None:
    components = {path.stem for path in (THEME / "templates" / "components").glob("*.html")}
    assert components - set(EXAMPLES) == set(WITHOUT_EXAMPLES)


@pytest.fixture(scope="module")
def used(example_site: Path, empty_site: Path) -> set[str]:
    """The classes on all pages of a site that shows everything, of one that shows nothing, and in the script."""
    pages = [file.read_text("utf-8") for root in (example_site, empty_site) for _, file in read_pages(root)]
    scripts = "".join(path.read_text("utf-8") for path in sorted((THEME / "static").glob("*.js")))
    named = re.findall(r'["`]([a-z][a-z0-9_ -]*)["`]', scripts)
    return {word for text in pages for word in classes(text)} | {word for words in named for word in words.split()}


def test_every_part_of_a_component_is_known_to_the_stylesheets(used: set[str]) -> None:
    """But for names of whole components, and for states that have no look of their own."""
    known = styled() | {word.partition("--")[0] for word in styled()}
    unknown = {word for word in used - known if not MICROFORMAT.fullmatch(word)}
    assert {word for word in unknown if "__" in word and "--" not in word} == UNSTYLED


def test_the_stylesheets_know_no_class_that_is_nowhere(used: set[str]) -> None:
    assert styled() - used == UNSEEN


def test_the_page_of_the_design_system_is_in_a_preview_alone(example_site: Path) -> None:
    page = (example_site / "stil" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert [one for one in EXAMPLES if f'id="{one}-namn"' not in page] == []
    assert "/stil/" not in (example_site / "sitemap.xml").read_text("utf-8")
