"""Every word that someone sees has its Swedish, and the catalogue has no others."""

from __future__ import annotations

import ast
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from meetingplace.i18n import language
from sites import ROOT


PACKAGE = ROOT / "plugins/meetingplace"
CALLS = {"N_": 1, "gettext": 1, "say": 1, "ngettext": 2}


def messages_in(node: ast.AST) -> Iterator[str]:
    """The texts that an argument may be: not the keys of a table, nor what a condition compares."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from messages_in(node.body)
        yield from messages_in(node.orelse)


def in_code() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                for argument in node.args[: CALLS.get(name, 0)]:
                    yield from messages_in(argument)


def in_templates() -> Iterator[str]:
    methods = [("**.html", "jinja2")]
    for _, _, message, _, _ in extract_from_dir(str(ROOT / "theme/templates"), methods):
        yield from (message,) if isinstance(message, str) else message


def in_catalogue() -> Counter[str]:
    found: Counter[str] = Counter()
    for path in sorted((PACKAGE / "i18n/sv").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                if message.id:
                    lacks = not message.string or not all(message.string)
                    assert not lacks, f"{path.name}: {message.id} has no Swedish"
                    found.update({message.id} if isinstance(message.id, str) else set(message.id))
    return found


def test_every_message_has_its_swedish() -> None:
    used = set(in_code()) | set(in_templates())
    assert sorted(used - set(in_catalogue())) == []


def test_catalogue_has_no_message_that_nobody_uses() -> None:
    used = set(in_code()) | set(in_templates())
    assert sorted(set(in_catalogue()) - used) == []


def test_no_message_stands_twice() -> None:
    assert [message for message, count in in_catalogue().items() if count > 1] == []


def test_dates_are_swedish() -> None:
    swedish, day = language("sv"), dt.date(2026, 3, 12)
    assert swedish.day(day) == "torsdag 12 mars 2026"
    assert swedish.short_day(day) == "tor 12 mars"
    assert swedish.month(2026, 3) == "mars 2026"
    assert swedish.clock(dt.time(9, 30)) == "09.30"
    assert swedish.list(["a", "b", "c"]) == "a, b och c"
    assert swedish.city("Europe/Helsinki") == "Helsingfors"


def test_dates_are_english() -> None:
    english, day = language("en"), dt.date(2026, 3, 12)
    assert english.day(day) == "Thursday 12 March 2026"
    assert english.short_day(day) == "Thu 12 March"
    assert english.month(2026, 3) == "March 2026"
    assert english.clock(dt.time(9, 30)) == "09:30"
    assert english.list(["a", "b", "c"]) == "a, b and c"
    assert english.city("Europe/Helsinki") == "Helsinki"
    assert (english.initial("Årsta"), language("sv").initial("Årsta")) == ("A", "Å")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("sv", ["Ánne", "Bo", "Zoë", "Åsa", "Ärla", "Örjan"]), ("en", ["Ánne", "Ärla", "Åsa", "Bo", "Örjan", "Zoë"])],
)
def test_names_are_in_the_order_of_the_language(code: str, expected: list[str]) -> None:
    assert sorted(["Örjan", "Zoë", "Ärla", "Åsa", "Bo", "Ánne"], key=language(code).sort_key) == expected


def test_unknown_language_speaks_by_its_messages() -> None:
    assert language("en").gettext("%(count)s more", count=3) == "3 more"


def test_folder_of_the_catalogue_is_whole() -> None:
    assert {path.suffix for path in Path(PACKAGE / "i18n/sv").iterdir()} == {".po"}
