"""Records as Markdown files: front matter that an editor likes to read, and that reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from .yaml_subset import EMPTY


Data: TypeAlias = "str | list[Data] | Mapping[str, Data]"

WIDEST = 88
"""A list of short texts stands on one line up to this width."""

INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
UNSAFE = re.compile(r": |:$| #|[\n\t\[\]{},]|^\s|\s$|^---|^\.\.\.|^<<$")
SAFE_IN_BRACKETS = re.compile(r"\w(?:[\w .()/+-]*\w)?")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
NEEDS_ESCAPE = re.compile(r"[\\\"\n\t]")
BLOCK = re.compile(r"[^\s#][^\t]*[^\s]\n?")


def markdown_file(
    data: Mapping[str, Data], body: str = "", *, keys: Iterable[str] = (), hints: Iterable[str] = ()
) -> str:
    """The text of a content file. `keys` is the order of the first level; keys that it lacks come last.

    `hints` are lines that stand as remarks below the keys.

    The texts are such as `yaml_subset.parse` gives: with LF alone, and without characters that are refused.
    Raises ValueError for an empty mapping or list, which front matter cannot tell from nothing.
    """
    order = {key: number for number, key in enumerate(keys)}
    written = sorted(data.items(), key=lambda item: order.get(item[0], len(order)))
    lines = [line for key, value in written for line in _entry(key, value)]
    front = "".join(f"{line}\n" for line in [*lines, *(f"# {hint}".rstrip() for hint in hints)])
    text = body.strip("\n")
    return f"---\n{front}---\n{text}\n" if text else f"---\n{front}---\n"


def scalar(text: str) -> str:
    """A text on one line as YAML: plain where it reads back as itself, or else in double quotes."""
    if text and text not in EMPTY and text[0] not in INDICATORS and not UNSAFE.search(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return '"' + NEEDS_ESCAPE.sub(lambda found: ESCAPES[found[0]], text) + '"'


def _entry(key: str, value: Data) -> Iterator[str]:
    """The lines of a key and its value."""
    name = scalar(key)
    if isinstance(value, str):
        yield from _text(name, value)
    elif not value:
        raise ValueError(f"{key}: an empty list or mapping")
    elif isinstance(value, Mapping):
        yield f"{name}:"
        for inner_key, inner in value.items():
            yield from _indented(_entry(inner_key, inner))
    else:
        yield from _list(name, value)


def _text(name: str, value: str) -> Iterator[str]:
    if "\n" in value and BLOCK.fullmatch(value):
        yield f"{name}: |" if value.endswith("\n") else f"{name}: |-"
        for line in value.removesuffix("\n").split("\n"):
            yield f"  {line}" if line else ""
    else:
        yield f"{name}: {scalar(value)}"


def _list(name: str, items: list[Data]) -> Iterator[str]:
    texts = [_in_brackets(item) for item in items if isinstance(item, str)]
    line = f"{name}: [{', '.join(texts)}]"
    if len(texts) == len(items) and len(line) <= WIDEST:
        yield line
        return
    yield f"{name}:"
    for item in items:
        yield from _item(item)


def _in_brackets(text: str) -> str:
    return scalar(text) if SAFE_IN_BRACKETS.fullmatch(text) else _quoted(text)


def _item(item: Data) -> Iterator[str]:
    if isinstance(item, str):
        yield f"  - {scalar(item)}"
        return
    if not item:
        raise ValueError("an empty list or mapping")
    if isinstance(item, Mapping):
        lines = [line for key, value in item.items() for line in _entry(key, value)]
    else:
        lines = [line.removeprefix("  ") for each in item for line in _item(each)]
    for number, line in enumerate(lines):
        yield (f"  - {line}" if number == 0 else f"    {line}") if line else ""


def _indented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}" if line else ""
