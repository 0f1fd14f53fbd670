"""A build over an older one is a clean one, byte for byte, after whatever was edited in between.

`MEETINGPLACE_EDITS` says how many edits are tried, `MEETINGPLACE_SEED` which.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from sites import ROOT, Build, tree, write


EDITS = int(os.environ.get("MEETINGPLACE_EDITS", "6"))
SEED = os.environ.get("MEETINGPLACE_SEED", "motesplatser")
PEOPLE = ("anna-berg", "bo-ek", "cia-dahl", "dan-fors")
MORE = (
    "place: {name: Kvarnen, town: Flen}",
    "place: kvarnen\nseries: frukostar",
    "place: kvarnen\nmunicipality: flen\ncontact: anna-berg",
    "place: kvarnen\npossibilities: [{kind: assignment, title: Dansa, by: cia-dahl}]",
    "series: frukostar\nplace: {tbd: Ej bestämt}\nrepeat: {rule: FREQ=WEEKLY;COUNT=4}",
    "place: kvarnen\nimage: {file: images/bild.png, alt: Vid bordet}",
    "place: kvarnen\nprogramme: [{time: '20.45', title: Vi börjar, who: [dan-fors]}]",
)
"""Further facts of meetings, which lead to other records and other people."""
SCOPES = ("profile", "photo", "contact", "feeds", "search", "archive")


@dataclass
class Walk:
    """A site under edit: its records as data that are written anew, a theme of its own, and its settings."""

    folder: Path
    chance: random.Random
    build: Build
    settings: dict[str, Any] = field(default_factory=dict)
    meetings: dict[str, dict[str, object]] = field(default_factory=dict)
    people: dict[str, list[str]] = field(default_factory=dict)
    count: int = 0

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def theme(self) -> Path:
        return self.folder / "theme"

    def begin(self) -> None:
        shutil.copytree(ROOT / "theme", self.theme)
        for slug in PEOPLE:
            self.people[slug] = ["name", *SCOPES[:4]]
            self.write_person(slug)
            self.write_picture(slug)
        for edit in (self.municipality, self.place, self.series):
            edit()
        for _ in range(4):
            self.add()
        self.page()
        self.picture()
        self.vocabulary()

    def number(self) -> int:
        self.count += 1
        return self.count

    def write_person(self, slug: str) -> None:
        name = slug.replace("-", " ").title()
        covers = ", ".join(self.people[slug])
        text = f"""---
name: {name}
kind: independent
disciplines: [dans]
municipality: flen
offers: [dans]
contact: {{phone: 070-123 45 {self.chance.randint(10, 99)}}}
image: {{file: images/{slug}.png, alt: En bild {slug[:1]}}}
consent: {{given: 2026-01-10, how: mejl, covers: [{covers}]}}
---
{name} arbetar i Flen, {self.number()}.
"""
        write(self.content, f"people/{slug}.md", text)

    def write_meeting(self, slug: str) -> None:
        meeting = self.meetings[slug]
        who = ", ".join(sorted(map(str, meeting["who"])))  # type: ignore[call-overload]
        text = f"""---
title: {meeting["title"]}
summary: Vi äter och berättar, {meeting["title"]}.
start: {meeting["start"]}
end: 23:00
attendance: on-site
published: 2026-11-01
uid: {meeting["uid"]}
topics: [dans]
who: [{who}]
{meeting["more"]}
---
{meeting["body"]}
"""
        write(self.content, f"events/{slug}.md", text)

    def some(self) -> str:
        return self.chance.choice(sorted(self.meetings))

    # Edits

    def add(self) -> None:
        number = self.number()
        slug = f"frukost-nummer-{number}"
        start = (
            f"2026-{self.chance.choice(['11', '12'])}-{self.chance.randint(10, 28)} {self.chance.randint(8, 20):02}:30"
        )
        who = self.chance.sample(PEOPLE, 2)
        body = f"Välkommen, {number}."
        self.meetings[slug] = {
            "title": f"Frukost {number}",
            "start": start,
            "who": who,
            "body": body,
            "uid": f"u{number}",
            "more": self.chance.choice(MORE),
        }
        self.write_meeting(slug)

    def body(self) -> None:
        slug = self.some()
        self.meetings[slug]["body"] = f"Nu kommer *Anna Berg*, {self.number()}."
        self.write_meeting(slug)

    def title(self) -> None:
        slug = self.some()
        self.meetings[slug]["title"] = f"Kvällsmat {self.number()}"
        self.write_meeting(slug)

    def participant(self) -> None:
        slug = self.some()
        self.meetings[slug]["who"] = self.chance.sample(PEOPLE, self.chance.randint(1, 4))
        self.write_meeting(slug)

    def person(self) -> None:
        self.write_person(self.chance.choice(PEOPLE))

    def consent(self) -> None:
        slug = self.chance.choice(PEOPLE)
        self.people[slug] = ["name", *self.chance.sample(SCOPES, self.chance.randint(1, 5))]
        self.write_person(slug)

    def facts(self) -> None:
        slug = self.some()
        more = self.chance.choice(MORE)
        self.meetings[slug]["more"] = more
        self.write_meeting(slug)

    def continued(self) -> None:
        """A report that leads to another meeting, whose title it names."""
        slug, other = self.some(), self.some()
        if slug != other:
            told = f"{{date: 2026-11-20, text: Det blev bra., continues: {other}}}"
            self.meetings[slug]["more"] = f"place: kvarnen\nreport: {told}"
            self.write_meeting(slug)

    def translation(self) -> None:
        """Into English, or no more: of a meeting, a person or a place."""
        path = self.content / self.chance.choice(
            [f"events/{self.some()}.en.md", f"people/{self.chance.choice(PEOPLE)}.en.md", "places/kvarnen.en.md"]
        )
        if path.exists():
            path.unlink()
        else:
            key = "name" if path.parent.name == "places" else "title"
            text = f"---\n{key}: In English {self.number()}\n---\nBy [Bo](person:bo-ek).\n"
            write(path.parent, path.name, text)

    def place(self) -> None:
        text = f"---\nname: Kvarnen {self.number()}\ntown: Flen\nmunicipality: flen\n---\nHos Anna Berg.\n"
        write(self.content, "places/kvarnen.md", text)

    def municipality(self) -> None:
        contact = self.chance.choice(PEOPLE)
        text = f"---\nname: Flen\ncontact: {contact}\n---\nFlen är en kommun, {self.number()}.\n"
        write(self.content, "municipalities/flen.md", text)

    def series(self) -> None:
        contact = self.chance.choice(PEOPLE)
        text = f"---\ntitle: Frukostar {self.number()}\nsummary: Vi äter.\ncontact: {contact}\n---\n"
        write(self.content, "series/frukostar.md", text)

    def rename(self) -> None:
        slug = self.some()
        if self._is_spoken_of(slug):
            return
        (self.content / f"events/{slug}.en.md").unlink(missing_ok=True)
        new = f"frukost-nummer-{self.number()}"
        self.meetings[new] = self.meetings.pop(slug)
        (self.content / f"events/{slug}.md").unlink()
        self.write_meeting(new)
        path = self.content / f"events/{new}.md"
        path.write_text(path.read_text("utf-8").replace("\nuid:", f"\naliases: [{slug}]\nuid:"), "utf-8")

    def delete(self) -> None:
        slug = self.some()
        if len(self.meetings) > 2 and not self._is_spoken_of(slug):
            del self.meetings[slug]
            for name in (f"events/{slug}.md", f"events/{slug}.en.md"):
                (self.content / name).unlink(missing_ok=True)

    def _is_spoken_of(self, slug: str) -> bool:
        """Whether another meeting leads to it: then it cannot go without a word."""
        return any(f"continues: {slug}}}" in str(meeting["more"]) for meeting in self.meetings.values())

    def vocabulary(self) -> None:
        number = self.number()
        text = f"terms:\n  dans: {{sv: Dans {number}, en: Dance, kind: discipline}}\n"
        write(self.content, "vocabulary.yaml", text)

    def page(self) -> None:
        text = f"---\ntitle: Om oss\n---\nHej {self.number()}, ![Bild](../images/bild.png) [lista]({{static}}/files/a.txt).\n"
        write(self.content, "pages/om.md", text)
        write(self.content, "files/a.txt", str(self.chance.randint(1, 3)))

    def picture(self) -> None:
        self.write_picture("bild")

    def portrait(self) -> None:
        self.write_picture(self.chance.choice(PEOPLE))

    def write_picture(self, name: str) -> None:
        (self.content / "images").mkdir(exist_ok=True)
        Image.new("RGB", (400, 300), (self.number() % 256, 9, 9)).save(self.content / f"images/{name}.png")

    def template(self) -> None:
        path = self.theme / "templates" / self.chance.choice(["base.html", "components/person.html", "person.html"])
        path.write_text(f"{path.read_text('utf-8')}{{# {self.number()} #}}", "utf-8")
        base = self.theme / "templates/base.html"
        base.write_text(base.read_text("utf-8").replace("</body>", f"<!-- {self.count} --></body>"), "utf-8")

    def stylesheet(self) -> None:
        path = self.theme / "styles/90-print.css"
        path.write_text(f"{path.read_text('utf-8')}\n/* {self.number()} */\n", "utf-8")

    def static(self) -> None:
        write(self.theme, "static/extra.txt", str(self.number()))

    def setting(self) -> None:
        self.settings["SITENAME"] = f"Mötesplatser {self.chance.randint(1, 2)}"

    def day(self) -> None:
        self.settings["TODAY"] = self.chance.choice(["2026-11-15", "2026-11-22", "2026-12-20", "2027-04-01"])

    def damage(self) -> None:
        """Someone takes away or cuts short what is published, or what is known of it."""
        files = sorted(path for path in (self.folder / "out").rglob("*.html"))
        if files and self.chance.random() < 0.5:
            self.chance.choice(files).unlink()
        elif files:
            self.chance.choice(files).write_bytes(b"")

    def nothing(self) -> None:
        """An edit that was taken back, or none."""

    # Builds

    def built(self, out: Path) -> subprocess.CompletedProcess[str]:
        return self.build(self.content, out, THEME=str(self.theme), **self.settings)


KINDS: Mapping[str, Callable[[Walk], None]] = {
    name: getattr(Walk, name)
    for name in (
        *(
            "body",
            "participant",
            "consent",
            "rename",
            "delete",
            "vocabulary",
            "template",
            "stylesheet",
            "setting",
            "day",
        ),
        *("picture", "page", "person", "add", "title", "static", "damage", "nothing"),
        *("portrait", "facts", "continued", "translation", "place", "municipality", "series"),
    )
}


def kinds(chance: random.Random) -> list[str]:
    """As many edits as are asked for: all kinds in one order after another."""
    found: list[str] = []
    while len(found) < EDITS:
        found += chance.sample(sorted(KINDS), len(KINDS))
    return found[:EDITS]


def test_incremental_equals_clean(tmp_path: Path, build: Build) -> None:
    chance = random.Random(SEED)  # noqa: S311 - edits, not secrets
    walk = Walk(tmp_path, chance, build)
    walk.begin()
    assert walk.built(tmp_path / "out").returncode == 0
    done: list[str] = []
    for kind in kinds(chance):
        KINDS[kind](walk)
        done.append(kind)
        assert differing(walk) == [], done


def differing(walk: Walk) -> list[str]:
    """What a build over the older one makes otherwise than a clean one."""
    out, clean = walk.folder / "out", walk.folder / "clean"
    for made in (walk.built(out), walk.built(clean)):
        assert made.returncode == 0, made.stderr
    found, expected = tree(out), tree(clean)
    shutil.rmtree(clean)
    shutil.rmtree(walk.folder / ".clean.build")
    return sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))


def test_a_meeting_shows_another_picture_of_the_same_name_in_calendars_too(tmp_path: Path, build: Build) -> None:
    walk = Walk(tmp_path, random.Random(SEED), build)  # noqa: S311 - edits, not secrets
    walk.begin()
    slug = walk.some()
    walk.meetings[slug]["more"] = "place: kvarnen\nimage: {file: images/bild.png, alt: Vid bordet}"
    walk.write_meeting(slug)
    assert walk.built(tmp_path / "out").returncode == 0
    walk.picture()
    assert differing(walk) == []
