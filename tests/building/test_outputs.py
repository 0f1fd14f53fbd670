from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest

from meetingplace.building import File, Output, Page, Publication, PublicationError, publish


class Works:
    """Makes outputs and renders pages, and knows what it was asked for."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def page(self, address: str, view: object, of: str = "", *brings: File, template: str = "t") -> Output:
        return Output(address, lambda: self._made(Page(address, template, view, brings)), of)

    def file(self, address: str, content: bytes, of: str = "") -> Output:
        return Output(address, lambda: self._made(File(address, content)), of)

    def _made(self, made: Page | File) -> Page | File:
        self.done.append(made.address)
        return made

    def render(self, template: str, view: object) -> bytes:
        self.done.append(view)
        return f"{template}: {view}".encode()


Contents = Callable[[Path], dict[str, bytes]]


def published(
    site: Path, *outputs: Callable[[Works], Output], made_with: str = "m", processes: int = 1
) -> list[object]:
    """What is made and rendered in a publication of outputs, which then stand there."""
    works = Works()
    wanted = [output(works) for output in outputs]
    with Publication.open(site) as publication:
        publish(wanted, works.render, publication, made_with=made_with, processes=processes)
        publication.commit()
    done = list(works.done)
    for made in (output.make() for output in wanted):
        expected = works.render(made.template, made.view) if isinstance(made, Page) else made.content
        assert (site / made.address).read_bytes() == expected
        assert all((site / file.address).read_bytes() == file.content for file in getattr(made, "brings", ()))
    return done


def state(site: Path) -> dict[str, Any]:
    """What the manifest says."""
    found: dict[str, Any] = json.loads((site.with_name(f".{site.name}.build") / "manifest.json").read_bytes())
    return found


def put_state(site: Path, **said: Any) -> None:
    (site.with_name(f".{site.name}.build") / "manifest.json").write_text(json.dumps(said), "utf-8")


def a(works: Works) -> Output:
    return works.page("a.html", "A", "of a")


def b(works: Works) -> Output:
    return works.page("b/index.html", "B", "of b")


def c(works: Works) -> Output:
    return works.file("c.ics", b"C", "of c")


ALL = ["a.html", "A", "b/index.html", "B", "c.ics"]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_made_stands_there(site: Path, contents: Contents, processes: int) -> None:
    works = Works()
    outputs = [works.page(f"{n}/index.html", n, "of") for n in range(100)] + [works.file("x.txt", b"x")]
    with Publication.open(site) as publication:
        publish(outputs, works.render, publication, made_with="m", processes=processes)
        publication.commit()
    assert contents(site) == {f"{n}/index.html": f"t: {n}".encode() for n in range(100)} | {"x.txt": b"x"}
    assert (works.done == []) is (processes == 2)


def test_what_would_be_made_of_the_same_is_not_made(site: Path) -> None:
    assert published(site, a, b, c) == ALL
    assert published(site, a, b, c) == []
    assert published(site, a, b, lambda works: works.file("c.ics", b"D", "of d")) == ["c.ics"]
    assert published(site, a, b, c, made_with="n") == ALL
    assert published(site, a, b, c, made_with="") == ALL
    assert published(site, a, b, c) == ALL


def test_what_shows_the_same_view_is_not_rendered(site: Path) -> None:
    published(site, a, b)
    for of in ("of another", "of a third", ""):
        assert published(site, lambda works: works.page("a.html", "A", of), b) == ["a.html"]  # noqa: B023
    assert published(site, lambda works: works.page("a.html", "A", "of", template="u"), b) == ["a.html", "A"]
    assert published(site, lambda works: works.page("a.html", "Z", "of z"), b) == ["a.html", "Z"]


def test_what_is_not_known_to_be_the_same_is_made(site: Path) -> None:
    unknown = [lambda works: works.page("a.html", "A"), lambda works: works.file("c.ics", b"C")]
    assert published(site, *unknown) == ["a.html", "A", "c.ics"]
    assert published(site, *unknown) == ["a.html", "c.ics"]


def test_what_was_cut_short_or_taken_away_is_made(site: Path) -> None:
    published(site, a, b, c)
    (site / "a.html").write_bytes(b"t")
    (site / "b/index.html").unlink()
    (site / "c.ics").write_bytes(b"")
    assert published(site, a, b, c) == ALL


def test_a_seal_is_of_these_bytes_and_no_others(site: Path) -> None:
    """Another publication that knows nothing of digests has put bytes of the same size there."""
    published(site, a, b, c)
    with Publication.open(site) as publication:
        for address, content in (("a.html", b"x: A"), ("b/index.html", b"x: B"), ("c.ics", b"x")):
            publication.write(address, content)
        publication.commit()
    assert published(site, a, b, c) == ALL


def test_a_seal_that_someone_has_put_to_other_bytes_is_not_believed(site: Path) -> None:
    published(site, a, b, c)
    seals = state(site)["seals"]
    with Publication.open(site) as publication:
        for address, content in (("a.html", b"x: A"), ("b/index.html", b"x: B"), ("c.ics", b"x")):
            publication.write(address, content)
        publication.commit()
    put_state(site, **state(site) | {"seals": seals})
    assert published(site, a, b, c) == ALL


def test_what_moved_is_made_and_the_old_one_goes(site: Path) -> None:
    published(site, a, b)
    assert published(site, lambda works: works.page("d.html", "A", "of a"), b) == ["d.html", "A"]
    assert not (site / "a.html").exists()


def test_what_is_kept_is_not_staged(site: Path) -> None:
    published(site, a, b, c)
    works = Works()
    with Publication.open(site) as publication:
        outputs = [a(works), works.page("b/index.html", "B", "of another"), works.file("c.ics", b"C", "of another")]
        publish(outputs, works.render, publication, made_with="m")
        assert list(publication.staging.iterdir()) == []
        assert publication.commit().unchanged == ("a.html", "b/index.html", "c.ics")


def test_an_address_has_one_output(site: Path) -> None:
    published(site, a)
    for second in (a, lambda works: works.page("a.html", "A", "of another"), lambda works: works.page("a.html", "C")):
        works = Works()
        with Publication.open(site) as publication, pytest.raises(PublicationError) as refused:
            publish([a(works), second(works)], works.render, publication, made_with="m")
        assert (refused.value.code, refused.value.detail) == ("address-collision", "a.html")
    assert published(site, a) == []


def test_what_is_unsealed_is_made_anew(site: Path) -> None:
    published(site, a, b)
    works = Works()
    with Publication.open(site) as publication:
        publish([a(works), b(works)], works.render, publication, made_with="m")
        publication.unseal()
        publication.commit()
    assert published(site, a, b) == ALL[:4]


# Files that pages bring

PICTURE, OTHER = File("media/1.png", b"one"), File("media/2.png", b"two")


def brings(address: str, *files: File, of: str = "of") -> Callable[[Works], Output]:
    return lambda works: works.page(address, address, of, *files)


def test_pages_bring_files_once(site: Path, contents: Contents) -> None:
    pages = [brings("a.html", PICTURE), brings("b.html", PICTURE, OTHER)]
    assert published(site, *pages) == ["a.html", "a.html", "b.html", "b.html"]
    assert published(site, *pages) == []
    assert sorted(contents(site)) == ["a.html", "b.html", "media/1.png", "media/2.png"]


def test_a_file_that_no_page_brings_any_more_goes(site: Path, contents: Contents) -> None:
    published(site, brings("a.html", PICTURE), brings("b.html", PICTURE, OTHER))
    assert published(site, brings("a.html", PICTURE), brings("b.html", of="of less")) == ["b.html"]
    assert sorted(contents(site)) == ["a.html", "b.html", "media/1.png"]


def test_a_page_whose_picture_was_damaged_is_made(site: Path) -> None:
    pages = [brings("a.html", PICTURE), brings("b.html", PICTURE, OTHER)]
    published(site, *pages)
    (site / OTHER.address).write_bytes(b"")
    assert published(site, *pages) == ["b.html"]
    (site / PICTURE.address).unlink()
    assert published(site, *pages) == ["a.html", "b.html"]


@pytest.mark.parametrize("unknown", ["a.html", PICTURE.address])
def test_what_the_manifest_does_not_know_is_made_whatever_its_seals_say(site: Path, unknown: str) -> None:
    published(site, brings("a.html", PICTURE))
    known = state(site)
    del known["files"][unknown]
    put_state(site, **known)
    assert published(site, brings("a.html", PICTURE))[0] == "a.html"
    assert published(site, brings("a.html", PICTURE)) == []


def test_a_page_is_kept_beside_another_that_brings_the_same_anew(site: Path) -> None:
    pages: Sequence[Callable[[Works], Output]] = [brings("b.html", PICTURE), brings("a.html", PICTURE)]
    published(site, *pages)
    assert published(site, brings("b.html", PICTURE, of="of more"), pages[1]) == ["b.html"]
    assert published(site, *pages) == ["b.html"]


def test_outcomes_are_values_that_can_go_to_another_process() -> None:
    for value in (Page("a", "t", ("view",), (PICTURE,)), PICTURE):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - made here
        assert replace(value, address="b") != value
    with pytest.raises(FrozenInstanceError):
        Page("a", "t", 1).address = "b"  # type: ignore[misc]


LONG = """
import sys, time
from pathlib import Path
from meetingplace.building import File, Output, Publication, publish

def make(address):
    print(address, flush=True)
    time.sleep(10)
    return File(address, b"")

outputs = [Output(f"{n}.txt", lambda n=n: make(f"{n}.txt")) for n in range(100)]
publish(outputs, str, Publication.open(Path(sys.argv[1])), processes=2)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is shared out")
def test_the_lock_dies_with_the_process_that_took_it_whatever_its_children_are_at(site: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", LONG, str(site)], stdout=subprocess.PIPE) as begun:
        assert begun.stdout
        begun.stdout.readline()
        begun.kill()
        begun.wait()
        with Publication.open(site) as publication:
            publication.write("a.html", b"A")
            publication.commit()
        assert (site / "a.html").read_bytes() == b"A"
