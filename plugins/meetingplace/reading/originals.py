"""What readers get to see, as it is written: the texts of each file, and where in it they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from meetingplace.model.references import Kind

from . import front_matter, yaml_subset
from .entries import Entry
from .faults import field_of, place_of
from .files import Found, contents
from .front_matter import Source
from .links import Written
from .outlines import Outline
from .problems import Place, Report
from .schema import texts
from .texts import addresses_of, texts_of
from .yaml_subset import Path, Positions


@dataclass(frozen=True, slots=True)
class Original:
    """A file of a record or of one of its translations, an ordinary page, or the vocabulary (these have no kind).

    `slug` is that of a page its address below the site's root: `en/om`.

    `digest` is that of the record's files, "" where there is none.

    `source` is the whole file, as text. `texts` and `place` look into it anew: only that of which there is something to
    say costs anything.
    """

    label: str
    kind: Kind | None
    slug: str
    source: Callable[[], str]
    texts: Callable[[], Iterator[Written]]
    place: Callable[[Path], Place] = lambda _: (1, 1)
    translates: bool = False
    digest: str = ""

    def report(self) -> Report:
        """Where to put what is found in it."""
        return Report(self.label, private=self.kind == "person")


def original_of(entry: Entry, outline: Outline, *, translates: bool = False) -> Original:
    """That of a record's file, or of a translation, which has the slug of its record."""
    return Original(
        entry.label,
        entry.kind,
        outline.slug,
        lambda: f"{entry.source.front}\n{entry.source.body}",
        lambda: chain(texts_of(entry), addresses_of(entry)),
        lambda path: place_of(path, entry.positions),
        translates,
        outline.whole,
    )


def original_page(found: Found, slug: str) -> Original:
    """That of an ordinary page: all of it is one text, its keys too."""

    def written() -> Iterator[Written]:
        text = _text(found)
        yield Written(text, Source("", text, 1).place_in_body)

    return Original(found.label, None, slug, lambda: _text(found), written)


def original_vocabulary(found: Found) -> Original:
    """That of the vocabulary, whose every value is a word for readers."""

    def written() -> Iterator[Written]:
        file = _Vocabulary(_text(found))
        for path, text in texts(yaml_subset.parse(file.text, Report(""))):
            yield Written(text, file.place_of(path), field_of(path), markdown=False)

    return Original(found.label, None, "", lambda: _text(found), written)


@dataclass
class _Vocabulary:
    text: str

    @cached_property
    def positions(self) -> Positions:
        return yaml_subset.positions(self.text)

    def place_of(self, path: Path) -> Callable[[int], Place]:
        return lambda _: place_of(path, self.positions)


def _text(found: Found) -> str:
    """The text of a file that has been read before; empty where it has changed so much that it cannot be any more."""
    raw = contents(found.path, Report(found.label))
    return (front_matter.decode(raw, Report(found.label)) if raw is not None else None) or ""
