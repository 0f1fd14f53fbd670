from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplace.building import Changes, Publication, PublicationError, check_addresses


Publish = Callable[[Path, Mapping[str, bytes]], Changes]
Contents = Callable[[Path], dict[str, bytes]]

A = {"index.html": b"A", "a/index.html": b"same", "old/deep/index.html": b"A"}
B = {"index.html": b"B", "a/index.html": b"same", "new/index.html": b"B"}


def beside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.build")


def identities(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file it is and when it was last written, for each in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def test_what_is_staged_is_what_is_published(site: Path, publish: Publish, contents: Contents) -> None:
    assert publish(site, A) == Changes(tuple(sorted(A)), (), (), ())
    assert contents(site) == A
    assert contents(beside(site)).keys() == {"manifest.json"}


def test_a_second_publication_adds_changes_and_removes(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, A)
    changes = publish(site, B)
    assert changes == Changes(("new/index.html",), ("index.html",), ("old/deep/index.html",), ("a/index.html",))
    assert contents(site) == B


def test_notes_are_kept_for_the_next_build_even_where_no_file_differs(site: Path) -> None:
    assert Publication(site).notes == {}
    for notes in ({"starts": {"a": "1"}}, {"starts": {"a": "2"}}, {}):
        with Publication.open(site) as publication:
            publication.write("a", b"A")
            publication.commit(dict(notes))
        assert Publication(site).notes == notes


def test_folders_that_do_not_exist_are_made(tmp_path: Path, publish: Publish, contents: Contents) -> None:
    publish(tmp_path / "x" / "å ä" / "site", A)
    assert contents(tmp_path / "x" / "å ä" / "site") == A


def test_the_folder_may_be_given_from_where_one_stands(
    tmp_path: Path, publish: Publish, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Publication.open(Path("site")) as publication:
        monkeypatch.chdir("/")
        publication.write("a", b"A")
        publication.commit()
    assert contents(tmp_path / "site") == {"a": b"A"}


def test_an_empty_site_is_a_site(site: Path, publish: Publish, contents: Contents) -> None:
    assert publish(site, {}) == Changes((), (), (), ())
    assert site.is_dir()
    publish(site, A)
    assert publish(site, {}).removed == tuple(sorted(A))
    assert contents(site) == {}


def test_others_may_put_files_into_staging(site: Path, contents: Contents) -> None:
    with Publication.open(site) as publication:
        publication.write("a/index.html", b"A")
        (publication.staging / "a" / "picture.png").write_bytes(b"png")
        (publication.staging / "empty" / "folder").mkdir(parents=True)
        assert publication.commit().added == ("a/index.html", "a/picture.png")
    assert contents(site) == {"a/index.html": b"A", "a/picture.png": b"png"}


def test_what_is_not_ours_is_left_alone(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, A)
    (site / "old" / "mine").write_bytes(b"mine")
    (site / "empty").mkdir()
    publish(site, B)
    assert contents(site) == {**B, "old/mine": b"mine", "empty/": b""}


# Cost


def test_what_is_unchanged_is_not_touched(site: Path, publish: Publish) -> None:
    publish(site, A)
    os.utime(site / "a" / "index.html", ns=(1, 1))
    before = (site / "a" / "index.html").stat()
    publish(site, B)
    assert (site / "a" / "index.html").stat() == before


def test_a_publication_without_change_writes_nothing(site: Path, publish: Publish) -> None:
    publish(site, A)
    before = identities(site), identities(beside(site))
    assert publish(site, A) == Changes((), (), (), tuple(sorted(A)))
    assert (identities(site), identities(beside(site))) == before


def test_what_changed_is_moved_and_not_copied(site: Path) -> None:
    with Publication.open(site) as publication:
        publication.write("a", b"A")
        staged = (publication.staging / "a").stat().st_ino
        publication.commit()
    assert (site / "a").stat().st_ino == staged


def test_nothing_piles_up(site: Path, publish: Publish, contents: Contents) -> None:
    for version in range(5):
        publish(site, {f"{version}/index.html": b"x"})
        Publication.open(site).abandon()
    assert contents(site) == {"4/index.html": b"x"}
    assert contents(beside(site)).keys() == {"manifest.json"}


# What someone has done to the published files


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_published_file_that_is_gone_or_cut_is_written_again(
    site: Path, publish: Publish, contents: Contents, harm: Callable[[Path], object]
) -> None:
    publish(site, A)
    harm(site / "a" / "index.html")
    assert publish(site, A).changed == ("a/index.html",)
    assert contents(site) == A


def test_a_published_folder_that_is_gone_is_made_again(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, A)
    site.rename(site.with_name("gone"))
    publish(site, B)
    assert contents(site) == B


def test_an_orphan_that_is_gone_is_no_matter(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, A)
    (site / "old" / "deep" / "index.html").unlink()
    publish(site, B)
    assert contents(site) == B


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"1"}, {"a/b": b"2", "a/c/d": b"3"}),
        ({"a/b": b"1", "a/c/d": b"2"}, {"a": b"3"}),
        ({"a/b": b"1"}, {"a/b/c": b"2"}),
        ({"A.html": b"1"}, {"a.html": b"2"}),
        ({"a": b"1", "b/c": b"2"}, {"a/c": b"2", "b": b"1"}),
    ],
)
def test_files_become_folders_and_the_reverse(
    site: Path, publish: Publish, contents: Contents, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    publish(site, before)
    publish(site, after)
    assert contents(site) == after


def test_an_empty_folder_that_someone_made_gives_way_to_a_file(
    site: Path, publish: Publish, contents: Contents
) -> None:
    publish(site, A)
    (site / "b" / "c").mkdir(parents=True)
    publish(site, {"b": b"B"})
    assert contents(site) == {"b": b"B"}


# The end


def test_leaving_without_commit_abandons(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, A)
    before = identities(site), contents(beside(site))
    with Publication.open(site) as publication:
        publication.write("index.html", b"B")
    assert (identities(site), contents(beside(site))) == before


def test_an_error_is_not_hidden_by_abandoning(site: Path) -> None:
    def fail() -> None:
        with Publication.open(site):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not site.exists()


def test_abandoning_the_first_publication_leaves_nothing(tmp_path: Path, site: Path) -> None:
    publication = Publication.open(site)
    publication.write("index.html", b"A")
    publication.abandon()
    publication.abandon()
    assert list(tmp_path.iterdir()) == []


def test_after_the_end_nothing_can_be_written(site: Path) -> None:
    publication = Publication.open(site)
    publication.commit()
    with pytest.raises(ValueError, match="closed"):
        publication.write("a", b"")
    with pytest.raises(ValueError, match="closed"):
        publication.commit()


def test_a_second_build_is_refused_and_the_first_goes_on(site: Path, publish: Publish, contents: Contents) -> None:
    with Publication.open(site) as publication:
        publication.write("a", b"A")
        with pytest.raises(PublicationError) as refused:
            Publication.open(site)
        publication.commit()
    assert (refused.value.code, refused.value.path) == ("folder-locked", beside(site) / "lock")
    assert contents(site) == {"a": b"A"}
    publish(site, A)
    assert contents(site) == A


def test_a_refused_commit_can_be_left_and_tried_anew(site: Path, publish: Publish, contents: Contents) -> None:
    with Publication.open(site) as publication:
        (publication.staging / "link").symlink_to(site)
        with pytest.raises(PublicationError, match="folder-symlink"):
            publication.commit()
    publish(site, A)
    assert contents(site) == A


# Laws


def _without_collisions(files: dict[str, bytes]) -> dict[str, bytes]:
    kept: dict[str, bytes] = {}
    for address, content in files.items():
        if not check_addresses((other, "") for other in (*kept, address)):
            kept[address] = content
    return kept


ADDRESSES = st.lists(st.sampled_from(["a", "b", "A", "å", "a\u030a"]), min_size=1, max_size=3).map("/".join)
SITES = st.dictionaries(ADDRESSES, st.binary(max_size=2), max_size=6).map(_without_collisions)


@settings(max_examples=60)
@given(st.lists(SITES, min_size=1, max_size=4))
def test_publishing_one_site_after_another_equals_publishing_the_last_alone(
    publish: Publish, contents: Contents, sites: list[dict[str, bytes]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, other = Path(name, "one", "site"), Path(name, "other", "site")
        for files in sites:
            publish(one, files)
        publish(other, sites[-1])
        assert contents(one) == contents(other) == sites[-1]
        assert contents(beside(one)) == contents(beside(other))


def test_a_folder_is_kept_and_nothing_beside_it(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, {"sok/a": b"A", "sok/b/c": b"C", "sokord": b"D", "x/sok/e": b"E"})
    with Publication.open(site) as publication:
        assert not publication.keep("other/")
        assert publication.keep("sok/")
        publication.commit()
    assert contents(site) == {"sok/a": b"A", "sok/b/c": b"C"}


def test_of_a_folder_that_was_changed_nothing_is_kept(site: Path, publish: Publish, contents: Contents) -> None:
    publish(site, {"sok/a": b"A", "sok/b/c": b"C"})
    (site / "sok/b/c").write_bytes(b"D")
    with Publication.open(site) as publication:
        assert not publication.keep("sok/")
        publication.commit()
    assert contents(site) == {}
