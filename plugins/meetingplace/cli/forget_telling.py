"""What an editor is told of forgetting someone: what changes, what is left to do, and how to cut history."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from meetingplace.i18n import N_, Language
from meetingplace.reading.problems import escaped

from .forget_plan import Plan
from .forget_writing import Pending


TOLD = N_("%(file)s: tells of them in a name, an address or a file that this does not change; set it right by hand")


def label(path: Path, content: Path) -> str:
    """A file as an editor would write it."""
    root = content.resolve()
    whole = path.resolve()
    return escaped(
        f"{content.as_posix()}/{whole.relative_to(root).as_posix()}" if whole.is_relative_to(root) else str(path)
    )


def changes(plan: Plan, content: Path, words: Language) -> Iterator[str]:
    """File by file: what is removed, and the lines that change."""
    for path, raw in sorted(plan.after.items()):
        if raw is None:
            yield words.gettext("%(file)s: is removed", file=label(path, content))
            continue
        yield words.gettext("%(file)s: is changed", file=label(path, content))
        old, new = (text.decode("utf-8-sig").splitlines() for text in (plan.before[path], raw))
        for line in list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]:
            if not line.startswith("@@"):
                yield f"  {line[0]} {escaped(line[1:])}"


def notes(plan: Plan, told: Sequence[Path], content: Path, words: Language) -> tuple[str, ...]:
    """Sentences on what stays; `told` are files in which the person would still be found."""
    found = [*plan.notes, *((path, TOLD) for path in told)]
    return tuple(dict.fromkeys(words.gettext(said, file=label(path, content)) for path, said in found))


def left_to_do(pending: Pending, content: Path, pages: Sequence[str], words: Language) -> Iterator[str]:
    """What no program here can do; `pages` are addresses beside those that are pending."""
    if pending.by_hand:
        yield words.gettext("Look at these yourself:")
        yield from (f"  {said}" for said in pending.by_hand)
    yield words.gettext("Publish now, and then purge these addresses from caches and search engines:")
    yield from (f"  {address}" for address in dict.fromkeys((*pending.pages, *pages)))
    if pending.feeds:
        yield words.gettext("Purge these too; those who subscribe to them have copies that cannot be recalled:")
        yield from (f"  {address}" for address in pending.feeds)
    paths = " ".join(f"--path '{(content / path).as_posix()}'" for path in pending.gone)
    yield words.gettext("Git's history still holds the person. To cut that, on a fresh clone, with git filter-repo:")
    yield f"  git filter-repo --invert-paths {paths}"
    yield "  git filter-repo --replace-text names.txt --replace-message names.txt"
    yield words.gettext(
        "where names.txt has a line for the name, the slug, the e-mail address and the telephone number. Then push with"
        " --force, have every other clone thrown away, and ask the host of the repository to clear its caches."
    )
