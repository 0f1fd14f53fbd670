"""Whom one will meet, in one sentence: how many come, of which kinds, and mostly from which disciplines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from meetingplace.catalogue.attendance import Attendance
from meetingplace.i18n import N_, Language
from meetingplace.model.vocabulary import Vocabulary


KINDS: Mapping[str, tuple[str, str]] = {
    "independent": (N_("%(num)s independent cultural actor"), N_("%(num)s independent cultural actors")),
    "public": (
        N_("%(num)s from a municipality or the region"),
        N_("%(num)s from municipalities and the region"),
    ),
    "association": (N_("%(num)s from an association"), N_("%(num)s from associations")),
    "business": (N_("%(num)s from a business"), N_("%(num)s from businesses")),
    "funder": (N_("%(num)s funder"), N_("%(num)s funders")),
    "staff": (N_("%(num)s from the organiser"), N_("%(num)s from the organisers")),
    "": (N_("%(num)s person"), N_("%(num)s people")),
}
OTHERS = (N_("%(num)s other"), N_("%(num)s others"))
ORGANISATIONS = (N_("%(num)s organisation"), N_("%(num)s organisations"))
MOST_DISCIPLINES = 3


def kind_word(kind: str, language: Language, n: int | None) -> str:
    """`2 fria kulturaktörer`; `flera fria kulturaktörer` where the number is not known (None)."""
    one, many = KINDS[kind]
    if n is not None:
        return language.ngettext(one, many, n)
    return language.gettext("several") + language.ngettext(one, many, 2).removeprefix("2")


def sentence(attendance: Attendance, language: Language, *, past: bool, vocabulary: Vocabulary) -> str:
    """`14 kommer: 9 fria kulturaktörer, 4 från kommun och region, 1 finansiär; mest dans och musik`.

    Without a full stop; empty where nobody is known. Those who are invited are not in it.
    """
    organisations = len(attendance.organisations)
    if not attendance.total:
        return _nobody_counted(attendance, language, past=past)
    kinds = [(kind, n) for kind, n in attendance.by_kind if n]
    one_kind = len(kinds) == 1 and kinds[0][0] != ""
    who = kind_word(kinds[0][0], language, attendance.total) if one_kind else str(attendance.total)
    parts = [_coming(who, attendance, language, past=past)]
    if len(kinds) > 1:
        parts[0] += ": " + ", ".join(_kinds(kinds, language))
    mostly = _mostly(attendance, language, vocabulary)
    parts += [language.gettext("mostly %(disciplines)s", disciplines=mostly)] if mostly else []
    if organisations:
        words = language.ngettext(*ORGANISATIONS, organisations)
        parts.append(language.gettext("and also %(organisations)s", organisations=words))
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _nobody_counted(attendance: Attendance, language: Language, *, past: bool) -> str:
    organisations = len(attendance.organisations)
    if organisations:
        who = language.ngettext(*ORGANISATIONS, organisations)
        return language.gettext("%(who)s came" if past else "%(who)s will come", who=who)
    if attendance.at_least:
        return language.gettext(
            "Several came, how many is not known" if past else "Several will come, how many is not known yet"
        )
    return ""


def _coming(who: str, attendance: Attendance, language: Language, *, past: bool) -> str:
    """Who comes, or came. Of a past meeting with a `maybe` in it one knows only who was expected."""
    if attendance.at_least:
        who = language.gettext("at least %(who)s", who=who)
    if attendance.maybe and attendance.maybe == attendance.total and not past:
        return language.gettext("%(who)s may come", who=who)
    if not attendance.maybe:
        return language.gettext("%(who)s came" if past else "%(who)s will come", who=who)
    words = language.gettext("%(who)s were expected" if past else "%(who)s will come", who=who)
    return language.gettext("%(coming)s, %(num)s of them perhaps", coming=words, num=attendance.maybe)


def _kinds(kinds: list[tuple[str, int]], language: Language) -> Iterator[str]:
    """The kinds in their order, those of no stated kind last."""
    for kind, n in sorted(kinds, key=lambda entry: entry[0] == ""):
        yield kind_word(kind, language, n) if kind else language.ngettext(*OTHERS, n)


def _mostly(attendance: Attendance, language: Language, vocabulary: Vocabulary) -> str:
    """The disciplines that several share: the most common ones, as long as one can tell which these are."""
    words: list[str] = []
    shared = [(word, n) for word, n in attendance.disciplines if n > 1]
    for _, group in groupby(shared, key=lambda entry: entry[1]):
        equal = [in_sentence(vocabulary.label(word, language.code)) for word, _ in group]
        if len(words) + len(equal) > MOST_DISCIPLINES:
            break
        words += equal
    return language.list(words[:MOST_DISCIPLINES])


def in_sentence(word: str) -> str:
    """A label within a sentence: `dans`, but `EU-projekt`."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
