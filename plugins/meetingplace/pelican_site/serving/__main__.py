"""The command `python -m meetingplace.pelican_site.serving`."""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import meetingplace
from meetingplace.i18n import language

from .afterwards import LATER, Afterwards
from .builder import Builder, Outcome
from .changes import Sources, changes
from .server import Server


WORDS = language("sv")
MISUSED, MACHINE = 2, 3
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="serving", description=WORDS.gettext("Builds and shows the site."))
    parser.add_argument("content", nargs="?", type=Path, default=Path("content"))
    parser.add_argument("-o", "--output", type=Path, default=Path("output"))
    parser.add_argument("-s", "--settings", type=Path, default=Path("pelicanconf.py"))
    parser.add_argument("-p", "--port", type=int, default=8000)
    parser.add_argument("-b", "--bind", default="127.0.0.1")
    return parser.parse_args(arguments)


def _sources(options: argparse.Namespace) -> Sources:
    settings = options.settings.resolve().parent
    package = Path(meetingplace.__file__).resolve().parent
    return Sources(
        content=options.content.resolve(),
        theme=settings / "theme",
        code=tuple({settings / "plugins": None, package.parent: None}),
        settings=settings,
        output=options.output.resolve(),
    )


def _report(server: Server, outcome: Outcome, seconds: float) -> None:
    """Says in the terminal and in the open pages how a build went."""
    problems = COLOUR.sub("", outcome.problems or (outcome.said if outcome.status else "")).strip()
    if problems:
        print(problems, file=sys.stderr, flush=True)
    if outcome.status:
        title = WORDS.gettext("The site could not be built. What you see is the last one that could.")
        print(title, file=sys.stderr, flush=True)
        server.news.failed(title, problems)
    else:
        print(WORDS.gettext("Built in %(seconds).1f s: %(address)s/", seconds=seconds, address=server.address))
        sys.stdout.flush()
        server.news.built()


def _serve(server: Server, options: argparse.Namespace) -> None:
    arguments = [
        *(str(options.content), "-o", str(options.output), "-s", str(options.settings)),
        *("--fatal", "errors", "--log-handler", "plain", "-e", f"SITEURL={json.dumps(server.address)}"),
    ]
    sources = _sources(options)
    with server, Builder([*arguments, f"{LATER}=true"]) as builder, Afterwards(arguments) as afterwards:
        print(WORDS.gettext("Building; Ctrl-C ends it."), flush=True)

        def build() -> None:
            started = time.monotonic()
            outcome = builder.build()
            _report(server, outcome, time.monotonic() - started)
            if not outcome.status:
                afterwards.begin()

        build()
        for code_changed in changes(sources):
            afterwards.stop()
            if code_changed:
                builder.renew()
            build()


def main(arguments: Sequence[str]) -> int:
    """The exit status: 130 when ended from the keyboard, 2 for wrong use, 3 where the port is taken."""
    options = _options(arguments)
    for path in (options.content, options.settings):
        if not path.exists():
            print(WORDS.gettext("There is no %(path)s.", path=path), file=sys.stderr)
            return MISUSED
    try:
        server = Server(options.bind, options.port, options.output)
    except OSError as error:
        print(
            WORDS.gettext(
                "Cannot serve at port %(port)s: %(why)s. Another one: -p %(other)s",
                port=options.port,
                why=error.strerror,
                other=options.port + 1,
            ),
            file=sys.stderr,
        )
        return MACHINE
    try:
        _serve(server, options)
    except KeyboardInterrupt:
        print()
    return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
