"""Codes about time: when a meeting is, and what a day, or the last publication, makes of what is written."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.i18n import N_

from .wordings import GOT, Wording


TIMES: Mapping[str, Wording] = {
    "time-invalid": Wording(GOT, N_("YYYY-MM-DD HH:MM, a date, or a month")),
    "day-expected": Wording(GOT, N_("YYYY-MM-DD")),
    "time-skipped": Wording(
        N_("%(found)s does not exist: clocks go forward then"), N_("a time that the zone %(zone)s has")
    ),
    "time-twice": Wording(N_("%(found)s comes twice, for clocks go back then; the first is taken")),
    "offset-contradicts": Wording(
        N_("the offset of %(found)s is not that of %(zone)s"), N_("the time without an offset")
    ),
    "zone-unknown": Wording(GOT, N_("a time zone such as Europe/Stockholm, or UTC")),
    "end-missing": Wording(N_("the meeting has an hour to begin and no end"), N_("HH:MM, or YYYY-MM-DD HH:MM")),
    "end-before-start": Wording(GOT, N_("a time after the start, %(start)s")),
    "until-before-given": Wording(GOT, N_("the day on which consent is given, or a later one")),
    "end-of-other-kind": Wording(GOT, N_("an end as exact as the start, %(start)s")),
    "end-too-late": Wording(GOT, N_("at most %(most)s days after the start, %(start)s")),
    "end-next-day": Wording(
        N_("the meeting lasts more than 24 hours"), N_("its days as repeat, if it rests in between")
    ),
    "place-missing": Wording(N_("the meeting has no place"), N_('a venue, or {tbd: "…"} while it is to be decided')),
    "place-empty": Wording(N_("the place has no name"), N_("slug, name, town or tbd")),
    "online-missing": Wording(N_("nothing says how to take part online"), N_("platform, url or note")),
    "online-note-missing": Wording(N_("neither url nor note"), N_("how the link reaches those who come")),
    "rule-invalid": Wording(N_("%(part)s in the rule"), N_("an RFC 5545 rule such as FREQ=WEEKLY;COUNT=6")),
    "rule-endless": Wording(GOT, N_("a rule with either COUNT or UNTIL")),
    "rule-too-long": Wording(GOT, N_("at most %(most)s occurrences")),
    "repeat-zone": Wording(
        N_("a meeting that comes back cannot be in %(found)s, where clocks change by no yearly rule"),
        N_("another time zone, or a file for each time"),
    ),
    "rule-misses-start": Wording(N_("the rule does not hit the start, %(found)s"), N_("a start that it hits")),
    "exception-misses": Wording(GOT, N_("a day on which the meeting would take place")),
    "repeat-without-day": Wording(GOT, N_("a start with a day, where the meeting repeats")),
    "repeat-empty": Wording(N_("every occurrence is an exception"), N_("at least one that takes place")),
}
OTHER_FORMS: Mapping[str, str] = {
    "end": N_("HH:MM, YYYY-MM-DD HH:MM, or a date"),
    "fixed": N_("YYYY-MM-DD HH:MM, or a date"),
}
"""What `time-invalid` expects where less will do than elsewhere."""
DAY: Mapping[str, Wording] = {
    "name-hidden": Wording(
        N_("%(found)s may not be named here today: readers see “%(role)s”"),
        N_("a role, or [Name](person:slug)"),
        N_("someone may not be named here today: readers see their role"),
    ),
    "name-shared": Wording(
        N_("%(found)s is the name of several people, and one of them may not be named"),
        N_("words that say who is meant"),
        N_("a name of several people, and one of them may not be named"),
    ),
    "address-hidden": Wording(
        N_("%(found)s leads to someone who may not be named here today: readers see no link"),
        N_("a text without the link, or [Name](person:slug)"),
        N_("an address leads to someone who may not be named here today: readers see no link"),
    ),
    "link-to-nothing-today": Wording(
        N_("the link %(found)s leads to nothing today"),
        N_("an address that is always there, or [Name](person:slug)"),
        N_("a link leads to nothing today"),
    ),
    "contact-hidden": Wording(
        N_("%(found)s may not be shown today, or cannot be reached: readers are told to ask someone else"),
        N_("a person whose consent covers contact"),
    ),
    "start-moved": Wording(
        N_("the meeting was published with the start %(was)s, and is now on %(found)s"),
        N_("updates: [{date: …, text: …, was: %(was)s}]"),
    ),
    "uid-changed": Wording(
        N_("the meeting was published with another uid; now it is %(found)s"), N_("the same for ever")
    ),
    "slug-changed": Wording(
        N_("the meeting was published under another slug; now it is %(found)s"),
        N_("aliases with the former slug, or uid: %(uid)s"),
    ),
    "history-shallow": Wording(
        N_("published is missing (meetings: %(count)s), and only the latest part of the history is here"),
        N_("all of it: run git fetch --unshallow, or write fetch-depth: 0 where GitHub Actions checks out"),
    ),
    "history-missing": Wording(
        N_("published is missing (meetings: %(count)s), and the content is not in git: today is taken"),
        N_("published in every meeting, or content in git"),
    ),
    "history-unreadable": Wording(
        N_("published is missing (meetings: %(count)s), and git does not tell (%(reason)s): today is taken"),
        N_("published in every meeting, or a history that can be read"),
        N_("published is missing, and git does not tell: today is taken"),
    ),
    "uid-duplicate": Wording(N_("the uid %(found)s is that of %(other)s too"), N_("a uid of its own")),
}

OF_THE_DAY = frozenset({"name-hidden", "name-shared", "contact-hidden", "address-hidden", "link-to-nothing-today"})
"""Codes that the passing of time brings by itself: they never stop a build."""
