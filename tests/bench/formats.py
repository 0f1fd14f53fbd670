"""The same content as files: in our format, and in that of the Hugo site beside this module."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from made import (
    MUNICIPALITIES,
    TOPICS,
    Meeting,
    Person,
    Row,
    meetings,
    municipality_name,
    municipality_slug,
    people,
    person_slug,
    topic_name,
    topic_slug,
)


Write = Callable[[Path, Meeting], None]
"""Writes the file of a meeting into a content folder."""


def write_ours(folder: Path, count: int, of_people: int) -> None:
    """The content folder that our editors would have."""
    terms = "".join(f"  {topic_slug(n)}: {{sv: {topic_name(n)}, kind: topic}}\n" for n in range(TOPICS))
    _write(folder / "vocabulary.yaml", f"terms:\n{terms}")
    for n in range(MUNICIPALITIES):
        _write(folder / f"municipalities/{municipality_slug(n)}.md", f"---\nname: {municipality_name(n)}\n---\n")
    for person in people(of_people):
        _write(folder / f"people/{person.slug}.md", _our_person(person))
    for meeting in meetings(count, of_people):
        write_our_meeting(folder, meeting)


def _our_person(person: Person) -> str:
    return (
        f"---\nname: {person.name}\nkind: {person.kind}\ndisciplines: [{topic_slug(person.topic)}]\n"
        f"municipality: {municipality_slug(person.municipality)}\n"
        "consent: {given: 2025-06-01, how: mejl, covers: [name, profile, feeds, search, archive]}\n"
        f"---\n{person.body}"
    )


def write_our_meeting(folder: Path, meeting: Meeting) -> None:
    who = "".join(
        f"  - {{person: {person_slug(row.person)}, role: {row.role}, why: {row.why}}}\n" for row in meeting.who
    )
    head = (
        f"title: {meeting.title}\nsummary: {meeting.summary}\n"
        f"start: {meeting.start:%Y-%m-%d %H:%M}\nend: {meeting.end:%H:%M}\n"
        f"attendance: on-site\nplace: {{name: Samlingssalen, town: Byn}}\n"
        f"municipality: {municipality_slug(meeting.municipality)}\n"
        f"topics: [{', '.join(map(topic_slug, meeting.topics))}]\n"
        f"published: {meeting.published:%Y-%m-%d %H:%M}\nwho:\n{who}"
    )
    _write(folder / f"events/{meeting.start.year}/{meeting.slug}.md", f"---\n{head}---\n{meeting.body}")


def write_hugo(folder: Path, count: int, of_people: int) -> None:
    """People, topics and municipalities are Hugo's taxonomies."""
    for n in range(TOPICS):
        _write(folder / f"topics/{topic_slug(n)}/_index.md", _hugo({"title": topic_name(n)}, ""))
    for n in range(MUNICIPALITIES):
        _write(folder / f"municipalities/{municipality_slug(n)}/_index.md", _hugo({"title": municipality_name(n)}, ""))
    for person in people(of_people):
        head = {"title": person.name, "kind_": person.kind, "works": topic_name(person.topic)}
        _write(folder / f"participants/{person.slug}/_index.md", _hugo(head, person.body))
    for meeting in meetings(count, of_people):
        write_hugo_meeting(folder, meeting)


def write_hugo_meeting(folder: Path, meeting: Meeting) -> None:
    """Times are local to the site's zone, as they are in ours."""
    head = {
        "title": meeting.title,
        "summary": meeting.summary,
        "date": f"{meeting.start:%Y-%m-%dT%H:%M:%S}",
        "end": f"{meeting.end:%Y-%m-%dT%H:%M:%S}",
        "publishDate": f"{meeting.published:%Y-%m-%dT%H:%M:%S}",
        "topics": [topic_slug(n) for n in meeting.topics],
        "municipalities": [municipality_slug(meeting.municipality)],
        "participants": [person_slug(row.person) for row in meeting.who],
        "who": [{"person": person_slug(row.person), "role": row.role, "why": row.why} for row in meeting.who],
    }
    _write(folder / f"events/{meeting.slug}.md", _hugo(head, meeting.body))


def with_words(meeting: Meeting, words: str) -> Meeting:
    """The meeting after an edit of its text."""
    return replace(meeting, body=f"{meeting.body}\n{words}\n")


def with_participant(meeting: Meeting, of_people: int) -> Meeting:
    """The meeting to which one more comes: the first who does not yet."""
    there = {row.person for row in meeting.who}
    new = next(n for n in range(of_people) if n not in there)
    return replace(meeting, who=(*meeting.who, Row(new, "participant", "kommer också")))


def _hugo(head: Mapping[str, object], body: str) -> str:
    return f"{json.dumps(head, ensure_ascii=False)}\n\n{body}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
