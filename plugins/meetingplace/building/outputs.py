"""What a site is made of: outputs that know what they would be made of, what they are made to, and the way to bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from meetingplace.building.fingerprints import MadeOf, digest_of, fingerprint
from meetingplace.building.forking import shared_out
from meetingplace.building.published import Published, digest


if TYPE_CHECKING:
    from meetingplace.building.publication import Publication


@dataclass(frozen=True, slots=True)
class File:
    """A file that has its bytes, as a feed or a calendar has."""

    address: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: its address below the published folder, a template's name, plain picklable data.

    It `brings` files that it shows, such as pictures. Others may bring the same ones: each is named by its bytes.
    """

    address: str
    template: str
    view: object
    brings: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A page or a file that is not made yet, and a digest of all that `make` would know; "" where that is not known."""

    address: str
    make: Callable[[], Page | File]
    made_of: str = ""

    @classmethod
    def of_bytes(cls, address: str, make: Callable[[], bytes], made_of: str = "") -> Self:
        """A file of the bytes that `make` makes."""
        return cls(address, lambda: File(address, make()), made_of)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an output: its bytes, or None where the published ones are the same; by what it is known; and the
    files that it brings.
    """

    content: bytes | None
    of: MadeOf
    brings: tuple[File, ...] = ()


def publish(
    outputs: Iterable[Output],
    render: Callable[[str, object], bytes],
    publication: Publication,
    *,
    made_with: str = "",
    processes: int = 1,
) -> None:
    """Stage every output, or keep it as it is published: unmade where it would be made of the same, unrendered where
    its view is the same.

    `make` and `render(template, view)` must depend on nothing else but what `made_of` and `made_with` tell (templates,
    words, code), so that what is stale can be made in any process. Without `made_with` all are made.
    """
    stale = [output for output in outputs if not publication.keep_made(output.address, _inputs(output, made_with))]
    published = publication.published

    def made(output: Output) -> Made:
        return _made(output, render, published, made_with)

    for output, done in shared_out(made, stale, processes, leave=publication.leave):
        for file in done.brings:
            publication.bring(file.address, file.content)
        if done.content is None:
            publication.keep_as(output.address, done.of)
        else:
            publication.write(output.address, done.content, done.of)


def _inputs(output: Output, made_with: str) -> str:
    return digest_of(made_with, output.made_of) if made_with and output.made_of else ""


def _made(output: Output, render: Callable[[str, object], bytes], published: Published, made_with: str) -> Made:
    made, inputs = output.make(), _inputs(output, made_with)
    if isinstance(made, File):
        return Made(_unless_there(output.address, made.content, published), MadeOf(inputs))
    view = fingerprint(made_with, made.template, made.view) if made_with else ""
    of = MadeOf(inputs, view, tuple(file.address for file in made.brings))
    if published.has_view(output.address, view):
        return Made(None, of, made.brings)
    return Made(_unless_there(output.address, render(made.template, made.view), published), of, made.brings)


def _unless_there(address: str, content: bytes, published: Published) -> bytes | None:
    return None if published.has(address, digest(content), len(content)) else content
