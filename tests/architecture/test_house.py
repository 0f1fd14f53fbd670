"""The rules of the house that tools can see: layers, types, style, and how long a thing may be."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sites import ROOT


LONGEST_FUNCTION = 50
LONGEST_MODULE = 250
CLOCKS = frozenset({"now", "utcnow", "st_atime", "st_ctime", "st_mtime", "st_mtime_ns"})
"""Ways to learn what time it is, or when a file was written; those of the module `time` beside."""

SOURCES = sorted((ROOT / "plugins").rglob("*.py"))
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if "node_modules" not in path.parts]


@pytest.mark.parametrize(
    "tool",
    [
        pytest.param("lint-imports", id="layers"),
        pytest.param("ruff check", id="lint"),
        pytest.param("ruff format --check", id="format"),
        pytest.param("mypy", id="types"),
    ],
)
def test_the_tool_finds_nothing(tool: str) -> None:
    name, *arguments = tool.split()
    done = subprocess.run(
        [Path(sys.executable).with_name(name), *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{tool}\n{done.stdout}{done.stderr}", pytrace=False)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                (node.end_lineno or 0) - node.lineno + 1,
            )


def test_no_function_is_too_long_to_read_at_once() -> None:
    lengths = {name: length for path in [*SOURCES, *TESTS] for name, length in functions(path)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_module_owns_too_much() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def readings_of_the_clock(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            of = ast.unparse(node.value).rpartition(".")[2]
            if (
                node.attr in CLOCKS
                or (of in ("date", "datetime") and node.attr == "today")
                or (of == "time" and node.attr not in ("max", "sleep"))
            ):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {of}.{node.attr}"


def test_only_those_who_start_a_build_read_the_clock_or_the_age_of_files() -> None:
    starting = [path for path in SOURCES if {"cli", "pelican_site"} & set(path.parts)]
    below = [path for path in SOURCES if path not in starting]
    assert [found for path in below for found in readings_of_the_clock(path)] == []
    assert "datetime.now" in {found.split()[1] for path in starting for found in readings_of_the_clock(path)}


PINNED = ("requirements.txt", "requirements-test.txt", "tests/bench/requirements.txt")


def pins(name: str) -> dict[str, str]:
    """Each pinned package, and all that stands with it: version, marker, hashes."""
    lines = (ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines()
    found = (line.split("==", 1) for line in lines if not line.lstrip().startswith("#"))
    return dict(found)


def test_pinned_requirements_name_no_host() -> None:
    assert [name for name in PINNED if "://" in (ROOT / name).read_text("utf-8")] == []
    locked = json.loads((ROOT / "tests" / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in locked.items() if "resolved" in package] == []


@pytest.mark.parametrize("name", PINNED)
def test_everything_pinned_has_a_hash(name: str) -> None:
    assert [package for package, rest in pins(name).items() if "--hash=sha256:" not in rest] == []


def test_what_is_shipped_is_what_is_tested() -> None:
    shipped, tested = pins("requirements.txt"), pins("requirements-test.txt")
    assert {package: tested.get(package, "").split() for package in shipped} == {
        package: rest.split() for package, rest in shipped.items()
    }
