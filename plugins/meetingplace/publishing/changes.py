"""Changes in words: what kind of news it is, who else comes, what came of a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from meetingplace.catalogue.changes import Change, Kind
from meetingplace.i18n import N_, Language

from .counts import kind_word
from .dates import day_text
from .plain import one_line


WORDS: Mapping[Kind, str] = {
    "published": N_("New meeting"),
    "people": N_("New people are coming"),
    "moved": N_("Moved"),
    "dated": N_("The date is set"),
    "cancelled": N_("Cancelled"),
    "postponed": N_("Postponed"),
    "report": N_("What came out of it"),
    "update": N_("Updated"),
}
MOST_NAMES = 3
"""As many as a title has room for."""


def word_of(kind: Kind, language: Language) -> str:
    """The kind of news: `Inställt`."""
    return language.gettext(WORDS[kind])


def was_line(change: Change, language: Language) -> str:
    """`Flyttat från torsdag 5 mars 2026 kl. 09.30.`, or that a day was set; empty where nothing was moved."""
    if change.was is None:
        return ""
    if change.kind == "dated":
        return language.gettext("The day is set: %(day)s.", day=day_text(change.occurrence.start, language))
    return language.gettext("Moved from %(day)s.", day=day_text(change.was, language))


def newcomers_names(change: Change) -> tuple[str, ...]:
    """Those of the newcomers who may be named, people first."""
    found = change.newcomers
    return tuple(participant.profile.name for participant in (*found.people, *found.organisations))


def newcomers_counted(change: Change, language: Language) -> tuple[str, ...]:
    """Those who may not be named, by kind: `2 fria kulturaktörer`."""
    tally: Counter[str] = Counter()
    for unnamed in change.newcomers.unnamed:
        tally[unnamed.kind] += unnamed.count or 0
    return tuple(kind_word(kind, language, number) for kind, number in sorted(tally.items()))


def newcomers_title(change: Change, language: Language) -> str:
    """`Nya som kommer till Kulturfrukost (tor 12 mars): Anna Berg, Bo Ek och 2 till`."""
    names = newcomers_names(change)
    total = change.newcomers.total + len(change.newcomers.organisations)
    shown = list(names[:MOST_NAMES])
    if not shown:
        shown = list(newcomers_counted(change, language))
    elif total > len(shown):
        shown.append(language.ngettext("%(num)s more", "%(num)s more", total - len(shown)))
    return language.ngettext(
        "New at %(meeting)s: %(who)s",
        "New at %(meeting)s: %(who)s",
        total,
        meeting=_meeting(change, language),
        who=language.list(shown),
    )


def _meeting(change: Change, language: Language) -> str:
    """The title, with its day where it has but one."""
    title, start = one_line(change.meeting.event.title), change.occurrence.start
    once = len(change.meeting.occurrences) == 1 and start.fixed
    return f"{title} ({language.short_day(start.day)})" if once else title


def newcomers_line(change: Change, language: Language) -> str:
    """All of them: `Nya som kommer: Anna Berg, Bo Ek och 2 fria kulturaktörer`."""
    who = language.list([*newcomers_names(change), *newcomers_counted(change, language)])
    return language.gettext("New here: %(who)s", who=who)


def report_lines(change: Change, language: Language, text: str) -> Iterator[str]:
    """How many came, what is told of it (as `text`, in words that have passed) and what came out of it."""
    report = change.meeting.event.report
    yield came_line(change, language)
    yield text
    yield from (one_line(outcome) for outcome in (report.outcomes if report else ()))


def came_line(change: Change, language: Language) -> str:
    """`14 personer kom.`, of a report that says so."""
    report = change.meeting.event.report
    if change.kind != "report" or report is None or report.came is None:
        return ""
    return language.ngettext("%(num)s person came.", "%(num)s people came.", report.came)
