"""What is typed wrongly is answered in the editor's language: no sentence of argparse's own is left."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest

from meetingplace.cli.options import HEADINGS, said
from meetingplace.i18n import language


Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("given", "swedish", "english"),
    [
        (["sing"], 'KOMMANDO: fick "sing"; väntade något av ', 'COMMAND: got "sing"; expected one of '),
        ([], "saknas: KOMMANDO", "missing: COMMAND"),
        (["check", "a", "b", "--x"], "okänt: b --x", "not known: b --x"),
        (["check", "--format", "jsn"], '--format: fick "jsn"; väntade något av text, json, sarif; ', "--format: got"),
        (["check", "--format"], "--format: ett värde saknas", "--format: a value is missing"),
        (["check", "--strict=ja"], '--strict: tar inget värde, fick "ja"', '--strict: takes no value, got "ja"'),
        (["check", "--s"], "--s: kan vara något av --settings, --strict", "--s: may be any of"),
        (["forget"], "saknas: SLUG", "missing: SLUG"),
    ],
)
def test_wrong_use_is_told(run: Run, given: list[str], swedish: str, english: str) -> None:
    ran = run(*given)
    usage, _, told = ran.err.rpartition("meetingplace: ")
    assert (ran.status, ran.out, told.startswith(swedish), usage.split()[:2]) == (
        2,
        "",
        True,
        ["användning:", "meetingplace"],
    )
    ran = run(*given[:1], "--language", "en", *given[1:]) if given and given[0] != "sing" else ran
    assert ran.status == 2
    if given and given[0] != "sing":
        assert ran.err.rpartition("meetingplace: ")[2].startswith(english)


def test_what_is_near_is_suggested(run: Run) -> None:
    assert run("check", "--format", "jsn").err.endswith('; menade du "json"?\n')
    assert run("chek").err.endswith('; menade du "check"?\n')


@pytest.mark.parametrize("command", [[], ["check"], ["consent"], ["forget"], ["new"], ["new", "event"], ["problems"]])
def test_help_is_swedish(run: Run, command: list[str]) -> None:
    ran = run(*command, "--help")
    assert (ran.status, ran.err, ran.out.startswith("användning: meetingplace")) == (0, "", True)
    assert [heading for heading in HEADINGS if re.search(f"^{heading}", ran.out, re.MULTILINE)] == []
    assert "show this" not in ran.out


def test_english_is_asked_for(run: Run) -> None:
    out = run("check", "--language", "en", "--help").out
    assert (out.startswith("usage: meetingplace check"), "\noptions:\n" in out, "\nwhat to say:\n" in out) == (
        True,
        True,
        True,
    )


def test_argparse_still_says_what_is_translated() -> None:
    source = inspect.getsource(argparse)
    pieces = ["invalid choice: ", "expected one argument", "ignored explicit argument ", "ambiguous option: "]
    pieces += ["the following arguments are required: ", "unrecognized arguments: ", *HEADINGS]
    assert [piece for piece in pieces if piece.rstrip(": ") not in source] == []


def test_a_sentence_that_is_not_known_is_left_as_it_is() -> None:
    assert said("something new: 'x'", language("sv")) == "something new: 'x'"
