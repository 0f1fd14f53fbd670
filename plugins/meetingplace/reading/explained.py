"""What there is to know of each problem, in a language: made from the same table as the messages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetingplace.i18n import N_, language

from .codes import WORDINGS
from .cures import CURES
from .examples import EXAMPLES
from .wording import PLACE
from .wordings import GOT


WARNINGS = frozenset(
    {
        "address-hidden",
        "comment-swallows",
        "contact-hidden",
        "email-in-text",
        "end-next-day",
        "fence-unclosed",
        "file-misplaced",
        "file-passed-over",
        "folder-passed-over",
        "history-missing",
        "history-unreadable",
        "host-misleading",
        "identity-number",
        "link-to-nothing-today",
        "name-hidden",
        "name-shared",
        "name-twice",
        "online-note-missing",
        "phone-in-text",
        "slug-names-someone",
        "start-moved",
        "term-unknown",
        "time-twice",
        "word-twice",
    }
)
"""Codes that never stop a build by themselves."""

EITHER = frozenset({"problems-more"})
"""Codes whose severity is that of what they stand for."""

UNUSABLE = N_("this value cannot be used here")
"""What `got …` means where the value is not known."""

WHERE = {
    "event": N_("in the keys of a meeting"),
    "place": N_("in the keys of a venue"),
    "person": N_("in the keys of a person"),
    "vocabulary": N_("in vocabulary.yaml"),
    "body": N_("in the text below the keys"),
    "whole": N_("the whole file"),
    "page": N_("an ordinary page"),
    "settings": N_("in pelicanconf.py"),
    "file": N_("in the content folder"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """`expected` may be empty; `example` may have several lines, with escapes for what cannot be seen."""

    code: str
    severity: str
    means: str
    expected: str
    where: str
    example: str
    cure: str


def explained(tongue: str) -> tuple[Explained, ...]:
    """All problems by code, in `sv` or `en`. KeyError where a code has no example or no cure."""
    return tuple(_explained(code, tongue) for code in sorted(WORDINGS))


def _explained(code: str, tongue: str) -> Explained:
    words, wording, example = language(tongue), WORDINGS[code], EXAMPLES[code]
    means = UNUSABLE if wording.says in ("", GOT) else wording.says
    return Explained(
        code=code,
        severity=_severity(code, words.gettext("error or warning")),
        means=_capital(_dots(words.gettext(means))),
        expected=_capital(_dots(words.gettext(wording.expected))) if wording.expected else "",
        where=words.gettext(WHERE[example.where]),
        example=_visible(example.text) or words.gettext("an empty file"),
        cure=words.gettext(CURES[code]),
    )


def _severity(code: str, either: str) -> str:
    if code in EITHER:
        return either
    return "warning" if code in WARNINGS else "error"


def _dots(message: str) -> str:
    return PLACE.sub("…", message)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _visible(text: str) -> str:
    return re.sub(r"[\x00-\x09\x0b-\x1f\u200b]", lambda found: f"\\u{ord(found[0]):04x}", text)
