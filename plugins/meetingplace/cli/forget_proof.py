"""The proof that someone is forgotten: what is published, decoded and looked through for them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from meetingplace.catalogue.names import Names
from meetingplace.i18n import Language
from meetingplace.model.person import Person
from meetingplace.model.site import Site
from meetingplace.publishing.addresses import Addresses
from meetingplace.reading.library import Library

from .failures import WrongUse
from .forget_names import other_names


ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
RUN = re.compile(r"[\w .,;:@/'’()+&%#-]{4,}")
LEAST = 12
"""Shorter sentences may be anyone's."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What would tell of a person: names of all people, slugs of theirs, digits of a telephone, and texts."""

    names: Names
    slug: str
    slugs: re.Pattern[str]
    phone: str
    texts: tuple[str, ...]

    def are_in(self, text: str) -> bool:
        return any(self._are_read_in(reading) for reading in _readings(text))

    def _are_read_in(self, text: str) -> bool:
        folded = " ".join(text.casefold().split())
        return bool(
            self.slugs.search(folded)
            or any(found.slugs == (self.slug,) for found in self.names.find(text))
            or any(each in folded for each in self.texts)
            or (self.phone and self.phone in re.sub(r"(?<=[0-9])[ ()/.-]+(?=[0-9])", "", text))
        )


def traces_of(person: Person, library: Library, site: Site, left: Iterable[bytes]) -> Traces:
    """What to look for; sentences and links that others use as well (`left` is all content that stays) tell nobody."""
    contact = person.contact
    phone = re.sub("[^0-9]", "", contact.phone or "")[-9:] if contact else ""  # with or without +46
    said = " ".join("\n".join(raw.decode("utf-8-sig", "replace") for raw in left).casefold().split())
    email = [contact.email.casefold()] if contact and contact.email else []
    return Traces(
        names=Names([*other_names(person, library), (person.slug, person.name)]),
        slug=person.slug,
        slugs=_slugs(person, library, site),
        phone=phone,
        texts=(*email, *(text for text in _private(person) if text not in said)),
    )


def _slugs(person: Person, library: Library, site: Site) -> re.Pattern[str]:
    """The slugs of the person where they are no part of another's."""
    others = [other for other in library.people.values() if other.slug != person.slug]
    longer = sorted(slug for o in others for slug in (o.slug, *o.aliases) if person.slug in slug)
    not_longer = "".join(_unless_within(person.slug, slug) for slug in longer)
    slugs = "|".join(re.escape(slug) for slug in (person.slug, *person.aliases))
    # A slug of one word may be any word: then it is one only where an address or a reference could have it.
    before = "(?<![a-z0-9])" if "-" in person.slug else "(?<=[/:=\"'_])"
    if person.slug in {**library.places, **library.series, **library.municipalities}:
        before = f"(?:(?<=person:)|(?<={re.escape(Addresses(site).folder('people'))}))"
    return re.compile(f"{before}{not_longer}(?:{slugs})(?![a-z0-9])")


def _unless_within(slug: str, longer: str) -> str:
    before, after = longer.split(slug, 1)
    return f"(?!(?<={re.escape(before)}){re.escape(slug + after)}(?![a-z0-9]))"


def _private(person: Person) -> Iterator[str]:
    contact = person.contact
    said = [contact.web, contact.note] if contact else []
    said += [each.text for each in (*person.offers, *person.seeks)]
    said += [link.url for link in person.links]
    said += [person.image.alt] if person.image else []
    said += [line.strip(" *_#>-") for line in person.body.splitlines()]
    for each in person.translations.values():
        said += [*each.texts.values(), *(line.strip(" *_#>-") for line in each.body.splitlines())]
    for text in said:
        folded = " ".join((text or "").casefold().split())
        if len(folded) >= LEAST:
            yield folded


def files_with(traces: Traces, folder: Path) -> tuple[str, ...]:
    """The files below a folder that tell of the person, by their path there."""
    files = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple(name for name, path in files if told_by(traces, name, path.read_bytes()))


def told_by(traces: Traces, name: str, raw: bytes) -> bool:
    """Whether the name of a file, or what is in it, tells of the person."""
    return any(traces.are_in(reading) for reading in (name, *_texts(raw)))


def _texts(raw: bytes) -> Iterator[str]:
    """The text of a file; of a picture the words that are written in it, in whichever way."""
    try:
        yield raw.decode("utf-8")
    except UnicodeDecodeError:
        for code in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
            yield "\n".join(RUN.findall(raw.decode(code, "replace")))


def _readings(text: str) -> Iterator[str]:
    """A text as it stands, and as each format would have it read, one after the other."""
    for decode in (str, _unfolded, _without_escapes, unescape, unquote, unescape, _without_tags):
        text = decode(text)
        yield unicodedata.normalize("NFC", text)


def _unfolded(text: str) -> str:
    """RFC 5545 3.1 and 3.3.11."""
    return re.sub(r"\\([\\;,])", r"\1", re.sub("\r?\n[ \t]", "", text))


def _without_escapes(text: str) -> str:
    return ESCAPE.sub(lambda found: str(json.loads(f'"{found[0]}"')), text)


def _without_tags(text: str) -> str:
    return re.sub("<[^<>]*>", "", text)


def built(content: Path, settings: Path, traces: Traces, words: Language) -> Sequence[str]:
    """A fresh build, by Pelican's own command, looked through: the files in which the person is found.

    Raises WrongUse where the build fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site" / "output"
        command: list[str | Path] = [sys.executable, "-m", "pelican", content.resolve(), "-o", out]
        done = subprocess.run(
            [*command, "-s", settings.resolve(), "--fatal", "errors"],
            cwd=settings.resolve().parent,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise WrongUse(words.gettext("the build failed, nothing is proven: %(what)s", what=done.stderr.strip()))
        return files_with(traces, out.parent)
