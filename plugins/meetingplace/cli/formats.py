"""Problems for other programs: JSON, and SARIF for review tools (OASIS SARIF 2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from meetingplace.i18n import Language, language
from meetingplace.reading.explained import WARNINGS, Explained, explained
from meetingplace.reading.problems import Problem


SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: Sequence[Problem], tongue: str) -> str:
    """An object with `problems`, and how many of them are `errors` and `warnings`."""
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity,
            "code": problem.code,
            "field": problem.field,
            "message": problem.message(tongue),
            "values": dict(problem.values),
            "suggestion": problem.suggestion,
        }
        for problem in problems
    ]
    errors = sum(problem.severity == "error" for problem in problems)
    return _dumped({"problems": found, "errors": errors, "warnings": len(found) - errors})


def as_sarif(problems: Sequence[Problem], tongue: str) -> str:
    """A SARIF log of one run; columns count code points, as those of the text format do."""
    words, rules = language(tongue), {told.code: told for told in explained(tongue)}
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "meetingplace", "rules": [_rule(rules[code], words) for code in codes]}
    results = [_result(problem, codes.index(problem.code), tongue) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(told: Explained, words: Language) -> dict[str, Any]:
    """What a code means wherever it is found, how it is cured, and what it may look like (SARIF 3.49)."""
    expected = f" {words.gettext('Expected')}: {told.expected}." if told.expected else ""
    example = words.gettext("Example")
    return {
        "id": told.code,
        "shortDescription": {"text": f"{told.means}."},
        "fullDescription": {"text": f"{told.means}.{expected}"},
        "help": {
            "text": f"{told.cure}\n\n{example} ({told.where}):\n{told.example}",
            "markdown": f"{told.cure}\n\n{example} ({told.where}):\n\n````\n{told.example}\n````",
        },
        "defaultConfiguration": {"level": "warning" if told.code in WARNINGS else "error"},
    }


def _result(problem: Problem, rule: int, tongue: str) -> dict[str, Any]:
    field = f"{problem.field}: " if problem.field else ""
    region = {"startLine": problem.line, "startColumn": problem.column}
    location = {"artifactLocation": {"uri": quote(problem.file, errors="surrogateescape")}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": field + problem.message(tongue)},
        "locations": [{"physicalLocation": location}],
    }


def _dumped(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2)
