"""The sentence of a problem: what was found, what is expected, what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from meetingplace.i18n import N_, language

from .codes import WORDINGS
from .codes_of_time import OTHER_FORMS


UNSAID = N_("a value that cannot be used")
"""For a code whose sentences all repeat what is withheld."""

SHAPES = {
    "list": N_("a list"),
    "mapping": N_("a mapping"),
    "text": N_("a text"),
    "nothing": N_("nothing"),
}
KINDS = {
    "event": N_("a meeting"),
    "person": N_("a person or organisation"),
    "place": N_("a venue"),
    "municipality": N_("a municipality"),
    "series": N_("a series"),
    "vocabulary": N_("the vocabulary"),
}
QUOTED = frozenset({"found", "lost", "part"})
"""Values that are pieces of the content, and are written in quotes."""
NEUTRAL = frozenset(
    {"shape", "kind", "kinds", "choices", "form", "forms", "most", "limit", "line", "other", "count", "key"}
)
"""Values that are no piece of the content, and may be told of any file."""
PLACE = re.compile(r"%\((\w+)\)s")


def sentence(code: str, values: Mapping[str, str], suggestion: str, tongue: str) -> str:
    """What is wrong, what is expected and what was probably meant: `got "…"; expected …; did you mean "…"?`.

    `values` are printable; a sentence whose values are withheld is replaced by its quiet form.
    """
    words = language(tongue)
    wording = WORDINGS[code]
    shown = _shown(values, tongue)

    def said(message: str) -> str:
        if not all(name in shown for name in PLACE.findall(message)):
            return ""
        return words.gettext(message, **shown) if shown else words.gettext(message)

    form = OTHER_FORMS.get(values.get("forms", ""), wording.expected)
    expected = said(form) if form else ""
    parts = [said(wording.says) or (words.gettext(wording.quietly) % shown if wording.quietly else "")]
    parts += [words.gettext("expected %(what)s", what=expected)] if expected else []
    parts += [words.gettext("did you mean %(word)s?", word=f'"{suggestion}"')] if suggestion else []
    return "; ".join(part for part in parts if part) or words.gettext(UNSAID)


def _shown(values: Mapping[str, str], tongue: str) -> dict[str, str]:
    words = language(tongue)
    shown = {name: f'"{value}"' if name in QUOTED else value for name, value in values.items()}
    if "shape" in values:
        shown["found"] = words.gettext(SHAPES[values["shape"]])
    for name in ("kind", "kinds"):
        if name in values:
            shown[name] = words.list(words.gettext(KINDS[kind]) for kind in values[name].split())
    return shown
