"""Builds on demand in a process where all code is loaded and the theme's templates are compiled: each is a fork of it.

`python standby.py` reads a line of JSON for each build: the arguments of `pelican`, and the environment. It answers with
a line: status and words. Only what every process does over again, whatever it builds, is done once.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from meetingplace.i18n import Language, language
from meetingplace.model.site import LANGUAGES
from meetingplace.pelican_site import templating
from meetingplace.pelican_site.serving.builder import Outcome, built
from sites import ROOT


class Compiled(BytecodeCache):
    """Templates by their name and all of their text: in a copy of the theme those that are changed are compiled anew."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, str], CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.made.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.made[bucket.key, bucket.checksum] = bucket.code


def compile_once() -> None:
    """Lets every build that is forked from here find the theme's templates compiled, for each language by itself."""
    made, compiled = templating.environment, {code: Compiled() for code in LANGUAGES}

    def environment(theme: Path, language: Language) -> Environment:
        found = made(theme, language)
        found.bytecode_cache = compiled[language.code]
        return found

    templating.environment = environment
    for code in LANGUAGES:
        found = environment(ROOT / "theme", language(code))
        for name in found.list_templates():
            found.get_template(name)


def answer(arguments: list[str], environment: Mapping[str, str]) -> Outcome:
    os.environ.clear()
    os.environ.update(environment)
    return built(arguments)


def main() -> None:
    compile_once()
    importlib.import_module("meetingplace.pelican_site.wiring")
    for line in sys.stdin:
        print(json.dumps(asdict(answer(*json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
