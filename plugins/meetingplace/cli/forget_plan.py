"""What has to change in which file for a person to be forgotten, worked out before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from meetingplace.catalogue.door import ROLES
from meetingplace.catalogue.names import Names
from meetingplace.i18n import N_, language
from meetingplace.model import RECORDS
from meetingplace.model.person import Person
from meetingplace.model.references import Reference
from meetingplace.model.scalars import Prose
from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.reading import references_in_files as files
from meetingplace.reading.entries import Entry, read_entry
from meetingplace.reading.files import Folder
from meetingplace.reading.library import Library
from meetingplace.reading.schema import leaves, texts, values_at
from meetingplace.reading.translations import paired

from .forget_counts import Data, coming_of, counted, data_of, left_without
from .forget_names import Forgotten, other_names


PICTURE = re.compile(r"images?/[^\s)\"'>]+")
TEXTS = frozenset({".md", ".yaml", ".html", ".rst"})
BY = ("possibilities", "*", "by")
ORGANISATIONS = {
    "independent": N_("an independent organisation"),
    "public": N_("a public organisation"),
    "association": N_("an association"),
    "business": N_("a business"),
    "funder": N_("a funder"),
    "staff": N_("an organiser"),
}
STAYS = N_("%(file)s: stays, another file speaks of this picture")
SHARED = N_("%(file)s: the name stays where it may be another person's of the same name, or a place's")
SOMETIMES = N_("%(file)s: comes on some of the days only, and is counted by words instead of a number")
EMPTIED = N_("%(file)s: a day whose own list is left empty has the usual list from now on; set it right by hand")


@dataclass
class Plan:
    """Files to write anew and to remove, by their path, and what an editor is told of files beside that."""

    person: Person
    before: dict[Path, bytes] = field(default_factory=dict)
    after: dict[Path, bytes | None] = field(default_factory=dict)
    notes: list[tuple[Path, str]] = field(default_factory=list)

    def removed(self) -> list[Path]:
        return [path for path, raw in sorted(self.after.items()) if raw is None]


def planned(content: Path, site: Site, library: Library, slug: str) -> Plan:
    """The plan to forget the person of a slug, who is in the library."""
    return _Planner(content, site, library, slug).plan()


class _Planner:
    def __init__(self, content: Path, site: Site, library: Library, slug: str) -> None:
        self._content = content
        self._site = site
        self._library = library
        self._person = library.people[slug]
        both = (Addresses(site), Addresses(site.in_other_language()))
        self._names = Forgotten(
            slug=slug,
            names=Names([*other_names(self._person, library), (slug, self._person.name)]),
            pages=tuple(
                addresses.person(each).removesuffix("/") for addresses in both for each in (slug, *self._person.aliases)
            ),
        )
        self._plan = Plan(self._person)

    def plan(self) -> Plan:
        found = [each for each in Folder(self._content).files() if each.folder]
        paths = {each.label: Path(each.path) for each in found}
        pairs = paired([read_entry(each) for each in found], self._site.language)
        for entry, others in pairs:
            mine = entry.kind == "person" and entry.slug == self._person.slug
            for each in (entry, *others):
                path = paths[each.label]
                if mine:
                    self._remove(path)
                else:
                    self._edit(path, each, is_record=each is entry)
        for path in self._loose():
            self._edit(path, None, is_record=False)
        self._pictures()
        return self._plan

    def _loose(self) -> Iterator[Path]:
        """The vocabulary and the ordinary pages: texts without references of ours."""
        vocabulary = self._content / "vocabulary.yaml"
        pages = sorted((self._content / "pages").rglob("*"))
        for path in (vocabulary, *pages):
            if path.is_file() and path.suffix in TEXTS and _is_utf_8(path):
                yield path

    def _remove(self, path: Path) -> None:
        self._plan.before[path] = path.read_bytes()
        self._plan.after[path] = None

    def _edit(self, path: Path, entry: Entry | None, *, is_record: bool) -> None:
        raw = path.read_bytes()
        tongue = (entry.name.language if entry else "") or self._site.language
        role = self._role(tongue)

        def change(text: str) -> str:
            if entry is None:
                return self._names.without(text, role)
            front = entry.source.front
            start = text.index("\n") + 1
            body = text[start + len(front) :]
            if is_record:
                front = self._without_references(front, entry, path)
            return text[:start] + self._without_names(front, entry, role) + self._names.without(body, role)

        new = files.edited(raw, change)
        if self._names.is_shared_in(raw.decode("utf-8-sig")):
            self._plan.notes.append((path, SHARED))
        if new != raw:
            self._plan.before[path] = raw
            self._plan.after[path] = new

    def _role(self, tongue: str) -> str:
        roles = ROLES if self._person.type == "person" else ORGANISATIONS
        return language(tongue).gettext(roles[self._person.kind])

    # ------------------------------------------------------------------ references

    def _without_references(self, front: str, entry: Entry, path: Path) -> str:
        data = data_of(front)
        while at := self._reference(data_of(front), entry):
            front = files.without(front, at)
        if entry.kind != "event":
            return front
        if left_without(data, self._person.slug):
            self._plan.notes.append((path, EMPTIED))
        if self._person.type == "organisation":
            return front
        coming = coming_of(data, self._person.slug)
        if coming.sometimes:
            self._plan.notes.append((path, SOMETIMES))
        words = language(entry.name.language or self._site.language)
        return counted(front, self._person, coming, self._role(words.code), words, self._library.vocabulary)

    def _reference(self, data: Data, entry: Entry) -> tuple[str | int, ...] | None:
        model = RECORDS[entry.kind]
        for leaf in leaves(model):
            is_person = any(isinstance(mark, Reference) and mark.kind == "person" for mark in leaf.marks)
            for path, text in values_at(data, leaf.path) if is_person or leaf.path == BY else ():
                if text.strip() == self._person.slug:
                    return path[:-1] if path[-1] == "person" else path
        contact = data.get("contact")
        if entry.kind != "person" and isinstance(contact, dict) and self._names.is_in(contact.get("name") or ""):
            return ("contact",)
        return None

    # ------------------------------------------------------------------ names

    def _without_names(self, front: str, entry: Entry, role: str) -> str:
        """Front matter without the name in texts and remarks; paths, addresses and slugs are left as they are."""
        data = data_of(front)
        prose = _prose_paths(data, entry)
        fixed = sorted(files.span(front, path) for path, _ in texts(data) if path not in prose)
        pieces, at = [], 0
        for start, end in fixed:
            pieces += [self._names.without(front[at:start], role, is_front=True), front[start:end]]
            at = end
        front = "".join([*pieces, self._names.without(front[at:], role, is_front=True)])
        for path, text in list(texts(data_of(front))):
            if path in prose and self._names.is_in(text):  # written with escapes, or over lines that are joined
                front = files.replaced(front, path, self._names.without(text, role))
        return front

    # ------------------------------------------------------------------ pictures

    def _pictures(self) -> None:
        """Their pictures go, unless another file speaks of one."""
        own = [raw for path, raw in self._plan.before.items() if self._plan.after[path] is None]
        said = " ".join(raw.decode("utf-8-sig") for raw in own)
        wanted = [self._person.image.file] if self._person.image else []
        wanted += [found for found in PICTURE.findall(said) if (self._content / found).is_file()]
        gone = {path for path, new in self._plan.after.items() if new is None}
        texts_left = [
            (self._plan.after.get(path) or path.read_bytes()).decode("utf-8", "replace")
            for path in sorted(self._content.rglob("*"))
            if path.is_file() and path.suffix in TEXTS and path.resolve() not in gone
        ]
        for name in dict.fromkeys(wanted):
            path = (self._content / name).resolve()
            if any(Path(name).name in text for text in texts_left):
                self._plan.notes.append((path, STAYS))
            else:
                self._remove(path)


def _is_utf_8(path: Path) -> bool:
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:  # what cannot be changed is found when traces are looked for
        return False
    return True


def _prose_paths(data: Data, entry: Entry) -> Sequence[tuple[str | int, ...]]:
    """Where texts stand that people read."""
    model = RECORDS[entry.kind]
    found: list[tuple[str | int, ...]] = []
    for leaf in leaves(model):
        if any(isinstance(mark, Prose) for mark in leaf.marks):
            found += [path for path, _ in values_at(data, leaf.path)]
    bare = [path for leaf in leaves(model) if _is_fixed(leaf.marks) for path, _ in values_at(data, leaf.path)]
    return [path for path in found if path not in bare]


def _is_fixed(marks: Sequence[object]) -> bool:
    return not any(isinstance(mark, Prose) for mark in marks)
