"""What is written and yet not shown on the day of the build: names that became roles, contacts who may not be shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meetingplace.building import Shelf
from meetingplace.building.forking import shared_out
from meetingplace.model.event import Event
from meetingplace.model.record import Contact
from meetingplace.reading.library import Library
from meetingplace.reading.links import Written
from meetingplace.reading.markdown import to_html
from meetingplace.reading.originals import Original
from meetingplace.reading.problems import Problem, Report

from .door import Door, Setting
from .markup import seen_in
from .names import PERSON_LINK, UNSEEN, WORD, Found, Mask, normal
from .pieces import MARK, of_markdown, seen


COMMENT = re.compile(r"<!--[^\n]*?-->")
"""What no reader sees; one of several lines is looked through all the same."""
TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
BLANK = "·"
"""Stands for what is not looked at: no word, and unlike spaces no beginning of code."""
OF_ITSELF = {"person": "name"}
"""The name whose showing is decided as a whole, with the profile; elsewhere that of the one to ask."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Looks for it. `asked` is the setting of the one to ask at a meeting, `setting` that of all its other names;
    `made_of` tells all that what is hidden in a file depends on, and `shelf` where nothing was. The work is shared out
    to so many `processes`.
    """

    library: Library
    door: Door
    asked: Callable[[Event], Setting]
    setting: Callable[[Event], Setting]
    made_of: Callable[[Original], str]
    shelf: Shelf
    processes: int

    def problems(self, originals: Sequence[Original]) -> tuple[Problem, ...]:
        """Warnings by file: `name-hidden`, `name-shared`, `contact-hidden`. Time alone can bring them."""
        namings = [person.naming for person in self.library.outlines_of("person") if person.naming]
        words = FullNames.of(naming.name for naming in namings if naming.type == "person")
        told = [(original, self.made_of(original)) for original in originals]
        unknown = [(original, made_of) for original, made_of in told if not self.shelf.is_clean(made_of)]
        found: dict[int, list[Problem]] = dict(
            shared_out(lambda at: self._hidden_in(unknown[at][0], words), range(len(unknown)), self.processes)
        )
        for number, (_, made_of) in enumerate(unknown):
            if not found[number]:
                self.shelf.mark_clean(made_of)
        return tuple(problem for number in range(len(unknown)) for problem in found[number])

    def _hidden_in(self, original: Original, words: FullNames) -> list[Problem]:
        report = original.report()
        if self._may_name(words, original.source(), markdown=True):
            self._report_names(original, words, report)
        if not original.translates:
            self._report_contact(original, report)
        return report.finished()

    def _report_names(self, original: Original, words: FullNames, report: Report) -> None:
        event = self.library.events[original.slug] if original.kind == "event" else None
        setting = self.setting(event) if event else Setting("name")
        if original.kind == "person" and not self.door.may_be_named(original.slug, setting):
            return
        passed_over = OF_ITSELF.get(original.kind or "", "contact.name")
        for text in original.texts():
            if text.field != passed_over and self._may_name(words, text.text, markdown=text.markdown):
                report_in(text, self.door.mask(setting), report)

    def _may_name(self, words: FullNames, text: str, *, markdown: bool) -> bool:
        """Whether it is worth looking for names and addresses of people."""
        return words.may_be_in(_as_seen(text, markdown=markdown)) or self.door.has_address(text)

    def _report_contact(self, original: Original, report: Report) -> None:
        """Nobody needs to be asked about a meeting that is long over."""
        contact, setting = self._contact(original)
        if contact and not self.door.is_old(setting) and self.door.reach(contact, setting) is None:
            found = contact.person or contact.name or ""
            report.warning("contact-hidden", original.place(("contact",)), "contact", found=found)

    def _contact(self, original: Original) -> tuple[Contact | None, Setting]:
        if original.kind == "event":
            event = self.library.events[original.slug]
            return event.contact, self.asked(event)
        if original.kind == "series":
            return self.library.series[original.slug].contact, Setting("name")
        if original.kind == "municipality":
            return self.library.municipalities[original.slug].contact, Setting("name")
        return None, Setting("name")


class FullNames(NamedTuple):
    """The words of all full names by the last of them, as written and in capitals: a quick way past other texts."""

    by_last: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> FullNames:
        by_last: dict[str, tuple[tuple[str, ...], ...]] = {}
        for name in names:
            words = tuple(WORD.findall(normal(name)))
            for last in dict.fromkeys((words[-1], words[-1].upper())) if words else ():
                by_last[last] = (*by_last.get(last, ()), words[:-1])
        return cls(by_last)

    def may_be_in(self, text: str) -> bool:
        """Whether the words of some name are in a text as readers see it, the last perhaps in the genitive."""
        words = set(WORD.findall(text))
        words |= {word[:-1] for word in words if word[-1] in "sS"}
        found = (others for last in words & self.by_last.keys() for others in self.by_last[last])
        return any(all(word in words or word.upper() in words for word in others) for others in found)


def report_in(text: Written, mask: Mask, report: Report) -> None:
    """A role stands instead of a plain name, or it is left alone since someone else of that name may be named."""
    for at, found, written in _found(text, mask):
        shown, words = mask.replacement(found), " ".join(written.split())
        if shown is not None and "/" in words:
            report.warning("address-hidden", text.place(at), text.field, found=words)
        elif shown is not None:
            report.warning("name-hidden", text.place(at), text.field, found=words, role=shown)
        elif not all(mask.may_stand(slug) for slug in found.slugs):
            report.warning("name-shared", text.place(at), text.field, found=words)


def _as_seen(text: str, *, markdown: bool = True) -> str:
    text = normal(text)
    if markdown and MARK.search(text):
        text = seen(list(of_markdown(text)))
    return UNSEEN.sub("", text)


def _found(written: Written, mask: Mask) -> Iterator[tuple[int, Found, str]]:
    """Names in a text but those of links that are a role already: where, whose, and how they are written."""
    raw = PERSON_LINK.sub(
        lambda link: link[0] if mask.may_stand(link[2]) else BLANK * len(link[0]),
        COMMENT.sub(lambda comment: BLANK * len(comment[0]), written.text) if written.markdown else written.text,
    )
    text = normal(raw)
    pieces = list(of_markdown(text)) if written.markdown else []
    line = seen(pieces) if written.markdown else text
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.seen))
    told: dict[tuple[str, ...], list[int]] = {}
    for found in mask.names.find_all(line):
        at = found.start
        if pieces:
            number = bisect_left(starts, at + 1) - 1
            before = sum(len(piece.written or piece.seen) for piece in pieces[:number])
            at = before + (0 if pieces[number].written else at - starts[number])
        at = _unnormalised(raw, text, at)
        told.setdefault(found.slugs, []).append(at)
        yield at, found, line[found.start : found.end]
    if written.markdown:
        yield from _in_tags(raw, mask)
        yield from _across_markup(raw, mask, told)


def _in_tags(raw: str, mask: Mask) -> Iterator[tuple[int, Found, str]]:
    """Names in attributes, which browsers show and screen readers read aloud."""
    for tag in TAG.finditer(raw):
        for found in mask.names.find(normal(tag[0])):
            yield tag.start() + found.start, found, normal(tag[0])[found.start : found.end]


def _across_markup(
    raw: str, mask: Mask, told: Mapping[tuple[str, ...], Sequence[int]]
) -> Iterator[tuple[int, Found, str]]:
    """Names that only the finished HTML shows: half of one is in a link, say."""
    line = seen_in(to_html(raw), mask)
    again: dict[tuple[str, ...], list[str]] = {}
    for found in mask.names.find(line):
        again.setdefault(found.slugs, []).append(line[found.start : found.end])
        number = len(again[found.slugs]) - len(told.get(found.slugs, ()))
        if number > 0:
            yield _unsaid(raw, again[found.slugs], told.get(found.slugs, ()), number), found, again[found.slugs][-1]


def _unsaid(raw: str, words: Sequence[str], told: Sequence[int], number: int) -> int:
    """Where the name stands that is not told of yet: at as many-th a place of its first words; the text's beginning
    where they are written otherwise.
    """
    firsts = {first[0] for word in words if (first := WORD.search(word))}
    places = sorted(at for first in firsts for at in _all(first, raw) if at not in told)
    return places[number - 1] if number <= len(places) else max(raw.find(min(firsts, default="")), 0)


def _all(word: str, raw: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(rf"\b{re.escape(word)}\b", raw))


def _unnormalised(raw: str, text: str, at: int) -> int:
    """Where a character of a text in NFC stands in the text as it was written."""
    return at if text == raw else bisect_left(range(len(raw)), at, key=lambda size: len(normal(raw[:size])))
