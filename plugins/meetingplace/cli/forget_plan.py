"""What has to change in which file for a person to be forgotten, worked out before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from meetingplace.catalogue.attending import CERTAINTY, COMING
from meetingplace.catalogue.door import ROLES
from meetingplace.catalogue.names import Names
from meetingplace.i18n import language
from meetingplace.model import RECORDS
from meetingplace.model.person import Person
from meetingplace.model.references import Reference
from meetingplace.model.scalars import Prose
from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.reading import references_in_files as files
from meetingplace.reading import yaml_subset
from meetingplace.reading.entries import Entry, read_entry
from meetingplace.reading.files import Folder
from meetingplace.reading.library import Library
from meetingplace.reading.problems import Report
from meetingplace.reading.schema import leaves, texts, values_at
from meetingplace.reading.translations import paired

from .forget_names import Forgotten


PICTURE = re.compile(r"images?/[^\s)\"'>]+")
TEXTS = frozenset({".md", ".yaml", ".html", ".rst"})
BY = ("possibilities", "*", "by")


@dataclass
class Plan:
    """Files to write anew and to remove, by their path; `kept` are pictures of theirs that others show too.

    `shared` are files in which the name stands that is another person's as well.
    """

    person: Person
    before: dict[Path, bytes] = field(default_factory=dict)
    after: dict[Path, bytes | None] = field(default_factory=dict)
    kept: list[Path] = field(default_factory=list)
    shared: list[Path] = field(default_factory=list)


def planned(content: Path, site: Site, library: Library, slug: str) -> Plan:
    """The plan to forget the person of a slug, who is in the library."""
    return _Planner(content, site, library, slug).plan()


class _Planner:
    def __init__(self, content: Path, site: Site, library: Library, slug: str) -> None:
        self._content = content
        self._site = site
        self._library = library
        self._person = library.people[slug]
        self._names = Forgotten(
            slug=slug,
            names=Names((p.slug, p.name) for p in library.people.values() if p.type == "person" or p.slug == slug),
            page=Addresses(site).person(slug).removesuffix("/"),
        )
        self._plan = Plan(self._person)

    def plan(self) -> Plan:
        found = [each for each in Folder(self._content).files() if each.folder]
        paths = {each.label: each.path for each in found}
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
        role = language(tongue).gettext(ROLES[self._person.kind])

        def change(text: str) -> str:
            if entry is None:
                return self._names.without(text, role)
            front = entry.source.front
            start = text.index("\n") + 1
            body = text[start + len(front) :]
            if is_record:
                front = self._without_references(front, entry)
            return text[:start] + self._without_names(front, entry, role) + self._names.without(body, role)

        new = files.edited(raw, change)
        if self._names.is_shared_in(raw.decode("utf-8-sig")):
            self._plan.shared.append(path)
        if new != raw:
            self._plan.before[path] = raw
            self._plan.after[path] = new

    # ------------------------------------------------------------------ references

    def _without_references(self, front: str, entry: Entry) -> str:
        counts = entry.kind == "event" and self._is_counted(_data(front))
        while path := self._reference(_data(front), entry):
            front = files.without(front, path)
        return self._counted(front) if counts else front

    def _reference(self, data: Mapping[str, Any], entry: Entry) -> tuple[str | int, ...] | None:
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

    def _is_counted(self, data: Mapping[str, Any]) -> bool:
        """Whether the person is one of those who come, as the catalogue counts them."""
        rows = [row if isinstance(row, dict) else {"person": row} for row in data.get("who") or ()]
        found = [row.get("status") or "coming" for row in rows if row.get("person") == self._person.slug]
        programme = [row for row in data.get("programme") or () if self._person.slug in (row.get("who") or ())]
        if self._person.slug in (data.get("host") or ()) or (programme and not found):
            found.append("coming")
        status = max(found, key=CERTAINTY.index, default="declined")
        return self._person.type == "person" and status in COMING

    def _counted(self, front: str) -> str:
        """One more in `also`: in a row of the same kind and discipline, or in a row of its own."""
        vocabulary = self._library.vocabulary
        known = [word for word in self._person.disciplines if vocabulary.slug(word)][:1]
        slug = vocabulary.slug(known[0]) if known else None
        for number, row in enumerate(_data(front).get("also") or ()):
            if not isinstance(row, dict) or row.get("municipality") or row.get("text") or not row.get("count"):
                continue
            word = row.get("discipline")
            if row.get("kind") == self._person.kind and (vocabulary.slug(word) if word else None) == slug:
                return files.replaced(front, ("also", number, "count"), str(int(row["count"]) + 1))
        more = {"discipline": known[0]} if known else {}
        return files.with_row(front, "also", {"count": "1", "kind": self._person.kind, **more})

    # ------------------------------------------------------------------ names

    def _without_names(self, front: str, entry: Entry, role: str) -> str:
        """Front matter without the name in texts and remarks; paths, addresses and slugs are left as they are."""
        data = _data(front)
        prose = _prose_paths(data, entry)
        fixed = sorted(files.span(front, path) for path, _ in texts(data) if path not in prose)
        pieces, at = [], 0
        for start, end in fixed:
            pieces += [self._names.without(front[at:start], role), front[start:end]]
            at = end
        front = "".join([*pieces, self._names.without(front[at:], role)])
        for path, text in list(texts(_data(front))):
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
                self._plan.kept.append(path)
            else:
                self._remove(path)


def _is_utf_8(path: Path) -> bool:
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:  # what cannot be changed is found when traces are looked for
        return False
    return True


def _data(front: str) -> Mapping[str, Any]:
    return yaml_subset.parse(front, Report("")) or {}


def _prose_paths(data: Mapping[str, Any], entry: Entry) -> Sequence[tuple[str | int, ...]]:
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
