"""Front matter changed where it stands: one value is taken away or put in, and all else keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any

import yaml

from . import characters, yaml_subset
from .problems import Report
from .writing import scalar
from .yaml_subset import Path


LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class _Tree:
    """The nodes of a text, and where they begin and end in it, in characters from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=yaml.CBaseLoader)
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def at(self, path: Path) -> Any:
        """The node of a value. Raises KeyError where there is none."""
        node = self.root
        for step in path:
            node = node.value[step] if isinstance(step, int) else self.pair(node, step)[1]
        return node

    def pair(self, node: Any, key: str | int) -> tuple[Any, Any]:
        for pair in node.value:
            if pair[0].value == key:
                return pair[0], pair[1]
        raise KeyError(key)

    def start(self, node: Any) -> int:
        mark = node.start_mark
        return self._lines[int(mark.line)] + int(mark.column)

    def end(self, node: Any) -> int:
        """Behind the last character of a value: that of a block ends with its last line, before remarks."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        mark = node.end_mark
        end = min(self._lines[int(mark.line)] + int(mark.column), len(self.text))
        return self.start(node) + len(self.text[self.start(node) : end].rstrip())

    def lines_end(self, node: Any) -> int:
        """Behind the line on which a value ends."""
        end = self.end(node)
        return self.text.find("\n", end) + 1 or len(self.text)

    def without(self, start: int, end: int, instead: str = "") -> str:
        return self.text[:start] + instead + self.text[end:]


def without(front: str, path: Path) -> str:
    """Front matter without the item or key at a path; a list or mapping that is left empty goes with it."""
    tree = _Tree(front)
    around = tree.at(path[:-1])
    if len(around.value) == 1 and len(path) > 1:
        return without(front, path[:-1])
    parts = [part if isinstance(part, tuple) else (part, part) for part in around.value]
    number = path[-1] if isinstance(path[-1], int) else [key.value for key, _ in parts].index(path[-1])
    first, last = parts[number]
    if around.flow_style:
        if number + 1 < len(parts):
            return tree.without(tree.start(first), tree.start(parts[number + 1][0]))
        return tree.without(tree.end(parts[number - 1][1]) if number else tree.start(first), tree.end(last))
    start = tree.start(first)
    if isinstance(path[-1], int):
        start = front.rindex("-", 0, start)
    line = front.rfind("\n", 0, start) + 1
    if front[line:start].strip():  # the first of an item's keys, beside its dash
        return tree.without(start, tree.start(parts[number + 1][0]))
    return tree.without(line, tree.lines_end(last))


def replaced(front: str, path: Path, text: str) -> str:
    """Front matter with another text as the value at a path, on one line."""
    tree = _Tree(front)
    node = tree.at(path)
    return tree.without(tree.start(node), tree.end(node), scalar(text))


def span(front: str, path: Path) -> tuple[int, int]:
    """Where the value at a path begins and ends, in characters from 0."""
    tree = _Tree(front)
    node = tree.at(path)
    return tree.start(node), tree.end(node)


def with_row(front: str, key: str, row: Mapping[str, str]) -> str:
    """Front matter with one more row at the end of a list, which is made where there is none."""
    written = "{" + ", ".join(f"{name}: {scalar(value)}" for name, value in row.items()) + "}"
    if not (yaml_subset.parse(front, Report("")) or {}).get(key, "none"):
        front = without(front, (key,))
    tree = _Tree(front)
    if tree.root.flow_style:
        return _in_flow(tree, key, written)
    try:
        rows = tree.at((key,))
    except KeyError:
        margin = " " * tree.root.start_mark.column
        close = "" if front.endswith("\n") else "\n"
        return f"{front}{close}{margin}{key}:\n{margin}  - {written}\n"
    if rows.flow_style:
        return tree.without(tree.end(rows.value[-1]), tree.end(rows.value[-1]), f", {written}")
    dash = front.rindex("-", 0, tree.start(rows.value[-1]))
    margin = front[front.rfind("\n", 0, dash) + 1 : dash]
    end = tree.lines_end(rows.value[-1])
    close = "" if front[:end].endswith("\n") else "\n"
    return tree.without(end, end, f"{close}{margin}- {written}\n")


def _in_flow(tree: _Tree, key: str, written: str) -> str:
    try:
        last = tree.at((key,)).value[-1]
        row = f", {written}"
    except KeyError:
        last = tree.root.value[-1][1]
        row = f", {key}: [{written}]"
    return tree.without(tree.end(last), tree.end(last), row)


def edited(raw: bytes, change: Callable[[str], str]) -> bytes:
    """The bytes of a file whose text was changed; lines that are the same keep their bytes, ends and mark.

    `change` gets the text as it is read: without byte order mark and with LF alone.
    """
    text = raw.decode("utf-8-sig")
    old, new = characters.normalised(text), change(characters.normalised(text))
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    if old == new:
        return raw
    if old == text:
        return mark + new.encode()
    written, before, after = LINE.findall(text), old.splitlines(keepends=True), new.splitlines(keepends=True)
    close = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    pieces: list[str] = []
    for what, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = what == "equal"
        pieces += written[start:end] if same else [line.replace("\n", close) for line in after[first:last]]
    return mark + "".join(pieces).encode()
