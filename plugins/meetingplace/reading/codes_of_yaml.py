"""The codes of what is wrong in the writing of front matter, before any key is looked at."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.i18n import N_

from .wordings import Wording


YAML: Mapping[str, Wording] = {
    "yaml-anchor": Wording(N_("an anchor (&)"), N_("the value itself, in quotes where it begins with &")),
    "yaml-alias": Wording(N_("an alias (*)"), N_("the value itself, in quotes where it begins with *")),
    "yaml-tag": Wording(N_("a tag (!)"), N_("the value itself, in quotes where it begins with !")),
    "yaml-merge": Wording(N_("a merge key (<<)"), N_("the keys themselves")),
    "yaml-second-document": Wording(N_("a second document begins here"), N_("one, closed by a line of ---")),
    "yaml-too-deep": Wording(N_("too many levels within each other"), N_("at most %(most)s")),
    "yaml-tab": Wording(N_("a tab"), N_("spaces before the key")),
    "yaml-invalid": Wording(N_("this cannot be read as YAML"), N_("key: value, or quotes around the value")),
    "blank-odd": Wording(
        N_("the character %(character)s looks like a space and is none"),
        N_("an ordinary space"),
        N_("a character that looks like a space and is none"),
    ),
    "bracket-unclosed": Wording(N_("a bracket is never closed, or a comma is missing"), N_("] or }")),
    "colon-unquoted": Wording(
        N_("a colon in plain words"), N_('quotes around the text, as in title: "Dans: en kväll"')
    ),
    "comma-unquoted": Wording(N_("a comma in plain words"), N_('quotes around the text, as in why: "Spelar, sjunger"')),
    "comment-swallows": Wording(
        N_("# and what follows is not read: %(lost)s"),
        N_("quotes around the text, or the remark on a line of its own"),
        N_("# and what follows is not read"),
    ),
    "escape-invalid": Wording(N_("a backslash that means nothing here"), N_("single quotes around the text")),
    "indentation-invalid": Wording(
        N_("the line is indented in another way than its neighbours"), N_("keys below each other")
    ),
    "key-duplicate": Wording(N_("the key stands on line %(line)s already"), N_("each key once")),
    "key-not-text": Wording(N_("a list or a mapping instead of a key"), N_("a key")),
    "list-on-key-line": Wording(N_("a list begins on the line of its key"), N_("- on a line of its own")),
    "space-missing": Wording(N_("no space after the colon"), N_("key: value")),
    "quote-needed": Wording(
        N_("a text that begins with %(found)s"),
        N_("quotes around the text"),
        N_("a sign that means something in YAML"),
    ),
    "quote-unclosed": Wording(N_("a quotation mark is never closed"), N_("a closing quotation mark")),
    "quote-continues": Wording(
        N_("text after a closing quotation mark"), N_("quotes around the whole, and others within it")
    ),
}
