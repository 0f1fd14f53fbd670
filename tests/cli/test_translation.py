"""Everything that the command says is in Swedish too."""

from __future__ import annotations

import ast
from pathlib import Path

import meetingplace.cli
from meetingplace.i18n import language


SAME_IN_SWEDISH = {"%(file)s: %(what)s"}


def messages() -> set[str]:
    found = set()
    for path in Path(meetingplace.cli.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in ("N_", "gettext") and isinstance(node.args[0], ast.Constant):
                    found.add(str(node.args[0].value))
    return found


def test_every_message_is_swedish_too() -> None:
    swedish = language("sv")
    assert sorted(m for m in messages() - SAME_IN_SWEDISH if swedish.gettext(m) == m) == []
